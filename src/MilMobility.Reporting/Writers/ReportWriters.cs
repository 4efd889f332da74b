using System.Text;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Documents;
using MilMobility.Reporting.Geo;
using MilMobility.Reporting.Html;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Tables;
using MilMobility.Reporting.Text;
using MilMobility.Reporting.Workbooks;
using Spectre.Console;

namespace MilMobility.Reporting.Writers;

/// <summary>
/// Every form of a report, in one list: the run folder, `milmob report` and the test that looks for what must not be told all go
/// through it, so that a new writer is in all three on the day it is added.
/// </summary>
public static class ReportWriters
{
    /// <summary>Columns of a table in a file or pipe.</summary>
    public const int TextColumns = 100;

    public static IReadOnlyList<ReportWriter> All { get; } =
    [
        One("manifest", "inputs, versions, marking, times", RunFolder.Manifest, r => ReportJson.ToBytes(r.Manifest)),
        One("plan", "every serial with its steps", RunFolder.Plan, r => ReportJson.ToBytes(r.Plan)),
        One("impact", "what it does to civil traffic", RunFolder.Impact, r => ReportJson.ToBytes(r.Impact, r.Manifest.Marking)),
        One("check", "the independent check", RunFolder.Check, r => ReportJson.ToBytes(r.Check, r.Manifest.Marking)),
        One(
            "context", "scenario, clock and map", RunFolder.Context,
            r => ReportJson.ToBytes(new RunContext(r.Scenario, r.Clock, r.Map), r.Manifest.Marking)),
        new(
            "explanations", "why each serial goes as it does, and the bottlenecks",
            r => r.Explanations.Serials.Count == 0 ? []
                : [new ReportFile(RunFolder.Explanations, ReportJson.ToBytes(r.Explanations, r.Manifest.Marking))])
            { Audiences = [Audience.Planner] },
        new(
            "additions", "movements inserted after the scenario was written",
            r => r.Additions is { } additions ? [new ReportFile(RunFolder.Additions, RunFolder.BytesOf(additions))] : []),
        One("march-table", "road columns (AMovP-1 layout)", RunFolder.MarchTable, r => new MovementTables(r).MarchTable()),
        One("train-paths", "trains as a path request lists them", RunFolder.TrainPaths, r => new MovementTables(r).TrainPaths()),
        One("voyages", "barges", RunFolder.Voyages, r => new MovementTables(r).Voyages()),
        One("geojson", "legs and halts on the map", RunFolder.Movements, r => new MovementsGeoJson(r).ToBytes()),
        One(
            "convergence", "objective and bound as the run went on", RunFolder.Convergence,
            r => ConvergenceTable.ToBytes(r.Manifest.Trace, r.Manifest.Marking)) with { Audiences = [Audience.Planner] },
        One("csv", "the totals, one row each", RunFolder.Totals, TotalsTable.ToBytes),
        One("passages", "what passes where and when, a row for each link", RunFolder.Passages, PassageTable.ToBytes)
            with { Audiences = [Audience.Civil] },
        One("html", "the page", RunFolder.Html, HtmlReport.ToBytes),
        One("json", "everything as one document", "report.json", r => ReportJson.ToBytes(r, r.Manifest.Marking)) with { InFolder = false },
        One("kml", "legs with their times, for a map program", "movements.kml", MovementsKml.ToBytes) with { InFolder = false },
        One("xlsx", "the run as a workbook", "run.xlsx", RunWorkbook.ToBytes) with { InFolder = false },
        new("documents", "march tables, credit and path requests, voyages, briefings, summary", TradeDocuments.All)
        {
            InFolder = false, Audiences = [Audience.Planner],
        },
        One("table", "text for a terminal", "report.txt", Text) with { InFolder = false },
    ];

    /// <summary>The files of the report's folder.</summary>
    public static IEnumerable<ReportFile> FolderOf(MissionReport report) =>
        All.Where(w => w.InFolder && w.Audiences.Contains(report.Audience)).SelectMany(w => w.Write(report));

    private static ReportWriter One(string format, string says, string file, Func<MissionReport, byte[]> write) =>
        new(format, says, report => [new ReportFile(file, write(report))]);

    private static byte[] Text(MissionReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = TextColumns;
        PlanText.Write(console, report);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
