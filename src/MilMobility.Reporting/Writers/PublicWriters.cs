using System.Text;
using MilMobility.Reporting.Audiences.Parliament;
using MilMobility.Reporting.Html;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.Tables;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Reporting.Writers;

/// <summary>One form of a public report.</summary>
/// <param name="Format">What <c>--format</c> calls it.</param>
/// <param name="Says">What is in it, in a few words.</param>
/// <param name="Write">Report in, file out.</param>
public sealed record PublicWriter(string Format, string Says, Func<PublicReport, ReportFile> Write)
{
    /// <summary>Stands in the folder of a public report.</summary>
    public bool InFolder { get; init; } = true;
}

/// <summary>Every form of a public report. They get the aggregates and never the run, so that nothing else is in their reach.</summary>
public static class PublicWriters
{
    public static IReadOnlyList<PublicWriter> All { get; } =
    [
        new("json", "the aggregates as one document", r => new ReportFile("summary.json", ReportJson.ToBytes(r))),
        new("csv", "the aggregates, one row each", r => new ReportFile("summary.csv", PublicTable.ToBytes(r))),
        new("html", "a page in Dutch and English", r => new ReportFile("summary.html", PublicPage.ToBytes(r))),
        new("table", "text for a terminal", r => new ReportFile("summary.txt", Text(r))) { InFolder = false },
    ];

    /// <summary>The files of the report's folder, its manifest left out.</summary>
    public static IEnumerable<ReportFile> FolderOf(PublicReport report) => All.Where(w => w.InFolder).Select(w => w.Write(report));

    private static byte[] Text(PublicReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = ReportWriters.TextColumns;
        PublicText.Write(console, report);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
