using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Planning;
using MilMobility.Domain.Diagnostics;
using MilMobility.Pipeline;
using MilMobility.Solvers;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob cmp solve INSTANCE`: plan an instance, have the plan checked, then write it.</summary>
public static class CmpSolve
{
    private const int DefaultSeconds = 60;

    public static Command Command()
    {
        var (instance, json) = (CmpVerb.Instance(), Arguments.Json());
        var output = CmpVerb.Output("Solution file to write; an earlier one is replaced.");
        var time = Arguments.TimeLimit($"default {DefaultSeconds} unless --work is given");
        var (work, gap) = (Arguments.Work("no limit"), Arguments.Gap("0, the proven best"));
        var seed = Arguments.Whole("--seed", 0, int.MaxValue, "Seed; default 1.");
        var command = new Command(
            "solve", "Plan an instance; the plan comes with a proven bound and passes the independent check. Ctrl-C keeps the best so far.")
        {
            instance, output, time, work, gap, seed, json,
        };
        command.Does((parsed, cancel) =>
        {
            var options = new ConvoyPlanOptions
            {
                Seed = parsed.GetValue(seed) ?? 1,
                TimeLimit = parsed.GetValue(time) is { } seconds ? TimeSpan.FromSeconds(seconds)
                    : parsed.GetValue(work) is null ? TimeSpan.FromSeconds(DefaultSeconds) : null,
                WorkLimit = parsed.GetValue(work) * Arguments.Million,
                Gap = (double)((parsed.GetValue(gap) ?? 0) / 100),
            };
            return SolveAsync(parsed.GetRequiredValue(instance), options, parsed.GetValue(output), parsed.GetValue(json), cancel);
        });
        return command;
    }

    private static async Task<int> SolveAsync(
        string file, ConvoyPlanOptions options, string? output, bool json, CancellationToken cancel)
    {
        if (ConvoyInstanceReader.Read(file) is var loaded && loaded is not Valid<ConvoyInstance>)
            return Refusal.Invalid(loaded.Diagnostics, json);
        if (output is not null && Directory.Exists(output))
            return Refusal.Invalid("CMP012", output, "is a folder; must be a file to write", json);
        ConvoyPlan plan;
        using (var progress = new CmpProgress())
            plan = await ConvoyPlanner.PlanAsync(((Valid<ConvoyInstance>)loaded).Value, options, new OrToolsSolvers(), progress, cancel);

        foreach (var note in plan.Notes) await Console.Error.WriteLineAsync(note);
        var code = CmpOutput.ExitCode(plan);
        if (code is ExitCodes.CheckFailed)
        {
            CmpOutput.Write(plan.Check, json);
            await Console.Error.WriteLineAsync("The independent check found violations; the plan is not written.");
            return code;
        }

        if (plan.Solution.Journeys.Count > 0 && output is not null)
            AtomicFile.Write(output, writer => CmpOutput.WriteFile(plan, writer));
        CmpOutput.Write(plan, options.Seed, output, json);
        return code;
    }
}
