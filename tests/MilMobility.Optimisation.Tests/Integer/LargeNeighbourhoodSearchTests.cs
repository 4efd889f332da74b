using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Stopping;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Integer;

/// <summary>Against optima found by trying every order of the serials.</summary>
public sealed class LargeNeighbourhoodSearchTests
{
    private static readonly NeighbourhoodOptions None = new()
    {
        Sweep = false, ConflictCluster = false, Corridor = false, TimeWindow = false, Resource = false, WorstRegret = false,
    };

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void It_finds_the_optimum_of_tiny_problems(int seed)
    {
        var toy = ToyMachines.Random((ulong)seed, jobs: 6, machines: 1 + (seed % 2));
        var draft = Filled(toy);
        Improve(toy, draft, new NeighbourhoodOptions(), 40_000);
        draft.AssertValid();
        Assert.Equal(toy.Optimum(), draft.Objective);
    }

    [Fact]
    public void Out_of_order_jobs_swap()
    {
        // The heavy one first: 27 (see the toy's own tests); insertion by number gives 54.
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        var draft = Filled(toy);
        Assert.Equal(54, draft.Objective);
        Improve(toy, draft, new NeighbourhoodOptions(), 10_000);
        Assert.Equal(27, draft.Objective);
    }

    [Theory]
    [InlineData("conflict cluster"), InlineData("corridor"), InlineData("time window"), InlineData("resource")]
    [InlineData("worst regret"), InlineData("stretch of time")]
    public void Each_neighbourhood_alone_improves_a_crowded_plan(string name)
    {
        var options = None with
        {
            ConflictCluster = name == "conflict cluster", Corridor = name == "corridor", TimeWindow = name == "time window",
            Resource = name == "resource", WorstRegret = name == "worst regret",
            Overtaking = name == "stretch of time",
        };
        var toy = ToyMachines.Random(11, jobs: 20, machines: 2);
        var draft = Filled(toy);
        var start = draft.Objective;
        var search = Improve(toy, draft, options, 100_000);
        Assert.True(draft.Objective < start);
        draft.AssertValid();
        Assert.Equal([name], search.Yields.Select(y => y.Name));
        Assert.Equal(start - draft.Objective, search.Yields.Sum(y => y.Gain));
    }

    [Fact]
    public void With_everything_off_the_plan_stays()
    {
        var toy = ToyMachines.Random(11, jobs: 20, machines: 2);
        var draft = Filled(toy);
        var before = PlanColumns.Of(draft);
        Improve(toy, draft, None, 100_000);
        Assert.Equal(before.Columns, PlanColumns.Of(draft).Columns);
    }

    [Fact]
    public void The_same_seed_and_work_give_the_same_plan_and_another_seed_another_way()
    {
        var toy = ToyMachines.Random(12, jobs: 30, machines: 2);
        (object?[] Plan, long Work) Run(int seed)
        {
            var draft = Filled(toy);
            Improve(toy, draft, new NeighbourhoodOptions { Seed = seed }, 60_000);
            return ([.. PlanColumns.Of(draft).Columns.Select(c => c?.Journey)], draft.Work);
        }

        var (first, second, other) = (Run(1), Run(1), Run(2));
        Assert.Equal(first.Plan, second.Plan);
        Assert.Equal(first.Work, second.Work);
        Assert.NotEqual(first.Work, other.Work);
    }

    [Fact]
    public void Ending_early_does_not_change_which_plans_stay()
    {
        // One neighbourhood and no learning from work, so that both runs draw the same groups; work is all that differs.
        var toy = ToyMachines.Random(13, jobs: 20, machines: 2);
        var options = None with { ConflictCluster = true, Adaptive = false };
        var (with, without) = (Filled(toy), Filled(toy));
        var rounds = new Rounds(300);
        Improve(toy, with, options, rounds);
        rounds.Reset();
        Improve(toy, without, options with { EarlyEnd = false }, rounds);
        Assert.Equal(PlanColumns.Of(without).Columns.Select(c => c?.Journey), PlanColumns.Of(with).Columns.Select(c => c?.Journey));
        Assert.True(with.Work < without.Work);
    }

    [Fact]
    public void A_search_that_takes_worse_plans_gives_back_the_best()
    {
        var toy = ToyMachines.Random(14, jobs: 25, machines: 2);
        var draft = Filled(toy);
        var trace = new ConvergenceTrace();
        var options = new NeighbourhoodOptions { WorseShare = 0.2, CoolingWork = 1_000_000 };
        Search(toy, draft, options).Improve(StopRule.Work(50_000), trace, CancellationToken.None);
        draft.AssertValid();
        Assert.Equal(trace.Objective, draft.Objective);
    }

