using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Instances;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Pool;
using MilMobility.Optimisation.Stopping;
using MilMobility.Solvers;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Convoys.Planning;

/// <summary>
/// Plans an instance: insertion in several orders, the independent bound, dual ascent, rounding, the master program with a dive, the
/// choice from the pool of all columns met, and large-neighbourhood search until a limit ends it. Whatever ends it, the best plan
/// so far and its proven bound come back, checked. Deterministic for a seed and a work limit. Not thread-safe.
/// </summary>
public sealed class ConvoyPlanner : IDisposable
{
    private const long FirstPlanWork = 400_000;
    private const long EarlySearchWork = 400_000;
    private const long LateSearchWork = 4_000_000;
    private const int PoolColumnsPerConvoy = 60;
    private const long MillisecondsPerSecond = 1000;
    private static readonly SolveLimits s_poolLimits = new(TimeSpan.FromSeconds(20), 5, 0);

    private readonly ConvoyColumns _problem;
    private readonly ConvoyPlanOptions _options;
    private readonly OrToolsSolvers? _solvers;
    private readonly ConvergenceTrace _trace = new();
    private readonly PlanClock _clock;
    private readonly ColumnGeneration _generation;
    private readonly ColumnPool _pool;
    private readonly List<string> _notes = [];
    private readonly IProgress<ConvoyProgress>? _progress;
    private ConvoyDraft? _draft;
    private string _stage = "";

    private ConvoyPlanner(
        ConvoyInstance instance, ConvoyPlanOptions options, OrToolsSolvers? solvers, IProgress<ConvoyProgress>? progress)
    {
        _problem = new ConvoyColumns(instance);
        (_options, _solvers, _progress) = (options, solvers, progress);
        var rules = new List<IStopRule> { StopRule.Gap(options.Gap) };
        if (options.WorkLimit is { } work) rules.Add(StopRule.Work(work));
        if (options.TimeLimit is { } time) rules.Add(StopRule.Time(time));
        _clock = new PlanClock(StopRule.Any(rules), _trace);
        _generation = new ColumnGeneration(_problem, options.Columns with { Threads = options.Threads });
        _pool = new ColumnPool(_problem, PoolColumnsPerConvoy);
    }

    /// <summary>Plans an instance.</summary>
    /// <param name="instance">Instance.</param>
    /// <param name="options">Seed and limits; without any limit the search ends only with a proven optimum.</param>
    /// <param name="solvers">Solvers for master and pool; null to do without.</param>
    /// <param name="progress">Told of stages and improvements; null for nobody.</param>
    /// <param name="cancellation">Ends the search with the best plan so far.</param>
    public static async Task<ConvoyPlan> PlanAsync(
        ConvoyInstance instance, ConvoyPlanOptions options, OrToolsSolvers? solvers, IProgress<ConvoyProgress>? progress,
        CancellationToken cancellation)
    {
        using var planner = new ConvoyPlanner(instance, options, solvers, progress);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.TimeLimit is { } time) limit.CancelAfter(time);
        try
        {
            await planner.RunAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // The draft holds the best plan so far; what ended the search is said below.
            progress?.Report(planner.Now("limit reached"));
        }

