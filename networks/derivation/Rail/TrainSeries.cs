using System.Globalization;
using System.Text.Json;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>A train series of the timetable: its stops in order, as TAF location codes (lower case) or, abroad, as
/// coordinates, and how many trains an hour run in each direction by day.</summary>
public sealed record TrainSeries(string Id, bool Intercity, double TrainsPerHour, IReadOnlyList<TrainStop> Stops)
{
    // The window of page 1 is Monday to Thursday until 20 h: some 14 hours of trains in two directions.
    private const double WindowHours = 14;

    /// <summary>
    /// Reads `page1.series.json` and the stations: class `2x_per_uur` is 2 an hour, `1x_per_uur` 1, anything else the
    /// number of trains a day that the note states over the window; a series of several routes shares its trains.
    /// </summary>
    public static List<TrainSeries> Read(string folder)
    {
        var stations = Document(folder, "stations.json").GetProperty("stations").EnumerateArray()
            .ToDictionary(station => Text(station, "id"), Stop, StringComparer.Ordinal);
        var result = new List<TrainSeries>();
        foreach (var series in Document(folder, "page1.series.json").GetProperty("series").EnumerateArray())
        {
            var routes = series.GetProperty("routes").EnumerateArray().ToList();
            var product = Text(series, "product");
            var intercity = !product.StartsWith("Sprinter", StringComparison.Ordinal)
                && !product.StartsWith("Stoptrein", StringComparison.Ordinal);
            var frequency = series.GetProperty("frequency");
            var perHour = Text(frequency, "class") switch
            {
                "2x_per_uur" => 2.0,
                "1x_per_uur" => 1.0,
                _ => TrainsADay(Text(frequency, "note")) / 2 / WindowHours,
            };
            foreach (var route in routes)
            {
                var stops = route.GetProperty("stops").EnumerateArray().Select(id => stations[id.GetString()!]).ToList();
                result.Add(new TrainSeries(Text(series, "id"), intercity, perHour / routes.Count, stops));
            }
        }

        return result;
    }

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

/// <summary>A stop of a train series.</summary>
/// <param name="Code">Station code, lower case; the same as the TAF code in the Netherlands.</param>
/// <param name="Dutch">False beyond the border.</param>
/// <param name="At">Where it is, if known.</param>
public sealed record TrainStop(string Code, bool Dutch, PlanePoint? At);
