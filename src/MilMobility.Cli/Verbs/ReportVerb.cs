using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Pipeline;
using MilMobility.Reporting.Audiences;
using MilMobility.Reporting.Audiences.Parliament;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Writers;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob report RUN`: a finished run for another reader, or in another form.</summary>
public static class ReportVerb
{
    private static readonly string[] s_formats =
    [
        "table", "json", "csv", "geojson", "html",
        .. ReportWriters.All.Select(w => w.Format).Concat(PublicWriters.All.Select(w => w.Format))
            .Except(["table", "json", "csv", "geojson", "html"], StringComparer.Ordinal),
    ];

    public static Command Command()
    {
        var (run, json, overwrite) = (Arguments.Run(), Arguments.Json(), Arguments.Overwrite());
        var audience = Choice<Audience>(
            "--audience", "For whom: planner (all of it), civil (what managers must know) or public (aggregates).");
        var manager = Text("--manager", "name", "Road, rail, fairway or port manager that a civil report is for alone.");
        var format = Format();
        var marking = Choice<ClassificationMarking>(
            "--marking", "Marking of the report; one below the run's needs --reviewer and --reason, and -o to keep the record.");
        var reviewer = Text("--reviewer", "name", "Who decided that the marking may be lower.");
        var reason = Text("--reason", "text", "Why it may be lower.");
        var minimum = Arguments.Whole(
            "--minimum-group", PublicReduction.MinimumGroupLeast, 1000,
            $"Fewest transports behind a public figure; default {PublicReduction.MinimumGroupUsual}.");
        var output = Text(
            "--out", "file or folder",
            "File to write, or a folder with everything for the audience: a folder is what ends in / or gets no --format.");
        output.Aliases.Add("-o");
        var command = new Command(
            "report", "Show or write a finished run for another reader, or in another form; it needs the run folder alone.")
        {
            run, audience, manager, format, output, overwrite, marking, reviewer, reason, minimum, json,
        };
        command.Does((parsed, _) => Report(
            parsed.GetRequiredValue(run),
            new ReportRequest(parsed.GetValue(audience))
            {
                Manager = parsed.GetValue(manager),
                Marking = parsed.GetValue(marking),
                Reviewer = parsed.GetValue(reviewer),
                Reason = parsed.GetValue(reason),
                MinimumGroup = parsed.GetValue(minimum) ?? PublicReduction.MinimumGroupUsual,
            },
            new ReportTarget(parsed.GetValue(format), parsed.GetValue(output), parsed.GetValue(overwrite), parsed.GetValue(json))));
        return command;
    }

    private static int Report(string folder, ReportRequest request, ReportTarget target)
    {
        MissionReport report;
        string sha256;
        try
        {
            report = RunFolder.Read(folder);
            sha256 = RunFolder.Sha256(folder);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid("RUN001", folder, $"is not a run folder that this program wrote: {fault.Message}", target.Json);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refusal.Invalid("RUN001", folder, $"cannot be read as a run folder: {fault.Message}", target.Json);
        }

        var reduced = ReportReduction.Of(report, folder, sha256, request, DateTimeOffset.UtcNow);
        return reduced is Valid<ReducedReport> { Value: var value }
            ? ReportOutput.Write(value, folder, target, isLowered: value.Marking < report.Manifest.Marking)
            : Refusal.Invalid(reduced.Diagnostics, target.Json);
    }

    private static Option<string?> Format() => new("--format", "-f")
    {
        Description = $"One of {string.Join(", ", s_formats)}; default table, or everything for the audience where -o names a folder.",
        HelpName = "format",
        CustomParser = result =>
        {
            var text = Value(result);
            if (s_formats.Contains(text, StringComparer.Ordinal)) return text;
            result.AddError($"--format = '{text}'; must be one of {string.Join(", ", s_formats)}");
            return null;
        },
    };

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    private static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var choices = Enum.GetValues<T>().ToDictionary(
            v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Keys),
            CustomParser = result =>
            {
                if (choices.TryGetValue(Value(result), out var value)) return value;
                result.AddError($"{name} = '{Value(result)}'; must be one of {string.Join(", ", choices.Keys)}");
                return null;
            },
        };
    }

    private static string Value(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
