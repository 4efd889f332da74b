using System.Globalization;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Totals;
using Spectre.Console;

namespace MilMobility.Reporting.Text;

/// <summary>Tables that the texts of several audiences share.</summary>
internal static class ReportTables
{
    /// <summary>A plain table; columns by index to align right, text of the last column may wrap.</summary>
    public static Table Plain(string[] headings, params int[] right)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        for (var i = 0; i < headings.Length; i++)
        {
            var column = new TableColumn(i == 0 ? $"[bold]{headings[i]}[/]" : headings[i]) { NoWrap = i < headings.Length - 1 };
            table.AddColumn(right.Contains(i) ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>Civil figures without and with the plan; null when there are none.</summary>
    public static Table? Figures(IEnumerable<RunTotal> totals)
    {
        var table = Plain(["Civil traffic", "before", "after", "change", "unit", "quality"], 1, 2, 3);
        table.Columns[0].NoWrap = false;
        foreach (var total in totals.Where(t => t.Before is not null))
        {
            var decimals = Math.Abs(total.Value) is > 0 and < 100 ? 2 : 0;
            table.AddRow(
                Markup.Escape(total.Name), Formats.Number(total.Before!.Value, decimals), Formats.Number(total.After!.Value, decimals),
                $"{(total.Value > 0 ? "+" : "")}{Formats.Number(total.Value, decimals)}", Markup.Escape(total.Unit), total.Quality);
        }

        return table.Rows.Count > 0 ? table : null;
    }

    /// <summary>Marking and what it is worth, as the first line of every text.</summary>
    public static void Marking(IAnsiConsole console, ClassificationMarking marking) =>
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture, $"Marking [bold]{Formats.Marking(marking)}[/]. Not accredited for classified data."));
}
