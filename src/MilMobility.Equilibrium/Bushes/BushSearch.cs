using System.Numerics;
using System.Runtime.CompilerServices;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>
/// Cheapest costs over all links, from those within a bush. One look at every link finds where the network offers less than the bush; only
/// what follows from there is searched, forwards in the bush's order and, what leads backwards in it, with a heap (Dijkstra 1959,
/// doi:10.1007/BF01386390). Near the equilibrium that is next to nothing. O(links) where the bush has the cheapest paths of all.
/// </summary>
internal static class BushSearch
{
    /// <summary>Gains below this share of the cost are rounding.</summary>
    private const double NoGainShare = 1e-14;
    private const int WordBits = 64;

    /// <summary>
    /// Leaves the costs in <see cref="BushWorkspace.Best"/>, infinite at nodes that no path reaches, with the links by which they arrive
    /// where they are cheaper than within the bush, at the costs of <see cref="BushExtension.Label"/>.
    /// </summary>
    /// <returns>Whether some path outside the bush is cheaper than the cheapest inside it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Run(Bush bush, double[] cost, BushWorkspace work)
    {
        work.Improved.Clear();
        Array.Copy(work.Cheapest, work.Best, work.Best.Length);
        var (tail, head, cheapest) = (work.Topology.Tail, work.Topology.Head, work.Cheapest);
        var origin = bush.Trips.Origin;
        for (var link = 0; link < tail.Length && link < head.Length && link < cost.Length; link++)
        {
            // What the bush has already is refused by one comparison, with nothing else to wait for.
            if (cheapest[tail[link]] + cost[link] < cheapest[head[link]] && work.Topology.MayLeave(tail[link], origin))
                Lower(link, cheapest[tail[link]] + cost[link], 0, work);
        }

        if (work.Improved.Count == 0) return false;
        Forwards(bush, cost, work);
        while (work.Heap.Count > 0)
        {
            var node = work.Heap.Pop();
            if (work.Topology.MayLeave(node, origin)) Leave(node, bush.NodeCount, cost, work);
        }

        return true;
    }

    /// <summary>Nodes that wait, in the bush's order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forwards(Bush bush, double[] cost, BushWorkspace work)
    {
        var waiting = work.Waiting;
        for (var word = 0; word < waiting.Length; word++)
        {
            while (waiting[word] != 0)
            {
                var place = (word * WordBits) + BitOperations.TrailingZeroCount(waiting[word]);
                waiting[word] &= waiting[word] - 1;
                var node = bush.Order[place];
                if (work.Topology.MayLeave(node, bush.Trips.Origin)) Leave(node, place, cost, work);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Leave(int node, int place, double[] cost, BushWorkspace work)
    {
        var (outStart, low) = (work.Topology.OutStart, work.Best[node]);
        for (var link = outStart[node]; link < outStart[node + 1]; link++) Lower(link, low + cost[link], place, work);
    }

    /// <param name="link">Link.</param>
    /// <param name="label">Cost of the path that arrives by it.</param>
    /// <param name="place">Place that the search has come to; what stands behind it in the order gets its turn there.</param>
    /// <param name="work">Workspace.</param>
    private static void Lower(int link, double label, int place, BushWorkspace work)
    {
        var (next, best, cheapest) = (work.Topology.Head[link], work.Best, work.Cheapest);
        if (!(label < best[next] * (1 - NoGainShare))) return;
        if (!(best[next] < cheapest[next])) work.Improved.Add(next);
        best[next] = label;
        work.Arrival[next] = link;
        if (work.Place[next] is var at && at >= place) work.Waiting[at / WordBits] |= 1UL << (at % WordBits);
        else work.Heap.Push(next, label);
    }
}
