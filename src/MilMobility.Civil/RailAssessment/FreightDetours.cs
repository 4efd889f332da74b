namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Other routes of freight trains between the same ends: the fastest over lines open to freight that avoids some sections, without sharp
/// corners (a freight train does not turn back on the way). Dijkstra over directions of sections; routes are kept. Not thread-safe.
/// </summary>
public sealed class FreightDetours(RailSections rail)
{
    private readonly Dictionary<string, TrainRoute?> _known = new(StringComparer.Ordinal);
    private readonly List<int>[] _out = Outgoing(rail);

    /// <summary>The fastest other route; null where there is none.</summary>
    public TrainRoute? Around(TrainRoute route, IReadOnlyCollection<int> avoided)
    {
        var first = route.Sections[0];
        var last = route.Sections[^1];
        var from = rail.NodeAt(first, route.Forward[0], false);
        var to = rail.NodeAt(last, route.Forward[^1], true);
        var key = $"{from} {to} {string.Join(' ', avoided.Order())}";
        if (!_known.TryGetValue(key, out var found)) _known[key] = found = from == to ? null : Search(from, to, [.. avoided]);
        return found;
    }

    private TrainRoute? Search(int from, int to, HashSet<int> avoided)
    {
        var cost = new Dictionary<int, (int Seconds, int Before)>();
        var queue = new PriorityQueue<int, (int Seconds, int Way)>();
        foreach (var way in _out[from]) Offer(way, 0, -1);
        var done = new HashSet<int>();
        while (queue.TryDequeue(out var way, out _))
        {
            if (!done.Add(way)) continue;
            if (rail.NodeAt(way >> 1, (way & 1) == 0, true) == to) return Trace(way, cost);
            foreach (var next in _out[rail.NodeAt(way >> 1, (way & 1) == 0, true)])
            {
                if (next >> 1 != way >> 1 && !RailCorners.IsSharp(rail, way, next)) Offer(next, cost[way].Seconds, way);
            }
        }

        return null;

        void Offer(int way, int seconds, int before)
        {
            var section = way >> 1;
            if (avoided.Contains(section) || !rail.Network.LinkFreight[rail.Links[section]]) return;
            for (var piece = rail.PieceStart[section]; piece < rail.PieceStart[section + 1]; piece++)
                seconds += rail.RunSeconds(piece, RailRules.Freight);
            if (cost.TryGetValue(way, out var known) && known.Seconds <= seconds) return;
            cost[way] = (seconds, before);
            queue.Enqueue(way, (seconds, way));
        }
    }

    private TrainRoute Trace(int way, Dictionary<int, (int Seconds, int Before)> cost)
    {
        var ways = new List<int>();
        for (var at = way; at >= 0; at = cost[at].Before) ways.Add(at);
        ways.Reverse();
        return TrainRoute.Of(rail, RailRules.Freight, [.. ways.Select(w => w >> 1)], [.. ways.Select(w => (w & 1) == 0)]);
    }

    private static List<int>[] Outgoing(RailSections rail)
    {
        var ways = new List<int>[rail.Network.NodeCount];
        for (var node = 0; node < ways.Length; node++) ways[node] = [];
        for (var s = 0; s < rail.Count; s++)
        {
            ways[rail.NodeAt(s, true, false)].Add(2 * s);
            if (rail.Network.LinkTwoWay[rail.Links[s]]) ways[rail.NodeAt(s, false, false)].Add((2 * s) + 1);
        }

        return ways;
    }
}
