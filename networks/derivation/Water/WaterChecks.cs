namespace MilMobility.Derivation.Water;

/// <summary>The derivation's own checks: hard ones throw, soft ones are printed with the counts.</summary>
public static class WaterChecks
{
    // Kinds at which a fairway of this network may end.
    private static readonly HashSet<string> EndKinds = new(StringComparer.Ordinal) { "port", "terminal", "border" };

    public static void RequireSound(List<WaterLink> links, List<string> errors)
    {
        var linkOf = new Dictionary<int, string>();
        foreach (var link in links)
        {
            foreach (var section in link.Path.Sections)
            {
                if (!linkOf.TryAdd(section, link.Id))
                    errors.Add($"links {linkOf[section]} and {link.Id} run over the same section of the register");
            }

            if (link.IsDetour && link.Reach["length_reason"].Length == 0)
                errors.Add($"link {link.Id}: {link.LengthMetres} m is over 1.6 x {link.GreatCircleMetres:0} m; no reason");
            if (link.LengthMetres < 0.98 * link.GreatCircleMetres)
                errors.Add($"link {link.Id}: {link.LengthMetres} m, shorter than the crow's {link.GreatCircleMetres:0} m");
        }

        if (errors.Count > 0) throw new InvalidDataException(string.Join('\n', errors.Distinct()));
    }

    public static void Report(List<Dictionary<string, string>> nodes, List<WaterLink> links)
    {
        var errors = new List<string>();
        var neighbours = nodes.ToDictionary(n => n["id"], _ => new List<string>());
        foreach (var link in links)
        {
            neighbours[link.From].Add(link.To);
            neighbours[link.To].Add(link.From);
        }

        foreach (var node in nodes.Where(n => neighbours[n["id"]].Count < 2 && !EndKinds.Contains(n["kind"])))
            errors.Add($"node {node["id"]} ({node["kind"]}) is a dead end");
        var reached = Reached(neighbours, nodes[0]["id"]);
        errors.AddRange(nodes.Where(n => !reached.Contains(n["id"])).Select(n => $"node {n["id"]} is not connected"));
        if (errors.Count > 0) throw new InvalidDataException(string.Join('\n', errors));
        var kinds = nodes.GroupBy(n => n["kind"]).OrderBy(g => g.Key, StringComparer.Ordinal);
        Console.WriteLine(
            $"water: {nodes.Count} nodes ({string.Join(", ", kinds.Select(g => $"{g.Count()} {g.Key}"))}), "
            + $"{links.Count} links, {links.Sum(l => l.Path.LengthMetres) / 1000:0} km, "
            + $"{links.Count(l => l.IsDetour)} detours with a reason; one component");
    }

    private static HashSet<string> Reached(Dictionary<string, List<string>> neighbours, string start)
    {
        var reached = new HashSet<string> { start };
        var open = new Stack<string>([start]);
        while (open.TryPop(out var node))
            foreach (var next in neighbours[node].Where(reached.Add)) open.Push(next);
        return reached;
    }
}
