using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>
/// A seeded road network of the size of a region: a grid of streets with faster ones every fifth, zones tied to two
/// neighbouring crossings, and gravity trips that load the fast streets to about their capacity.
/// </summary>
internal static class SyntheticNetwork
{
    private const double B = 0.15;
    private const double Power = 4;
    private const int FastEvery = 5;
    private const double TripsPerZone = 550;

    /// <summary>Destinations per zone: the nearest and some far ones, as tables of counted trips have.</summary>
    private const int Destinations = 120;

    public static (AssignmentNetwork Network, VehicleClass Cars) Make((int Zones, int Nodes, int Links) size, int seed)
    {
        var random = new Random(seed);
        var crossings = size.Nodes - size.Zones;
        var width = (int)Math.Ceiling(Math.Sqrt(crossings));
        var links = new List<AssignmentLink>();
        for (var node = 0; node < crossings; node++)
        {
            var (x, y) = (node % width, node / width);
            if (x + 1 < width && node + 1 < crossings) Street(node, node + 1, y % FastEvery == 0);
            if (node + width < crossings) Street(node, node + width, x % FastEvery == 0);
        }

        var places = new (double X, double Y)[size.Zones];
        for (var zone = 0; zone < size.Zones; zone++)
        {
            var node = random.Next(crossings - 1);
            places[zone] = (node % width, node / width);
            foreach (var end in (int[])[node, node + 1])
            {
                links.Add(new AssignmentLink(zone, size.Zones + end, 1, 0.5, 0, 0));
                links.Add(new AssignmentLink(size.Zones + end, zone, 1, 0.5, 0, 0));
            }
        }

        // Shortcuts between random crossings not far apart, up to the number of links asked for.
        while (links.Count < size.Links)
        {
            var from = random.Next(crossings);
            var to = from + ((random.Next(5) - 2) * width) + random.Next(5) - 2;
            if (to >= 0 && to < crossings && to != from) Street(from, to, isFast: false);
        }

        var network = EquilibriumMeasurement.Valid(AssignmentNetwork.Compile("generated", size.Nodes, size.Zones, size.Zones, links));
        return (network, new VehicleClass("cars", Trips(places, random)));

        void Street(int from, int to, bool isFast)
        {
            var time = (isFast ? 1 : 2.5) * (0.8 + (0.4 * random.NextDouble()));
            var capacity = isFast ? 2_000 : 500 + random.Next(500);
            links.Add(new AssignmentLink(size.Zones + from, size.Zones + to, capacity, time, B, Power));
            links.Add(new AssignmentLink(size.Zones + to, size.Zones + from, capacity, time, B, Power));
        }
    }

    private static List<ZoneTrips> Trips((double X, double Y)[] places, Random random)
    {
        var trips = new List<ZoneTrips>();
        for (var from = 0; from < places.Length; from++)
        {
            var weights = new Dictionary<int, double>();
            for (var i = 0; i < Destinations; i++)
            {
                var to = random.Next(places.Length);
                var distance = Math.Abs(places[from].X - places[to].X) + Math.Abs(places[from].Y - places[to].Y);
                if (to != from) weights[to] = Math.Exp(-distance / 12);
            }

            var sum = weights.Values.Sum();
            foreach (var (to, weight) in weights.OrderBy(w => w.Key))
                trips.Add(new ZoneTrips(from, to, TripsPerZone * (0.5 + random.NextDouble()) * weight / sum));
        }

        return trips;
    }
}
