using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Search;
using MilMobility.Optimisation;

namespace MilMobility.Convoys.Generation;

/// <summary>
/// Seeded instances like those of the literature, whose own were not published. The same request gives the same instance on every
/// machine. Horizons leave room for a plan that moves every convoy.
/// <code>
///   planar  30-3,000 nodes of degree 3-4, travel 5-50 s, 15-25 convoys, pass 0.25-1 x the mean travel time, ready over a
///           quarter of the horizon, loose due times (Chardaire et al. 2005, 10.1287/opre.1040.0179)
///   hard    as planar, a few hundred nodes, 17 convoys, pass 4 x the mean travel time, two halves joined by 2-4 edges that every
///           convoy crosses, both ways (ibid., the hardest class)
///   hubs    933 nodes and about 1,475 edges, road-like; convoys between 12 hubs; pass 10 minutes
///   grid    4-connected, travel 10 s, all ready at 0, pass 0.5-4 edges, horizon 4 x the longest shortest way
///           (Thomas, Deodhare and Murty 2015, 10.1109/MIS.2015.77)
/// </code>
/// </summary>
public static class ConvoyFamilies
{
    public const int GridTravelSeconds = 10;

    private const int TravelMin = 5;
    private const int TravelMax = 50;
    private const int MeanTravel = (TravelMin + TravelMax) / 2;
    private const int HubCount = 12;

    public static IReadOnlyList<string> Names { get; } = ["planar", "hard", "hubs", "grid"];

    /// <summary>Nodes a family may have.</summary>
    public static (int Min, int Max) NodeRange(string family) => family == "hard" ? (40, 3000) : (16, 40_000);

    /// <summary>Makes the instance.</summary>
    /// <exception cref="ArgumentException">Unknown family, or a value that it cannot have.</exception>
    public static ConvoyInstance Make(FamilyRequest request)
    {
        if (!Names.Contains(request.Family))
            throw new ArgumentException($"family = {request.Family}; must be one of {string.Join(", ", Names)}");
        var nodes = request.Family == "grid"
            ? Math.BigMul(request.Width ?? 10, request.Height ?? 10)
            : request.Nodes ?? (request.Family == "hard" ? 300 : request.Family == "hubs" ? 933 : 300);
        var (min, max) = NodeRange(request.Family);
        if (nodes < min || nodes > max) throw new ArgumentException($"nodes = {nodes}; must be from {min} to {max} for {request.Family}");
        var convoys = request.Convoys ?? request.Family switch { "hard" => 17, "hubs" => 100, "grid" => 5, _ => 20 };
        if (convoys < 1 || convoys > nodes) throw new ArgumentException($"convoys = {convoys}; must be from 1 to the nodes, {nodes}");
        // Other families of the same seed are other instances.
        var random = new SplitMix(((ulong)request.Seed * 16) + (ulong)Names.ToList().IndexOf(request.Family));
        var name = $"{request.Family}-n{nodes}-k{convoys}-s{request.Seed}";
        return request.Family switch
        {
            "planar" => Planar(name, (int)nodes, convoys, random),
            "hard" => Hard(name, (int)nodes, convoys, random),
            "hubs" => Hubs(name, (int)nodes, convoys, random),
            _ => Grid(name, request.Width ?? 10, request.Height ?? 10, convoys, request.HalfEdges ?? 2, random),
        };
    }

    private static ConvoyInstance Planar(string name, int nodes, int convoys, SplitMix random)
    {
        var (_, edges) = PlanarGraph.Make(nodes, nodes * 7 / 4, 3, (_, _) => true, random, Travel);
        var ends = Enumerable.Range(0, convoys).Select(_ => TwoOf(nodes, random)).ToList();
        var passes = ends.Select(_ => (MeanTravel / 4) + 1 + random.Next(MeanTravel - (MeanTravel / 4))).ToList();
        var ways = Ways(nodes, edges, ends);
        var horizon = (4 * ways.Max()) + passes.Sum();
        var all = ends.Select((e, k) =>
        {
            var ready = random.Next((horizon / 4) + 1);
            var due = Math.Min(horizon, ready + (2 * ways[k]) + (horizon / 2));
            return new Convoy($"c{k + 1}", e.From, e.To, ready, due, passes[k]);
        });
        return new ConvoyInstance(name, nodes, horizon, edges, [.. all]);
    }

