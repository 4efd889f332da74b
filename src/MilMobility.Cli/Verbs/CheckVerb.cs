using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Checks;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob check RUN`: the independent check of a run folder, from the raw scenario and dataset it was made on.</summary>
public static class CheckVerb
{
    private const int ViolationsListed = 50;

    public static Command Command()
    {
        var (run, json) = (Arguments.Run(), Arguments.Json());
        var command = new Command(
            "check", "Check a run folder independently, from the scenario and network it was made on; exit 0 only without violations.")
        {
            run, json,
        };
        command.Does((parsed, cancel) => Check(parsed.GetRequiredValue(run), parsed.GetValue(json), cancel));
        return command;
    }

    public static CheckDocument Document(CheckReport report) => new(
        report.Holds ? "done" : "check-failed", report.Holds ? ExitCodes.Done : ExitCodes.CheckFailed, report.Holds,
        report.Violations, report.RulesChecked);

    private static int Check(string folder, bool json, CancellationToken cancel)
    {
        switch (RunCheck.Check(folder, cancel))
        {
            case CheckDone done:
                if (json) Terminal.WriteJson(Document(done.Report));
                else Print(done);
                return done.Report.Holds ? ExitCodes.Done : ExitCodes.CheckFailed;
            case CheckRejected rejected:
                return Refusal.Invalid(rejected.Diagnostics, json);
            default:
                throw new InvalidOperationException("unknown outcome of a check");
        }
    }

    private static void Print(CheckDone done)
    {
        foreach (var violation in done.Report.Violations.Take(ViolationsListed))
            Console.Out.WriteLine($"{violation.Rule} [{string.Join(", ", violation.Serials)}] {violation.Message}");
        var more = done.Report.Violations.Count - ViolationsListed;
        if (more > 0) Console.Out.WriteLine($"... and {more} more; --json lists all.");
        foreach (var (rule, count) in done.Report.RulesChecked.OrderBy(r => r.Key, StringComparer.Ordinal))
            Console.Out.WriteLine($"  {rule,-24} {count,10} tests");
        Console.Out.WriteLine(done.Report.Holds
            ? "The plan holds."
            : $"The plan does not hold: violations {done.Report.Violations.Count}.");
    }
}
