using System.Globalization;
using MilMobility.Derivation.Water;

namespace MilMobility.Derivation.Ports;

/// <summary>
/// Compiles sea-nodes, port-facilities, transfers, corridors and values-of-time from facts/port-*.csv,
/// facts/corridor-ends.csv and the node and link tables of the other modes, which must be compiled before.
/// </summary>
public static class PortDerivation
{
    // The World Port Index gives one position, to the minute, for a whole port; our basins lie within this of it.
    private const double WorldPortIndexMetres = 30_000;

    public static void Run(DerivationPaths paths)
    {
        var basins = Facts(paths, "port-basins.csv");
        CheckAgainstWorldPortIndex(paths, basins);
        CsvTable.Write(
            Path.Combine(paths.Output, "sea-nodes.csv"), WaterTables.Nodes, basins.Select(IReadOnlyList<string> (b) =>
            [
                $"sea-{b["place"]}", $"{b["name"]} (zeezijde)", "berth",
                Position(b["lat"]), Position(b["lon"]), b["place"], b["region"], b["manager"], "",
            ]));
        var places = PlaceNodes.Read(paths);
        var terminals = Facts(paths, "port-terminals.csv");
        CsvTable.Write(
            Path.Combine(paths.Output, "port-facilities.csv"), WaterTables.Facilities,
            basins.Select(PortRow).Concat(StagingRows(places, basins.Concat(terminals))));
        var transfers = Transfers.Compile(places, Facts(paths, "port-transfers.csv"), basins, terminals);
        CsvTable.Write(Path.Combine(paths.Output, "transfers.csv"), Transfers.Header, transfers);
        var corridors = CorridorDerivation.Compile(paths, places);
        CsvTable.Write(Path.Combine(paths.Output, "corridors.csv"), CorridorDerivation.Header, corridors);
        WriteValuesOfTime(paths);
        Console.WriteLine($"ports: {basins.Count} sea nodes, {transfers.Count} transfers, {corridors.Count} corridor rows");
    }

    internal static List<Dictionary<string, string>> Facts(DerivationPaths paths, string file) =>
        CsvTable.Read(Path.Combine(paths.Facts, file));

    private static IReadOnlyList<string> PortRow(Dictionary<string, string> basin) =>
    [
        $"port-{basin["place"]}", $"sea-{basin["place"]}", "port", basin["name"], "", "", basin["max_length_m"], "", "", "",
        basin["berths"], basin["ro_ro_ramps"], basin["cranes"], "",
    ];

    private static IEnumerable<IReadOnlyList<string>> StagingRows(
        PlaceNodes places, IEnumerable<Dictionary<string, string>> sites)
    {
        foreach (var site in sites)
        {
            if (places.Node("road", site["place"]) is not { } road) continue;
            yield return
            [
                $"staging-{site["place"]}", road, "staging", $"Opstelterrein {site["name"]}", site["staging_lane_m"],
                "lane-metres", "", "", "", "", "", "", "", "",
            ];
        }
    }

    private static void CheckAgainstWorldPortIndex(DerivationPaths paths, List<Dictionary<string, string>> basins)
    {
        var index = CsvTable.Read(Path.Combine(paths.Reference, "ports-wpi", "UpdatedPub150.csv"))
            .Where(r => r["Country Code"] == "Netherlands")
            .ToDictionary(r => r["Main Port Name"], r => Point(r["Latitude"], r["Longitude"]));
        foreach (var basin in basins.Where(b => b["wpi"].Length > 0))
        {
            var metres = Point(basin["lat"], basin["lon"]).MetresTo(index[basin["wpi"]]);
            if (metres > WorldPortIndexMetres)
                throw new InvalidDataException($"{basin["place"]} is {metres:0} m from {basin["wpi"]} of the World Port Index");
        }
    }

    private static GeoPoint Point(string lat, string lon) =>
        new(double.Parse(lat, CultureInfo.InvariantCulture), double.Parse(lon, CultureInfo.InvariantCulture));

    private static string Position(string degrees) =>
        double.Parse(degrees, CultureInfo.InvariantCulture).ToString("0.00000", CultureInfo.InvariantCulture);

    private static void WriteValuesOfTime(DerivationPaths paths)
    {
        string[] header =
        [
            "category", "unit", "euro_per_h_low", "euro_per_h", "euro_per_h_high", "price_level", "source", "date", "quality",
                "spread_source",
        ];
        var rows = Facts(paths, "values-of-time.csv").Select(IReadOnlyList<string> (r) => [.. header.Select(h => r[h])]);
        CsvTable.Write(Path.Combine(paths.Output, "values-of-time.csv"), header, rows);
    }
}