    private static ConvoyInstance Hard(string name, int nodes, int convoys, SplitMix random)
    {
        const int Pass = 4 * MeanTravel;
        var width = Enumerable.Range(1, nodes).First(w => w * w >= nodes);
        var (middle, rows) = (width / 2, nodes / width);
        var links = 2 + random.Next(3);
        var open = Enumerable.Range(0, rows).ToList();
        PlanarGraph.Shuffle(open, random);
        open.RemoveRange(Math.Min(links, open.Count), Math.Max(0, open.Count - links));
        // Edges from column middle - 1 to middle exist in the open rows only.
        var (_, edges) = PlanarGraph.Make(
            nodes, nodes * 7 / 4, 3, (a, b) => b != a + 1 || b % width != middle || open.Contains(a / width), random, Travel);
        var ends = Enumerable.Range(0, convoys).Select(k =>
        {
            // Full rows only: a row cut short may not reach its half.
            var west = (random.Next(rows) * width) + random.Next(middle);
            var east = (random.Next(rows) * width) + middle + random.Next(width - middle);
            return k % 2 == 0 ? (west, east) : (east, west);
        }).ToList();
        var ways = Ways(nodes, edges, ends);
        var horizon = ways.Max() + (2 * convoys * (Pass + TravelMax) / links);
        var all = ends.Select((e, k) =>
            new Convoy($"c{k + 1}", e.Item1, e.Item2, random.Next((horizon / 4) + 1), null, Pass)).ToList();
        // Convoys of both directions in turn need more than their share.
        return new ConvoyInstance(name, nodes, 2 * horizon, edges, all);
    }

    private static ConvoyInstance Hubs(string name, int nodes, int convoys, SplitMix random)
    {
        const int Pass = 600;
        const int ReadyMax = 4 * 3600;
        var (_, edges) = PlanarGraph.Make(nodes, nodes * 1475 / 933, 2, (_, _) => true, random, r => 60 + r.Next(541));
        var hubs = Enumerable.Range(0, nodes).ToList();
        PlanarGraph.Shuffle(hubs, random);
        var ends = Enumerable.Range(0, convoys).Select(_ =>
        {
            var (from, to) = TwoOf(HubCount, random);
            return (From: hubs[from], To: hubs[to]);
        }).ToList();
        var ways = Ways(nodes, edges, ends);
        var horizon = ReadyMax + (2 * ways.Max()) + (Pass * 4 * convoys / HubCount);
        var all = ends.Select((e, k) => new Convoy($"c{k + 1}", e.From, e.To, random.Next(ReadyMax + 1), null, Pass));
        return new ConvoyInstance(name, nodes, horizon, edges, [.. all]);
    }

    private static ConvoyInstance Grid(string name, int width, int height, int convoys, int halfEdges, SplitMix random)
    {
        if (width < 2 || height < 2) throw new ArgumentException($"grid {width} x {height}; must be at least 2 x 2");
        if (halfEdges < 1) throw new ArgumentException($"length = {halfEdges} half edges; must be at least 1");
        var edges = new List<ConvoyEdge>();
        for (var v = 0; v < width * height; v++)
        {
            if ((v + 1) % width != 0) edges.Add(new ConvoyEdge(v, v + 1, GridTravelSeconds));
            if (v + width < width * height) edges.Add(new ConvoyEdge(v, v + width, GridTravelSeconds));
        }

        var origins = Enumerable.Range(0, width * height).ToList();
        PlanarGraph.Shuffle(origins, random);
        var targets = origins.ToList();
        PlanarGraph.Shuffle(targets, random);
        var pass = halfEdges * GridTravelSeconds / 2;
        var all = new List<Convoy>();
        for (int k = 0, longest = 0; ; k++)
        {
            if (k == convoys)
                return new ConvoyInstance($"{name}-l{halfEdges}", width * height, (4 * longest * GridTravelSeconds) + pass, edges, all);
            var to = targets[k] != origins[k] ? targets[k] : targets[(k + 1) % targets.Count];
            longest = Math.Max(longest, Math.Abs((to % width) - (origins[k] % width)) + Math.Abs((to / width) - (origins[k] / width)));
            all.Add(new Convoy($"c{k + 1}", origins[k], to, 0, null, pass));
        }
    }

    private static int Travel(SplitMix random) => TravelMin + random.Next(TravelMax - TravelMin + 1);

    private static (int From, int To) TwoOf(int count, SplitMix random)
    {
        var from = random.Next(count);
        var to = random.Next(count - 1);
        return (from, to < from ? to : to + 1);
    }

    /// <summary>Shortest times from each origin to its destination.</summary>
    private static List<int> Ways(int nodes, List<ConvoyEdge> edges, List<(int From, int To)> ends)
    {
        var distances = new ReverseDistances(
            new ConvoyInstance("", nodes, 1, edges, [.. ends.Select((e, k) => new Convoy($"c{k}", e.From, e.To, 0, null, 1))]));
        return [.. ends.Select(e => distances.To(e.To)[e.From])];
    }
}
