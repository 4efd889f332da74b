using System.Globalization;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Totals;

namespace MilMobility.Reporting.Tables;

/// <summary>The totals of a run as CSV, one row each; the same ids in every run, so that runs can be set side by side.</summary>
public static class TotalsTable
{
    private static readonly string[] s_header = ["id", "name", "unit", "value", "before", "after", "quality"];

    public static byte[] ToBytes(MissionReport report) => CsvText.Of(
        RunTotals.Of(report).Select(t => (IReadOnlyList<string>)
        [
            t.Id, t.Name, t.Unit, Number(t.Value), Number(t.Before), Number(t.After), t.Quality,
        ]).Prepend(s_header),
        report.Manifest.Marking);

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
