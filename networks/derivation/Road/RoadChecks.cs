namespace MilMobility.Derivation.Road;

/// <summary>The self-check of the derived road network: fails loudly, with every finding, before anything is
/// written. It checks ids, connectedness, dead ends, lengths against the great circle and the shared places.</summary>
public static class RoadChecks
{
    private const int NodesMin = 350;

    private static readonly HashSet<string> EndKinds =
        new(StringComparer.Ordinal) { "border", "port", "terminal", "site", "airfield", "hospital" };

    public static void Verify(IReadOnlyList<RoadPoint> nodes, IReadOnlyList<RoadLink> links, RoadFacts facts)
    {
        var findings = Ids(nodes, links)
            .Concat(Shape(nodes, links))
            .Concat(links.SelectMany(Length))
            .Concat(Places(nodes, facts))
            .Concat(Tunnels(links, facts))
            .ToList();
        if (nodes.Count < NodesMin) findings.Add($"only {nodes.Count} nodes; at least {NodesMin} are wanted");
        if (findings.Count > 0)
            throw new InvalidDataException("road network:\n  " + string.Join("\n  ", findings));
    }

    private static IEnumerable<string> Ids(IReadOnlyList<RoadPoint> nodes, IReadOnlyList<RoadLink> links)
    {
        foreach (var group in nodes.Select(n => n.NodeId).Concat(links.Select(l => l.Id)).GroupBy(id => id))
        {
            if (group.Count() > 1) yield return $"id '{group.Key}' is used {group.Count()} times";
            if (!group.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                || group.Key.Contains("--", StringComparison.Ordinal)) yield return $"id '{group.Key}' is malformed";
        }
    }

    private static IEnumerable<string> Shape(IReadOnlyList<RoadPoint> nodes, IReadOnlyList<RoadLink> links)
    {
        var neighbours = nodes.ToDictionary(n => n, _ => new List<RoadPoint>());
        foreach (var link in links)
        {
            neighbours[link.From].Add(link.To);
            neighbours[link.To].Add(link.From);
        }

        foreach (var (node, next) in neighbours)
        {
            if (next.Count == 1 && !EndKinds.Contains(node.Kind))
                yield return $"'{node.NodeId}' ({node.Kind}) is a dead end";
        }

        var seen = new HashSet<RoadPoint> { nodes[0] };
        var stack = new Stack<RoadPoint>(seen);
        while (stack.TryPop(out var point))
        {
            foreach (var next in neighbours[point])
                if (seen.Add(next)) stack.Push(next);
        }

        if (seen.Count != nodes.Count)
            yield return $"{nodes.Count - seen.Count} nodes do not hang together with the rest";
    }

    private static IEnumerable<string> Length(RoadLink link)
    {
        var greatCircle = Geo.DistanceM(link.From.At, link.To.At);
        if (link.LengthM < greatCircle) yield return $"'{link.Id}' is shorter than the great circle";
        if (link.LengthM > RoadLinks.DetourMax * greatCircle && link.LengthReason.Length == 0)
            yield return $"'{link.Id}' is {link.LengthM / greatCircle:F2} great circles long and does not say why";
        if (link.LengthM <= 0) yield return $"'{link.Id}' has no length";
    }

    private static IEnumerable<string> Places(IReadOnlyList<RoadPoint> nodes, RoadFacts facts)
    {
        var wanted = facts.Nodes.Select(n => n.Place)
            .Concat(facts.Points.Values.Select(p => p.Place))
            .Where(p => p.Length > 0);
        var covered = nodes.Select(n => n.Place).ToHashSet(StringComparer.Ordinal);
        return wanted.Where(place => !covered.Contains(place)).Select(place => $"place '{place}' has no road node");
    }

    private static IEnumerable<string> Tunnels(IReadOnlyList<RoadLink> links, RoadFacts facts)
    {
        var built = links.Select(l => l.Tunnel).ToHashSet(StringComparer.Ordinal);
        return facts.Tunnels.Values.Select(t => t.Name).Distinct(StringComparer.Ordinal)
            .Where(name => !built.Contains(name))
            .Select(name => $"'{name}' lies on no link");
    }
}
