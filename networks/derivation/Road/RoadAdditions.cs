namespace MilMobility.Derivation.Road;

/// <summary>Brings the facts into the graph: names, kinds and places of VILD points; added nodes and links.</summary>
public static class RoadAdditions
{
    // Access roads wind: their length is the great circle times this factor where no length is stated.
    private const double DetourFactor = 1.25;

    private static readonly HashSet<string> EndKinds =
        new(StringComparer.Ordinal) { "border", "port", "terminal", "site", "airfield", "hospital" };

    public static void Apply(RoadGraph graph, RoadFacts facts)
    {
        foreach (var (key, fact) in facts.Points)
        {
            var point = graph.Find(key, "road-points.csv");
            point.IsAnchor = true;
            if (fact.Kind.Length == 0) continue;
            point.Name = fact.Name;
            point.Kind = fact.Kind;
            point.Place = fact.Place;
            point.MayEnd = EndKinds.Contains(fact.Kind);
        }

        foreach (var node in facts.Nodes) graph.Add(Point(node), [node.Id]);
        foreach (var link in facts.Links) AddLink(graph, link);
    }

    private static RoadPoint Point(AddedNode node) => new()
    {
        Key = node.Id,
        At = node.At,
        Road = "",
        Name = node.Name,
        Region = node.Region,
        Kind = node.Kind,
        Place = node.Place,
        Manager = node.Manager,
        NodeId = node.Id,
        IsAnchor = true,
        MayEnd = EndKinds.Contains(node.Kind),
        Provenance = "lat=assumed@road-facts;lon=assumed@road-facts",
    };

    private static void AddLink(RoadGraph graph, AddedLink link)
    {
        var from = graph.Find(link.From, "road-added-links.csv");
        var to = graph.Find(link.To, "road-added-links.csv");
        var length = link.LengthM > 0 ? link.LengthM : DetourFactor * Geo.DistanceM(from.At, to.At);
        graph.Add(new RoadSegment(from, to, link.Road, length) { Added = link });
        // The far end of an access road or a bypass is a node whatever else meets there.
        from.IsAnchor = true;
        to.IsAnchor = true;
    }
}
