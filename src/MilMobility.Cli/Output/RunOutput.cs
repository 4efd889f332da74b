using MilMobility.Cli.Verbs;
using MilMobility.Domain.Plans;
using MilMobility.Pipeline;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Text;

namespace MilMobility.Cli.Output;

/// <summary>Prints how a run ended, for people or as JSON.</summary>
public static class RunOutput
{
    private const int ViolationsListed = 20;

    public static void Write(RunOutcome outcome, bool json)
    {
        switch (outcome)
        {
            case RunCompleted completed:
                WriteCompleted(completed, json);
                break;
            case RunRejected rejected:
                Refusal.Invalid(rejected.Diagnostics, json);
                Console.Error.WriteLine($"{Counted(rejected.Diagnostics.Count, "finding")}; nothing was written.");
                break;
            case RunWithoutPlan without:
                Console.Error.WriteLine($"{(without.Cancelled ? "" : "PLN900 ")}{without.Reason}; nothing was written.");
                var status = without.Cancelled ? "cancelled" : "no-plan";
                if (json) Terminal.WriteJson(new NoPlanDocument(status, without.ExitCode, without.Reason));
                break;
            case RunCheckFailed failed:
                foreach (var violation in failed.Check.Violations.Take(ViolationsListed))
                    Console.Error.WriteLine($"{violation.Rule}: {violation.Message}");
                Console.Error.WriteLine(
                    $"The independent check found {Counted(failed.Check.Violations.Count, "violation")}; the plan is not written.");
                if (json) Terminal.WriteJson(CheckVerb.Document(failed.Check));
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    private static void WriteCompleted(RunCompleted completed, bool json)
    {
        foreach (var warning in completed.Report.Manifest.Warnings) Console.Error.WriteLine(warning);
        if (json)
        {
            Terminal.WriteJson(Document(completed));
            return;
        }

        PlanText.Write(Terminal.Out, completed.Report);
        if (completed.Folder is { } folder)
            Console.Out.WriteLine($"Run folder {Relative(folder)}: open {Path.Combine(Relative(folder), RunFolder.Html)} in a browser.");
        if (completed.Cancelled) Console.Error.WriteLine("Cancelled: this is the best plan found so far.");
    }

    private static RunDocument Document(RunCompleted completed)
    {
        var report = completed.Report;
        var status = completed.Cancelled ? "cancelled" : report.Plan.Unmoved.Count > 0 ? "unmoved-serials" : "done";
        return new RunDocument(
            status, completed.ExitCode, completed.Folder, report.Manifest, Summary(report.Plan), report.Impact.Totals,
            report.Impact.ByMode, report.Impact.ByManager,
            new CheckCounts(report.Check.Holds, report.Check.Violations.Count, report.Check.RulesChecked));
    }

    private static PlanDocument Summary(MovementPlan plan) => new(
        plan.Planned.Count, plan.Planned.Count(p => p.LatenessSeconds > 0), plan.Objective.TotalMicroEuros, plan.Objective,
        plan.BoundMicroEuros, plan.BoundMethod, plan.Gap, plan.Pool,
        [.. plan.Unmoved.Select(u => new UnmovedDocument(u.Serial.Id, u.Reason, u.Detail, u.Alternatives))]);

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string Relative(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
