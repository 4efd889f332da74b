using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Stopping;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;

namespace MilMobility.Planning.Tests.Columns;

/// <summary>The movement plan as a column problem, on the random scenes: a relaxation of what the ledger allows.</summary>
public sealed class MissionColumnsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_the_ledger_takes_together_keeps_every_capacity_and_costs_at_least_its_columns(int seed)
    {
        var (problem, columns, _) = Build(seed);
        var draft = new MissionDraft(columns, new PlanDraft(problem));
        var levels = new Dictionary<(int Resource, int Second), long>();
        long cost = 0;
        for (var k = 0; k < problem.Count; k++)
        {
            if (!draft.Insert(k, CancellationToken.None))
            {
                cost += columns.UnmovedCost(columns.CommodityOf(k));
                continue;
            }

            var column = draft[k]!;
            cost += column.Cost;
            foreach (var use in column.Uses)
            {
                Assert.InRange(use.From, 0, use.To - 1);
                for (var second = use.From; second < use.To; second++)
                    levels[(use.Resource, second)] = levels.GetValueOrDefault((use.Resource, second)) + use.Amount;
            }
        }

        foreach (var ((resource, second), level) in levels)
        {
            Assert.True(
                level <= columns.Capacity(resource),
                $"{columns.Resources.KindOf(resource)} {columns.Resources.IndexOf(resource)} at {second}: {level}");
        }

        Assert.NotEmpty(levels);
        Assert.True(cost <= draft.Objective, $"columns {cost}, plan {draft.Objective}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_priced_column_costs_what_the_pricer_proves_no_other_undercuts(int seed)
    {
        var (problem, columns, tolls) = Build(seed);
        var pricer = columns.NewPricer();
        var alone = new MissionDraft(columns, new PlanDraft(problem));
        for (var k = 0; k < columns.CommodityCount; k++)
        {
            var priced = pricer.Price(k, tolls, 4, CancellationToken.None);
            Assert.InRange(priced.Columns.Count, 0, 4);
            Assert.InRange(priced.BoundAtTolls, 0, columns.UnmovedCost(k));
            var last = priced.BoundAtTolls;
            foreach (var column in priced.Columns)
            {
                // The pricer's own sum, in the order of the search, is the column's cost with the tolls of its uses.
                var all = column.Cost + tolls.Of(column);
                Assert.True(all >= last, $"seed {seed} commodity {k}: {all} after {last}");
                last = all;
                var serial = Enumerable.Range(0, problem.Count).First(s => columns.CommodityOf(s) == k);
                Assert.True(alone.TryAdd(serial, column), $"seed {seed} commodity {k}: the empty ledger refuses a column");
                Assert.Equal(column.Journey, alone.Remove(serial)!.Journey);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_lagrangian_of_any_tolls_is_below_every_plan(int seed)
    {
        var (problem, columns, tolls) = Build(seed);
        var bound = Lagrangian(columns, tolls);
        var plan = new MissionDraft(columns, new PlanDraft(problem));
        for (var k = 0; k < problem.Count; k++) plan.Insert(k, CancellationToken.None);
        using var generation = new ColumnGeneration(columns, new ColumnGenerationOptions());
        generation.PriceFree(_ => { }, CancellationToken.None);
        new LargeNeighbourhoodSearch(plan, SerialSeams.Of(columns, plan, generation.FreeCost), new NeighbourhoodOptions())
            .Improve(StopRule.Work(2_000_000), new ConvergenceTrace(), CancellationToken.None);
        Assert.True(bound <= plan.Objective, $"seed {seed}: bound {bound}, plan {plan.Objective}");
        // Without tolls it is the sum of the independent optima.
        Assert.Equal(generation.Bound, Lagrangian(columns, new Tolls(columns)));
    }

    [Fact]
    public void Twins_are_one_commodity_and_every_serial_belongs_to_one()
    {
        var (problem, columns, _) = Build(1);
        Assert.Equal(problem.Count, Enumerable.Range(0, columns.CommodityCount).Sum(columns.SerialsOf));
        for (var k = 0; k < problem.Count; k++)
            Assert.Equal(columns.CommodityOf(problem.TwinOf[k]), columns.CommodityOf(k));
    }

    private static long Lagrangian(MissionColumns columns, Tolls tolls)
    {
        var pricer = columns.NewPricer();
        var sum = -tolls.Rent(columns.Capacity);
        for (var k = 0; k < columns.CommodityCount; k++)
            sum += columns.SerialsOf(k) * pricer.Price(k, tolls, 1, CancellationToken.None).BoundAtTolls;
        return sum;
    }

    private static (PlanProblem Problem, MissionColumns Columns, Tolls Tolls) Build(int seed)
    {
        var (scene, prices) = RandomSceneTests.Build(seed);
        var problem = PlanProblem.Compile(scene.Compiled(), scene.Network(), prices);
        var columns = new MissionColumns(problem);
        var tolls = new Tolls(columns);
        var random = new Random(seed);
        for (var r = 0; r < columns.ResourceCount; r++)
        {
            if (random.Next(3) > 0) continue;
            var points = Math.Min(7200, columns.HorizonSeconds) / columns.GridSeconds(r);
            tolls.Set(r, [.. Enumerable.Range(0, points).Select(_ => random.Next(4) == 0 ? random.Next(3_000_000) : 0L)]);
        }

        return (problem, columns, tolls);
    }
}
