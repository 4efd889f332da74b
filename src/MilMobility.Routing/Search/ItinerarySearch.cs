using System.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;

namespace MilMobility.Routing.Search;

/// <summary>
/// The cheapest itinerary of one serial through what the ledger leaves free: a time-dependent multimodal label search over
/// residual safe intervals, guided by reverse static bounds (A*).
///
/// A label holds a window of departure times at equal cost. On nodes without holding the whole window shifts along an arc and
/// is cut by what the arc forbids: other serials (rules 4, 5), closures (11), chambers (6), exhausted cells (12); it is split
/// where the running time, the civil price or a toll changes. Where the serial may hold, the window stretches to the end of the free
/// interval of the node's capacity (rule 7); halts (10), the closing up before a transfer (3, 8), asset blocks (9) and the
/// reversals of trains (15) make labels of their own. Long windows are worked off in pieces of eight hours, the rest goes back to
/// the queue.
///
/// Exact for one serial on a given ledger, up to: a second leg that tasks assets of a pool already used by the same itinerary
/// asks for twice the assets at its start, whether or not the blocks overlap; an itinerary that enters one arc twice keeps
/// clear of itself; and one that uses a rate cell twice pays for the first use only in the order of labels, while the ledger
/// counts both; and dominance with a slack (<see cref="LabelDominance"/>; 0 makes it exact). These lose optimality in odd cases,
/// never feasibility: each answer is tried against the ledger before it is returned. In relaxed mode none of the four binds, and
/// the cost found is a lower bound.
///
/// Labels are columns of a store reused from search to search; the loop allocates nothing. Time grows with the labels below the
/// optimum: typically thousands per search at 3,000 arcs. Not thread-safe: one search object per thread.
/// Literature: Phillips and Likhachev, SIPP (ICRA 2011, 10.1109/ICRA.2011.5980306); Hart, Nilsson and Raphael 1968.
/// </summary>
public sealed partial class ItinerarySearch
{
    /// <summary>Departure times of a label worked off at a time, s.</summary>
    private const int PieceSeconds = 8 * 3600;

    /// <summary>The same where tolls split them further: what comes later is split later, or never.</summary>
    private const int TolledPieceSeconds = 3600;

    /// <summary>Work counted for a search's start and end, so that short searches do not come free.</summary>
    private const int SearchWork = 1000;

    private const int SecondsPerHour = 3600;
    private const int CancelCheckMask = 1023;

    private readonly CompiledNetwork _network;
    private readonly TurnStates _turns;
    private readonly MovementRules _rules;
    private readonly LabelStore _labels = new();
    private readonly LabelDominance _dominance;
    private readonly RadixQueue _queue = new();
    private readonly List<ResourceUse> _uses = [];
    private readonly List<FittingItinerary> _fitting = [];
    private readonly int[] _noGuide;
    private readonly long[] _noGuideCost;

    private SearchRequest _request = null!;
    private SerialProfile _profile = null!;
    private ReservationLedger _ledger = null!;
    private SearchOptions _options = null!;
    private ITollTable? _tolls;
    private int[] _secondsLeft = [];
    private int[] _guideSeconds = [];
    private long[] _guideCost = [];
    private int _pops;
    private int _popsMax;
    private int _finishMax;
    private int _bestGoal;
    private long _bestGoalKey;
    private long _followed;
    private int _settled;
    private bool _capped;

    public ItinerarySearch(CompiledNetwork network, MovementRules rules)
    {
        _network = network;
        _rules = rules;
        _turns = network.Turns;
        _dominance = new LabelDominance(_labels, _turns.Count);
        _noGuide = new int[_turns.Count];
        _noGuideCost = new long[_turns.Count];
    }

    private long Work => SearchWork + _followed + _dominance.Compared;

    /// <summary>Finds the cheapest itinerary; reserves nothing.</summary>
    public SearchResult Find(
        SearchRequest request, ReservationLedger ledger, SearchOptions options, CancellationToken cancellation)
    {
        var result = Run(request, ledger, options, options.Spares, cancellation);
        if (!_spareBroken) return result;
        var exact = Run(request, ledger, options, spares: false, cancellation);
        return exact with { Work = result.Work + exact.Work };
    }

    private SearchResult Run(
        SearchRequest request, ReservationLedger ledger, SearchOptions options, bool spares, CancellationToken cancellation)
    {
        Start(request, ledger, options, spares);
        SearchResult? found = null;
        var previous = long.MinValue;
        for (_pops = 0; _queue.Count > 0 && _pops < _popsMax; _pops++)
        {
            if ((_pops & CancelCheckMask) == 0) cancellation.ThrowIfCancellationRequested();
            var key = _queue.MinKey;
            Debug.Assert(key >= previous, "keys must not fall: the guidance is not consistent");
            previous = key;
            if (_labels.Count >= options.LabelsMax) return found ?? Stop(key);
            var label = _queue.Pop();
            if (_labels.Kind[label] == LabelKind.Goal)
            {
                found = Goal(label, key, found);
                if (_spareBroken && found is null) return Stop(key);
                if (found is not null && found.Fitting.Count >= options.FittingMax) return found;
            }
            else if (!_dominance.IsDead(label) && IsEntered(label))
            {
                _settled++;
                Expand(label);
            }
        }

        return found ?? End(SearchEnd.NoItinerary, null, long.MaxValue, options.CostBelow);
    }

