namespace MilMobility.Derivation.Rail;

/// <summary>Fastest ways over the rail sections, both directions, turning back allowed; answers are kept.</summary>
public sealed class FastestWays
{
    private readonly ILookup<string, (string To, string Link, double Hours)> _next;
    private readonly Dictionary<string, Dictionary<string, (double Hours, string From, string Link)>> _trees = [];

    public FastestWays(IEnumerable<RailLink> sections)
        => _next = sections.SelectMany(link =>
            {
                var hours = link.LengthM / 1000.0 / Math.Max(40, link.SpeedKmh);
                return new[] { (link.From, link.To, link.Id, hours), (From: link.To, To: link.From, link.Id, hours) };
            })
            .ToLookup(way => way.From, way => (way.To, way.Id, way.hours));

    /// <summary>Running time and links of the fastest way; infinite and empty where there is none.</summary>
    public (double Hours, IReadOnlyList<string> Links) Between(string from, string to)
    {
        if (!_trees.TryGetValue(from, out var tree)) _trees.Add(from, tree = Tree(from));
        if (!tree.TryGetValue(to, out var end)) return (double.PositiveInfinity, []);
        var links = new List<string>();
        for (var node = to; node != from; node = tree[node].From) links.Add(tree[node].Link);
        return (end.Hours, links);
    }

    private Dictionary<string, (double Hours, string From, string Link)> Tree(string from)
    {
        var tree = new Dictionary<string, (double, string, string)>(StringComparer.Ordinal);
        var queue = new PriorityQueue<(string Node, string From, string Link), (double, string)>();
        queue.Enqueue((from, "", ""), (0, from));
        while (queue.TryDequeue(out var step, out var cost))
        {
            if (!tree.TryAdd(step.Node, (cost.Item1, step.From, step.Link))) continue;
            foreach (var (to, link, hours) in _next[step.Node])
                if (!tree.ContainsKey(to)) queue.Enqueue((to, step.Node, link), (cost.Item1 + hours, to));
        }

        return tree;
    }
}
