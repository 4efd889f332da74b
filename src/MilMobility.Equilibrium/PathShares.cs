using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Bushes;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium;

/// <summary>
/// Which ways the trips of an equilibrium take, as shares: of all that an origin sends to or through a node, the share that arrives by each
/// link of its bush. With them any matrix of trips is put on the links as the equilibrium spreads its own, and a sum over links is
/// averaged over the paths of every pair. O(origins * links) of memory, and per call. For classes that see the same costs (one group of
/// users). Immutable.
/// </summary>
public sealed class PathShares
{
    private readonly int _nodes;
    private readonly int _links;
    private readonly OriginWays[] _origins;

    private PathShares(EquilibriumSolution solution)
    {
        var topology = solution.Network.Topology;
        (_nodes, _links, ZoneCount) = (topology.NodeCount, solution.Network.LinkCount, solution.Network.ZoneCount);
        _origins = [.. solution.Bushes.Select(bush => OriginWays.Of(bush, topology))];
    }

    public int ZoneCount { get; }

    /// <exception cref="ArgumentException">Classes of the equilibrium see different costs.</exception>
    public static PathShares Of(EquilibriumSolution solution) => solution.Groups.Count == 1
        ? new PathShares(solution)
        : throw new ArgumentException($"{solution.Groups.Count} groups of users take different ways", nameof(solution));

    /// <summary>By link as given to the network: what trips put on it.</summary>
    /// <param name="trips">Zones * zones by origin; those of origins without trips in the equilibrium are left out.</param>
    public double[] Load(ReadOnlySpan<double> trips)
    {
        var (flow, through) = (new double[_links], new double[_nodes]);
        foreach (var origin in _origins)
        {
            Array.Clear(through);
            trips.Slice(origin.Zone * ZoneCount, ZoneCount).CopyTo(through);
            through[origin.Zone] = 0;
            Load(origin, through, flow);
        }

        return flow;
    }

    /// <summary>By pair of zones, by origin: the mean over its paths of the sum of a value of their links.</summary>
    /// <param name="values">By link as given to the network.</param>
    /// <param name="means">Zones * zones; pairs of origins without trips keep what they have.</param>
    public void Means(ReadOnlySpan<double> values, Span<double> means)
    {
        var sum = new double[_nodes];
        foreach (var origin in _origins)
        {
            sum[origin.Zone] = 0;
            Sum(origin, values, sum);
            sum.AsSpan(0, ZoneCount).CopyTo(means.Slice(origin.Zone * ZoneCount, ZoneCount));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Load(OriginWays origin, double[] through, double[] flow)
    {
        var (order, start, tail, link, share) = (origin.Order, origin.Start, origin.Tail, origin.Link, origin.Share);
        for (var place = order.Length - 1; place > 0; place--)
        {
            var arriving = through[order[place]];
            if (arriving == 0) continue;
            for (var entry = start[place]; entry < start[place + 1]; entry++)
            {
                var carried = arriving * share[entry];
                flow[link[entry]] += carried;
                through[tail[entry]] += carried;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum(OriginWays origin, ReadOnlySpan<double> values, double[] sum)
    {
        var (order, start, tail, link, share) = (origin.Order, origin.Start, origin.Tail, origin.Link, origin.Share);
        for (var place = 1; place < order.Length; place++)
        {
            var mean = 0.0;
            for (var entry = start[place]; entry < start[place + 1]; entry++)
                mean += share[entry] * (sum[tail[entry]] + values[link[entry]]);
            sum[order[place]] = mean;
        }
    }

    /// <summary>
    /// Ways from one zone: nodes in an order in which all lead forwards, and by node the links that trips take to it.
    /// </summary>
    /// <param name="Zone">Zone.</param>
    /// <param name="Order">By place: the node; the zone first.</param>
    /// <param name="Start">By place, and one more: where its entries begin.</param>
    /// <param name="Tail">By entry: the node that the link leaves.</param>
    /// <param name="Link">By entry: the link as given.</param>
    /// <param name="Share">By entry: share of what arrives.</param>
    private sealed record OriginWays(int Zone, int[] Order, int[] Start, int[] Tail, int[] Link, double[] Share)
    {
        public static OriginWays Of(Bush bush, Topology topology)
        {
            var (places, start, links, share) = (bush.NodeCount, new int[bush.NodeCount + 1], new List<int>(), new List<double>());
            for (var place = 1; place < places; place++)
            {
                var (first, end, sum) = (bush.Start[place], bush.Start[place + 1], 0.0);
                for (var entry = first; entry < end; entry++) sum += bush.Flow[entry];
                for (var entry = first; entry < end; entry++)
                {
                    // Where the origin sends nothing, all would come by the first.
                    var part = sum > 0 ? bush.Flow[entry] / sum : entry == first ? 1 : 0;
                    if (part == 0) continue;
                    links.Add(bush.Link[entry]);
                    share.Add(part);
                }

                start[place + 1] = links.Count;
            }

            return new OriginWays(
                bush.Trips.Origin, bush.Order[..places], start, [.. links.Select(l => topology.Tail[l])],
                [.. links.Select(l => topology.Given[l])], [.. share]);
        }
    }
}