    /// <summary>The answer so far, after a goal has come up.</summary>
    private SearchResult? Goal(int label, long key, SearchResult? found)
    {
        var itinerary = Trace(label);
        if (!KeepsElapsed(itinerary))
        {
            _spareBroken = found is null;
            return found;
        }

        var fits = (!_options.Relaxed || _options.FittingMax > 0) && Fits(itinerary);
        if (fits && _options.FittingMax > 0 && !IsCollected(itinerary)) _fitting.Add(new FittingItinerary(itinerary, key));
        if (found is null)
        {
            if (!fits && !_options.Relaxed) return null;
            _popsMax = Math.Min(int.MaxValue - SearchOptions.FittingPops, _pops) + SearchOptions.FittingPops;
            return End(SearchEnd.Found, itinerary, key, key);
        }

        return End(SearchEnd.Found, found.Itinerary, found.CostMicroEuros, found.BoundMicroEuros);
    }

    private SearchResult End(SearchEnd end, Itinerary? itinerary, long cost, long bound) => new(
        end, itinerary, cost, bound, Work, _pops + 1, _settled, _fitting.Count == 0 ? [] : [.. _fitting]);

    private bool IsCollected(Itinerary itinerary)
    {
        foreach (var other in _fitting)
        {
            if (other.Itinerary.Steps.AsSpan().SequenceEqual(itinerary.Steps)) return true;
        }

        return false;
    }

    private void Start(SearchRequest request, ReservationLedger ledger, SearchOptions options, bool spares)
    {
        _spares = spares;
        _spareBroken = false;
        _request = request;
        _profile = request.Profile;
        _ledger = ledger;
        _options = options;
        _tolls = options.Tolls;
        // A bound needs no caps: one serial alone breaks one only where it is larger than the cap.
        _capped = !options.Relaxed && _network.Levers.Caps.Count > 0;
        _tollUseCount = 0;
        _fitting.Clear();
        _pops = 0;
        _popsMax = int.MaxValue;
        _secondsLeft = request.Bounds.Seconds;
        _guideSeconds = options.Guided ? request.Bounds.Seconds : _noGuide;
        _guideCost = options.Guided ? request.Bounds.Cost : _noGuideCost;
        _finishMax = Math.Min(request.FinishBySeconds, _rules.HorizonSeconds);
        if (request.HardDue) _finishMax = Math.Min(request.DueSeconds, _finishMax);
        _labels.Count = 0;
        _queue.Clear();
        _dominance.Clear(SlackOf(request, options), request.TimeMicroEurosPerSecond, _capped);
        _followed = 0;
        _settled = 0;
        _bestGoal = LabelStore.None;
        _bestGoalKey = long.MaxValue;
        foreach (var node in request.Origins) AddOrigin(node);
    }

    /// <summary>In relaxed mode none: the bound is exact.</summary>
    private static long SlackOf(SearchRequest request, SearchOptions options)
    {
        if (options.Relaxed || request.Origins.Length == 0) return 0;
        var least = request.Origins.Min(node => request.Bounds.Cost[node]);
        return least == long.MaxValue ? 0 : least / 1000 * options.SlackPermille;
    }

    /// <summary>At the label limit: the best itinerary seen, and the smallest key in the queue as the proven bound.</summary>
    private SearchResult Stop(long key)
    {
        if (_bestGoal != LabelStore.None)
        {
            var itinerary = Trace(_bestGoal);
            if (!KeepsElapsed(itinerary)) return End(SearchEnd.LabelLimit, null, long.MaxValue, key);
            if (_options.Relaxed || Fits(itinerary))
            {
                if (_options.FittingMax > 0 && Fits(itinerary)) _fitting.Add(new FittingItinerary(itinerary, _bestGoalKey));
                return End(SearchEnd.LabelLimit, itinerary, _bestGoalKey, key);
            }
        }

        return End(SearchEnd.LabelLimit, null, long.MaxValue, key);
    }

    private bool Fits(Itinerary itinerary)
    {
        _uses.Clear();
        ItineraryUses.Collect(itinerary, _profile, _network, _rules, _uses);
        if (_ledger.TryAdd(_uses) >= 0) return false;
        _ledger.Remove(_uses);
        return true;
    }

