using MilMobility.Equilibrium.Costs;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Paths;

/// <summary>
/// What all trips would cost if each took the cheapest path at the present costs, and what they do cost: the relative gap. It knows flows,
/// costs and trips, and nothing of how the flows came about.
/// </summary>
internal static class AllOrNothing
{
    /// <param name="TotalCost">Sum over groups and links of flow and cost.</param>
    /// <param name="CheapestCost">Sum over trips of the cost of the cheapest path.</param>
    public readonly record struct Costs(double TotalCost, double CheapestCost)
    {
        /// <summary>TotalCost / CheapestCost - 1; 0 without trips.</summary>
        public double RelativeGap => CheapestCost > 0 ? (TotalCost / CheapestCost) - 1 : 0;
    }

    /// <param name="groupFlow">By group and link: passenger-car units.</param>
    /// <param name="known">
    /// Called by position in the trips: fills, by node, costs of some paths that make the search fast; the result does not depend on them.
    /// Null to search from nothing.
    /// </param>
    /// <param name="found">Told by position in the trips: by node, costs of the cheapest paths.</param>
    public static Costs Evaluate(
        Topology topology, LinkCosts costs, IReadOnlyList<OriginTrips> trips, IReadOnlyList<double[]> groupFlow,
        Action<int, double[]>? known, Action<int, double[]> found)
    {
        var (total, cheapest) = (new CompensatedSum(), new CompensatedSum());
        for (var group = 0; group < groupFlow.Count; group++)
        {
            for (var link = 0; link < topology.LinkCount; link++) total.Add(groupFlow[group][link] * costs.Cost[group][link]);
        }

        var (search, start) = (new ShortestPaths(topology), new double[topology.NodeCount]);
        for (var at = 0; at < trips.Count; at++)
        {
            var origin = trips[at];
            if (known is null) search.From(origin.Origin, costs.Cost[origin.Group]);
            else
            {
                known(at, start);
                search.From(origin.Origin, costs.Cost[origin.Group], start);
            }

            for (var i = 0; i < origin.Destinations.Length; i++)
                cheapest.Add(origin.CarUnits[i] * search.Cost[origin.Destinations[i]]);
            found(at, search.Cost);
        }

        return new Costs(total.Value, cheapest.Value);
    }
}
