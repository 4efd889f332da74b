using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Pool;
using MilMobility.Optimisation.Tests.Integer;
using MilMobility.Optimisation.Tests.Toy;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;

namespace MilMobility.Optimisation.Tests.Pool;

/// <summary>The choice from a pool, by the real solver, against optima found by trying every order.</summary>
public sealed class PoolChoiceTests
{
    private static readonly SolveLimits Limits = new(TimeSpan.FromMinutes(1), 20, 1);

    [Theory]
    [InlineData(1, 1, 1), InlineData(2, 2, 1), InlineData(3, 2, 2), InlineData(4, 1, 2), InlineData(5, 2, 1)]
    public async Task From_all_columns_the_optimum_is_chosen(int seed, int machines, int twins)
    {
        var toy = ToyMachines.Random((ulong)seed, jobs: 6 / twins, machines, twins);
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        var outcome = await Choose(toy, Everything(toy), draft, null, null);
        Assert.Equal(PoolStatus.Optimal, outcome.Status);
        Assert.Equal(toy.Optimum(), draft.Objective);
        Assert.Equal(outcome.Bound, draft.Objective);
        Assert.Equal(0, outcome.Refused);
        draft.AssertValid();
    }

    [Theory]
    [InlineData(1), InlineData(7), InlineData(8)]
    public async Task Serials_that_are_not_up_for_choice_keep_their_columns_and_their_capacity(int seed)
    {
        var toy = ToyMachines.Random((ulong)seed, jobs: 8, machines: 2);
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        var before = PlanColumns.Of(draft);
        int[] free = [0, 2, 3, 5, 7];
        var rest = new ToyDraft(toy);
        before.Restore(rest);
        foreach (var serial in free) rest.Remove(serial);
        var outcome = await Choose(toy, Everything(toy), draft, free, null);
        Assert.Equal(ToyMachines.OptimumFrom(rest), draft.Objective);
        Assert.Equal(0, outcome.Refused);
        draft.AssertValid();
        Assert.All(Enumerable.Range(0, 8).Except(free), k => Assert.Same(before.Columns[k], draft[k]));
    }

    [Fact]
    public async Task Choices_that_the_draft_refuses_are_inserted_by_search()
    {
        // A draft that knows a rule of its own: job 1 never starts at its ready time. The pool does not know it.
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        var draft = new ToyDraft(toy, c => c.Commodity != 1 || c.Start != 1);
        Assert.True(draft.Insert(0, CancellationToken.None));
        Assert.True(draft.Insert(1, CancellationToken.None));
        var outcome = await Choose(toy, Everything(toy), draft, null, null);
        // The choice has job 0 over [3, 7) and job 1 over [1, 3), which is refused; the search then finds [7, 9): 7 + 80. The plan
        // at hand, 4 + 50, is cheaper and stays.
        Assert.Equal(1, outcome.Refused);
        Assert.Equal(54, draft.Objective);
        draft.AssertValid();
    }

    [Fact]
    public async Task A_problem_adds_its_own_rules()
    {
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        var draft = new ToyDraft(toy, c => c.Commodity != 1 || c.Start != 1);
        draft.Insert(0, CancellationToken.None);
        draft.Insert(1, CancellationToken.None);
        var outcome = await Choose(toy, Everything(toy), draft, null, new NotAtOne());
        Assert.Equal(0, outcome.Refused);
        Assert.Equal(30 + 8, draft.Objective);
    }

    [Fact]
    public async Task A_cancelled_choice_leaves_the_plan()
    {
        var toy = ToyMachines.Random(7, jobs: 12, machines: 2);
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        var before = PlanColumns.Of(draft);
        await PoolChoice.ChooseAsync(
            toy, Everything(toy), draft, null, new OrToolsSolvers().SetPartitioning, Limits, null, new CancellationToken(true));
        Assert.Equal(before.Columns, PlanColumns.Of(draft).Columns);
    }

