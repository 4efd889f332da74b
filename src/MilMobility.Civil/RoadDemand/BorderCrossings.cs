using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Zones where roads cross the border: what comes and goes there begins and ends beyond it. Each counts as so many inhabitants as make, at
/// the municipalities' trips per inhabitant by day, the cars that the data state for its roads. The gravity model then gives it these trips
/// with the places near it, and with other crossings. Assumed: nothing in the data says where traffic at the border comes from.
/// </summary>
public static class BorderCrossings
{
    private const string Kind = "border";

    /// <summary>Crossings in the order of the nodes.</summary>
    /// <param name="network">Network.</param>
    /// <param name="demand">Civil profiles.</param>
    /// <param name="inhabitants">Of all municipalities.</param>
    /// <param name="tripsPerHour">Cars per hour between them in the mean hour of <see cref="HourClass.Midday"/>.</param>
    public static IReadOnlyList<DemandZone> Of(CompiledNetwork network, CivilDemand demand, double inhabitants, double tripsPerHour)
    {
        var crossings = new List<DemandZone>();
        for (var node = 0; node < network.NodeCount; node++)
        {
            if (network.NodeMode[node] != TransportMode.Road || network.Dataset.Nodes[node].Kind != Kind) continue;
            var cars = Enumerable.Range(0, network.LinkCount)
                .Where(link => network.LinkMode[link] == TransportMode.Road
                    && (network.LinkFrom[link] == node || network.LinkTo[link] == node))
                .Sum(link => HourClass.Midday.Hours.Average(hour => demand.Of(2 * link, 0, DayTypes.Weekday, hour)));
            if (cars <= 0) continue;
            crossings.Add(new DemandZone(
                network.NodeId[node], inhabitants * cars / tripsPerHour, network.NodeLat[node], network.NodeLon[node])
            {
                IsCrossing = true,
            });
        }

        return crossings;
    }
}
