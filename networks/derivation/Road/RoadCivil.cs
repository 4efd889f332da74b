using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>
/// Writes the civil load of roads by class, and by link where a link is busier than its class. The shape over the day
/// is counted (A10 ring, 16-22 September 2024); the level at the peak is assumed, and raised by the number of
/// inhabitants around the link. Unit: pcu as a share of the link's capacity, per direction. An assumed level times a
/// counted shape is an assumption, and the column's default says so.
/// </summary>
public static class RoadCivil
{
    /// <summary>Inhabitants are counted by the centroids of municipalities within this distance of the link.</summary>
    private const double RadiusM = 15_000;

    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";
    private const int BusyInhabitants = 800_000;
    private const int UrbanInhabitants = 400_000;

    // Freight has its own day: it starts before the morning peak and lasts until the evening. Assumed shape, share of
    // its own highest hour.
    private static readonly double[] FreightShape =
    [
        0.20, 0.18, 0.20, 0.25, 0.40, 0.65, 0.80, 0.85, 0.90, 1.00, 1.00, 1.00,
        0.95, 1.00, 1.00, 0.95, 0.85, 0.75, 0.60, 0.45, 0.38, 0.32, 0.28, 0.24,
    ];

    // Freight of a Saturday and a Sunday against a weekday (assumed).
    private const double FreightSaturday = 0.35;
    private const double FreightSunday = 0.15;

    private static readonly string[] Header =
        ["scope", "category", "day_type", "unit", .. Enumerable.Range(0, 24).Select(h => $"h{h:D2}"), "provenance"];

    /// <summary>Highest hour of a weekday as a share of capacity, all traffic and freight (assumed).</summary>
    private static readonly Dictionary<string, (double All, double Freight)> ClassPeaks = new(StringComparer.Ordinal)
    {
        ["motorway"] = (0.60, 0.16),
        ["expressway"] = (0.55, 0.11),
        ["n-road"] = (0.45, 0.08),
        ["port-road"] = (0.40, 0.20),
        ["access"] = (0.35, 0.08),
    };

    public static void Write(DerivationPaths paths, IReadOnlyList<RoadLink> links, Municipalities towns)
    {
        var days = CarShapes(Path.Combine(paths.Reference, "traffic-hourly-a10", "intensiteit2024.csv"));
        var rows = new List<string[]>();
        foreach (var (roadClass, peak) in ClassPeaks)
            rows.AddRange(Rows($"class:{roadClass}", peak.All, peak.Freight, days));
        foreach (var link in links.OrderBy(l => l.Id, StringComparer.Ordinal))
        {
            if (BusyPeak(link, towns) is not { } peak) continue;
            rows.AddRange(Rows(link.Id, peak, ClassPeaks[link.Class].Freight, days));
        }

        CsvTable.Write(Path.Combine(paths.Output, "road-civil.csv"), Header, rows);
    }

    // Motorways and expressways near many people run fuller: 0.90 of capacity in the peak above BusyInhabitants within
    // RadiusM of the middle of the link, 0.75 above UrbanInhabitants. Other classes keep their class's load.
    private static double? BusyPeak(RoadLink link, Municipalities towns)
    {
        if (link.Class is not ("motorway" or "expressway")) return null;
        var middle = link.Chain.Line[link.Chain.Line.Count / 2];
        return towns.InhabitantsWithin(middle, RadiusM) switch
        {
            >= BusyInhabitants => 0.90,
            >= UrbanInhabitants => 0.75,
            _ => null,
        };
    }

    /// <summary>Counted traffic per hour of a weekday (mean of five), Saturday and Sunday, as a share of the highest
    /// hour of the weekday.</summary>
    private static Dictionary<string, double[]> CarShapes(string path)
    {
        var totals = new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["weekday"] = new double[24], ["saturday"] = new double[24], ["sunday"] = new double[24],
        };
        foreach (var row in CsvTable.Read(path))
        {
            var start = DateTime.ParseExact(row["start_meetperiode"], TimeFormat, CultureInfo.InvariantCulture);
            var intensity = double.Parse(row["gem_intensiteit"], CultureInfo.InvariantCulture);
            if (intensity < 0) continue;
            var (day, weight) = start.DayOfWeek switch
            {
                DayOfWeek.Saturday => ("saturday", 1.0),
                DayOfWeek.Sunday => ("sunday", 1.0),
                _ => ("weekday", 0.2),
            };
            totals[day][start.Hour] += weight * intensity;
        }

        var peak = totals["weekday"].Max();
        return totals.ToDictionary(
            pair => pair.Key, pair => pair.Value.Select(v => v / peak).ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<string[]> Rows(
        string scope, double peak, double freightPeak, Dictionary<string, double[]> days)
    {
        foreach (var (day, shape) in days)
        {
            var share = day switch { "saturday" => FreightSaturday, "sunday" => FreightSunday, _ => 1 };
            var cars = shape.Select(hour => hour * (peak - freightPeak));
            var freight = FreightShape.Select(hour => hour * share * freightPeak);
            yield return Row(scope, "car", day, cars);
            yield return Row(scope, "freight", day, freight);
        }
    }

    private static string[] Row(string scope, string category, string day, IEnumerable<double> hours) =>
    [
        scope, category, day, "share-of-capacity",
        .. hours.Select(h => h.ToString("F3", CultureInfo.InvariantCulture)),
        "",
    ];
}
