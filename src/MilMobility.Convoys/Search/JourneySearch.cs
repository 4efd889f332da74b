using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Instances;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Search;

/// <summary>
/// Cheapest journeys of one convoy through what a ledger leaves free, at tolls. A label is a node with a window of arrival times of
/// equal toll, shifted on by every edge; reservations cut windows, changes of a toll split them. Labels come by
/// cost so far plus the shortest way on (A*), which never falls along a journey. A label yields to another only at equal times
/// with no more toll (<see cref="NodeWindows"/>), so the first journey out is the cheapest, exactly.
///
/// The origin is never entered again: departing later costs no more, as waiting there is free. Other nodes may be. For a lower
/// bound ways in which a convoy meets itself are searched too. For a real journey they are refused, and <see cref="RefusedCost"/>
/// tells whether what they hid could have been cheaper. Work counts labels taken up.
/// No allocation once the stores have grown; not thread-safe.
/// Literature: Phillips and Likhachev 2011, safe intervals (10.1109/ICRA.2011.5980306).
/// </summary>
internal sealed class JourneySearch
{
    /// <summary>Label of the queue that stands for departures not yet looked at.</summary>
    private const int LaterDepartures = -1;

    /// <summary>Parent of a label that must not be made.</summary>
    private const int Refused = -2;

    private const int CancellationMask = 0xFFF;

    /// <summary>With tolls, departures are looked at this many pass times at once, so that far ones cost nothing.</summary>
    private const int DeparturePasses = 4;

    private readonly ConvoyInstance _instance;
    private readonly ReverseDistances _distances;
    private readonly MeetingRows _meetings;
    private readonly PlaceCliques _cuts;
    private readonly bool _guided;
    private readonly NodeWindows _windows;
    private readonly LabelHeap _queue = new();
    private Label[] _labels = new Label[1024];
    private int _labelCount;
    private JourneyRequest _request;
    private ConvoyLedger? _ledger;
    private Tolls? _tolls;
    private int[] _left = [];
    private int _nextDeparture;
    private int _commodity;
    private bool _refusesMeeting;

    public JourneySearch(ConvoyColumns problem)
    {
        (_instance, _distances, _meetings, _cuts) = (problem.Instance, problem.Distances, problem.Meetings, problem.Cuts);
        _guided = problem.Guided;
        _windows = new NodeWindows(_instance.NodeCount);
    }

    /// <summary>Labels taken up since the search was made: the same on every machine.</summary>
    public long Work { get; private set; }

    /// <summary>
    /// Least cost of a label that was refused because the convoy would meet itself; a journey that costs no more is the cheapest.
    /// </summary>
    public long RefusedCost { get; private set; }

    /// <summary>Starts a search for real journeys through what a ledger leaves free; those that meet themselves are refused.</summary>
    public void Begin(in JourneyRequest request, ConvoyLedger ledger)
    {
        (_ledger, _tolls, _refusesMeeting) = (ledger, null, true);
        Begin(request);
    }

    /// <summary>Starts a search on the empty network at tolls.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="commodity">Who looks, as the cuts know it.</param>
    /// <param name="tolls">Prices.</param>
    public void Begin(in JourneyRequest request, int commodity, Tolls tolls)
    {
        (_ledger, _tolls, _refusesMeeting, _commodity) = (null, tolls, false, commodity);
        Begin(request);
    }

    private void Begin(in JourneyRequest request)
    {
        _request = request;
        RefusedCost = long.MaxValue;
        _left = _distances.To(request.To);
        _windows.Clear();
        _queue.Clear();
        _labelCount = 0;
        _nextDeparture = request.ReadySeconds;
        if (_left[request.From] != ReverseDistances.Unreachable) PushLaterDepartures();
    }

    /// <summary>The next cheapest journey; the first is exact, later ones are good. Null when there are no more.</summary>
    /// <param name="cost">Its cost with tolls, ms; the cost limit when there is none.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Journey? Next(out long cost, CancellationToken cancellation)
    {
        while (_queue.Count > 0)
        {
            var (key, id) = _queue.Pop();
            if (key >= _request.CostLimit) break;
            if ((++Work & CancellationMask) == 0) cancellation.ThrowIfCancellationRequested();
            if (id == LaterDepartures)
            {
                Depart();
                continue;
            }

            if (!TakeUp(id)) continue;
            if (_labels[id].Node != _request.To)
            {
                Expand(id);
                continue;
            }

            cost = key;
            return Trace(id);
        }

        cost = _request.CostLimit;
        return null;
    }

