using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Search;
using MilMobility.Optimisation;

namespace MilMobility.Convoys.Tests;

/// <summary>Random instances small enough to walk through every journey; a failing seed is the report.</summary>
internal static class TinyInstances
{
    public static ConvoyInstance Random(int seed, int horizon = 15, int convoys = 4)
    {
        var random = new SplitMix((ulong)seed);
        var nodes = 3 + random.Next(3);
        var edges = new List<ConvoyEdge>();
        for (var v = 1; v < nodes; v++) edges.Add(new ConvoyEdge(v, random.Next(v), 1 + random.Next(4)));
        for (var extra = 0; extra < 3; extra++)
        {
            var (a, b) = (random.Next(nodes), random.Next(nodes));
            if (a != b && !edges.Any(e => (e.From == a && e.To == b) || (e.From == b && e.To == a)))
                edges.Add(new ConvoyEdge(a, b, 1 + random.Next(4)));
        }

        var all = new List<Convoy>();
        for (var k = 0; k < convoys; k++)
        {
            var from = random.Next(nodes);
            var to = (from + 1 + random.Next(nodes - 1)) % nodes;
            int? due = random.Next(3) == 0 ? horizon - random.Next(6) : null;
            all.Add(new Convoy($"c{k}", from, to, random.Next(4), due, 1 + random.Next(6)));
        }

        return new ConvoyInstance($"tiny {seed}", nodes, horizon, edges, all);
    }

    /// <summary>
    /// Every walk of a convoy from origin to destination that is in by due time and horizon; each leaves the origin once.
    /// </summary>
    public static IEnumerable<Journey> Walks(ConvoyInstance instance, int convoy)
    {
        var latest = Math.Min(instance.HorizonSeconds, instance.DueSeconds[convoy]) - instance.PassSeconds[convoy];
        for (var departure = instance.ReadySeconds[convoy]; departure <= latest; departure++)
        {
            foreach (var walk in Extend([instance.From[convoy]], [], [departure])) yield return walk;
        }

        IEnumerable<Journey> Extend(int[] nodes, int[] edges, int[] heads)
        {
            if (nodes[^1] == instance.To[convoy]) yield return new Journey(nodes, edges, heads);
            for (var e = 0; e < instance.EdgeCount; e++)
            {
                var next = instance.EdgeFrom[e] == nodes[^1] ? instance.EdgeTo[e]
                    : instance.EdgeTo[e] == nodes[^1] ? instance.EdgeFrom[e] : -1;
                var head = heads[^1] + instance.TravelSeconds[e];
                if (next < 0 || head > latest) continue;
                foreach (var walk in Extend([.. nodes, next], [.. edges, e], [.. heads, head])) yield return walk;
            }
        }
    }
}
