using System.Globalization;
using System.Text.Json;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Text;

/// <summary>How people read values: euros with thousands, durations in hours and minutes, shares in percent.</summary>
public static class Formats
{
    private static readonly NumberFormatInfo Thousands = new()
    {
        NumberGroupSeparator = " ", NumberDecimalSeparator = ".",
    };

    public static string Euros(long microEuros) => $"EUR {Number((double)Money.ToEuros(microEuros), 0)}";

    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", Thousands);

    public static string Percent(double share, int decimals = 1) =>
        $"{(share * 100).ToString($"F{decimals}", CultureInfo.InvariantCulture)} %";

    /// <summary><c>3 h 05</c>, <c>45 min</c>.</summary>
    public static string Duration(long seconds)
    {
        var minutes = seconds / 60;
        return minutes < 60 ? $"{minutes} min" : $"{minutes / 60} h {minutes % 60:D2}";
    }

    /// <summary><c>measured 3 %, derived 44 %, assumed 53 %</c>: best quality first, so that the assumed share ends the line.</summary>
    public static string Shares(IReadOnlyDictionary<string, double> shares) => string.Join(", ", shares
        .OrderBy(s => s.Key switch { "measured" => 0, "derived" => 1, "assumed" => 2, _ => 3 }).ThenBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => $"{s.Key} {Percent(s.Value, 0)}"));

    /// <summary>What the corridors are: notional, or a planner's own as well.</summary>
    public static string Corridors(ScenarioSummary scenario) =>
        scenario.Corridors.All(c => c.Marking == "notional") ? "corridors notional" : "corridors notional and the planner's own";

    /// <summary>A marking as banners have it: <c>DEPARTMENTAL CONFIDENTIAL</c>.</summary>
    public static string Marking(ClassificationMarking marking) => Words(marking).ToUpperInvariant();

    /// <summary>The same in both languages.</summary>
    public static Sentence Marked(ClassificationMarking marking) =>
        Sentence.Of($"marking.{JsonNamingPolicy.KebabCaseLower.ConvertName(marking.ToString())}");

    /// <summary><c>3 no capacity, 1 no route</c>.</summary>
    public static string Reasons(IEnumerable<UnmovedSerial> unmoved) => string.Join(", ", unmoved
        .GroupBy(u => u.Reason).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => $"{g.Count()} {Words(g.Key)}"));

    /// <summary>The words of an enum value: <c>GreyZone</c> as <c>grey zone</c>.</summary>
    public static string Words<T>(T value) where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');

    /// <summary><c>Mon 8 Mar 14:05</c>, local.</summary>
    public static string LocalTime(DateTimeOffset local) => local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}