    /// <summary>True if the label still owns its first arrival; else it comes back with what it has left.</summary>
    private bool TakeUp(int id)
    {
        ref var label = ref _labels[id];
        var windows = _windows.Of(label.Node);
        for (var i = _windows.FirstEndingFrom(label.Node, label.Lo); i < windows.Length && windows[i].Lo <= label.Hi; i++)
        {
            if (windows[i].Label != id) continue;
            if (windows[i].Lo <= label.Lo) return true;
            label.Lo = windows[i].Lo;
            _queue.Push(Key(label.Node, label.Lo, label.Toll), id);
            return false;
        }

        return false;
    }

    private void PushLaterDepartures()
    {
        if ((long)_nextDeparture + _left[_request.From] > _request.ArrivalMax) return;
        _queue.Push(Key(_request.From, _nextDeparture, 0), LaterDepartures);
    }

    private void Depart()
    {
        var from = _nextDeparture;
        var latest = _request.ArrivalMax - _left[_request.From];
        var to = _tolls is null ? latest : (int)Math.Min(latest, from + ((long)DeparturePasses * _request.PassSeconds) - 1);
        _nextDeparture = to + 1;
        for (var at = from; at <= to;)
        {
            var last = to;
            if (_ledger is not null)
            {
                at = _ledger.Node(_request.From).NextFree(at, _request.PassSeconds, out var free);
                if (at > to) break;
                last = Math.Min(to, free);
            }

            OfferPieces(_request.From, -1, -1, 0, at, last, 0);
            at = last + 1;
        }

        PushLaterDepartures();
    }

    /// <summary>Runs every window that the label owns along every edge from its node.</summary>
    private void Expand(int id)
    {
        var label = _labels[id];
        for (var arc = _instance.FirstArc[label.Node]; arc < _instance.FirstArc[label.Node + 1]; arc++)
        {
            var node = _instance.ArcTo[arc];
            if (node == _request.From || _left[node] == ReverseDistances.Unreachable) continue;
            var edge = _instance.ArcEdge[arc];
            var parent = _refusesMeeting && Meets(id, edge, node) ? Refused : id;
            // No window of this node changes meanwhile: an edge leads elsewhere.
            var windows = _windows.Of(label.Node);
            for (var i = _windows.FirstEndingFrom(label.Node, label.Lo); i < windows.Length && windows[i].Lo <= label.Hi; i++)
            {
                if (windows[i].Label == id) Run(label.Node, parent, edge, node, windows[i].Lo, windows[i].Hi, label.Toll);
            }
        }
    }

    /// <summary>True if taking an edge brings the convoy to its own tail.</summary>
    private bool Meets(int id, int edge, int node)
    {
        var pass = _request.PassSeconds;
        var travel = _instance.TravelSeconds[edge];
        var since = travel;
        var via = edge;
        for (var at = id; at >= 0 && since < (2 * travel) + pass; at = _labels[at].Parent)
        {
            // The label's node was left by the edge 'via', 'since' seconds before the arrival in question.
            if (_labels[at].Node == node && (since < pass || via == edge)) return true;
            via = _labels[at].Edge;
            if (via >= 0) since += _instance.TravelSeconds[via];
        }

        return false;
    }

    /// <summary>Cuts the departures [lo, hi] by what is taken on an edge and the node behind it.</summary>
    private void Run(int leaving, int parent, int edge, int node, int lo, int hi, long toll)
    {
        var travel = _instance.TravelSeconds[edge];
        var pass = _request.PassSeconds;
        hi = (int)Math.Min(hi, (long)_request.ArrivalMax - _left[node] - travel);
        if (_ledger is null)
        {
            if (lo <= hi) OfferPieces(node, parent, edge, leaving, lo + travel, hi + travel, toll);
            return;
        }

        ref readonly var nodeBusy = ref _ledger.Node(node);
        ref readonly var edgeBusy = ref _ledger.Opposite(edge, leaving);
        for (var at = lo; at <= hi;)
        {
            at = edgeBusy.NextFree(at, travel + pass, out var edgeLast);
            var arrival = nodeBusy.NextFree(at + travel, pass, out var nodeLast);
            if (arrival - travel > edgeLast)
            {
                at = edgeLast + 1;
                continue;
            }

            at = arrival - travel;
            if (at > hi) break;
            var last = Math.Min(hi, Math.Min(edgeLast, nodeLast - travel));
            OfferPieces(node, parent, edge, leaving, arrival, last + travel, toll);
            at = last + 1;
        }
    }

