using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Paths;

/// <summary>
/// Cheapest paths from one zone to all nodes at given link costs (Dijkstra 1959, doi:10.1007/BF01386390). Paths do not pass nodes below the
/// first through node. O(links * log nodes); costs must be at least 0. Not thread-safe: one per thread, its arrays are used again.
/// </summary>
internal sealed class ShortestPaths(Topology topology)
{
    /// <summary>Passes along a given order after which a search with a heap takes over.</summary>
    private const int PassesMax = 50;

    private readonly bool[] _isOpen = new bool[topology.NodeCount];
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
            if (node < topology.FirstThroughNode && node != origin) continue;
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
    /// The same costs, faster where an order of the nodes is known in which most paths go forwards: labels are lowered node by node in that
    /// order, again and again until none can be, which proves them. Arrivals and the order of reaching are not kept.
    /// </summary>
    public void From(int origin, double[] linkCost, ReadOnlySpan<int> order)
    {
        Array.Fill(Cost, double.PositiveInfinity);
        Array.Clear(_isOpen);
        Cost[origin] = 0;
        _isOpen[origin] = true;
        for (var (pass, isOpen) = (0, true); isOpen; pass++)
        {
            if (pass == PassesMax)
            {
                From(origin, linkCost);
                return;
            }

            isOpen = false;
            for (var place = 0; place < order.Length; place++)
            {
                var node = order[place];
                if (!_isOpen[node]) continue;
                _isOpen[node] = false;
                if (node < topology.FirstThroughNode && node != origin) continue;
                isOpen |= Lower(node, linkCost);
            }
        }

        // A node that is not in the order would still wait for its turn.
        if (_isOpen.AsSpan().Contains(true)) From(origin, linkCost);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Lower(int node, double[] linkCost)
    {
        var (head, cost, isLower) = (topology.Head, Cost[node], false);
        for (var link = topology.OutStart[node]; link < topology.OutStart[node + 1]; link++)
        {
            var next = head[link];
            var label = cost + linkCost[link];
            if (!(label < Cost[next])) continue;
            Cost[next] = label;
            _isOpen[next] = true;
            isLower = true;
        }

        return isLower;
    }
}
