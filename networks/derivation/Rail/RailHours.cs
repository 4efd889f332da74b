using System.Globalization;

namespace MilMobility.Derivation.Rail;

/// <summary>
/// How trains spread over the hours of a day: for passenger trains the share of the window's hourly level that runs in each
/// hour (1 in the hours that are counted, less at the edges of service: assumed), for freight of the level of a weekday night.
/// </summary>
public sealed class RailHours
{
    public static readonly string[] Days = ["weekday", "saturday", "sunday"];

    private const int FirstDayHour = 5;
    private const int FirstEveningHour = 20;
    private const double WeeksPerYear = 365 / 7.0;
    private const int Directions = 2;

    private readonly Dictionary<(string Category, string Day), double[]> _shares;

    public RailHours(string facts)
    {
        _shares = CsvTable.Read(Path.Combine(facts, "rail-hours.csv")).ToDictionary(
            row => (row["category"], row["day_type"]),
            row => Enumerable.Range(0, 24).Select(h => RailPoint.Number(row[$"h{h:00}"])).ToArray());
    }

    /// <summary>Trains an hour and direction, where their share is 1, of trains counted a day in both directions.</summary>
    public TrainWindows PerHour(TrainWindows counted)
    {
        var (weekday, saturday, sunday) = (Of("weekday"), Of("saturday"), Of("sunday"));
        var weekend = (DayHours(saturday).Sum() + DayHours(sunday).Sum()) / 2;
        var evening = weekday[FirstEveningHour..].Sum() + weekday[..FirstDayHour].Sum();
        return new TrainWindows(
            counted.Day / Directions / DayHours(weekday).Sum(),
            counted.Evening / Directions / evening, counted.Weekend / Directions / weekend);
    }

    /// <summary>Freight trains an hour and direction, where their share is 1, of trains a year in both directions.</summary>
    public double FreightPerHour(double perYear)
    {
        var week = (5 * _shares[("freight", "weekday")].Sum())
            + _shares[("freight", "saturday")].Sum() + _shares[("freight", "sunday")].Sum();
        return perYear / Directions / WeeksPerYear / week;
    }

    /// <summary>Passenger trains of each hour of a kind of day; the night belongs to the evening before.</summary>
    public IEnumerable<double> Passenger(string day, TrainWindows perHour)
        => Of(day).Select((share, hour) => share * (IsEvening(hour) ? perHour.Evening : day == "weekday" ? perHour.Day : perHour.Weekend));

    /// <summary>Freight trains of each hour of a kind of day.</summary>
    public IEnumerable<double> Freight(string day, double perHour) => _shares[("freight", day)].Select(share => share * perHour);

    /// <summary>Hours that the timetable counts; those at the edges of service keep the column's assumption.</summary>
    public static string Provenance(string day)
    {
        var first = day == "weekday" ? 6 : 9;
        return string.Join(';', Enumerable.Range(first, 24 - first).Select(hour => string.Create(
            CultureInfo.InvariantCulture,
            $"h{hour:00}=derived@{(day == "weekday" && hour < FirstEveningHour ? "spoorkaart" : "spoorkaart-windows")}")));
    }

    private static bool IsEvening(int hour) => hour is >= FirstEveningHour or < FirstDayHour;

    private static double[] DayHours(double[] shares) => shares[FirstDayHour..FirstEveningHour];

    private double[] Of(string day) => _shares[("passenger", day)];
}