    /// <summary>Splits the arrivals [lo, hi] at a node where the tolls of the node and of the edge's meeting points change.</summary>
    private void OfferPieces(int node, int parent, int edge, int leaving, int lo, int hi, long toll)
    {
        if (_tolls is null)
        {
            Offer(node, parent, edge, lo, hi, toll);
            return;
        }

        var pass = _request.PassSeconds;
        var (first, end) = edge < 0 ? (0, 0) : (_meetings.First(edge), _meetings.First(edge + 1));
        var travel = edge < 0 ? 0 : _instance.TravelSeconds[edge];
        for (var at = lo; at <= hi;)
        {
            var last = Math.Min(hi, _tolls.SameUntil(node, at, pass));
            var sum = toll + _tolls.Of(node, at, at + pass);
            for (var r = first; r < end; r++)
            {
                if (_tolls.IsFree(r)) continue;
                // A use begins its shift after the entry, which is the travel time before the arrival.
                var use = at - travel + _meetings.ShiftSeconds(r, edge, leaving);
                sum += _tolls.Of(r, use, use + pass);
                last = (int)Math.Min(last, (long)_tolls.SameUntil(r, use, pass) - use + at);
            }

            sum += CutTolls(_cuts.PlaceOf(node), node, at, 0, ref last);
            if (edge >= 0) sum += CutTolls(edge, leaving, at - travel, travel, ref last);
            Offer(node, parent, edge, at, last, sum);
            at = last + 1;
        }
    }

    /// <summary>Tolls of the cuts that count an entry into a place, and the last arrival up to which they stay the same.</summary>
    private long CutTolls(int place, int leaving, int entry, int travel, ref int lastArrival)
    {
        long sum = 0;
        foreach (var resource in _cuts.Of(place))
        {
            if (_tolls!.IsFree(resource)) continue;
            var (first, last) = _cuts.Window(resource, _commodity, _request.PassSeconds, leaving);
            if (entry > last || first > last) continue;
            if (entry < first)
            {
                lastArrival = Math.Min(lastArrival, first - 1 + travel);
                continue;
            }

            sum += _tolls.Of(resource, 0, 1);
            lastArrival = Math.Min(lastArrival, last + travel);
        }

        return sum;
    }

    /// <summary>Makes a label of each stretch of the window that is cheaper than what is known.</summary>
    private void Offer(int node, int parent, int edge, int lo, int hi, long toll)
    {
        while (lo <= hi && _windows.FirstCheaper(node, lo, hi, toll, out var from, out var to))
        {
            var key = Key(node, from, toll);
            if (key >= _request.CostLimit) return;
            if (parent == Refused)
            {
                RefusedCost = Math.Min(RefusedCost, key);
                return;
            }

            if (_labelCount == _labels.Length) Array.Resize(ref _labels, 2 * _labelCount);
            _labels[_labelCount] = new Label { Node = node, Edge = edge, Parent = parent, Lo = from, Hi = to, Toll = toll };
            _windows.Take(node, from, to, toll, _labelCount);
            _queue.Push(key, _labelCount++);
            lo = to + 1;
        }
    }

    /// <summary>Least cost of a journey that is at a node at a second, having paid a toll; unguided, its cost so far.</summary>
    private long Key(int node, int second, long toll) =>
        toll + _request.CostOfArrival(_guided ? second + _left[node] : second);

    private Journey Trace(int id)
    {
        var steps = 0;
        for (var at = _labels[id].Parent; at >= 0; at = _labels[at].Parent) steps++;
        var (nodes, edges, heads) = (new int[steps + 1], new int[steps], new int[steps + 1]);
        var head = _labels[id].Lo;
        for (var at = id; ; at = _labels[at].Parent)
        {
            (nodes[steps], heads[steps]) = (_labels[at].Node, head);
            if (steps == 0) return new Journey(nodes, edges, heads);
            edges[--steps] = _labels[at].Edge;
            head -= _instance.TravelSeconds[_labels[at].Edge];
        }
    }

    private struct Label
    {
        public int Node;

        /// <summary>Edge by which the node was reached, -1 at the origin.</summary>
        public int Edge;

        public int Parent;

        /// <summary>Arrivals [Lo, Hi], of which other labels may have taken some.</summary>
        public int Lo;

        public int Hi;

        public long Toll;
    }
}
