using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>
/// What the loops of the A10 ring counted: eight sites over all their lanes, one week of September in 2019, 2023 and 2024, all
/// vehicles. A site-day counts if its total is within a quarter of the site's own in September 2019: the others are closures
/// and works, which the tables do not mark.
/// </summary>
public sealed class RoadCounts
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";
    private const int ReferenceYear = 2019;
    private const double Plausible = 0.25;
    private const int HoursPerDay = 24;
    private static readonly int[] Years = [2019, 2023, 2024];

    private RoadCounts(IReadOnlyDictionary<string, double[]> shapes, double peakPerLane, int kept, int read)
        => (Shapes, PeakVehiclesPerLane, SiteDaysKept, SiteDaysRead) = (shapes, peakPerLane, kept, read);

    /// <summary>Traffic by hour of a weekday, Saturday and Sunday, as a share of the highest hour of a weekday.</summary>
    public IReadOnlyDictionary<string, double[]> Shapes { get; }

    /// <summary>Vehicles an hour and lane in the highest hour of a weekday, mean over the sites.</summary>
    public double PeakVehiclesPerLane { get; }

    public int SiteDaysKept { get; }

    public int SiteDaysRead { get; }

    public static RoadCounts Read(string folder)
    {
        var days = Years.SelectMany(year => Days(Path.Combine(folder, $"intensiteit{year}.csv"))).ToList();
        var usual = days.Where(day => day.Date.Year == ReferenceYear).GroupBy(day => (day.Site, day.Kind))
            .ToDictionary(group => group.Key, group => group.Average(day => day.Hours.Sum()));
        var kept = days.Where(day => Math.Abs((day.Hours.Sum() / usual[(day.Site, day.Kind)]) - 1) <= Plausible).ToList();
        var sites = kept.GroupBy(day => day.Site).Where(site => site.Any(day => day.Kind == "weekday")).ToList();
        var shapes = new[] { "weekday", "saturday", "sunday" }.ToDictionary(
            kind => kind,
            kind => Mean(sites.Select(site => Scaled(Profile(site, kind), 1 / Profile(site, "weekday").Max()))),
            StringComparer.Ordinal);
        var peak = shapes["weekday"].Max();
        return new RoadCounts(
            shapes.ToDictionary(shape => shape.Key, shape => Scaled(shape.Value, 1 / peak), StringComparer.Ordinal),
            sites.Average(site => Profile(site, "weekday").Max() / site.Max(day => day.Lanes)), kept.Count, days.Count);
    }

    private static IEnumerable<SiteDay> Days(string path) => CsvTable.Read(path)
        .Select(row => (
            Site: row["id_meetlocatie"], Lane: row["rijstrook_rijbaan"],
            Start: DateTime.ParseExact(row["start_meetperiode"], TimeFormat, CultureInfo.InvariantCulture),
            Vehicles: double.Parse(row["gem_intensiteit"], CultureInfo.InvariantCulture)))
        .GroupBy(row => (row.Site, row.Start.Date)).Select(day => new SiteDay(
            day.Key.Site, day.Key.Date, Kind(day.Key.Date), day.Select(row => row.Lane).Distinct().Count(),
            [.. Enumerable.Range(0, HoursPerDay).Select(hour =>
                day.Where(row => row.Start.Hour == hour && row.Vehicles > 0).Sum(row => row.Vehicles))]));

    private static string Kind(DateTime date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => "saturday",
        DayOfWeek.Sunday => "sunday",
        _ => "weekday",
    };

    private static double[] Profile(IEnumerable<SiteDay> days, string kind)
        => Mean(days.Where(day => day.Kind == kind).Select(day => day.Hours));

    private static double[] Mean(IEnumerable<double[]> profiles)
    {
        var all = profiles.Where(profile => profile.Length > 0).ToList();
        return all.Count == 0 ? [] : [.. Enumerable.Range(0, HoursPerDay).Select(hour => all.Average(profile => profile[hour]))];
    }

    private static double[] Scaled(double[] profile, double factor) => [.. profile.Select(value => value * factor)];

    private sealed record SiteDay(string Site, DateTime Date, string Kind, int Lanes, double[] Hours);
}
