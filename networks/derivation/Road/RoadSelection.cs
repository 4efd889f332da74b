namespace MilMobility.Derivation.Road;

/// <summary>
/// Picks the wanted roads out of the VILD and joins the points that are one junction on different roads. The joined
/// point stands where its highest-ranking road has it; a chain that reaches it on another road gets the distance
/// between the two points added, so that no way becomes shorter than it is.
/// </summary>
public static class RoadSelection
{
    // Junction edges beyond this join different exits of one name, or are errors of the table (some span 46 km).
    private const double JoinMaxM = 1_200;

    public static RoadGraph Build(VildTables vild, RoadFacts facts)
    {
        var chosen = vild.Points.Values
            .Where(p => facts.Profiles.ContainsKey(p.Road) && vild.IsDutch(p) && p.Name is not ("België" or "Belgie" or "Duitsland"))
            .OrderBy(p => p.Loc)
            .ToDictionary(p => p.Loc);
        var edges = vild.Edges.Where(e => chosen.ContainsKey(e.A) && chosen.ContainsKey(e.B)).ToList();
        var onChain = edges.Where(e => e.IsChain).SelectMany(e => new[] { e.A, e.B }).ToHashSet();
        var groups = Join(edges.Where(e => !e.IsChain), chosen, onChain);

        var graph = new RoadGraph();
        foreach (var members in groups) AddPoint(graph, vild, members);
        foreach (var edge in edges.Where(e => e.IsChain)) AddSegment(graph, chosen, edge, facts);
        return graph;
    }

    public static string Key(int loc) => $"vild-{loc}";

    private static List<List<VildPoint>> Join(
        IEnumerable<VildEdge> junctions, Dictionary<int, VildPoint> chosen, HashSet<int> onChain)
    {
        var parent = onChain.ToDictionary(loc => loc);
        int Root(int loc) => parent[loc] == loc ? loc : parent[loc] = Root(parent[loc]);
        foreach (var edge in junctions)
        {
            // Links between points of one road are ramps beside its chain: the chain already joins them.
            if (!onChain.Contains(edge.A) || !onChain.Contains(edge.B)) continue;
            if (chosen[edge.A].Road == chosen[edge.B].Road || edge.LengthM > JoinMaxM) continue;
            var (low, high) = (Root(edge.A), Root(edge.B));
            parent[Math.Max(low, high)] = Math.Min(low, high);
        }

        return [.. onChain.GroupBy(Root).OrderBy(g => g.Key).Select(g => g.Select(loc => chosen[loc]).OrderBy(Rank).ToList())];
    }

    private static (int, int, int) Rank(VildPoint point) =>
        (point.Road[0] != 'A' ? 2 : IsInterchange(point) ? 0 : 1, point.Road.Length, point.Loc);

    private static bool IsInterchange(VildPoint point) => point.Type is "P1.1" or "P1.2";

    private static void AddPoint(RoadGraph graph, VildTables vild, List<VildPoint> members)
    {
        var first = members[0];
        var kind = members.Any(IsInterchange) ? "interchange"
            : members.Any(p => p.Type == "P3.14") ? "border"
            : members.Any(p => p.Type == "P1.3" && p.Road[0] == 'A') ? "exit"
            : members.Any(p => p.Type.StartsWith("P1", StringComparison.Ordinal)) ? "junction"
            : members.Any(p => p.Type is "P3.3" or "P3.4") ? "rest-area"
            : "";
        var named = members.FirstOrDefault(p => p.Name.Length > 0 && p.Name != "n.n.") ?? first;
        var point = new RoadPoint
        {
            Key = Key(first.Loc),
            At = first.At,
            Road = first.Road,
            Name = PlainName(named.Name),
            Municipality = vild.Municipality(first),
            Region = vild.Province(first),
            Kind = kind,
            IsAnchor = kind == "interchange",
        };
        graph.Add(point, members.Select(p => Key(p.Loc)));
    }

    // Exits of an N-road are named after the motorway they meet ("A15: Papendrecht").
    private static string PlainName(string name)
    {
        var colon = name.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 0 and < 5 ? name[(colon + 2)..] : name;
    }

    private static void AddSegment(RoadGraph graph, Dictionary<int, VildPoint> chosen, VildEdge edge, RoadFacts facts)
    {
        var (a, b) = (chosen[edge.A], chosen[edge.B]);
        var (keyA, keyB) = (Key(a.Loc), Key(b.Loc));
        var (from, to) = (graph.ByKey[keyA], graph.ByKey[keyB]);
        var (offsetA, offsetB) = (Geo.DistanceM(a.At, from.At), Geo.DistanceM(b.At, to.At));
        var hectometres = a.Road != b.Road ? [] : new[] { a.Hectometre, b.Hectometre }.OfType<int>().ToArray();
        graph.Add(new RoadSegment(from, to, facts.Profiles.ContainsKey(edge.Road) ? edge.Road : a.Road, edge.LengthM + offsetA + offsetB)
        {
            Shape = [.. Inner(a, offsetA), .. Inner(b, offsetB)],
            Hectometres = hectometres.Length == 0 ? null : (hectometres.Min(), hectometres.Max()),
            Tunnel = facts.Tunnels.GetValueOrDefault(keyA) ?? facts.Tunnels.GetValueOrDefault(keyB),
        });
    }

    private static IEnumerable<GeoPoint> Inner(VildPoint point, double offsetM) => offsetM > 0 ? [point.At] : [];
}
