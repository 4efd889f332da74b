using System.CommandLine;
using System.Text.Json;
using MilMobility.Cli.Output;
using MilMobility.Pipeline;
using MilMobility.Reporting.Geo;
using MilMobility.Reporting.Html;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Tables;
using MilMobility.Reporting.Text;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob report RUN`: a finished run once more, in another form.</summary>
public static class ReportVerb
{
    public static Command Command()
    {
        var run = new Argument<string>("run") { Description = "run folder" };
        var format = new Option<string>("--format", "-f")
        {
            Description = "table, json, march-table, train-paths, voyages, geojson or html",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json", "march-table", "train-paths", "voyages", "geojson", "html");
        var command = new Command("report", "print a finished run in another form") { run, format };
        command.SetAction((parsed, _) => Task.FromResult(Report(parsed.GetRequiredValue(run), parsed.GetRequiredValue(format))));
        return command;
    }

    private static int Report(string folder, string format)
    {
        Domain.Reports.MissionReport report;
        try
        {
            report = RunFolder.Read(folder);
        }
        catch (JsonException fault)
        {
            Console.Error.WriteLine($"RUN001 {folder} is not a run folder that this program wrote: {fault.Message}");
            return ExitCodes.InvalidInput;
        }

        if (format == "table")
        {
            PlanText.Write(Terminal.Out, report);
            return ExitCodes.Done;
        }

        using var stream = Console.OpenStandardOutput();
        stream.Write(format switch
        {
            "json" => Reporting.Json.ReportJson.ToBytes(report),
            "march-table" => new MovementTables(report).MarchTable(),
            "train-paths" => new MovementTables(report).TrainPaths(),
            "voyages" => new MovementTables(report).Voyages(),
            "geojson" => new MovementsGeoJson(report).ToBytes(),
            _ => HtmlReport.ToBytes(report),
        });
        return ExitCodes.Done;
    }
}
