using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer.Neighbourhoods;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// Improves a plan by taking serials out and inserting them again by the exact search of the draft: first each alone where much
/// of the plan is new to it, then groups that a neighbourhood picks, in several orders. A plan that is not worse stays; if
/// switched on, one that is little worse may stay for a while, and the best one comes back at the end. Neighbourhoods, sizes
/// and orders are chosen by what they gained per work. Anytime: whatever ends it, the draft holds the best plan found.
/// Deterministic for a seed unless a clock or the user ends it. Literature: Shaw 1998 (10.1007/3-540-49481-2_30); Schrimpf et
/// al. 2000, ruin and recreate (10.1006/jcph.1999.6413); Dueck 1993, record-to-record travel (10.1006/jcph.1993.1010). One
/// draft, one thread.
/// </summary>
public sealed class LargeNeighbourhoodSearch
{
    private const string Stage = "neighbourhood search";
    private const int SweepsMax = 4;

    /// <summary>A plan is swept if at least one in so many of its serials is not where the last call left it.</summary>
    private const int SweepNewShare = 4;

    private readonly IPlanDraft _draft;
    private readonly SerialSeams _seams;
    private readonly NeighbourhoodOptions _options;
    private readonly IReadOnlyList<INeighbourhood> _neighbourhoods;
    private readonly GroupDrawing _drawing;
    private readonly PlanView _view;
    private readonly SplitMix _random;
    private readonly List<Column?> _before = [];
    private readonly long _boundSum;
    private PlanColumns _best;
    private long _workAtStart;
    private long _workAtImprovement;
    private long _rounds;
    private bool _begun;

    /// <param name="draft">The plan; changed in place by <see cref="Improve"/> and by nobody else meanwhile.</param>
    /// <param name="seams">Costs, bounds and labels of the serials.</param>
    /// <param name="options">What is switched on.</param>
    public LargeNeighbourhoodSearch(IPlanDraft draft, SerialSeams seams, NeighbourhoodOptions options)
    {
        _draft = draft;
        _seams = seams;
        _options = options;
        _neighbourhoods = options.Neighbourhoods();
        _random = new SplitMix((ulong)(uint)options.Seed);
        _view = new PlanView(draft, seams);
        _drawing = new GroupDrawing(_neighbourhoods, options, _random);
        for (var k = 0; k < draft.SerialCount; k++) _boundSum += seams.Bound(k);
        _best = PlanColumns.Of(draft);
    }

    /// <summary>Told of every column inserted, kept or not; null for nobody.</summary>
    public Action<Column>? Inserted { get; init; }

    /// <summary>Told of every move that stays and changes the plan; null for nobody.</summary>
    internal Action<AcceptedMove>? Accepted { get; init; }

    /// <summary>Gain and work of each neighbourhood so far.</summary>
    public IReadOnlyList<NeighbourhoodYield> Yields => _drawing.Yields;

    private long Work => _draft.Work - _workAtStart + _rounds;

    /// <summary>Improves the draft until the rule, the bound or the user ends it; may be called again to go on.</summary>
    /// <param name="stop">Sees the work since this call, the trace's time, objective and bound.</param>
    /// <param name="trace">Told of every best plan.</param>
    /// <param name="cancellation">Ends the search with the best plan in the draft.</param>
    /// <returns>What ended it; null if the plan meets its bounds, nothing is switched on, or the user ended it.</returns>
    public StopVerdict? Improve(IStopRule stop, ConvergenceTrace trace, CancellationToken cancellation)
    {
        var isNew = TakeUp();
        _best = PlanColumns.Of(_draft);
        _workAtStart = _draft.Work;
        _workAtImprovement = _rounds = 0;
        trace.Plan(Stage, _best.Objective, 0);
        var verdict = _options.Sweep && isNew ? SweepAll(stop, trace, cancellation) : null;
        while (verdict is null && !cancellation.IsCancellationRequested && _draft.Objective > _boundSum)
        {
            verdict = stop.Check(trace.State(Work, _workAtImprovement));
            if (verdict is not null || _neighbourhoods.Count == 0) break;
            Round(trace, cancellation);
        }

        if (_draft.Objective > _best.Objective) _best.Restore(_draft);
        return verdict;
    }

