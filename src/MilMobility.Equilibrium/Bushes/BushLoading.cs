using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Paths;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>Spreads an origin's trips over its bush.</summary>
internal static class BushLoading
{
    /// <summary>A bush of the cheapest paths that the search found.</summary>
    public static void TakeTree(Bush bush, ShortestPaths tree, BushWorkspace work)
    {
        var links = 0;
        for (var place = 0; place < tree.ReachedCount; place++)
        {
            var node = tree.Reached[place];
            work.Start[place] = links;
            if (tree.Arrival[node] < 0) continue;
            work.Link[links] = tree.Arrival[node];
            work.Flow[links++] = 0;
        }

        work.Start[tree.ReachedCount] = links;
        bush.Take(
            tree.Reached.AsSpan(0, tree.ReachedCount), work.Start.AsSpan(0, tree.ReachedCount + 1), work.Link.AsSpan(0, links),
            work.Flow.AsSpan(0, links));
    }

    /// <summary>
    /// Loads the trips backwards through the bush: each node's flow is spread over its entries in the proportions that they have now, and
    /// over the first of them where they have no flow. Flow is then conserved at every node but for one rounding.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(Bush bush, BushWorkspace work)
    {
        bush.OwnFlow();
        var (order, start, link, flow, nodeFlow) = (bush.Order, bush.Start, bush.Link, bush.Flow, work.NodeFlow);
        var tail = work.Topology.Tail;
        for (var place = 0; place < bush.NodeCount; place++) nodeFlow[order[place]] = 0;
        var (destinations, units) = (bush.Trips.Destinations, bush.Trips.CarUnits);
        for (var i = 0; i < destinations.Length; i++) nodeFlow[destinations[i]] = units[i];
        for (var place = bush.NodeCount - 1; place > 0; place--)
        {
            var (arriving, first, end) = (nodeFlow[order[place]], start[place], start[place + 1]);
            if (end - first > 1)
            {
                var sum = 0.0;
                for (var entry = first; entry < end; entry++) sum += flow[entry];
                if (sum > 0)
                {
                    var factor = arriving / sum;
                    for (var entry = first; entry < end; entry++)
                    {
                        flow[entry] *= factor;
                        nodeFlow[tail[link[entry]]] += flow[entry];
                    }

                    continue;
                }

                for (var entry = first + 1; entry < end; entry++) flow[entry] = 0;
            }

            flow[first] = arriving;
            nodeFlow[tail[link[first]]] += arriving;
        }
    }

    /// <summary>Adds a bush's flows to those of the links.</summary>
    public static void AddTo(Bush bush, double[] total)
    {
        var (link, flow) = (bush.Link, bush.Flow);
        for (var entry = 0; entry < bush.EntryCount; entry++) total[link[entry]] += flow[entry];
    }

    /// <summary>
    /// What an origin's flow pays beyond the cheapest paths: a sum of terms that are not negative, so that no digits are lost.
    /// </summary>
    /// <param name="bush">Bush.</param>
    /// <param name="cost">By link.</param>
    /// <param name="cheapest">By node: cost of the cheapest path of all.</param>
    /// <param name="work">Workspace.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Excess(Bush bush, double[] cost, double[] cheapest, BushWorkspace work)
    {
        var (link, flow, tail, head, excess) = (bush.Link, bush.Flow, work.Topology.Tail, work.Topology.Head, 0.0);
        for (var entry = 0; entry < bush.EntryCount; entry++)
        {
            var l = link[entry];
            excess += flow[entry] * (cheapest[tail[l]] + cost[l] - cheapest[head[l]]);
        }

        return excess;
    }

    /// <summary>By node: cost of the cheapest path within a bush, infinite outside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cheapest(Bush bush, double[] cost, double[] cheapest, BushWorkspace work)
    {
        var (order, start, link, tail) = (bush.Order, bush.Start, bush.Link, work.Topology.Tail);
        Array.Fill(cheapest, double.PositiveInfinity);
        cheapest[order[0]] = 0;
        for (var place = 1; place < bush.NodeCount; place++)
        {
            var low = double.PositiveInfinity;
            for (var entry = start[place]; entry < start[place + 1]; entry++)
                low = Math.Min(low, cheapest[tail[link[entry]]] + cost[link[entry]]);
            cheapest[order[place]] = low;
        }
    }

    /// <summary>
    /// Adds what one class of the origin has on the links, if all its classes spread over the bush in the same proportions.
    /// </summary>
    /// <param name="vehicles">By destination of the origin: vehicles of the class.</param>
    public static void AddShare(Bush bush, double[] vehicles, double[] total, BushWorkspace work)
    {
        var (order, start, link, flow, nodeFlow) = (bush.Order, bush.Start, bush.Link, bush.Flow, work.NodeFlow);
        for (var place = 0; place < bush.NodeCount; place++) nodeFlow[order[place]] = 0;
        for (var i = 0; i < vehicles.Length; i++) nodeFlow[bush.Trips.Destinations[i]] = vehicles[i];
        for (var place = bush.NodeCount - 1; place > 0; place--)
        {
            var (arriving, sum) = (nodeFlow[order[place]], 0.0);
            if (arriving <= 0) continue;
            for (var entry = start[place]; entry < start[place + 1]; entry++) sum += flow[entry];
            for (var entry = start[place]; entry < start[place + 1]; entry++)
            {
                var share = sum > 0 ? arriving * (flow[entry] / sum) : entry == start[place] ? arriving : 0;
                total[link[entry]] += share;
                nodeFlow[work.Topology.Tail[link[entry]]] += share;
            }
        }
    }
}
