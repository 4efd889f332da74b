using System.Globalization;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>One row of rail-nodes.csv.</summary>
public sealed record RailNode(
    string Id, string Name, string Kind, double Lat, double Lon, string Place, string Region, string Manager,
    string Provenance)
{
    public static readonly string[] Header = ["id", "name", "kind", "lat", "lon", "place", "region", "manager", "provenance"];

    public PlanePoint Point => PlanePoint.FromDegrees(Lat, Lon);

    public string[] Row() => [Id, Name, Kind, Text.Degrees(Lat), Text.Degrees(Lon), Place, Region, Manager, Provenance];
}

/// <summary>One row of rail-links.csv.</summary>
public sealed record RailLink(
    string Id, string From, string To, string Line, string Class, int LengthM, int SpeedKmh, int Tracks,
    int CapacityTrainsH, string Electrification, string LineCategory, string Gauge, int TrainLengthM, bool Freight,
    string Manager, string Region, string LengthReason, string Via, string Provenance)
{
    public static readonly string[] Header =
    [
        "id", "from", "to", "line", "class", "length_m", "speed_kmh", "tracks", "capacity_trains_h", "two_way",
        "electrification", "line_category", "gauge", "train_length_m", "freight", "manager", "region", "length_reason",
        "via", "provenance",
    ];

    public string[] Row() =>
    [
        Id, From, To, Line, Class, Text.Whole(LengthM), Text.Whole(SpeedKmh), Text.Whole(Tracks),
        Text.Whole(CapacityTrainsH), "true", Electrification, LineCategory, Gauge, Text.Whole(TrainLengthM),
        Freight ? "true" : "false", Manager, Region, LengthReason, Via, Provenance,
    ];

    /// <summary>The id of the link between two nodes: the alphabetical order of their ids.</summary>
    public static string IdOf(string a, string b)
        => string.CompareOrdinal(a, b) < 0 ? $"{a}-to-{b}" : $"{b}-to-{a}";
}

/// <summary>How numbers are written in the tables.</summary>
public static class Text
{
    public static string Degrees(double value) => value.ToString("F5", CultureInfo.InvariantCulture);

    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Distance over the ground on a sphere of 6371.0088 km, in metres.</summary>
    public static double GreatCircleM(double latA, double lonA, double latB, double lonB)
    {
        const double radiusM = 6_371_008.8, radians = Math.PI / 180;
        var (dLat, dLon) = ((latB - latA) * radians / 2, (lonB - lonA) * radians / 2);
        var h = Math.Pow(Math.Sin(dLat), 2)
            + (Math.Cos(latA * radians) * Math.Cos(latB * radians) * Math.Pow(Math.Sin(dLon), 2));
        return 2 * radiusM * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
