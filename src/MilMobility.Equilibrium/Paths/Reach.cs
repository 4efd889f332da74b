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

    /// <summary>Searches all that can be reached, the nearest nodes first.</summary>
    public void From(int origin)
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
                _seen[head[link]] = _search;
                _queue[seen++] = head[link];
            }
        }
    }

    public bool Reaches(int node) => _seen[node] == _search;
}
