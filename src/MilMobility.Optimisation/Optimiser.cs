using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Pool;
using MilMobility.Optimisation.Stopping;
using MilMobility.Solvers;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Optimisation;

/// <summary>
/// From first plans to the best plan with a proven gap:
/// <code>
///   independent optima -> dual ascent  |  master -> rounding, dive -> choice from the pool  |
///                         search beside it                         -> neighbourhood search  -> until a rule says stop
/// </code>
/// Anytime: a plan and a bound are at hand after every step, and whatever ends the run, the best of both come back.
/// Deterministic for a seed unless a clock or the user ends it. One run per object; not thread-safe.
/// </summary>
public sealed class Optimiser
{
    private const int AscentChunk = 25;

    private readonly IColumnProblem _problem;
    private readonly OptimiserPorts _ports;
    private readonly OptimiserOptions _options;
    private readonly IStopRule _stop;
    private readonly ConvergenceTrace _trace;
    private readonly IPlanDraft _draft;
    private readonly Dictionary<(int, object), Column> _columns = [];
    private ColumnGeneration _generation = null!;
    private SearchChains? _search;
    private StopVerdict? _verdict;
    private PoolChoiceOutcome? _choice;
    private MasterRound? _lastMaster;
    private string _boundMethod = "none";
    private long _sideWork;
    private long _workAtImprovement;
    private bool _cancelled;
    private bool _engineFailed;

    /// <param name="problem">The problem.</param>
    /// <param name="ports">Drafts and solvers.</param>
    /// <param name="options">Switches and limits.</param>
    /// <param name="stop">When to stop.</param>
    /// <param name="trace">Told of every improvement.</param>
    public Optimiser(
        IColumnProblem problem, OptimiserPorts ports, OptimiserOptions options, IStopRule stop, ConvergenceTrace trace)
    {
        _problem = problem;
        _ports = ports;
        _options = options;
        _stop = stop;
        _trace = trace;
        _draft = ports.NewDraft();
    }

    /// <summary>Told of the stage at work, in words.</summary>
    public Action<string>? Stage { get; init; }

    /// <summary>Serials that the plan at hand moves.</summary>
    public int Moved => Enumerable.Range(0, _draft.SerialCount).Count(k => _draft[k] is not null);

    private long Work => _generation.Work + _draft.Work + _sideWork + (_search?.OthersWork ?? 0);

    /// <param name="firstPlans">Plans to start from, of which the first of the cheapest is taken; none: an empty plan.</param>
    /// <param name="cancellation">Ends the run with what is at hand.</param>
    /// <exception cref="EngineException">The solvers' engine cannot be used, and nobody wants to be told instead.</exception>
    public async Task<OptimiserResult> RunAsync(IReadOnlyList<PlanColumns> firstPlans, CancellationToken cancellation)
    {
        foreach (var plan in firstPlans) Keep(plan);
        firstPlans.MinBy(p => p.Objective)?.Restore(_draft);
        _trace.Plan("first plan", _draft.Objective, _draft.Work);
        using (_generation = new ColumnGeneration(_problem, _options.Columns))
        {
            try
            {
                Begin(cancellation);
                if (GoOn()) Ascend(cancellation);
                if (GoOn()) await WithEngineAsync(() => MasterAsync(cancellation)).ConfigureAwait(false);
                if (GoOn()) await FinishAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                _cancelled = true;
            }

            _cancelled |= cancellation.IsCancellationRequested;
            return new OptimiserResult(
                PlanColumns.Of(_draft), Math.Min(_trace.Bound, _draft.Objective), _boundMethod, _verdict, _cancelled,
                _generation.BestTolls(), _choice, _search?.Yields ?? [], _generation.Searches, _lastMaster?.Rows ?? 0,
                _lastMaster?.Columns ?? 0, Work);
        }
    }