    [Theory]
    [InlineData(1), InlineData(7), InlineData(40), InlineData(200)]
    public void Interrupted_at_any_search_the_draft_is_valid_and_no_worse(int after)
    {
        var toy = ToyMachines.Random(15, jobs: 20, machines: 2);
        using var stop = new CancellationTokenSource();
        var inner = Filled(toy);
        var start = inner.Objective;
        var draft = new InterruptingDraft(inner, after, stop);
        Search(toy, draft, new NeighbourhoodOptions()).Improve(StopRule.Work(1_000_000), new ConvergenceTrace(), stop.Token);
        Assert.True(stop.IsCancellationRequested);
        inner.AssertValid();
        Assert.True(inner.Objective <= start);
    }

    [Fact]
    public void The_rule_that_ends_it_is_named_and_a_plan_at_its_bound_needs_none()
    {
        var toy = ToyMachines.Random(16, jobs: 20, machines: 2);
        var verdict = Search(toy, Filled(toy), new NeighbourhoodOptions())
            .Improve(StopRule.Work(1_000), new ConvergenceTrace(), CancellationToken.None);
        Assert.Equal(new StopVerdict("work", Reproducible: true), verdict);

        // Jobs that do not meet cost their bounds from the start.
        var easy = new ToyMachines([new ToyJob(0, 2, 1, 50), new ToyJob(5, 2, 1, 50)], 1, 1, 20);
        Assert.Null(Search(easy, Filled(easy), new NeighbourhoodOptions())
            .Improve(StopRule.Work(long.MaxValue), new ConvergenceTrace(), CancellationToken.None));
    }

    [Fact]
    public void Every_column_inserted_is_told()
    {
        var toy = ToyMachines.Random(17, jobs: 10, machines: 1);
        var draft = Filled(toy);
        var told = new List<Column>();
        var search = new LargeNeighbourhoodSearch(draft, Seams(toy, draft), new NeighbourhoodOptions()) { Inserted = told.Add };
        var before = PlanColumns.Of(draft).Columns;
        search.Improve(StopRule.Work(20_000), new ConvergenceTrace(), CancellationToken.None);
        Assert.All(PlanColumns.Of(draft).Columns.Except(before), c => Assert.Contains(c, told));
    }

    internal static ToyDraft Filled(ToyMachines toy)
    {
        var draft = new ToyDraft(toy);
        for (var k = 0; k < toy.SerialCount; k++) draft.Insert(k, CancellationToken.None);
        return draft;
    }

    /// <summary>Seams with free costs as bounds, the ready time's half of the horizon as a label, and the free column.</summary>
    internal static SerialSeams Seams(ToyMachines toy, IPlanDraft draft)
    {
        var pricer = toy.NewPricer();
        var alone = Enumerable.Range(0, toy.CommodityCount)
            .Select(k => pricer.Price(k, new Tolls(toy), 1, CancellationToken.None)).ToArray();
        return SerialSeams.Of(toy, draft, [.. alone.Select(a => a.BoundAtTolls)]) with
        {
            GroupOf = k => toy.Job(toy.CommodityOf(k)).Ready % 2,
            Alone = k => alone[toy.CommodityOf(k)].Columns.FirstOrDefault(),
        };
    }

    private static LargeNeighbourhoodSearch Search(ToyMachines toy, IPlanDraft draft, NeighbourhoodOptions options) =>
        new(draft, Seams(toy, draft), options);

    private static LargeNeighbourhoodSearch Improve(ToyMachines toy, ToyDraft draft, NeighbourhoodOptions options, long work) =>
        Improve(toy, draft, options, StopRule.Work(work));

    private static LargeNeighbourhoodSearch Improve(ToyMachines toy, ToyDraft draft, NeighbourhoodOptions options, IStopRule rule)
    {
        var search = Search(toy, draft, options);
        search.Improve(rule, new ConvergenceTrace(), CancellationToken.None);
        return search;
    }

    /// <summary>Stops after a number of checks.</summary>
    private sealed class Rounds(int most) : IStopRule
    {
        private int _checks;

        public void Reset() => _checks = 0;

        public StopVerdict? Check(in OptimisationState state) => ++_checks > most ? new StopVerdict("rounds", Reproducible: true) : null;
    }

    /// <summary>A draft whose user gives up in the middle of a search.</summary>
    private sealed class InterruptingDraft(ToyDraft inner, int after, CancellationTokenSource stop) : IPlanDraft
    {
        private int _searches;

        public int SerialCount => inner.SerialCount;

        public long Objective => inner.Objective;

        public long Work => inner.Work;

        public Column? this[int serial] => inner[serial];

        public int CommodityOf(int serial) => inner.CommodityOf(serial);

        public bool Insert(int serial, CancellationToken cancellation)
        {
            if (++_searches == after) stop.Cancel();
            return inner.Insert(serial, cancellation);
        }

        public bool TryAdd(int serial, Column column) => inner.TryAdd(serial, column);

        public Column? Remove(int serial) => inner.Remove(serial);
    }
}