    private void AddOrigin(int node)
    {
        var mode = (int)_network.NodeMode[node];
        var latest = LatestDeparture(node);
        if (latest < _request.ReadySeconds) return;
        var label = _labels.New();
        Set(label, LabelKind.Origin, node, _request.ReadySeconds, latest, 0, LabelStore.None, 0, 0);
        _labels.ArrivedHi[label] = _request.ReadySeconds;
        SetElapsed(label, 0, LabelStore.NoAnchor, 0, LabelStore.NoAnchor, FreshFlags(mode, 0));
        Enter(label);
    }

    /// <summary>A deferred label is entered when it comes up; if its window is cut once more, it waits again.</summary>
    private bool IsEntered(int label)
    {
        if ((_labels.Flags[label] & LabelDominance.Deferred) == 0) return true;
        var entry = _dominance.TryEnter(label);
        if (entry == LabelDominance.Entry.Cut) Push(label);
        return entry == LabelDominance.Entry.Entered;
    }

    /// <summary>Works off the first piece of a label's window and puts the rest back.</summary>
    private void Expand(int label)
    {
        var lo = _labels.Lo[label];
        var hi = _labels.Hi[label];
        if (_labels.Owner[label] == label) Derive(label);
        var piece = _tolls is null ? PieceSeconds : TolledPieceSeconds;
        if (hi - lo >= piece)
        {
            hi = lo + piece - 1;
            var rest = _labels.Copy(label);
            _labels.Lo[rest] = hi + 1;
            Push(rest);
        }

        if (_labels.Kind[label] == LabelKind.Closed)
        {
            var node = _labels.Node[label];
            for (var i = _network.OutTransferStart[node]; i < _network.OutTransferStart[node + 1]; i++)
                ExpandTransfer(label, _network.OutTransfers[i], lo, hi);
        }
        else
        {
            var state = _labels.State[label];
            for (var i = _turns.OutStart[state]; i < _turns.OutStart[state + 1]; i++)
                ExpandArc(label, _turns.OutArcs[i], lo, hi);
        }
    }

    /// <summary>Last departure in a state that can still finish in time; negative where the destination is out of reach.</summary>
    private int LatestDeparture(int state) =>
        _secondsLeft[state] == ReverseBounds.Unreachable ? -1 : _finishMax - _secondsLeft[state];

    /// <summary>Flags at the start of a leg: a mode whose legs need no assets counts as started.</summary>
    private byte FreshFlags(int mode, byte flags)
    {
        var pools = (byte)(flags & 0xF0);
        return _profile.LegLimitSeconds[mode] == MovementRules.Unlimited && !NeedsAssets(mode)
            ? (byte)(pools | LabelDominance.LegStarted) : pools;
    }

    private bool NeedsAssets(int mode)
    {
        var amount = _profile.PoolAmount;
        return mode switch
        {
            (int)TransportMode.Road => amount[0] > 0 || amount[1] > 0,
            (int)TransportMode.Rail => amount[2] > 0,
            (int)TransportMode.Water => amount[3] > 0,
            _ => false,
        };
    }

    private void Set(
        int label, LabelKind kind, int state, int lo, int hi, long cost, int parent, int via, int viaSeconds)
    {
        _labels.Kind[label] = kind;
        _labels.Node[label] = _turns.Node[state];
        _labels.State[label] = state;
        _labels.Lo[label] = lo;
        _labels.Hi[label] = hi;
        _labels.ArrivedHi[label] = hi;
        _labels.Cost[label] = cost;
        _labels.Parent[label] = parent;
        _labels.Via[label] = via;
        _labels.ViaSeconds[label] = viaSeconds;
        _labels.Owner[label] = label;
        _labels.Caps[label] = 0;
    }

    private void SetElapsed(int label, int driven, int drivenAnchor, int leg, int legAnchor, byte flags)
    {
        _labels.Driven[label] = driven;
        _labels.DrivenAnchor[label] = drivenAnchor;
        _labels.Leg[label] = leg;
        _labels.LegAnchor[label] = legAnchor;
        _labels.Flags[label] = flags;
    }

    /// <summary>Queues a label unless it is dominated or too dear; an unwanted newest label is taken back.</summary>
    private void Enter(int label)
    {
        if (Key(label) >= _options.CostBelow || _dominance.TryEnter(label) == LabelDominance.Entry.Dominated)
        {
            _labels.Count = label;
            return;
        }

        Push(label);
    }

    private void Push(int label)
    {
        var key = Key(label);
        if (key < _options.CostBelow) _queue.Push(key, label);
    }

    /// <summary>Lower bound of the cost of every itinerary that goes on from the label.</summary>
    private long Key(int label)
    {
        var state = _labels.State[label];
        var lo = _labels.Lo[label];
        var late = Math.Max(0, lo + _guideSeconds[state] - _request.DueSeconds);
        return _labels.Cost[label] + _guideCost[state]
            + (_request.TimeMicroEurosPerSecond * (lo - _request.ReadySeconds)) + (_request.LateMicroEurosPerSecond * late);
    }
}
