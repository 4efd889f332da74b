using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob run SCENARIO`: load -> compile -> plan -> assess -> report, in this process.</summary>
public static class RunVerb
{
    public static Command Command()
    {
        var (scenario, json) = (Arguments.Scenario(), Arguments.Json());
        var output = Arguments.Output("runs/<scenario file's name>, where it replaces the earlier run of that name");
        var (overwrite, seed, limit) = (Arguments.Overwrite(), Arguments.Seed(), Arguments.TimeLimit());
        var (gap, work, idle, objective) = (Arguments.Gap(), Arguments.Work(), Arguments.NoImprovement(), Arguments.Objective());
        var (patches, overlays, feedback) = (Arguments.Patches(), Arguments.Overlays(), Arguments.Feedback());
        var command = new Command(
            "run", "Plan a scenario, check the plan, assess its civil impact and write the run folder. Ctrl-C keeps the best plan so far.")
        {
            scenario, patches, overlays, output, overwrite, seed, limit, gap, work, idle, objective, feedback, json,
        };
        command.Does((parsed, cancel) => RunAsync(
            new RunRequest(
                parsed.GetRequiredValue(scenario),
                parsed.GetValue(output) ?? DefaultFolder(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(patches)),
                parsed.GetValue(overwrite) || parsed.GetValue(output) is null,
                parsed.GetValue(seed),
                parsed.GetValue(limit))
            {
                PatchPaths = parsed.GetRequiredValue(patches),
                OverlayFolders = parsed.GetRequiredValue(overlays),
                GapPercent = parsed.GetValue(gap),
                WorkMax = parsed.GetValue(work) * Arguments.Million,
                NoImprovementWork = parsed.GetValue(idle) * Arguments.Million,
                Objective = parsed.GetValue(objective),
            },
            parsed.GetValue(feedback),
            parsed.GetValue(json),
            cancel));
        return command;
    }

    /// <summary>A what-if has a folder of its own beside the run without patches.</summary>
    private static string DefaultFolder(string scenario, string[] patches) =>
        Path.Combine("runs", string.Join('+', patches.Prepend(scenario).Select(Path.GetFileNameWithoutExtension)));

    private static async Task<int> RunAsync(RunRequest request, bool feedback, bool json, CancellationToken cancel)
    {
        var replaces = request.Overwrite && File.Exists(Path.Combine(request.OutputFolder!, RunFolder.Manifest));
        RunOutcome outcome;
        RunOutcome? second = null;
        using (var progress = new ProgressLine())
        {
            if (feedback) (outcome, second) = await FeedbackRun.RunAsync(request, progress, cancel);
            else outcome = await MissionRun.RunAsync(request, progress, cancel);
        }

        // One JSON document a call: that of the second run, whose manifest has the figures of both.
        if (!json || second is null) RunOutput.Write(outcome, json);
        if (second is RunCompleted { Report.Manifest.Feedback: { } record } && !json) FeedbackOutput.Write(record, (RunCompleted)second);
        else if (second is not null) RunOutput.Write(second, json);
        if (second is not null and not RunCompleted) return second.ExitCode;
        if (replaces && outcome is RunCompleted)
            Console.Error.WriteLine($"The earlier run in {request.OutputFolder} was replaced; --out keeps both.");
        return outcome.ExitCode;
    }
}
