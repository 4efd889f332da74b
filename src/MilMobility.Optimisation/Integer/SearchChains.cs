using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// Neighbourhood searches side by side, on a core each. They start a slice of work from one plan with random numbers of their own;
/// after it the moves of all are made in the best of them, as far as they still fit, and all go on from there. Once that
/// has brought nothing for a while, all but the first leave for plans of their own: a large part of the best plan put in again
/// in any order, improved until that stalls too; one that comes out better is the plan of all. So the first descends where there
/// is something to gain nearby, and the others leave valleys that no single move leaves.
/// Deterministic for a seed, whatever the cores, unless a clock or the user ends it. Literature: iterated local search, Lourenco,
/// Martin and Stuetzle 2003 (10.1007/0-306-48056-5_11). Not thread-safe.
/// </summary>
internal sealed class SearchChains
{
    private const string Stage = "neighbourhood search";

    /// <summary>Work of a chain between two meetings.</summary>
    private const long SliceWork = 250_000;

    private readonly Chain[] _chains;
    private readonly ParallelOptions _parallel;
    private readonly long _patienceWork;
    private readonly SplitMix _random;
    private readonly Action<Column> _inserted;
    private PlanColumns _start;
    private long _idleWork;

    /// <param name="draft">The plan; holds the best one after every call.</param>
    /// <param name="newDraft">Makes drafts of the other chains.</param>
    /// <param name="seams">Costs, bounds and labels of the serials.</param>
    /// <param name="options">What is switched on in each chain.</param>
    /// <param name="chains">Searches and cores.</param>
    /// <param name="inserted">Told of every column inserted, one at a time, in the order of the chains.</param>
    public SearchChains(
        IPlanDraft draft, Func<IPlanDraft> newDraft, SerialSeams seams, NeighbourhoodOptions options, ChainOptions chains,
        Action<Column> inserted)
    {
        _inserted = inserted;
        _patienceWork = chains.PatienceWork;
        _random = new SplitMix((ulong)(uint)options.Seed);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, chains.Threads) };
        _chains = new Chain[Math.Max(1, chains.Count)];
        for (var i = 0; i < _chains.Length; i++)
        {
            var own = i == 0 ? draft : newDraft();
            _chains[i] = new Chain(own, seams, options with { Seed = options.Seed + i }, _chains.Length == 1 ? inserted : null);
        }

        _start = PlanColumns.Of(draft);
    }

    /// <summary>Work of all chains but the first, whose draft is the caller's.</summary>
    public long OthersWork => _chains.Skip(1).Sum(c => c.Draft.Work);

    /// <summary>Gain and work of each neighbourhood so far, of all chains together.</summary>
    public IReadOnlyList<NeighbourhoodYield> Yields =>
    [
        .. _chains[0].Search.Yields.Select((yield, i) => yield with
        {
            Rounds = _chains.Sum(c => c.Search.Yields[i].Rounds),
            Gain = _chains.Sum(c => c.Search.Yields[i].Gain),
            Work = _chains.Sum(c => c.Search.Yields[i].Work),
        }),
    ];

    private IPlanDraft Main => _chains[0].Draft;

    private long Work => Main.Work + OthersWork;

    /// <summary>Improves the draft until its work is done, or the rule, the bound or the user ends it; may be called again.</summary>
    /// <param name="work">Work of all chains together.</param>
    /// <param name="stop">Ends it earlier; sees the work since this call.</param>
    /// <param name="trace">Told of every best plan.</param>
    /// <param name="cancellation">Ends the search with the best plan in the draft.</param>
    /// <returns>What ended it; null if the plan meets its bounds, or the user ended it.</returns>
    public StopVerdict? Improve(long work, IStopRule stop, ConvergenceTrace trace, CancellationToken cancellation)
    {
        if (_chains.Length == 1)
            return _chains[0].Search.Improve(StopRule.Any(stop, StopRule.Work(work)), trace, cancellation);
        var (started, improvedAt) = (Work, 0L);
        trace.Plan(Stage, Main.Objective, 0);
        while (!cancellation.IsCancellationRequested)
        {
            var left = work - (Work - started);
            if (stop.Check(trace.State(work - left, improvedAt)) is { } verdict) return verdict;
            if (left <= 0) return StopRule.Work(work).Check(trace.State(work - left, improvedAt));
            var (objective, workBefore) = (Main.Objective, Work);
            var rule = new SliceRule(stop, work - left, improvedAt, _chains.Length);
            Slice(StopRule.Any(rule, StopRule.Work(Math.Min(SliceWork, 1 + (left / _chains.Length)))), trace, cancellation);
            // Only a plan that meets its bounds takes no work.
            if (Work == workBefore) return null;
            Meet(objective, Work - workBefore, cancellation);
            if (Main.Objective < objective) improvedAt = Work - started;
            trace.Plan(Stage, Main.Objective, Work - started);
        }

        return null;
    }

    private void Slice(IStopRule rule, ConvergenceTrace trace, CancellationToken cancellation)
    {
        _start = PlanColumns.Of(Main);
        foreach (var chain in _chains.Where(c => !c.IsAway && c.Draft != Main)) _start.Restore(chain.Draft);
        var bound = trace.Bound;
        Parallel.For(0, _chains.Length, _parallel, i =>
        {
            // A trace of its own: what one chain finds must not end another, or the cores would decide.
            var own = new ConvergenceTrace(() => trace.Elapsed);
            own.Proof(Stage, bound, 0);
            _chains[i].Search.Improve(rule, own, cancellation);
        });
    }

    /// <summary>The best plan and the moves of the others become the first chain's plan; chains leave or come home.</summary>
    private void Meet(long objectiveBefore, long work, CancellationToken cancellation)
    {
        foreach (var chain in _chains)
        {
            foreach (var column in chain.Inserted) _inserted(column);
            chain.Inserted.Clear();
        }

        Merge();
        foreach (var chain in _chains) chain.Moves.Clear();
        _idleWork = Main.Objective < objectiveBefore ? 0 : _idleWork + work;
        foreach (var chain in _chains.Where(c => c.IsAway))
        {
            chain.IdleWork = chain.Draft.Objective < chain.BestAway ? 0 : chain.IdleWork + (work / _chains.Length);
            chain.BestAway = Math.Min(chain.BestAway, chain.Draft.Objective);
            chain.IsAway = chain.Draft.Objective < Main.Objective || chain.IdleWork < _patienceWork;
        }

        if (_idleWork < _patienceWork) return;
        foreach (var chain in _chains.Where(c => !c.IsAway && c.Draft != Main)) Leave(chain, cancellation);
    }

    private void Merge()
    {
        var best = _chains.MinBy(c => c.Draft.Objective)!;
        if (best.Draft != Main)
        {
            var mains = best.IsAway ? [] : _chains[0].Moves.ToList();
            PlanColumns.Of(best.Draft).Restore(Main);
            best.IsAway = false;
            foreach (var move in mains) move.Repeat(Main);
        }

        foreach (var chain in _chains.Where(c => !c.IsAway && c != best && c.Draft != Main))
        {
            foreach (var move in chain.Moves) move.Repeat(Main);
        }
    }

    /// <summary>A chain goes off from the first one's plan with half of it put in again; it stays if that leaves someone out.</summary>
    private void Leave(Chain chain, CancellationToken cancellation)
    {
        var home = PlanColumns.Of(Main);
        home.Restore(chain.Draft);
        var moved = Enumerable.Range(0, chain.Draft.SerialCount).Where(k => chain.Draft[k] is not null && _random.Next(2) == 0)
            .Select(k => (Draw: _random.NextUnit(), Serial: k)).OrderBy(d => d).Select(d => d.Serial).ToList();
        foreach (var serial in moved) chain.Draft.Remove(serial);
        try
        {
            if (!moved.TrueForAll(serial => chain.Draft.Insert(serial, cancellation))) home.Restore(chain.Draft);
        }
        catch (OperationCanceledException)
        {
            home.Restore(chain.Draft);
        }

        (chain.IsAway, chain.IdleWork, chain.BestAway) = (true, 0, chain.Draft.Objective);
    }

    /// <summary>The run's rule as a chain sees it: as if all chains did the work that it does.</summary>
    private sealed class SliceRule(IStopRule rule, long workBefore, long workAtImprovement, int chains) : IStopRule
    {
        public StopVerdict? Check(in OptimisationState state) => rule.Check(
            state with { Work = workBefore + (chains * state.Work), WorkAtImprovement = workAtImprovement });
    }

    /// <summary>One search with its draft and what it did since the last meeting.</summary>
    private sealed class Chain
    {
        public Chain(IPlanDraft draft, SerialSeams seams, NeighbourhoodOptions options, Action<Column>? inserted)
        {
            Draft = draft;
            Search = new LargeNeighbourhoodSearch(draft, seams, options)
            {
                Inserted = inserted ?? Inserted.Add, Accepted = inserted is null ? Moves.Add : null,
            };
        }

        public IPlanDraft Draft { get; }

        public LargeNeighbourhoodSearch Search { get; }

        public List<Column> Inserted { get; } = [];

        public List<AcceptedMove> Moves { get; } = [];

        /// <summary>True while it improves a plan of its own.</summary>
        public bool IsAway { get; set; }

        public long IdleWork { get; set; }

        public long BestAway { get; set; }
    }
}
