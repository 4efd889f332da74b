using System.Globalization;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// What ProRail's geocodes mean: up to 466 and 700-749 open line; 467-499 the ports of Rotterdam and Amsterdam; 5xx and 6xx
/// stations and named junctions; 75x stations; 77x-79x lines beyond the border; 8xx industrial and port sidings; 9xx yards.
/// </summary>
public static class Geocodes
{
    private const int FirstPort = 467;
    private const int FirstStation = 500;
    private const int FirstBorder = 770;
    private const int FirstSiding = 800;
    private const int FirstYard = 900;

    /// <summary>HSL-Zuid, from Hoofddorp to the border and its branch to Breda: passenger trains only.</summary>
    private static readonly HashSet<string> HighSpeed = ["164", "165", "166", "787"];

    /// <summary>Havenspoorlijn and Betuweroute: freight trains only.</summary>
    private static readonly HashSet<string> FreightLines = ["155", "158", "666", "950"];

    public static bool IsOpenLine(string geocode)
        => int.TryParse(geocode, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is < FirstPort or (>= 700 and < 750) or (>= FirstBorder and < FirstSiding);

    public static bool IsBorder(string geocode)
        => int.TryParse(geocode, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= FirstBorder and < FirstSiding;

    public static bool IsHighSpeed(string geocode) => HighSpeed.Contains(geocode);

    public static bool IsFreightLine(string geocode) => FreightLines.Contains(geocode);

    /// <summary>The kind of the node that stands for an area that is no open line.</summary>
    public static string KindOf(string geocode, string name)
    {
        var number = int.Parse(geocode, CultureInfo.InvariantCulture);
        if (number >= FirstYard) return "yard";
        if (number >= FirstSiding) return "terminal";
        if (number < FirstStation) return "port";
        var junction = name.Contains("Aansl.", StringComparison.Ordinal) || name.Contains("Splitsing", StringComparison.Ordinal);
        return junction ? "junction" : "station";
    }

    /// <summary>The link class of the dataset format for the geocode that most of a section lies in.</summary>
    public static string ClassOf(string geocode, int tracks)
    {
        if (IsFreightLine(geocode)) return "freight";
        var number = int.Parse(geocode, CultureInfo.InvariantCulture);
        if (number is (>= FirstPort and < FirstStation) or (>= FirstSiding and < FirstYard)) return "port";
        return tracks >= 2 ? "main" : "branch";
    }
}
