using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>
/// Writes the civil load of roads by class, and by link where a link differs from its class. Unit: pcu as a share of the link's
/// capacity, per direction. The shape over the day is counted on the A10 ring (<see cref="RoadCounts"/>) and taken for all roads; the
/// level is counted there too, which is the measure of roads among as many people; that of the classes is assumed. Lorries are those
/// of the flows between regions (<see cref="TruckFlows"/>) where these run, a share of the level elsewhere; their day is assumed.
/// </summary>
public static class RoadCivil
{
    /// <summary>Inhabitants are counted by the centroids of municipalities within this distance of the link.</summary>
    private const double RadiusM = 15_000;

    private const int BusyInhabitants = 800_000;
    private const int UrbanInhabitants = 400_000;
    private const string Counted = "A10";
    private const double CapacityPerLane = 2_150;

    /// <summary>The loops count vehicles: of ten one is a lorry of two pcu (assumed).</summary>
    private const double PcuPerVehicle = 1.1;

    /// <summary>civil-parameters.csv: road.freight.pcu.</summary>
    private const double PcuPerTruck = 2;
    private const double WeeksPerYear = 365 / 7.0;

    /// <summary>At most this share of the traffic in the peak is lorries: the flows' shortest ways heap them on single roads.</summary>
    private const double TruckShareMax = 0.5;

    // Freight has its own day: it starts before the morning peak and lasts until the evening. Assumed shape, share of
    // its own highest hour; the loops do not tell lorries from cars.
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
        var counts = RoadCounts.Read(Path.Combine(paths.Reference, "traffic-hourly-a10"));
        var flows = new TruckFlows(Path.Combine(paths.Reference, "eroad-trucks"), links);
        var busy = counts.PeakVehiclesPerLane * PcuPerVehicle / CapacityPerLane;
        var rows = new List<string[]>();
        foreach (var (roadClass, peak) in ClassPeaks)
            rows.AddRange(Rows($"class:{roadClass}", peak.All, peak.Freight, counts, "", ""));
        var placed = 0;
        foreach (var link in links.OrderBy(l => l.Id, StringComparer.Ordinal))
        {
            var (all, freight) = ClassPeaks[link.Class];
            var level = Level(link, towns, busy);
            var trucks = flows.PerYear(link.Id);
            if (level is null && trucks is null) continue;
            all = level ?? all;
            if (trucks is { } perYear) freight = Math.Min(TruckShareMax * all, PeakTrucks(perYear) * PcuPerTruck / link.CapacityPcuH);
            placed += trucks is null ? 0 : 1;
            var counted = link.Road == Counted ? string.Join(';', Header[4..^1].Select(hour => $"{hour}=derived@ndw-a10")) : "";
            rows.AddRange(Rows(link.Id, all, freight, counts, counted, trucks is null ? "" : "level=derived@truck-flows"));
        }

        CsvTable.Write(Path.Combine(paths.Output, "road-civil.csv"), Header, rows);
        Console.WriteLine(FormattableString.Invariant(
            $"road civil: {counts.SiteDaysKept} of {counts.SiteDaysRead} site-days, {counts.PeakVehiclesPerLane:F0} an hour and lane, ")
            + FormattableString.Invariant($"level {busy:F2}; {flows.EdgesPlaced} lorry edges on {placed} links"));
    }

    // Motorways and expressways near many people run fuller: as full as the A10, which was counted, above BusyInhabitants within
    // RadiusM of the middle of the link; half-way to their class above UrbanInhabitants. Other classes keep their class's load.
    private static double? Level(RoadLink link, Municipalities towns, double busy)
    {
        if (link.Class is not ("motorway" or "expressway")) return null;
        if (link.Road == Counted) return busy;
        var middle = link.Chain.Line[link.Chain.Line.Count / 2];
        return towns.InhabitantsWithin(middle, RadiusM) switch
        {
            >= BusyInhabitants => busy,
            >= UrbanInhabitants => (busy + ClassPeaks[link.Class].All) / 2,
            _ => null,
        };
    }

    /// <summary>Lorries in the highest hour of a weekday, per direction.</summary>
    private static double PeakTrucks(double perYear)
        => perYear / WeeksPerYear / (5 + FreightSaturday + FreightSunday) / FreightShape.Sum();

    private static IEnumerable<string[]> Rows(
        string scope, double peak, double freightPeak, RoadCounts counts, string carOrigin, string freightOrigin)
    {
        foreach (var (day, shape) in counts.Shapes)
        {
            var share = day switch { "saturday" => FreightSaturday, "sunday" => FreightSunday, _ => 1 };
            var cars = shape.Select(hour => hour * (peak - freightPeak));
            var freight = FreightShape.Select(hour => hour * share * freightPeak);
            yield return Row(scope, "car", day, cars, carOrigin);
            yield return Row(scope, "freight", day, freight, freightOrigin);
        }
    }

    private static string[] Row(string scope, string category, string day, IEnumerable<double> hours, string origin) =>
    [
        scope, category, day, "share-of-capacity",
        .. hours.Select(h => h.ToString("F3", CultureInfo.InvariantCulture)),
        origin,
    ];
}
