namespace MilMobility.Derivation.Water;

/// <summary>
/// Writes movable-bridges.csv from facts/water-bridges.csv: bridges at water nodes of kind bridge or junction, with the road that they
/// carry.
/// Clearances and opening times are recalled, not looked up, and flagged so. Errors: an unknown node. Roads are checked by the reader.
/// </summary>
public static class WaterBridges
{
    private static readonly string[] Header = ["id", "name", "node", "road_link", "clearance_closed_m", "opening_min", "provenance"];

    public static void Write(DerivationPaths paths, List<Dictionary<string, string>> nodes)
    {
        var known = nodes.Select(n => n["id"]).ToHashSet();
        var bridges = WaterDerivation.Facts(paths, "water-bridges.csv");
        var unknown = bridges.Where(b => !known.Contains(b["node"]))
            .Select(b => $"water-bridges.csv names '{b["node"]}', which is no node");
        if (unknown.Any()) throw new InvalidDataException(string.Join('\n', unknown));
        CsvTable.Write(
            Path.Combine(paths.Output, "movable-bridges.csv"), Header,
            bridges.Select(IReadOnlyList<string> (b) =>
                [b["id"], b["name"], b["node"], b["road_link"], b["clearance_closed_m"], b["opening_min"], ""]));
    }
}
