using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Tests;

/// <summary>Strongly connected random networks with all kinds of travel-time functions, and trips between most zones.</summary>
internal sealed record RandomNetwork(AssignmentNetwork Network, IReadOnlyList<AssignmentLink> Links, IReadOnlyList<ZoneTrips> Trips)
{
    private static readonly double[] s_powers = [0, 0.5, 1, 2, 4, 4, 4, 4.446, 8];

    public static RandomNetwork Make(int seed, int zones, int nodes, int links)
    {
        var random = new Random(seed);
        var ends = new HashSet<(int, int)>();
        var made = new List<AssignmentLink>();
        // A ring through all nodes that may be passed, and each zone tied to two of them both ways.
        for (var node = zones; node < nodes; node++) Add(node, node + 1 < nodes ? node + 1 : zones);
        for (var zone = 0; zone < zones; zone++)
        {
            for (var i = 0; i < 2; i++)
            {
                var node = random.Next(zones, nodes);
                Add(zone, node);
                Add(node, zone);
            }
        }

        while (made.Count < links) Add(random.Next(zones, nodes), random.Next(zones, nodes));
        var trips = new List<ZoneTrips>();
        for (var from = 0; from < zones; from++)
            for (var to = 0; to < zones; to++)
                if (from != to && random.Next(5) > 0) trips.Add(new ZoneTrips(from, to, 1 + (random.NextDouble() * 20)));
        return new RandomNetwork(Scene.Network(nodes, zones, zones, made), made, trips);

        void Add(int from, int to)
        {
            if (from == to || !ends.Add((from, to))) return;
            made.Add(new AssignmentLink(
                from, to, 20 + (random.NextDouble() * 60), random.Next(8) == 0 ? 0 : 1 + (random.NextDouble() * 9),
                random.NextDouble(), s_powers[random.Next(s_powers.Length)]));
        }
    }

    /// <summary>Time of a link as its formula says, without any of the engine's shortcuts.</summary>
    public static double Time(AssignmentLink link, double flow) =>
        link.FreeFlowTime * (1 + (link.B * Math.Pow(flow / link.Capacity, link.Power)));
}
