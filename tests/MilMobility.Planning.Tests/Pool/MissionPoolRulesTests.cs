using MilMobility.Domain.Units;
using MilMobility.Optimisation.Pool;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Pool;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests.Pool;

/// <summary>The choice's model, looked at instead of solved: the plan at hand is a solution of it, at the plan's own price.</summary>
public sealed class MissionPoolRulesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_hint_is_the_plan_at_hand_at_its_price(int seed)
    {
        var (scene, prices) = RandomSceneTests.Build(seed);
        var (columns, draft) = Filled(PlanProblem.Compile(scene.Compiled(), scene.Network(), prices));
        var model = await ModelOf(columns, draft);
        AssertHinted(model, draft.Objective);
    }

    // Two columns of 20 trucks of 2 pcu enter one road in its first hour. 20 pcu are free there, the next cost 1,000 each. Alone a
    // column pays for 20 of its 40; together they pay for 60 of their 80. The cell charges those 60, so each gets its 20 back.
    [Fact]
    public async Task What_a_column_paid_alone_for_a_dear_band_comes_back_where_the_cell_charges_it()
    {
        var network = new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0).Node("b", TransportMode.Road, "border", 10_000, 0)
            .Link("ab", "a", "b", lengthMetres: 10_000, capacityPerHour: 1_000);
        var scene = new MissionScene(network).Movement("M", "a", "b", 40);
        var prices = scene.Prices(new Dictionary<(string, int), (int, long)[]> { [("ab", 0)] = [(20, 0), (400, 1_000)] });
        var (columns, draft) = Filled(PlanProblem.Compile(scene.Compiled(), scene.Network(), prices));
        Assert.Equal(60_000, draft.Plan.Ledger.CivilMicroEuros);

        var model = await ModelOf(columns, draft);
        AssertHinted(model, draft.Objective);
        Assert.Equal([-20_000, -20_000], model.Cost.Where(cost => cost < 0));
        Assert.Equal(
            draft.Objective - 60_000, Enumerable.Range(0, 2).Sum(k => draft[k]!.Cost) - (2 * 20_000));
    }

    private static void AssertHinted(PoolModel model, long objective)
    {
        var hint = model.FeasibleHint();
        Assert.True(hint is not null, model.FirstViolation([.. model.Hint.Select(value => value ?? 0)]));
        Assert.Equal(objective, model.ObjectiveOf(hint));
    }

    private static (MissionColumns Columns, MissionDraft Draft) Filled(PlanProblem problem)
    {
        var columns = new MissionColumns(problem);
        var draft = new MissionDraft(columns, new PlanDraft(problem));
        for (var k = 0; k < problem.Count; k++) draft.Insert(k, CancellationToken.None);
        return (columns, draft);
    }

    /// <summary>The model with the columns of the plan and the three cheapest of each commodity without tolls.</summary>
    private static async Task<PoolModel> ModelOf(MissionColumns columns, MissionDraft draft)
    {
        var pool = new ColumnPool(columns, 4);
        var pricer = columns.NewPricer();
        for (var k = 0; k < columns.CommodityCount; k++)
        {
            foreach (var column in pricer.Price(k, new(columns), 3, long.MaxValue, CancellationToken.None).Columns)
                pool.Add(column, column.Cost);
        }

        var reader = new Reader();
        var limits = new SolveLimits(TimeSpan.FromSeconds(1), 1, 1);
        await PoolChoice.ChooseAsync(
            columns, pool, draft, null, reader, limits, new MissionPoolRules(columns), TestContext.Current.CancellationToken);
        return reader.Model!;
    }

    /// <summary>Takes the model and gives no answer.</summary>
    private sealed class Reader : ISetPartitioningSolver
    {
        public PoolModel? Model { get; private set; }

        public Task<SolveOutcome<PoolSolution>> SolveAsync(PoolModel model, SolveLimits limits, CancellationToken cancellation)
        {
            Model = model;
            return Task.FromResult<SolveOutcome<PoolSolution>>(
                new NoSolution<PoolSolution>(0, StopReason.WorkLimit, SolveEffort.None));
        }
    }
}
