using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Reports;
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
    private static readonly string[] s_formats = ["table", "json", "march-table", "train-paths", "voyages", "geojson", "html"];

    public static Command Command()
    {
        var run = Arguments.Run();
        var format = new Option<string>("--format", "-f")
        {
            Description = $"One of {string.Join(", ", s_formats)}.",
            HelpName = "format",
            DefaultValueFactory = _ => s_formats[0],
            CustomParser = result => Format(result),
        };
        var command = new Command("report", "Print a finished run in another form; it needs the run folder alone.") { run, format };
        command.Does((parsed, _) => Report(parsed.GetRequiredValue(run), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Report(string folder, string format)
    {
        MissionReport report;
        try
        {
            report = RunFolder.Read(folder);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid("RUN001", folder, $"is not a run folder that this program wrote: {fault.Message}", json: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refusal.Invalid("RUN001", folder, $"cannot be read as a run folder: {fault.Message}", json: false);
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

    private static string? Format(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (s_formats.Contains(text, StringComparer.Ordinal)) return text;
        result.AddError($"--format = '{text}'; must be one of {string.Join(", ", s_formats)}");
        return null;
    }
}
