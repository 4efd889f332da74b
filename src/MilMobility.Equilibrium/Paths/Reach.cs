using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Paths;

/// <summary>
/// Which nodes an open path leads to from a zone, without passing nodes below the first through node. O(links) per zone. Not thread-safe.
/// </summary>
internal sealed class Reach(Topology topology, bool[] isClosed)
{
    private readonly int[] _stack = new int[topology.NodeCount];
    private readonly int[] _seen = new int[topology.NodeCount];
    private int _search;

    public void From(int origin)
    {
        _search++;
        var (outStart, head, depth) = (topology.OutStart, topology.Head, 0);
        _stack[depth++] = origin;
        _seen[origin] = _search;
        while (depth > 0)
        {
            var node = _stack[--depth];
            if (node < topology.FirstThroughNode && node != origin) continue;
            for (var link = outStart[node]; link < outStart[node + 1]; link++)
            {
                if (isClosed[link] || _seen[head[link]] == _search) continue;
                _seen[head[link]] = _search;
                _stack[depth++] = head[link];
            }
        }
    }

    public bool Reaches(int node) => _seen[node] == _search;
}
