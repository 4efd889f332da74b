using System.Globalization;
using MilMobility.Reporting.Audiences.Parliament;

namespace MilMobility.Reporting.Tables;

/// <summary>A public report as CSV, one number a row, with its names in English and Dutch; an empty value is withheld. What is less than
/// its
/// step is given as half of it.</summary>
public static class PublicTable
{
    private static readonly string[] s_header = ["section", "id", "part", "which", "unit", "value", "withheld", "step", "below_step",
        "english", "dutch"];

    public static byte[] ToBytes(PublicReport report) => CsvText.Of(
        PublicRows.Of(report).SelectMany(Rows).Prepend(s_header), report.Marking);

    private static IEnumerable<IReadOnlyList<string>> Rows(PublicRow row)
    {
        string[] which = row.Values.Count == 1 ? [""]
            : row.Section == PublicRows.Euros ? ["low", "central", "high"] : ["before", "after", "change"];
        var (english, dutch) = PublicWords.Of(row.Part.Length > 0 ? row.Part : row.Id);
        for (var i = 0; i < which.Length; i++)
        {
            var value = row.Values[i]?.ToString("0.############", CultureInfo.InvariantCulture);
            var step = PublicSteps.Of(row.Unit);
            yield return
            [
                row.Section, row.Id, row.Part, which[i], row.Unit, value ?? "", value is null ? "yes" : "no",
                step > 0 ? step.ToString(CultureInfo.InvariantCulture) : "", PublicRows.IsBelowStep(row.Values[i], row.Unit) ? "yes" : "no",
                english, dutch,
            ];
        }
    }
}
