using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Search;

/// <summary>
/// Earliest arrival of one convoy through what a ledger leaves free, where <see cref="JourneySearch"/> refused labels that may have
/// hidden a better journey. Labels here know their way: an edge that would meet it is not taken, and a label yields to another at the
/// same node only if that one's window covers its own and its recent visits are among its own, so that whatever the
/// one may do next the other may. Exact as long as the labels last; with the limit reached it may miss journeys, never a rule.
/// </summary>
internal sealed class LoopFreeSearch(ConvoyInstance instance, ReverseDistances distances, int labelsMax)
{
    private readonly List<Label> _labels = [];
    private readonly Dictionary<int, List<int>> _byNode = [];
    private readonly PriorityQueue<int, (long, int)> _queue = new();
    private readonly int _travelMax = instance.EdgeCount == 0 ? 0 : instance.TravelSeconds.Max();

    /// <summary>Labels taken up since the search was made.</summary>
    public long Work { get; private set; }

    /// <summary>The earliest journey that does not meet itself; null if there is none or the labels were used up.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Journey? Earliest(in JourneyRequest request, ConvoyLedger ledger, CancellationToken cancellation)
    {
        _labels.Clear();
        _byNode.Clear();
        _queue.Clear();
        var left = distances.To(request.To);
        var latest = request.ArrivalMax - left[request.From];
        for (var at = request.ReadySeconds; at <= latest;)
        {
            at = ledger.Node(request.From).NextFree(at, request.PassSeconds, out var last);
            if (at > latest) break;
            last = Math.Min(last, latest);
            Offer(new Label(request.From, -1, -1, at, last), left, request.PassSeconds);
            if (last == int.MaxValue) break;
            at = last + 1;
        }

        while (_queue.TryDequeue(out var id, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            Work++;
            if (_labels[id].Node == request.To) return Trace(id);
            if (_labels.Count >= labelsMax) return null;
            Expand(id, request, ledger, left);
        }

        return null;
    }

    private void Expand(int id, in JourneyRequest request, ConvoyLedger ledger, int[] left)
    {
        var label = _labels[id];
        var pass = request.PassSeconds;
        for (var arc = instance.FirstArc[label.Node]; arc < instance.FirstArc[label.Node + 1]; arc++)
        {
            var (node, edge) = (instance.ArcTo[arc], instance.ArcEdge[arc]);
            if (node == request.From || left[node] == ReverseDistances.Unreachable || Meets(id, edge, node, pass)) continue;
            var travel = instance.TravelSeconds[edge];
            var hi = (int)Math.Min(label.Hi, (long)request.ArrivalMax - left[node] - travel);
            for (var at = label.Lo; at <= hi;)
            {
                at = ledger.Opposite(edge, label.Node).NextFree(at, travel + pass, out var edgeLast);
                var start = ledger.Node(node).NextFree(at + travel, pass, out var nodeLast) - travel;
                if (start == at && at <= hi)
                {
                    var last = Math.Min(hi, Math.Min(edgeLast, nodeLast - travel));
                    Offer(new Label(node, edge, id, at + travel, last + travel), left, pass);
                    start = last + 1;
                }

                at = start;
            }
        }
    }

    /// <summary>True if taking an edge brings the convoy to its own tail.</summary>
    private bool Meets(int id, int edge, int node, int pass)
    {
        var travel = instance.TravelSeconds[edge];
        var since = travel;
        var via = edge;
        for (var at = id; at >= 0 && since < (2 * travel) + pass; at = _labels[at].Parent)
        {
            // The label's node was left by the edge 'via', 'since' seconds before the arrival in question.
            if (_labels[at].Node == node && (since < pass || via == edge)) return true;
            via = _labels[at].Edge;
            if (via >= 0) since += instance.TravelSeconds[via];
        }

        return false;
    }

    private void Offer(in Label label, int[] left, int pass)
    {
        if (!_byNode.TryGetValue(label.Node, out var others)) _byNode[label.Node] = others = [];
        foreach (var other in others)
        {
            if (_labels[other].Lo <= label.Lo && _labels[other].Hi >= label.Hi && RecentAmong(_labels[other], label, pass)) return;
        }

        others.Add(_labels.Count);
        _queue.Enqueue(_labels.Count, ((long)label.Lo + left[label.Node], -_labels.Count));
        _labels.Add(label);
    }

    /// <summary>True if every recent visit of one label's way, with the edge taken from there, is as recent one of the other's.</summary>
    private bool RecentAmong(in Label one, in Label other, int pass)
    {
        var reach = (2 * _travelMax) + pass;
        var (sinceOne, viaOne) = (Travel(one.Edge), one.Edge);
        for (var a = one.Parent; a >= 0 && sinceOne < reach; a = _labels[a].Parent)
        {
            var found = false;
            var (sinceOther, viaOther) = (Travel(other.Edge), other.Edge);
            for (var b = other.Parent; b >= 0 && sinceOther <= sinceOne && !found; b = _labels[b].Parent)
            {
                found = _labels[a].Node == _labels[b].Node && viaOne == viaOther;
                viaOther = _labels[b].Edge;
                sinceOther += Travel(viaOther);
            }

            if (!found) return false;
            viaOne = _labels[a].Edge;
            sinceOne += Travel(viaOne);
        }

        return true;
    }

    private int Travel(int edge) => edge < 0 ? 0 : instance.TravelSeconds[edge];

    private Journey Trace(int id)
    {
        var way = new List<Label>();
        for (var at = id; at >= 0; at = _labels[at].Parent) way.Add(_labels[at]);
        way.Reverse();
        var heads = new int[way.Count];
        heads[^1] = way[^1].Lo;
        for (var i = way.Count - 1; i > 0; i--) heads[i - 1] = heads[i] - Travel(way[i].Edge);
        return new Journey([.. way.Select(l => l.Node)], [.. way.Skip(1).Select(l => l.Edge)], heads);
    }

    /// <summary>A node with arrivals [Lo, Hi], and the way there.</summary>
    private readonly record struct Label(int Node, int Edge, int Parent, int Lo, int Hi);
}
