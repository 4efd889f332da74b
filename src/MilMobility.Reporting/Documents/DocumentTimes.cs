using System.Globalization;
using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Documents;

/// <summary>Local times as the documents of the trade write them.</summary>
internal static class DocumentTimes
{
    /// <summary><c>Mon 8 Mar 2027</c>.</summary>
    public static string Day(MissionReport report, int seconds) => Text(report, seconds, "ddd d MMM yyyy");

    /// <summary><c>08 Mar 14:05</c>.</summary>
    public static string Minute(MissionReport report, int seconds) => Text(report, seconds, "dd MMM HH:mm");

    /// <summary><c>08 Mar 14:05:30</c>, for timing points.</summary>
    public static string Second(MissionReport report, int seconds) => Text(report, seconds, "dd MMM HH:mm:ss");

    /// <summary>NATO date-time group in local time with its offset: <c>081405+0100 MAR 27</c>.</summary>
    public static string DateTimeGroup(MissionReport report, int seconds)
    {
        var at = report.Clock.At(seconds);
        var offset = at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return $"{at.ToString("ddHHmm", CultureInfo.InvariantCulture)}{offset} "
            + at.ToString("MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();
    }

    private static string Text(MissionReport report, int seconds, string format) =>
        report.Clock.At(seconds).ToString(format, CultureInfo.InvariantCulture);
}
