using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Comparison;

/// <summary>Figures of a comparison in words, the same in the terminal and on the page.</summary>
internal static class ComparisonWords
{
    public static string Number(double? value) => value is { } v ? Formats.Number(v, Decimals(v)) : "-";

    public static string Signed(double? change) => change switch
    {
        null => "-",
        0 => "0",
        > 0 => $"+{Formats.Number(change.Value, Decimals(change.Value))}",
        _ => $"-{Formats.Number(-change.Value, Decimals(change.Value))}",
    };

    public static string Euros(long microEuros) => microEuros switch
    {
        0 => "0",
        > 0 => $"+{Formats.Euros(microEuros)}",
        _ => $"-{Formats.Euros(-microEuros)}",
    };

    public static string Duration(long seconds) => seconds switch
    {
        0 => "0",
        > 0 => $"+{Formats.Duration(seconds)}",
        _ => $"-{Formats.Duration(-seconds)}",
    };

    /// <summary><c>12 time, 3 mode, 1 unmoved</c>; a serial counts under its first word.</summary>
    public static string Counted(RunComparison comparison) => string.Join(", ", comparison.Serials
        .GroupBy(s => s.What[0], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Count()} {Meaning(g.Key)}"));

    /// <summary>Those that move in one run only, then by how much later or earlier they are in.</summary>
    public static IEnumerable<SerialChange> MostChanged(RunComparison comparison) => comparison.Serials
        .OrderBy(s => s.LaterSeconds is null ? 0 : 1).ThenByDescending(s => Math.Abs(s.LaterSeconds ?? 0))
        .ThenBy(s => s.Serial, StringComparer.Ordinal);

    private static string Meaning(string what) => what switch
    {
        "added" => "in the second run only",
        "removed" => "in the first run only",
        "moved" => "moved now",
        "unmoved" => "unmoved now",
        "mode" => "by another mode",
        "route" => "by another route",
        _ => "at another time",
    };

    private static int Decimals(double value) => Math.Abs(value) switch
    {
        >= 1000 => 0,
        var v when v == Math.Floor(v) => 0,
        >= 10 => 1,
        _ => 2,
    };
}
