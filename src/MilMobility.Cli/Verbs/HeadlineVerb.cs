using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob headline SCENARIO`: what civil traffic bears if the movement ignores it, weighs it, or leaves it a floor.</summary>
public static class HeadlineVerb
{
    private const int ViolationsListed = 20;
    private const int SecondsPerMinute = 60;

    public static Command Command()
    {
        var shared = new SweepArguments("headline");
        var (floor, tolerance) = (Arguments.Floor(), Arguments.Tolerance());
        var command = shared.Command(
            "headline",
            "Compare the plan that ignores civil traffic with the one that weighs it and the one under a civil floor, none later than "
            + "the first: a checked and assessed run folder each, and one table.",
            floor, tolerance);
        command.Does((parsed, cancel) => RunAsync(
            new HeadlineRequest(shared.Request(parsed), parsed.GetValue(floor), parsed.GetValue(tolerance) * SecondsPerMinute),
            shared.IsJson(parsed), cancel));
        return command;
    }

    private static async Task<int> RunAsync(HeadlineRequest request, bool json, CancellationToken cancel)
    {
        HeadlineOutcome outcome;
        using (var progress = new ProgressLine())
        {
            outcome = await HeadlineRun.RunAsync(request, progress, cancel);
        }

        switch (outcome)
        {
            case HeadlineDone done when json:
                Terminal.WriteJson(new HeadlineDocument("done", done.ExitCode, done.Folder, done.Headline));
                break;
            case HeadlineDone done:
                Console.Out.WriteLine(done.Text);
                Console.Out.WriteLine($"Folder {done.Folder}: headline.md, headline.csv, headline.json, and a run folder for each plan.");
                break;
            case HeadlineRejected rejected:
                return Refusal.Invalid(rejected.Diagnostics, json);
            case HeadlineCheckFailed failed:
                await Console.Error.WriteLineAsync($"The plan {failed.Plan} fails the independent check; it is not written.");
                foreach (var violation in failed.Check.Violations.Take(ViolationsListed))
                    await Console.Error.WriteLineAsync($"{violation.Rule}: {violation.Message}");
                if (json) Terminal.WriteJson(CheckVerb.Document(failed.Check));
                break;
            case HeadlineWithoutPlan without:
                await Console.Error.WriteLineAsync(without.Reason);
                var status = without.Cancelled ? "cancelled" : "no-plan";
                if (json) Terminal.WriteJson(new NoPlanDocument(status, without.ExitCode, without.Reason));
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }

        return outcome.ExitCode;
    }
}