    private void Begin(CancellationToken cancellation)
    {
        Stage?.Invoke("independent optima");
        var alone = new Column?[_problem.CommodityCount];
        _generation.PriceFree(
            column =>
            {
                Keep(column);
                alone[column.Commodity] ??= column;
            }, cancellation);
        Prove("independent optima");
        var seams = SerialSeams.Of(_problem, _draft, _generation.FreeCost) with
        {
            GroupOf = _ports.GroupOf, Alone = serial => alone[_draft.CommodityOf(serial)],
        };
        var options = _options.Neighbourhoods with { Seed = _options.Seed };
        var chains = new ChainOptions(_options.SearchChains, _options.Columns.Threads, _options.SearchPatienceWork);
        _search = new SearchChains(_draft, _ports.NewDraft, seams, options, chains, Keep);
    }

    /// <summary>The ascent in chunks; after each, plans rounded from it and some search, so that plan and bound rise together.</summary>
    private void Ascend(CancellationToken cancellation)
    {
        var rounds = 0;
        var chunkWork = Work;
        _generation.Ascend(
            () => _trace.Objective!.Value, Keep, () =>
            {
                Stage?.Invoke("dual ascent");
                Prove("dual ascent");
                if (++rounds % AscentChunk == 0)
                {
                    Round(cancellation);
                    Search((long)((Work - chunkWork) * _options.SearchShare), cancellation);
                    chunkWork = Work;
                }

                return GoOn();
            }, cancellation);
    }

    private async Task MasterAsync(CancellationToken cancellation)
    {
        Round(cancellation);
        if (!_options.Master || _engineFailed || _ports.NewProgram is not { } newProgram) return;
        if (_generation.PricedSeconds > _options.MasterRowsMax) return;
        Stage?.Invoke("master program");
        using var program = newProgram();
        var start = _generation.Fractional.Select(f => f.Column).Concat(PlanColumns.Of(_draft).Columns.OfType<Column>());
        using var session = _generation.OpenMaster(program, start, Keep, newProgram);
        var (rounds, lastRise, risenFrom) = (0, 0, _generation.Bound);
        var workBefore = Work;
        await session.SolveAsync(
            round =>
            {
                _lastMaster = round;
                Prove("column generation");
                rounds++;
                if (_generation.Bound - risenFrom > _options.MasterRise * risenFrom) (lastRise, risenFrom) = (rounds, _generation.Bound);
                Search((long)((Work - workBefore) * _options.MasterSearchShare), cancellation);
                workBefore = Work;
                return rounds < _options.MasterRounds && rounds - lastRise < _options.MasterPatience && GoOn();
            }, cancellation).ConfigureAwait(false);
        Prove("column generation");
        Round(cancellation);
        if (!_options.Dive || !GoOn()) return;
        Stage?.Invoke("dive");
        var draft = _ports.NewDraft();
        await Diving.DiveAsync(session, draft, _problem.CommodityCount, _options.Diving, cancellation).ConfigureAwait(false);
        _sideWork += draft.Work;
        Offer("dive", PlanColumns.Of(draft));
    }

    /// <summary>A stage that needs the engine; without one the run goes on by search, if the caller wants to be told so.</summary>
    private async Task WithEngineAsync(Func<Task> stage)
    {
        try
        {
            await stage().ConfigureAwait(false);
        }
        catch (EngineException fault) when (_ports.EngineFailed is not null)
        {
            _engineFailed = true;
            _ports.EngineFailed(fault);
        }
    }

    /// <summary>Choice from the pool and neighbourhood search in turn, until both bring nothing.</summary>
    private async Task FinishAsync(CancellationToken cancellation)
    {
        for (var idle = 0; idle < _options.IdleRounds && GoOn();)
        {
            var before = _draft.Objective;
            await WithEngineAsync(() => ChooseAsync(cancellation)).ConfigureAwait(false);
            if (!GoOn()) return;
            Search(_options.SearchWork, cancellation);
            idle = _draft.Objective < before ? 0 : idle + 1;
            if (!_options.Search && _choice is null) return;
        }
    }

