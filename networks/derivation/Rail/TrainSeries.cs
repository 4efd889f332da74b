using System.Globalization;
using System.Text.Json;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>A train series of the timetable: its stops in order, as TAF location codes (lower case) or, abroad, as
/// coordinates, and how many trains run a day in both directions together.</summary>
/// <param name="Id">Number of the series.</param>
/// <param name="Intercity">Intercity, international and fast trains; otherwise sprinters and stopping trains.</param>
/// <param name="Trains">Trains a day, both directions.</param>
/// <param name="Stops">Stops in order.</param>
public sealed record TrainSeries(string Id, bool Intercity, TrainWindows Trains, IReadOnlyList<TrainStop> Stops)
{
    /// <summary>
    /// Reads `page1.series.json` (Monday to Thursday until 20 h), the stations, and the trains of the other windows
    /// (`facts/rail-series-windows.csv`); a series of several routes shares its trains. A series that runs in the other windows only
    /// takes the route of the series that the facts name.
    /// </summary>
    public static List<TrainSeries> Read(string folder, string facts)
    {
        var stations = Document(folder, "stations.json").GetProperty("stations").EnumerateArray()
            .ToDictionary(station => Text(station, "id"), Stop, StringComparer.Ordinal);
        var windows = CsvTable.Read(Path.Combine(facts, "rail-series-windows.csv"))
            .ToDictionary(row => row["series"], StringComparer.Ordinal);
        var result = new List<TrainSeries>();
        foreach (var series in Document(folder, "page1.series.json").GetProperty("series").EnumerateArray())
        {
            var routes = series.GetProperty("routes").EnumerateArray().ToList();
            var product = Text(series, "product");
            var intercity = !product.StartsWith("Sprinter", StringComparison.Ordinal)
                && !product.StartsWith("Stoptrein", StringComparison.Ordinal);
            var id = Text(series, "id");
            var trains = Of(windows.GetValueOrDefault(id)) with { Day = TrainsADay(Text(series.GetProperty("frequency"), "note")) };
            foreach (var route in routes)
            {
                var stops = route.GetProperty("stops").EnumerateArray().Select(stop => stations[stop.GetString()!]).ToList();
                result.Add(new TrainSeries(id, intercity, trains.Times(1.0 / routes.Count), stops));
            }
        }

        foreach (var row in windows.Values.Where(row => row["route_of"].Length > 0))
        {
            var model = result.First(series => series.Id == row["route_of"]);
            result.Add(model with { Id = row["series"], Trains = Of(row) });
        }

        return result;
    }

    private static TrainWindows Of(Dictionary<string, string>? row) => row is null
        ? new TrainWindows(0, 0, 0)
        : new TrainWindows(0, RailPoint.Number(row["evening_trains"]), RailPoint.Number(row["weekend_trains"]));

    private static TrainStop Stop(JsonElement station)
    {
        var geo = station.TryGetProperty("geo", out var place) && place.ValueKind == JsonValueKind.Array
            ? PlanePoint.FromDegrees(place[0].GetDouble(), place[1].GetDouble())
            : (PlanePoint?)null;
        return new TrainStop(Text(station, "code").ToLowerInvariant(), Text(station, "country") == "NL", geo);
    }

    // "GTFS-afgeleid: ~42 ritten per dag (beide richtingen) in dit venster"
    private static double TrainsADay(string note)
        => double.Parse(
            new string([.. note.SkipWhile(c => c != '~').Skip(1).TakeWhile(char.IsDigit)]), CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static JsonElement Document(string folder, string file)
        => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement;
}

/// <summary>Trains of a kind in the windows that the timetable is counted in.</summary>
/// <param name="Day">Monday to Thursday until 20 h.</param>
/// <param name="Evening">Any day from 20 h.</param>
/// <param name="Weekend">Saturday and Sunday until 20 h.</param>
public readonly record struct TrainWindows(double Day, double Evening, double Weekend)
{
    public bool Any => Day > 0 || Evening > 0 || Weekend > 0;

    /// <summary>Trains of the busiest window.</summary>
    public double Most => Math.Max(Day, Math.Max(Evening, Weekend));

    public TrainWindows Plus(TrainWindows other) => new(Day + other.Day, Evening + other.Evening, Weekend + other.Weekend);

    public TrainWindows Times(double factor) => new(Day * factor, Evening * factor, Weekend * factor);

    /// <summary>The larger of two, window by window.</summary>
    public TrainWindows Max(TrainWindows other)
        => new(Math.Max(Day, other.Day), Math.Max(Evening, other.Evening), Math.Max(Weekend, other.Weekend));
}

/// <summary>A stop of a train series.</summary>
/// <param name="Code">Station code, lower case; the same as the TAF code in the Netherlands.</param>
/// <param name="Dutch">False beyond the border.</param>
/// <param name="At">Where it is, if known.</param>
public sealed record TrainStop(string Code, bool Dutch, PlanePoint? At);
