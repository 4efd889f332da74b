using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Paths;

/// <summary>
/// Cheapest paths from one zone to all nodes at given link costs (Dijkstra 1959, doi:10.1007/BF01386390). Paths do not pass nodes below the
/// first through node. O(links * log nodes); costs must be at least 0. Not thread-safe: one per thread, its arrays are used again.
/// </summary>
internal sealed class ShortestPaths(Topology topology)
{
    private readonly NodeHeap _heap = new(topology.NodeCount);

    /// <summary>By node: cost from the origin; infinite where no path leads.</summary>
    public double[] Cost { get; } = new double[topology.NodeCount];

    /// <summary>By node: the link by which its cheapest path arrives; -1 at the origin and where no path leads.</summary>
    public int[] Arrival { get; } = new int[topology.NodeCount];

    /// <summary>Nodes reached, cheapest first, the first <see cref="ReachedCount"/> of the array.</summary>
    public int[] Reached { get; } = new int[topology.NodeCount];

    public int ReachedCount { get; private set; }

    /// <summary>Searches from an origin; an infinite cost is a link that no path may use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void From(int origin, double[] linkCost)
    {
        Array.Fill(Cost, double.PositiveInfinity);
        Array.Fill(Arrival, -1);
        ReachedCount = 0;
        Cost[origin] = 0;
        _heap.Push(origin, 0);
        var (outStart, head) = (topology.OutStart, topology.Head);
        while (_heap.Count > 0)
        {
            var node = _heap.Pop();
            Reached[ReachedCount++] = node;
            if (!topology.MayLeave(node, origin)) continue;
            var cost = Cost[node];
            for (var link = outStart[node]; link < outStart[node + 1]; link++)
            {
                var next = head[link];
                var label = cost + linkCost[link];
                if (!(label < Cost[next])) continue;
                Cost[next] = label;
                Arrival[next] = link;
                _heap.Push(next, label);
            }
        }
    }

    /// <summary>
    /// The same costs, faster where costs of good paths are known: one look at every link finds those that offer less, and only what
    /// follows from them is searched. It ends where no link offers less, which proves that no path does, whatever the costs were at the
    /// start: were they too low, a gap would be told too large. Finds no arrivals.
    /// </summary>
    /// <param name="origin">Node.</param>
    /// <param name="linkCost">By link.</param>
    /// <param name="known">By node: the cost of some path, infinite where none is known; 0 at the origin.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void From(int origin, double[] linkCost, ReadOnlySpan<double> known)
    {
        var (tail, head, cost) = (topology.Tail, topology.Head, Cost);
        known.CopyTo(cost);
        cost[origin] = 0;
        for (var link = 0; link < tail.Length && link < head.Length && link < linkCost.Length; link++)
        {
            if (cost[tail[link]] + linkCost[link] < cost[head[link]]) Lower(link, origin, linkCost);
        }

        var outStart = topology.OutStart;
        while (_heap.Count > 0)
        {
            var node = _heap.Pop();
            for (var link = outStart[node]; link < outStart[node + 1]; link++) Lower(link, origin, linkCost);
        }
    }

    private void Lower(int link, int origin, double[] linkCost)
    {
        var (from, to) = (topology.Tail[link], topology.Head[link]);
        var label = Cost[from] + linkCost[link];
        if (!(label < Cost[to]) || !topology.MayLeave(from, origin)) return;
        Cost[to] = label;
        _heap.Push(to, label);
    }
}
