using System.CommandLine;
using System.Text.Json;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Reports;
using MilMobility.Pipeline;
using MilMobility.Reporting.Comparison;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob compare RUN RUN`: what moved, what it saved, what it cost. Needs the run folders alone.</summary>
public static class CompareVerb
{
    public static Command Command()
    {
        var first = new Argument<string>("first") { Description = "Run folder to compare with." };
        var second = new Argument<string>("second") { Description = "Run folder whose changes are asked for." };
        var output = new Option<string?>("--out", "-o")
        {
            Description = "Also write the comparison as one self-contained HTML page to this file.",
            HelpName = "file",
        };
        var json = Arguments.Json();
        var command = new Command(
            "compare", "Compare two finished runs: what moved, what it saved and what it cost, and which inputs differ.")
        {
            first, second, output, json,
        };
        command.Does((parsed, _) => Compare(
            parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Compare(string first, string second, string? output, bool json)
    {
        var findings = new List<Diagnostic>();
        var (a, b) = (Read(first, findings), Read(second, findings));
        if (a is null || b is null) return Refusal.Invalid(findings, json);
        var comparison = RunComparer.Of(a, b, first, second);
        if (output is not null) AtomicFile.Write(output, ComparisonHtml.ToBytes(comparison));
        if (json) Terminal.WriteJson(new CompareDocument("done", ExitCodes.Done, output, comparison));
        else ComparisonText.Write(Terminal.Narrow, comparison);
        if (output is not null && !json) Console.Out.WriteLine($"Written to {output}.");
        return ExitCodes.Done;
    }

    private static MissionReport? Read(string folder, List<Diagnostic> findings)
    {
        try
        {
            return RunFolder.Read(folder);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            findings.Add(new Diagnostic("RUN001", Severity.Error, folder, 0, $"cannot be read as a run folder: {fault.Message}"));
            return null;
        }
    }
}