        var ended = limit.IsCancellationRequested ? "time" : "all stages";
        var stoppedBy = cancellation.IsCancellationRequested ? "cancelled" : planner._clock.Verdict?.Rule ?? ended;
        return planner.Assemble(stoppedBy);
    }

    public void Dispose() => _generation.Dispose();

    private async Task RunAsync(CancellationToken cancellation)
    {
        First(cancellation);
        if (_draft is null || Ended(0)) return;
        Search(EarlySearchWork, cancellation);
        if (Ended(0)) return;
        if (_problem.CanPrice)
        {
            Ascend(cancellation);
            if (Ended(0)) return;
            await MasterAsync(cancellation).ConfigureAwait(false);
        }

        while (_options.NeighbourhoodSearch && !Ended(0))
        {
            Search(LateSearchWork, cancellation);
            if (!Ended(0) && _problem.CanPrice) await ChooseAsync(cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void First(CancellationToken cancellation)
    {
        Tell("first plan");
        _generation.PriceFree(c => _pool.Add(c), cancellation);
        _clock.WorkBefore += _generation.Work;
        Prove(_stage, _generation.Bound, 0);
        var first = new FirstPlans(_problem, _options.Seed, _options.Threads);
        var found = (long objective) =>
        {
            if (_trace.Plan(_stage, objective, _clock.WorkBefore)) Tell(_stage);
        };
        _draft = first.Best(FirstPlanWork, found, _trace.Bound, cancellation);
        _clock.WorkBefore += first.Work;
        Keep();
    }

    /// <summary>Large-neighbourhood search on the draft.</summary>
    private void Search(long work, CancellationToken cancellation)
    {
        if (!_options.NeighbourhoodSearch) return;
        Tell("neighbourhood search");
        var before = _draft!.Work;
        var seams = SerialSeams.Of(_problem, _draft, _generation.FreeCost);
        var search = new LargeNeighbourhoodSearch(
            _draft, seams, new NeighbourhoodOptions { Seed = unchecked(_options.Seed + (int)(before % 1_000_003)) })
        {
            Inserted = column => _pool.Add(column),
        };
        search.Improve(StopRule.Any(_clock, StopRule.Work(work)), _trace, cancellation);
        _clock.WorkBefore += Math.Max(1, _draft.Work - before);
        Keep();
    }

    private void Ascend(CancellationToken cancellation)
    {
        Tell("dual ascent");
        var before = _generation.Work;
        try
        {
            _generation.Ascend(
                () => _draft!.Objective, c => _pool.Add(c, c.Cost), () =>
                {
                    Prove(_stage, _generation.Bound, _generation.Work - before);
                    return _clock.GoOn(_generation.Work - before);
                }, cancellation);
        }
        finally
        {
            Prove(_stage, _generation.Bound, 0);
            _clock.WorkBefore += _generation.Work - before;
        }

        if (!Ended(0)) Round(cancellation);
    }

    private void Round(CancellationToken cancellation)
    {
        Tell("rounding");
        var plans = Rounding.Round(
            _generation.Fractional, _problem.CommodityCount, () => new ConvoyDraft(_problem),
            new RoundingOptions { Seed = _options.Seed, Threads = _options.Threads, Rounds = 9 },
            plan => _trace.Plan(_stage, plan.Objective, _clock.WorkBefore), cancellation);
        foreach (var plan in plans) _pool.Add(plan.Columns);
        if (plans.MinBy(p => p.Objective) is { } best && best.Objective < _draft!.Objective) best.Restore(_draft);
        Keep();
    }

    private async Task MasterAsync(CancellationToken cancellation)
    {
        if (_solvers is null) return;
        try
        {
            await using var program = _solvers.NewLinearProgram();
            Tell("master program");
            var before = _generation.Work;
            var start = _generation.Fractional.Select(f => f.Column).Concat(PlanColumns.Of(_draft!).Columns.OfType<Column>());
            var session = _generation.OpenMaster(program, start, c => _pool.Add(c));
            try
            {
                await session.SolveAsync(
                    _ =>
                    {
                        Prove(_stage, _generation.Bound, _generation.Work - before);
                        return _clock.GoOn(_generation.Work - before);
                    }, cancellation).ConfigureAwait(false);
            }
            finally
            {
                Prove(_stage, _generation.Bound, 0);
                _clock.WorkBefore += _generation.Work - before;
            }

            if (Ended(0)) return;
            Round(cancellation);
            if (Ended(0)) return;
            Search(EarlySearchWork, cancellation);
            if (!Ended(0)) await DiveAsync(session, cancellation).ConfigureAwait(false);
            if (!Ended(0)) await ChooseAsync(cancellation).ConfigureAwait(false);
        }
        catch (EngineException fault)
        {
            _notes.Add($"the solver cannot be used, so the plan is by search alone: {fault.Message}");
        }
    }

    private async Task DiveAsync(MasterSession session, CancellationToken cancellation)
    {
        Tell("dive");
        var before = _generation.Work;
        var draft = new ConvoyDraft(_problem);
        await Diving.DiveAsync(session, draft, _problem.CommodityCount, new DivingOptions(), cancellation).ConfigureAwait(false);
        _clock.WorkBefore += _generation.Work - before + draft.Work;
        if (draft.Objective < _draft!.Objective) PlanColumns.Of(draft).Restore(_draft);
        Keep();
    }

    private async Task ChooseAsync(CancellationToken cancellation)
    {
        if (_solvers is null || _notes.Count > 0 || !_options.PoolChoice) return;
        Tell("pool choice");
        try
        {
            var outcome = await PoolChoice.ChooseAsync(
                _problem, _pool, _draft!, null, _solvers.SetPartitioning, s_poolLimits, null, cancellation).ConfigureAwait(false);
            _clock.WorkBefore += (long)(outcome.Work * LateSearchWork / s_poolLimits.Work);
        }
        catch (EngineException fault)
        {
            _notes.Add($"the solver cannot be used, so the plan is by search alone: {fault.Message}");
        }

        Keep();
    }

    /// <summary>Takes note of the draft as it is.</summary>
    private void Keep()
    {
        _pool.Add(PlanColumns.Of(_draft!).Columns);
        if (_trace.Plan(_stage, _draft!.Objective, _clock.WorkBefore)) Tell(_stage);
    }

    /// <summary>Every plan costs whole seconds, so that a bound between two of them proves the next.</summary>
    private void Prove(string stage, long bound, long work)
    {
        var seconds = (bound + MillisecondsPerSecond - 1) / MillisecondsPerSecond;
        if (_trace.Proof(stage, seconds * MillisecondsPerSecond, _clock.WorkBefore + work)) Tell(stage);
    }

    private bool Ended(long work) => !_clock.GoOn(work);

    private void Tell(string stage)
    {
        _stage = stage;
        _progress?.Report(Now(stage));
    }

    private ConvoyProgress Now(string stage) => new(stage, _trace.Objective / MillisecondsPerSecond, _trace.Bound / MillisecondsPerSecond);

    private ConvoyPlan Assemble(string stoppedBy) => PlanAssembly.Make(_problem, _draft, stoppedBy, _clock.WorkBefore, _trace, _notes);
}

/// <summary>How far a plan is.</summary>
/// <param name="Stage">Stage, in words.</param>
/// <param name="ObjectiveSeconds">Best objective, unmoved convoys at their price; null before the first plan.</param>
/// <param name="BoundSeconds">Proven bound.</param>
public sealed record ConvoyProgress(string Stage, long? ObjectiveSeconds, long BoundSeconds);
