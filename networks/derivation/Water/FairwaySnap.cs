using System.Globalization;

namespace MilMobility.Derivation.Water;

/// <summary>
/// Puts the named nodes of facts/water-nodes.csv on the register's graph. `snap` says where: `101` is the nearest
/// point on that route, `101+103` the nearest junction that touches both routes. Sections are cut where needed.
/// Errors: a node farther than <see cref="MaxMetres"/> from its route, two nodes on one vertex.
/// </summary>
public static class FairwaySnap
{
    // Facts give positions from public maps; farther off than this is a slip of the pen, not of the map.
    private const double MaxMetres = 2500;

    /// <summary>Vertex of each node, by node id.</summary>
    public static Dictionary<string, int> Snap(FairwayGraph graph, IReadOnlyList<Dictionary<string, string>> nodes)
    {
        var vertexOf = new Dictionary<string, int>();
        var cuts = new SortedDictionary<int, List<(double Share, string Node)>>();
        foreach (var node in nodes)
        {
            var position = new GeoPoint(
                double.Parse(node["lat"], CultureInfo.InvariantCulture),
                double.Parse(node["lon"], CultureInfo.InvariantCulture));
            var routes = node["snap"].Split('+');
            if (routes.Length > 1)
            {
                vertexOf[node["id"]] = NearestJunction(graph, node["id"], position, routes);
                continue;
            }

            var (section, share) = NearestOnRoute(graph, node["id"], position, routes[0]);
            if (share is 0 or 1)
            {
                vertexOf[node["id"]] = share == 0 ? graph.Sections[section].From : graph.Sections[section].To;
                continue;
            }

            if (!cuts.TryGetValue(section, out var onSection)) cuts[section] = onSection = [];
            onSection.Add((share, node["id"]));
        }

        foreach (var (section, onSection) in cuts)
        {
            onSection.Sort();
            var vertices = graph.Cut(section, [.. onSection.Select(c => c.Share)]);
            for (var i = 0; i < vertices.Length; i++) vertexOf[onSection[i].Node] = vertices[i];
        }

        var shared = vertexOf.GroupBy(p => p.Value).FirstOrDefault(g => g.Count() > 1);
        if (shared is not null)
            throw new InvalidDataException($"nodes {string.Join(", ", shared.Select(p => p.Key))} fall on one position");
        return vertexOf;
    }

    private static int NearestJunction(FairwayGraph graph, string node, GeoPoint position, string[] routes)
    {
        var best = (Vertex: -1, Metres: double.PositiveInfinity);
        for (var v = 0; v < graph.Vertices.Count; v++)
        {
            var metres = position.MetresTo(graph.Vertices[v]);
            if (metres >= best.Metres) continue;
            if (!routes.All(r => graph.SectionsAt(v).Any(s => graph.Sections[s].Route == r))) continue;
            best = (v, metres);
        }

        RequireNear(node, string.Join('+', routes), best.Metres);
        return best.Vertex;
    }

    private static (int Section, double Share) NearestOnRoute(
        FairwayGraph graph, string node, GeoPoint position, string route)
    {
        var best = (Section: -1, Share: 0.0, Metres: double.PositiveInfinity);
        for (var s = 0; s < graph.Sections.Count; s++)
        {
            if (graph.Sections[s].Route != route) continue;
            var (share, metres) = graph.Project(s, position);
            if (metres < best.Metres) best = (s, share, metres);
        }

        RequireNear(node, route, best.Metres);
        return (best.Section, best.Share);
    }

    private static void RequireNear(string node, string route, double metres)
    {
        if (metres > MaxMetres)
            throw new InvalidDataException($"node '{node}' is {metres:0} m from route {route}; allowed is {MaxMetres:0}");
    }
}
