namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Finds the sections between planning nodes: pairs that a train can run between without reversal and without passing
/// a third node. Ways that only bypass a node (through a yard, a siding) are dropped where a way through that node is as
/// short, so that what remains is the line map; a junction that is no node shows as separate links of its curves, which
/// is why a graph without turn restrictions never turns back at a junction.
/// </summary>
public static class SectionFinder
{
    private const double LimitM = 90_000;
    private const double SlackShare = 0.003;
    private const double SlackM = 60;

    /// <param name="model">The tracks.</param>
    /// <param name="nodeCount">Number of planning nodes; gates name them from 0.</param>
    /// <param name="gates">Where the nodes cut the tracks.</param>
    public static List<KinematicWay> Find(TrackModel model, int nodeCount, IEnumerable<TrackGate> gates)
    {
        var search = new KinematicSearch(model, gates);
        var shortest = new SortedDictionary<(int, int), KinematicWay>();
        for (var node = 0; node < nodeCount; node++)
        {
            foreach (var side in new[] { -1, 1 })
            {
                foreach (var way in search.WaysFrom(node, side, LimitM))
                {
                    var key = (Math.Min(way.From, way.To), Math.Max(way.From, way.To));
                    if (shortest.TryGetValue(key, out var known) && known.LengthM <= way.LengthM + 0.5) continue;
                    shortest[key] = way;
                }
            }
        }

        return WithoutBypasses([.. shortest.Values], nodeCount);
    }

    private static List<KinematicWay> WithoutBypasses(List<KinematicWay> ways, int nodes)
    {
        var kept = new HashSet<KinematicWay>(ways);
        var at = Enumerable.Range(0, nodes).Select(_ => new List<KinematicWay>()).ToArray();
        foreach (var way in ways)
        {
            at[way.From].Add(way);
            at[way.To].Add(way);
        }

        foreach (var way in ways.OrderByDescending(way => way.LengthM))
        {
            var limit = (way.LengthM * (1 + SlackShare)) + SlackM;
            kept.Remove(way);
            if (ThroughLengthM(way, at, kept, limit) > limit) kept.Add(way);
        }

        return [.. ways.Where(kept.Contains)];
    }

    // Shortest way over the kept links without turning back at a node, leaving and arriving on the same sides.
    private static double ThroughLengthM(KinematicWay way, List<KinematicWay>[] at, HashSet<KinematicWay> kept, double limitM)
    {
        var queue = new PriorityQueue<(int Node, int Side), double>();
        var seen = new HashSet<(int, int)>();
        queue.Enqueue((way.From, way.FromSide), 0);
        while (queue.TryDequeue(out var state, out var distance))
        {
            if (distance > limitM) break;
            if (state == (way.To, -way.ToSide)) return distance;
            if (!seen.Add(state)) continue;
            foreach (var next in at[state.Node].Where(kept.Contains))
            {
                if (next.From == state.Node && next.FromSide == state.Side)
                    queue.Enqueue((next.To, -next.ToSide), distance + next.LengthM);
                else if (next.To == state.Node && next.ToSide == state.Side)
                    queue.Enqueue((next.From, -next.FromSide), distance + next.LengthM);
            }
        }

        return double.PositiveInfinity;
    }
}
