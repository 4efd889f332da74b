namespace MilMobility.Derivation.Road;

/// <summary>
/// Picks the wanted roads out of the VILD and joins the points that are one junction on different roads. The joined
/// point stands where its highest-ranking road has it. A motorway that goes on through the junction keeps its own length; a road
/// that ends there, and a lesser road, gets the distance between the two points added, since whoever comes over it mostly
/// turns. A turn between two motorways that both go on is short by that distance, at most 1.2 km.
/// </summary>
public static class RoadSelection
{
    // Junction edges beyond this join different exits of one name, or are errors of the table (some span 46 km).
    private const double JoinMaxM = 1_200;

    // Where a road goes on under another number, each number has its own point at the same spot.
    private const double NumberChangeMaxM = 150;
    private const double NamesakeMaxM = 150;
    private const double SameJunctionMaxM = 600;

    public static RoadGraph Build(VildTables vild, RoadFacts facts)
    {
        var chosen = vild.Points.Values
            .Where(p => facts.Profiles.ContainsKey(p.Road) && vild.IsDutch(p) && !IsBeyondBorder(p))
            .OrderBy(p => p.Loc)
            .ToDictionary(p => p.Loc);
        var edges = vild.Edges.Where(e => chosen.ContainsKey(e.A) && chosen.ContainsKey(e.B)).ToList();
        var onChain = edges.Where(e => e.IsChain).SelectMany(e => new[] { e.A, e.B }).ToHashSet();
        var groups = Join(edges, chosen, onChain);

        var graph = new RoadGraph();
        foreach (var members in groups) AddPoint(graph, vild, members);
        var onward = edges.Where(e => e.IsChain && e.Road.StartsWith('A')).SelectMany(e => new[] { e.A, e.B }).CountBy(loc => loc)
            .Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        foreach (var edge in edges.Where(e => e.IsChain)) AddSegment(graph, chosen, edge, facts, onward);
        return graph;
    }

    // A crossing is two points, one for each country; the foreign one may lie in a Dutch area.
    private static bool IsBeyondBorder(VildPoint point) => point.Name is "België" or "Belgie" or "Duitsland";

    public static string Key(int loc) => $"vild-{loc}";

    // Nearest pairs first. Two far points of one road are two junctions, even where a third road touches both.
    private static List<List<VildPoint>> Join(
        IEnumerable<VildEdge> edges, Dictionary<int, VildPoint> chosen, HashSet<int> onChain)
    {
        var groupOf = onChain.ToDictionary(loc => loc, loc => new List<VildPoint> { chosen[loc] });
        var pairs = edges
            .Where(e => onChain.Contains(e.A) && onChain.Contains(e.B))
            .Where(e => e.LengthM <= (e.IsChain ? NumberChangeMaxM : JoinMaxM))
            .Select(e => (A: chosen[e.A], B: chosen[e.B]))
            .Concat(Namesakes(onChain.Select(loc => chosen[loc])))
            .Where(pair => pair.A.Road != pair.B.Road)
            .OrderBy(pair => Geo.DistanceM(pair.A.At, pair.B.At))
            .ThenBy(pair => pair.A.Loc)
            .ThenBy(pair => pair.B.Loc);
        foreach (var (a, b) in pairs)
        {
            var (into, from) = (groupOf[a.Loc], groupOf[b.Loc]);
            if (ReferenceEquals(into, from) || into.Exists(p => from.Exists(q => AreApart(p, q)))) continue;
            into.AddRange(from);
            foreach (var point in from) groupOf[point.Loc] = into;
        }

        return [.. groupOf.Values
            .Distinct()
            .Select(group => group.OrderBy(Rank).ToList())
            .OrderBy(group => group[0].Loc)];
    }

    private static bool AreApart(VildPoint a, VildPoint b) =>
        a.Road == b.Road && Geo.DistanceM(a.At, b.At) > SameJunctionMaxM;

    // Roads that share a carriageway have the same exit once each, without an edge between the two points.
    private static IEnumerable<(VildPoint A, VildPoint B)> Namesakes(IEnumerable<VildPoint> points) => points
        .Where(p => p.Type == "P1.3")
        .GroupBy(p => PlainName(p.Name))
        .SelectMany(group => group.SelectMany(a => group
            .Where(b => a.Loc < b.Loc && a.Road != b.Road && Geo.DistanceM(a.At, b.At) < NamesakeMaxM)
            .Select(b => (a, b))));

    private static (int, int, int) Rank(VildPoint point) =>
        (point.Road[0] != 'A' ? 2 : IsInterchange(point) ? 0 : 1, point.Road.Length, point.Loc);

    private static bool IsInterchange(VildPoint point) => point.Type is "P1.1" or "P1.2";

    private static void AddPoint(RoadGraph graph, VildTables vild, List<VildPoint> members)
    {
        var first = members[0];
        var kind = members.Any(IsInterchange) ? "interchange"
            : members.Any(p => p.Type == "P3.14") ? "border"
            : first.Type == "P1.3" ? "exit"
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

    private static void AddSegment(
        RoadGraph graph, Dictionary<int, VildPoint> chosen, VildEdge edge, RoadFacts facts, HashSet<int> onward)
    {
        var (a, b) = (chosen[edge.A], chosen[edge.B]);
        var (keyA, keyB) = (Key(a.Loc), Key(b.Loc));
        var (from, to) = (graph.ByKey[keyA], graph.ByKey[keyB]);
        var (offsetA, offsetB) = (Geo.DistanceM(a.At, from.At), Geo.DistanceM(b.At, to.At));
        var hectometres = a.Road != b.Road ? [] : new[] { a.Hectometre, b.Hectometre }.OfType<int>().ToArray();
        var road = facts.Profiles.ContainsKey(edge.Road) ? edge.Road : a.Road;
        var turns = (onward.Contains(a.Loc) ? 0 : offsetA) + (onward.Contains(b.Loc) ? 0 : offsetB);
        graph.Add(new RoadSegment(from, to, road, edge.LengthM + turns)
        {
            Shape = [.. Inner(a, offsetA), .. Inner(b, offsetB)],
            Hectometres = hectometres.Length == 0 ? null : (hectometres.Min(), hectometres.Max()),
            Tunnel = facts.Tunnels.GetValueOrDefault(keyA) ?? facts.Tunnels.GetValueOrDefault(keyB),
        });
    }

    private static IEnumerable<GeoPoint> Inner(VildPoint point, double offsetM) => offsetM > 0 ? [point.At] : [];
}
