using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Paths;

/// <summary>
/// Which nodes an open path leads to from a zone, without passing nodes below the first through node. O(links) per zone. Not thread-safe.
/// </summary>
internal sealed class Reach(Topology topology, bool[] isClosed)
{
    private readonly int[] _queue = new int[topology.NodeCount];
    private readonly int[] _seen = new int[topology.NodeCount];
    private int _search;

    public void From(int origin) => Leads(origin, -1);

    /// <summary>
    /// Whether an open path leads round each link that is closed now and was open before, past no node where paths may not pass: then all
    /// that was connected still is.
    /// </summary>
    public static bool HasWaysRound(Topology topology, bool[] wasClosed, bool[] isClosed)
    {
        var reach = new Reach(topology, isClosed);
        for (var link = 0; link < isClosed.Length; link++)
        {
            if (isClosed[link] && !wasClosed[link] && !reach.Leads(topology.Tail[link], topology.Head[link])) return false;
        }

        return true;
    }

    public bool Reaches(int node) => _seen[node] == _search;

    /// <summary>Searches, the nearest nodes first, until a node is found; all that can be reached if there is no such node.</summary>
    private bool Leads(int origin, int target)
    {
        _search++;
        var (outStart, head, seen) = (topology.OutStart, topology.Head, 1);
        _queue[0] = origin;
        _seen[origin] = _search;
        for (var at = 0; at < seen; at++)
        {
            var node = _queue[at];
            if (!topology.MayLeave(node, origin)) continue;
            for (var link = outStart[node]; link < outStart[node + 1]; link++)
            {
                if (isClosed[link] || _seen[head[link]] == _search) continue;
                if (head[link] == target) return true;
                _seen[head[link]] = _search;
                _queue[seen++] = head[link];
            }
        }

        return false;
    }
}
