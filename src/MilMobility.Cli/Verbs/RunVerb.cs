using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Pipeline;
using MilMobility.Reporting.Text;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob run SCENARIO`: load -> compile -> plan -> assess -> report, in this process.</summary>
public static class RunVerb
{
    public static Command Command()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario file (YAML)" };
        var output = new Option<string?>("--out", "-o") { Description = "run folder to write; default runs/<scenario name>" };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace an existing run folder" };
        var seed = new Option<int?>("--seed") { Description = "seed in place of the scenario's" };
        var limit = new Option<int?>("--time-limit")
        {
            Description = "wall-clock limit of the planning, in seconds, in place of the scenario's",
        };
        var json = new Option<bool>("--json") { Description = "print the result as one JSON document" };
        var command = new Command("run", "plan a scenario, check the plan, assess its civil impact, write the run folder")
        {
            scenario, output, overwrite, seed, limit, json,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            new RunRequest(
                parsed.GetRequiredValue(scenario),
                parsed.GetValue(output) ?? DefaultFolder(parsed.GetRequiredValue(scenario)),
                parsed.GetValue(overwrite) || parsed.GetValue(output) is null,
                parsed.GetValue(seed),
                parsed.GetValue(limit)),
            parsed.GetValue(json),
            cancel));
        return command;
    }

    private static string DefaultFolder(string scenario) => Path.Combine("runs", Path.GetFileNameWithoutExtension(scenario));

    private static async Task<int> RunAsync(RunRequest request, bool json, CancellationToken cancel)
    {
        RunOutcome outcome;
        using (var progress = new ProgressLine())
        {
            outcome = await MissionRun.RunAsync(request, progress, cancel);
        }

        RunOutput.Write(outcome, json);
        return outcome.ExitCode;
    }
}
