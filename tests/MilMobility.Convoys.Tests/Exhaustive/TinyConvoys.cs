using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Tests.Exhaustive;

/// <summary>Random instances small enough to try everything: 3 or 4 convoys, 4 to 7 nodes, under a minute.</summary>
internal static class TinyConvoys
{
    /// <summary>
    /// A random tree with one to three chords, so that there are bottlenecks and detours; pass times up to twice a travel time;
    /// a horizon that most convoys make, and every fourth convoy with a due time that it would meet alone, or just not.
    /// </summary>
    public static ConvoyInstance Random(int seed)
    {
        var random = new Random(seed);
        var nodes = random.Next(4, 8);
        var edges = new List<ConvoyEdge>();
        for (var v = 1; v < nodes; v++) edges.Add(new ConvoyEdge(random.Next(v), v, random.Next(1, 6)));
        for (var chord = random.Next(1, 4); chord > 0; chord--)
        {
            var (u, v) = (random.Next(nodes), random.Next(nodes));
            var isNew = u != v && !edges.Exists(e => (e.From, e.To) == (u, v) || (e.From, e.To) == (v, u));
            if (isNew) edges.Add(new ConvoyEdge(u, v, random.Next(1, 6)));
        }

        var convoys = new List<Convoy>();
        for (var k = random.Next(3, 5); k > 0; k--)
        {
            var from = random.Next(nodes);
            var to = (from + random.Next(1, nodes)) % nodes;
            var (ready, pass) = (random.Next(0, 5), random.Next(1, 8));
            int? due = random.Next(4) == 0 ? ready + pass + random.Next(6, 20) : null;
            convoys.Add(new Convoy($"c{k}", from, to, ready, due, pass));
        }

        return new ConvoyInstance($"tiny-{seed}", nodes, random.Next(24, 33), edges, convoys);
    }
}
