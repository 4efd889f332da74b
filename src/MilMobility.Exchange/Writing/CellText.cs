using System.Globalization;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Writing;

/// <summary>Values as the tables of the format write them. Static and thread-safe.</summary>
internal static class CellText
{
    private static readonly Dictionary<Electrification, string> Electrifications =
        Vocabulary.Electrifications.ToDictionary(e => e.Value, e => e.Key);

    private static readonly Dictionary<LoadingGauge, string> Gauges = Vocabulary.Gauges.ToDictionary(e => e.Value, e => e.Key);

    private static readonly Dictionary<HoldUnit, string> Units = Vocabulary.HoldUnits.ToDictionary(e => e.Value, e => e.Key);

    public static string Degrees(double degrees) => degrees.ToString("F5", CultureInfo.InvariantCulture);

    /// <summary>Whole metres, at least one.</summary>
    public static string Metres(double metres) =>
        Integer((int)Math.Max(1, Math.Round(metres, MidpointRounding.AwayFromZero)));

    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>All digits and no exponent: a parameter may be as small as a gap of 1e-7.</summary>
    public static string Exact(double value) => ((decimal)value).ToString(CultureInfo.InvariantCulture);

    public static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Positive(int value) => value > 0 ? Integer(value) : "";

    /// <summary>Hundredths as a decimal number, exactly: 405 is <c>4.05</c>.</summary>
    public static string Hundredths(int value) => (value / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Thousandths as a decimal number, exactly.</summary>
    public static string Thousandths(int value) => (value / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    public static string Boolean(bool value) => value ? "true" : "false";

    public static string Of(Electrification value) => Electrifications[value];

    public static string Of(LoadingGauge value) => Gauges[value];

    public static string Of(HoldUnit value) => value == HoldUnit.None ? "" : Units[value];

    public static string Of(IReadOnlyList<Chamber> chambers) =>
        string.Join(';', chambers.Select(c => $"{Integer(c.LengthMetres)}x{Hundredths(c.WidthCm)}"));

    /// <summary>A text without line breaks, within the length that the format reads.</summary>
    public static string Text(string text)
    {
        const int CharsMax = 400;
        var line = text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.Replace('\r', ' ').Replace('\n', ' ');
        return line.Length <= CharsMax ? line : line[..CharsMax];
    }
}
