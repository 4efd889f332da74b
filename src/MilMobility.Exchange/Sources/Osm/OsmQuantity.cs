using System.Globalization;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>What a tag's value says of a limit: a number, that there is none (or none known), or nothing that is understood.</summary>
/// <param name="IsUnderstood">False if the value is to be reported.</param>
/// <param name="Value">In the unit of the method that made it; null if there is no limit.</param>
public readonly record struct OsmLimit(bool IsUnderstood, double? Value)
{
    public static OsmLimit None => new(true, null);

    public static OsmLimit Unknown => new(false, null);
}

/// <summary>
/// Values with units as OSM writes them: <c>3.5</c>, <c>3.5 t</c>, <c>7000 lbs</c>, <c>13'6"</c>, <c>50 mph</c>, <c>none</c>.
/// Of several values (<c>60;80</c>) the smallest counts: a limit may not be overrated. A decimal comma is taken for a point.
/// Source: https://wiki.openstreetmap.org/wiki/Map_features/Units and the pages of the keys.
/// </summary>
public static class OsmQuantity
{
    private const double MetresPerFoot = 0.3048;
    private const double MetresPerInch = 0.0254;

    private static readonly Dictionary<string, double> TonnesPer = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["t"] = 1, ["ton"] = 1, ["tons"] = 1, ["tonne"] = 1, ["tonnes"] = 1, ["kg"] = 0.001,
        ["lb"] = 0.000_453_592_37, ["lbs"] = 0.000_453_592_37, ["st"] = 0.907_184_74, ["lt"] = 1.016_046_908_8, ["cwt"] = 0.050_802_345_44,
    };

    private static readonly Dictionary<string, double> MetresPer = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["m"] = 1, ["metre"] = 1, ["metres"] = 1, ["meter"] = 1, ["meters"] = 1, ["cm"] = 0.01, ["mm"] = 0.001,
        ["ft"] = MetresPerFoot, ["feet"] = MetresPerFoot, ["'"] = MetresPerFoot, ["in"] = MetresPerInch, ["\""] = MetresPerInch,
    };

    private static readonly Dictionary<string, double> KmhPer = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1, ["km/h"] = 1, ["kmh"] = 1, ["kph"] = 1, ["mph"] = 1.609_344, ["knots"] = 1.852, ["kn"] = 1.852,
    };

    /// <summary>Words for "no limit" or "the usual one"; neither is a number that is known.</summary>
    private static readonly string[] NoLimit =
        ["none", "no", "default", "unsigned", "unknown", "no_sign", "no_limit", "unlimited", "variable", "signals", "implicit"];

    /// <summary>Speeds that a kind of place implies (<c>NL:urban</c>), km/h: Dutch law, RVV 1990, articles 20 and 21, by day.</summary>
    private static readonly Dictionary<string, double> ImpliedKmh = new(StringComparer.OrdinalIgnoreCase)
    {
        ["urban"] = 50, ["rural"] = 80, ["trunk"] = 100, ["motorway"] = 100, ["living_street"] = 15, ["zone30"] = 30, ["zone:30"] = 30,
    };

    /// <summary>A mass in tonnes, 0.1 to 1,000.</summary>
    public static OsmLimit Tonnes(string text) => Smallest(text, TonnesPer, 0.1, 1_000);

    /// <summary>A length in metres, 0.1 to 1,000.</summary>
    public static OsmLimit Metres(string text) => Smallest(text, MetresPer, 0.1, 1_000);

    /// <summary>A speed in km/h, 1 to 500.</summary>
    public static OsmLimit Kmh(string text)
    {
        if (text.Equals("walk", StringComparison.OrdinalIgnoreCase)) return new OsmLimit(true, 5);
        var zone = text.IndexOf(':', StringComparison.Ordinal);
        if (zone == 2 && ImpliedKmh.TryGetValue(text[3..], out var implied)) return new OsmLimit(true, implied);
        return Smallest(text, KmhPer, 1, 500);
    }

    /// <summary>A number without a unit, such as lanes or volts.</summary>
    public static OsmLimit Count(string text, double max) => Smallest(text, [], 0, max);

    private static OsmLimit Smallest(string text, Dictionary<string, double> units, double min, double max)
    {
        double? smallest = null;
        foreach (var part in text.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.Exists(NoLimit, word => word.Equals(part, StringComparison.OrdinalIgnoreCase))) continue;
            var value = FeetAndInches(part, units) ?? Number(part, units);
            if (value is not { } number || number < min || number > max) return OsmLimit.Unknown;
            smallest = Math.Min(smallest ?? number, number);
        }

        return text.Trim().Length == 0 ? OsmLimit.Unknown : new OsmLimit(true, smallest);
    }

    private static double? Number(string part, Dictionary<string, double> units)
    {
        var digits = 0;
        while (digits < part.Length && (char.IsAsciiDigit(part[digits]) || part[digits] is '.' or ',')) digits++;
        var unit = part[digits..].Trim();
        if (!double.TryParse(part[..digits].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number)) return null;
        if (unit.Length == 0) return number;
        return units.TryGetValue(unit, out var factor) ? number * factor : null;
    }

    /// <summary>Such as <c>13'6"</c>, for lengths only.</summary>
    private static double? FeetAndInches(string part, Dictionary<string, double> units)
    {
        var foot = part.IndexOf('\'', StringComparison.Ordinal);
        if (foot < 0 || foot == part.Length - 1 || !units.ContainsKey("'")) return null;
        var inches = part[(foot + 1)..].TrimEnd('"', ' ').Trim();
        return double.TryParse(part[..foot], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var feet)
            && double.TryParse(inches, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rest)
            ? (feet * MetresPerFoot) + (rest * MetresPerInch) : null;
    }
}
