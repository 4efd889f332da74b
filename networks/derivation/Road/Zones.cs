using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>Writes zones.csv: the municipalities of 2017 with their inhabitants and the middle of their area (CBS).</summary>
public static class Zones
{
    private static readonly string[] Header = ["id", "name", "inhabitants", "lat", "lon", "provenance"];

    public static void Write(DerivationPaths paths)
    {
        var rows = CsvTable.Read(Path.Combine(paths.Reference, "population-hospitals", "municipalities_2017.csv"))
            .Select(row => new[]
            {
                $"zone-{row["gm_code"].ToLowerInvariant()}", row["name"], row["population"], Degrees(row["centroid_lat"]),
                Degrees(row["centroid_lon"]), "",
            })
            .OrderBy(row => row[0], StringComparer.Ordinal).ToList();
        CsvTable.Write(Path.Combine(paths.Output, "zones.csv"), Header, rows);
        Console.WriteLine($"zones: {rows.Count}");
    }

    private static string Degrees(string text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("F5", CultureInfo.InvariantCulture);
}
