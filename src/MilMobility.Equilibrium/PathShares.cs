using MilMobility.Equilibrium.Bushes;

namespace MilMobility.Equilibrium;

/// <summary>
/// Which ways the trips of an equilibrium take, as shares: of all that an origin sends to or through a node, the share that arrives by each
/// link of its bush. With them any matrix of trips is put on the links as the equilibrium spreads its own, and a sum over links is
/// averaged over the paths of every pair. O(origins * links) of memory, and per call. For classes that see the same costs (one group of
/// users). Immutable.
/// </summary>
public sealed class PathShares
{
    private readonly EquilibriumSolution _solution;

    // By bush, then by entry.
    private readonly double[][] _share;

    private PathShares(EquilibriumSolution solution, double[][] share) => (_solution, _share) = (solution, share);

    public int ZoneCount => _solution.Network.ZoneCount;

    /// <exception cref="ArgumentException">Classes of the equilibrium see different costs.</exception>
    public static PathShares Of(EquilibriumSolution solution) => solution.Groups.Count == 1
        ? new PathShares(solution, [.. solution.Bushes.Select(Shares)])
        : throw new ArgumentException($"{solution.Groups.Count} groups of users take different ways", nameof(solution));

    /// <summary>By link as given to the network: what trips put on it.</summary>
    /// <param name="trips">Zones * zones by origin; those of origins without trips in the equilibrium are left out.</param>
    public double[] Load(ReadOnlySpan<double> trips)
    {
        var topology = _solution.Network.Topology;
        var (flow, through) = (new double[_solution.Network.LinkCount], new double[topology.NodeCount]);
        for (var b = 0; b < _share.Length; b++)
        {
            var (bush, share) = (_solution.Bushes[b], _share[b]);
            Array.Clear(through);
            for (var zone = 0; zone < ZoneCount; zone++) through[zone] = trips[(bush.Trips.Origin * ZoneCount) + zone];
            through[bush.Trips.Origin] = 0;
            for (var place = bush.NodeCount - 1; place > 0; place--)
            {
                var arriving = through[bush.Order[place]];
                if (arriving == 0) continue;
                for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
                {
                    var carried = arriving * share[entry];
                    flow[topology.Given[bush.Link[entry]]] += carried;
                    through[topology.Tail[bush.Link[entry]]] += carried;
                }
            }
        }

        return flow;
    }

    /// <summary>By pair of zones, by origin: the mean over its paths of the sum of a value of their links.</summary>
    /// <param name="values">By link as given to the network.</param>
    /// <param name="means">Zones * zones; pairs of origins without trips keep what they have.</param>
    public void Means(ReadOnlySpan<double> values, Span<double> means)
    {
        var topology = _solution.Network.Topology;
        var sum = new double[topology.NodeCount];
        for (var b = 0; b < _share.Length; b++)
        {
            var (bush, share) = (_solution.Bushes[b], _share[b]);
            sum[bush.Order[0]] = 0;
            for (var place = 1; place < bush.NodeCount; place++)
            {
                var mean = 0.0;
                for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
                {
                    var link = bush.Link[entry];
                    mean += share[entry] * (sum[topology.Tail[link]] + values[topology.Given[link]]);
                }

                sum[bush.Order[place]] = mean;
                if (bush.Order[place] < ZoneCount) means[(bush.Trips.Origin * ZoneCount) + bush.Order[place]] = mean;
            }
        }
    }

    /// <summary>By entry; all by the first where the origin sends nothing.</summary>
    private static double[] Shares(Bush bush)
    {
        var share = new double[bush.EntryCount];
        for (var place = 1; place < bush.NodeCount; place++)
        {
            var (first, end, sum) = (bush.Start[place], bush.Start[place + 1], 0.0);
            for (var entry = first; entry < end; entry++) sum += bush.Flow[entry];
            for (var entry = first; entry < end; entry++)
                share[entry] = sum > 0 ? bush.Flow[entry] / sum : entry == first ? 1 : 0;
        }

        return share;
    }
}