    [Fact]
    public void Serials_that_meet_at_a_capacity_of_one_make_one_row_and_those_that_do_not_make_none()
    {
        // Overlaps at the machine: a and b, b and c. The crew takes all three at once.
        var toy = new ToyMachines(
            [new ToyJob(0, 4, 1, 100, Crew: 1), new ToyJob(0, 4, 1, 100, Crew: 1), new ToyJob(0, 4, 1, 100, Crew: 1)], 1, 3, 20);
        var pool = new ColumnPool(toy, 5);
        pool.Add(toy.ColumnOf(0, 0, 0));
        pool.Add(toy.ColumnOf(1, 0, 3));
        pool.Add(toy.ColumnOf(2, 0, 6));
        var model = PoolCompiler.Compile(toy, new ToyDraft(toy), [0, 1, 2], pool.Of, null).Model;
        Assert.Equal(3 + 2, model.RowCount);
        Assert.Equal([0, 1], Row(model, 3));
        Assert.Equal([1, 2], Row(model, 4));
    }

    [Fact]
    public void A_capacity_row_stands_only_where_it_can_be_exceeded()
    {
        // Two machines; a crew of 3 for jobs of 2, 1 and 1 at the same time: 4 exceed it, any two do not.
        ToyJob[] jobs = [new ToyJob(0, 4, 1, 100, Crew: 2), new ToyJob(0, 4, 1, 100, Crew: 1), new ToyJob(0, 4, 1, 100, Crew: 1)];
        var toy = new ToyMachines(jobs, 3, 3, 20);
        var pool = new ColumnPool(toy, 5);
        for (var k = 0; k < 3; k++) pool.Add(toy.ColumnOf(k, k, 0));
        var model = PoolCompiler.Compile(toy, new ToyDraft(toy), [0, 1, 2], pool.Of, null).Model;
        Assert.Equal(4, model.RowCount);
        Assert.Equal([0, 1, 2], Row(model, 3));
        Assert.Equal([2L, 1, 1], model.EntryCoefficient[model.RowStart[3]..model.RowStart[4]]);
        Assert.Equal(3, model.RowUpper[3]);
        // With the first job fixed, 1 is left for the two others.
        var draft = new ToyDraft(toy);
        draft.TryAdd(0, toy.ColumnOf(0, 0, 0));
        var rest = PoolCompiler.Compile(toy, draft, [1, 2], pool.Of, null).Model;
        Assert.Equal([0, 1], Row(rest, 2));
        Assert.Equal(1, rest.RowUpper[2]);
    }

    [Fact]
    public void The_hint_is_the_plan_at_hand()
    {
        var toy = ToyMachines.Random(9, jobs: 6, machines: 2, twins: 2);
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        draft.Remove(3);
        var model = PoolCompiler.Compile(toy, draft, [.. Enumerable.Range(0, 12)], Everything(toy).Of, null).Model;
        var hint = model.FeasibleHint();
        Assert.NotNull(hint);
        Assert.Equal(draft.Objective, model.ObjectiveOf(hint));
    }

    private static int[] Row(PoolModel model, int row) => model.EntryVariable[model.RowStart[row]..model.RowStart[row + 1]];

    private static ColumnPool Everything(ToyMachines toy)
    {
        var pool = new ColumnPool(toy, 1_000);
        for (var k = 0; k < toy.CommodityCount; k++)
        {
            foreach (var column in toy.ColumnsOf(k)) pool.Add(column);
        }

        return pool;
    }

    private Task<PoolChoiceOutcome> Choose(
        ToyMachines toy, ColumnPool pool, ToyDraft draft, IReadOnlyList<int>? free, IPoolRules? rules) =>
        PoolChoice.ChooseAsync(toy, pool, draft, free, new OrToolsSolvers().SetPartitioning, Limits, rules, CancellationToken.None);

    /// <summary>Job 1 never starts at 1.</summary>
    private sealed class NotAtOne : IPoolRules
    {
        public void AddRows(PoolRows rows)
        {
            foreach (var column in rows.Columns)
            {
                if (column.Column is ToyColumn { Commodity: 1, Start: 1 }) rows.AddAtMost(0, [column.Variable], [1]);
            }
        }
    }
}