    /// <summary>Takes up the draft as it is; true if much of it has changed since the last call, or there was none.</summary>
    private bool TakeUp()
    {
        var changed = 0;
        for (var k = 0; k < _draft.SerialCount; k++)
        {
            if (!ReferenceEquals(_view[k], _draft[k])) changed++;
            _view.Refresh(k);
        }

        var isNew = !_begun || SweepNewShare * changed >= _draft.SerialCount;
        _begun = true;
        return isNew;
    }

    private void Round(ConvergenceTrace trace, CancellationToken cancellation)
    {
        _rounds++;
        var (before, work) = (_draft.Objective, Work);
        var group = _drawing.Draw(_view);
        if (group.Count > 0) Reinsert(group, AcceptBelow(before), cancellation);
        Note(trace);
        _drawing.Learn(Math.Max(0, before - _draft.Objective), Work - work);
    }

    /// <summary>Each serial alone, the worst first, until a sweep brings nothing.</summary>
    private StopVerdict? SweepAll(IStopRule stop, ConvergenceTrace trace, CancellationToken cancellation)
    {
        for (var sweep = 0; sweep < SweepsMax; sweep++)
        {
            var start = _draft.Objective;
            var order = Enumerable.Range(0, _draft.SerialCount).Where(k => _view.Regret(k) > 0)
                .OrderByDescending(_view.Regret).ThenBy(k => k).ToList();
            foreach (var serial in order)
            {
                if (cancellation.IsCancellationRequested) return null;
                if (stop.Check(trace.State(Work, _workAtImprovement)) is { } verdict) return verdict;
                _rounds++;
                Reinsert([serial], _draft.Objective, cancellation);
                Note(trace);
            }

            if (_draft.Objective >= start) break;
        }

        return null;
    }

    /// <summary>Objective up to which a new plan stays.</summary>
    private long AcceptBelow(long before)
    {
        if (_options.WorseShare <= 0 || Work >= _options.CoolingWork) return before;
        var share = _options.WorseShare * (1 - (Work / (double)_options.CoolingWork));
        return Math.Max(before, _best.Objective + (long)(_best.Objective * share));
    }

    private void Note(ConvergenceTrace trace)
    {
        if (_draft.Objective >= _best.Objective) return;
        _best = PlanColumns.Of(_draft);
        _workAtImprovement = Work;
        trace.Plan(Stage, _best.Objective, Work);
    }

    /// <summary>Takes serials out and inserts them in their order; undone if the objective comes above a limit.</summary>
    private void Reinsert(List<int> group, long acceptUpTo, CancellationToken cancellation)
    {
        _before.Clear();
        foreach (var serial in group) _before.Add(_draft.Remove(serial));
        if (!InsertAll(group, acceptUpTo, cancellation)) PutBack(group);
        else if (Accepted is not null) Tell(group);
        foreach (var serial in group) _view.Refresh(serial);
    }

    /// <summary>False as soon as the plan cannot come down to the limit any more, or the user ends it.</summary>
    private bool InsertAll(List<int> group, long acceptUpTo, CancellationToken cancellation)
    {
        // What those still out can take off the objective at most.
        long hope = 0;
        foreach (var serial in group) hope += _seams.UnmovedCost(serial) - _seams.Bound(serial);
        try
        {
            foreach (var serial in group)
            {
                var unmoved = _seams.UnmovedCost(serial);
                hope -= unmoved - _seams.Bound(serial);
                // What it may add at most for the plan to come down to the limit with the others at their bounds.
                var costBelow = _options.EarlyEnd ? acceptUpTo - (_draft.Objective - unmoved) + hope + 1 : long.MaxValue;
                if (_draft.Insert(serial, costBelow, cancellation)) Inserted?.Invoke(_draft[serial]!);
                if (_options.EarlyEnd && _draft.Objective - hope > acceptUpTo) return false;
            }
        }
        catch (OperationCanceledException)
        {
            // The plan before comes back: what is half done costs more.
            return false;
        }

        return _draft.Objective <= acceptUpTo;
    }

    private void Tell(List<int> group)
    {
        Column?[] after = [.. group.Select(serial => _draft[serial])];
        if (!after.SequenceEqual(_before)) Accepted!(new AcceptedMove([.. group], [.. _before], after));
    }

    private void PutBack(List<int> group)
    {
        foreach (var serial in group) _draft.Remove(serial);
        for (var i = 0; i < group.Count; i++)
        {
            if (_before[i] is { } column && !_draft.TryAdd(group[i], column))
                throw new InvalidOperationException($"serial {group[i]} does not fit where it was");
        }
    }
}