    private async Task ChooseAsync(CancellationToken cancellation)
    {
        if (!_options.Pool || _engineFailed || _ports.PoolSolver is not { } solver || _options.PoolWork <= 0) return;
        Stage?.Invoke("pool");
        var pool = new ColumnPool(_problem, _options.PoolColumnsPerSerial);
        var tolls = _generation.BestTolls();
        foreach (var column in _columns.Values) pool.Add(column, column.Cost + tolls.Of(column));
        var limits = new SolveLimits(SolveLimits.TimeMax, _options.PoolWork, Math.Max(0, _options.Seed));
        _choice = await PoolChoice.ChooseAsync(
            _problem, pool, _draft, null, solver, limits, _ports.PoolRules, cancellation).ConfigureAwait(false);
        Improved("pool");
    }

    private void Search(long work, CancellationToken cancellation)
    {
        if (!_options.Search || work <= 0) return;
        Stage?.Invoke("neighbourhood search");
        var started = Work;
        var outer = new RunRule(_stop, started, _workAtImprovement);
        var ended = _search!.Improve(work, outer, _trace, cancellation);
        if (ended is not null && ended == outer.Verdict) _verdict ??= ended;
        Improved("neighbourhood search");
    }

    private void Round(CancellationToken cancellation)
    {
        if (_options.RoundingRounds <= 0 || _generation.Fractional.Count == 0) return;
        Stage?.Invoke("rounding");
        var drafts = new List<IPlanDraft>();
        var gate = new Lock();
        var options = new RoundingOptions
        {
            Rounds = _options.RoundingRounds, Seed = _options.Seed, Threads = _options.Columns.Threads,
        };
        var plans = Rounding.Round(
            _generation.Fractional, _problem.CommodityCount, () =>
            {
                var draft = _ports.NewDraft();
                lock (gate) drafts.Add(draft);
                return draft;
            }, options, null, cancellation);
        _sideWork += drafts.Sum(d => d.Work);
        foreach (var plan in plans) Offer("rounding", plan);
    }

    private void Offer(string stage, PlanColumns plan)
    {
        Keep(plan);
        if (plan.Objective >= _draft.Objective) return;
        plan.Restore(_draft);
        Improved(stage);
    }

    private void Improved(string stage)
    {
        if (_trace.Plan(stage, _draft.Objective, Work) || _trace.Objective == _draft.Objective) _workAtImprovement = Work;
    }

    private void Prove(string stage)
    {
        // Every plan costs a multiple of the step, so that a bound between two of them proves the next.
        var step = _options.MoneyStep;
        if (!_trace.Proof(stage, checked((_generation.Bound + step - 1) / step * step), Work)) return;
        _boundMethod = stage;
        _workAtImprovement = Work;
    }

    private bool GoOn()
    {
        _verdict ??= _stop.Check(_trace.State(Work, _workAtImprovement));
        return _verdict is null;
    }

    private void Keep(PlanColumns plan)
    {
        foreach (var column in plan.Columns)
        {
            if (column is not null) Keep(column);
        }
    }

    private void Keep(Column column)
    {
        if (_options.Pool) _columns.TryAdd((column.Commodity, column.Journey), column);
    }

    /// <summary>The run's rule as a stage sees it, whose work starts at zero.</summary>
    private sealed class RunRule(IStopRule rule, long workBefore, long workAtImprovement) : IStopRule
    {
        public StopVerdict? Verdict { get; private set; }

        public StopVerdict? Check(in OptimisationState state)
        {
            var improved = state.WorkAtImprovement > 0 ? workBefore + state.WorkAtImprovement : workAtImprovement;
            return Verdict = rule.Check(state with { Work = workBefore + state.Work, WorkAtImprovement = improved });
        }
    }
}
