using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.Demand;

/// <summary>
/// Civil use of every rate resource by hour of the day and kind of day, from the dataset's civil profiles: a row of the
/// resource itself wins over the row of its class, per category. Roads in passenger-car units per hour and direction, rail in
/// trains per hour and direction, locks in vessels per hour in both directions. Resources as in PriceBandTable.
/// Immutable; memory is one array of 72 numbers per distinct row.
/// </summary>
public sealed class CivilDemand
{
    private const int HoursPerDay = 24;
    private static readonly string[] RoadCategories = ["car", "freight"];
    private static readonly string[] RailCategories = ["intercity", "sprinter", "freight"];
    private static readonly string[] WaterCategories = ["barge", "recreation"];

    // [resource][category] -> 3 day types x 24 hours; an empty array where the dataset says nothing.
    private readonly double[][][] _hours;

    private CivilDemand(double[][][] hours) => _hours = hours;

    /// <summary>Categories of a mode, in the order of the category index.</summary>
    public static IReadOnlyList<string> Categories(TransportMode mode) => mode switch
    {
        TransportMode.Road => RoadCategories,
        TransportMode.Rail => RailCategories,
        _ => WaterCategories,
    };

    public static CivilDemand Compile(CompiledNetwork network)
    {
        var rows = new Dictionary<(TransportMode, string Scope, string Category), double[]>();
        foreach (var row in network.Dataset.CivilProfiles)
        {
            var key = (row.Mode, row.Scope, row.Category);
            if (!rows.TryGetValue(key, out var week)) rows[key] = week = new double[3 * HoursPerDay];
            var day = DayIndex(row.DayType);
            // Shares are stored negative until the capacity of the link is known.
            var sign = row.Unit == "share-of-capacity" ? -1 : 1;
            for (var hour = 0; hour < HoursPerDay; hour++) week[(day * HoursPerDay) + hour] = sign * row.Hours[hour];
        }

        var hours = new double[network.ArcCount + network.LockCount][][];
        for (var link = 0; link < network.LinkCount; link++)
        {
            var perCategory = network.LinkMode[link] == TransportMode.Water ? [] : OfLink(network, link, rows);
            hours[2 * link] = perCategory;
            hours[(2 * link) + 1] = perCategory;
        }

        for (var k = 0; k < network.LockCount; k++)
        {
            var scope = $"node:{network.NodeId[network.LockNode[k]]}";
            hours[network.ArcCount + k] = [.. WaterCategories.Select(c =>
                rows.GetValueOrDefault((TransportMode.Water, scope, c))
                ?? rows.GetValueOrDefault((TransportMode.Water, "class:lock", c)) ?? [])];
        }

        return new CivilDemand(hours);
    }

    /// <summary>Civil use of a resource by one category in an hour of a kind of day.</summary>
    public double Of(int resource, int category, DayTypes day, int hourOfDay)
    {
        var categories = _hours[resource];
        if (category >= categories.Length || categories[category].Length == 0) return 0;
        return categories[category][(DayIndex(day) * HoursPerDay) + hourOfDay];
    }

    /// <summary>Civil use of a resource by all categories together.</summary>
    public double Of(int resource, DayTypes day, int hourOfDay)
    {
        var sum = 0.0;
        for (var category = 0; category < _hours[resource].Length; category++) sum += Of(resource, category, day, hourOfDay);
        return sum;
    }

    private static double[][] OfLink(
        CompiledNetwork network, int link, Dictionary<(TransportMode, string, string), double[]> rows)
    {
        var mode = network.LinkMode[link];
        var categories = Categories(mode);
        var result = new double[categories.Count][];
        for (var c = 0; c < categories.Count; c++)
        {
            var row = rows.GetValueOrDefault((mode, network.LinkId[link], categories[c]))
                ?? rows.GetValueOrDefault((mode, $"class:{network.LinkClass[link]}", categories[c])) ?? [];
            var capacity = network.LinkCapacityPerHour[link];
            result[c] = [.. row.Select(value => value < 0 ? -value * capacity : value)];
        }

        return result;
    }

    private static int DayIndex(string dayType) => dayType switch { "weekday" => 0, "saturday" => 1, _ => 2 };

    private static int DayIndex(DayTypes day) => day switch { DayTypes.Weekday => 0, DayTypes.Saturday => 1, _ => 2 };
}
