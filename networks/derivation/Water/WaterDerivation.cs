using System.Globalization;

namespace MilMobility.Derivation.Water;

/// <summary>
/// Compiles water-nodes, water-links, water-facilities, water-civil and movable-bridges of the embedded network: named nodes and
/// reaches from facts/water-*.csv, positions, lengths and shapes from the fairway register.
/// </summary>
public static class WaterDerivation
{
    public static void Run(DerivationPaths paths)
    {
        var nodes = Facts(paths, "water-nodes.csv");
        var graph = FairwayGraph.Read(paths.Reference);
        var vertexOf = FairwaySnap.Snap(graph, nodes);
        var nodeRows = nodes.ConvertAll(n => NodeRow(n, graph.Vertices[vertexOf[n["id"]]]));
        var links = WaterLinks.Compile(paths, graph, nodes, vertexOf);
        CsvTable.Write(Path.Combine(paths.Output, "water-nodes.csv"), WaterTables.Nodes, nodeRows);
        CsvTable.Write(Path.Combine(paths.Output, "water-links.csv"), WaterTables.Links, links.Select(l => l.Row()));
        WaterFacilities.Write(paths, nodes);
        WaterCivil.Write(paths, nodes);
        WaterBridges.Write(paths, nodes);
        WaterChecks.Report(nodes, links);
    }

    internal static List<Dictionary<string, string>> Facts(DerivationPaths paths, string file) =>
        CsvTable.Read(Path.Combine(paths.Facts, file));

    private static IReadOnlyList<string> NodeRow(Dictionary<string, string> node, GeoPoint position) =>
    [
        node["id"], node["name"], node["kind"],
        position.Lat.ToString("0.00000", CultureInfo.InvariantCulture),
        position.Lon.ToString("0.00000", CultureInfo.InvariantCulture),
        node["place"], node["region"], node["manager"], "",
    ];
}
