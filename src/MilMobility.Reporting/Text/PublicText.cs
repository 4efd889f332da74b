using MilMobility.Reporting.Audiences.Parliament;
using Spectre.Console;

namespace MilMobility.Reporting.Text;

/// <summary>A public report in a terminal.</summary>
internal static class PublicText
{
    public static void Write(IAnsiConsole console, PublicReport report)
    {
        console.MarkupLine("[bold]Summary for parliament[/]");
        ReportTables.Marking(console, report.Marking);
        var closure = report.Closure is { } c
            ? $"The last transport arrives on day {c.Day}, {PublicWords.Of(c.Part).English.ToLowerInvariant()}." : "";
        console.MarkupLineInterpolated($"{report.Days} days. {closure}");
        console.WriteLine();
        foreach (var section in PublicRows.Of(report).GroupBy(r => r.Section, StringComparer.Ordinal))
            console.Write(Table(section.Key, [.. section]));
        console.MarkupLineInterpolated(
            $"[dim]Rounded one by one; nothing from fewer than {report.MinimumGroup} transports; a dash is withheld.[/]");
        ReportTables.Marking(console, report.Marking);
    }

    private static Table Table(string section, IReadOnlyList<PublicRow> rows)
    {
        var heading = PublicSections.Of(section).English;
        string[] values = rows[0].Values.Count == 1 ? ["value"]
            : section == PublicRows.Euros ? ["low", "central", "high"] : ["before", "after", "change"];
        var table = ReportTables.Plain([heading, .. values, "unit"], [.. Enumerable.Range(1, values.Length)]);
        table.Columns[0].NoWrap = false;
        foreach (var row in rows)
        {
            var numbers = row.Values.Select(v => PublicRows.Number(v, row.Unit, dutch: false));
            table.AddRow([Markup.Escape(PublicSections.NameOf(row, dutch: false)), .. numbers, row.Unit]);
        }


        return table;
    }
}
