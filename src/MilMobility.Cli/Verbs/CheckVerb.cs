using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob check RUN`: the independent check of a run folder, from the raw scenario and dataset it was made on.</summary>
public static class CheckVerb
{
    private const int ViolationsListed = 50;

    public static Command Command()
    {
        var run = new Argument<string>("run") { Description = "run folder" };
        var json = new Option<bool>("--json") { Description = "print the result as one JSON document" };
        var command = new Command("check", "check a run folder independently; exit 0 only without violations") { run, json };
        command.SetAction((parsed, cancel) => Task.FromResult(Check(parsed.GetRequiredValue(run), parsed.GetValue(json), cancel)));
        return command;
    }

    private static int Check(string folder, bool json, CancellationToken cancel)
    {
        switch (RunCheck.Check(folder, cancel))
        {
            case CheckDone done:
                if (json) Terminal.WriteJson(done.Report);
                else Print(done);
                return done.Report.Holds ? ExitCodes.Done : ExitCodes.CheckFailed;
            case CheckRejected rejected:
                Terminal.WriteDiagnostics(rejected.Diagnostics);
                return ExitCodes.InvalidInput;
            default:
                throw new InvalidOperationException("unknown outcome of a check");
        }
    }

    private static void Print(CheckDone done)
    {
        foreach (var violation in done.Report.Violations.Take(ViolationsListed))
            Console.Out.WriteLine($"{violation.Rule} [{string.Join(", ", violation.Serials)}] {violation.Message}");
        foreach (var (rule, count) in done.Report.RulesChecked.OrderBy(r => r.Key, StringComparer.Ordinal))
            Console.Out.WriteLine($"  {rule,-24} {count,10} tests");
        Console.Out.WriteLine(done.Report.Holds
            ? "The plan holds."
            : $"{done.Report.Violations.Count} violations: the plan does not hold.");
    }
}
