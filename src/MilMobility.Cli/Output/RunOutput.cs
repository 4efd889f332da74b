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
                Terminal.WriteDiagnostics(rejected.Diagnostics);
                Console.Error.WriteLine($"{rejected.Diagnostics.Count} findings; nothing was written.");
                if (json) Terminal.WriteJson(new { Status = "invalid-input", rejected.ExitCode, rejected.Diagnostics });
                break;
            case RunWithoutPlan without:
                Console.Error.WriteLine($"PLN900 {without.Reason}; nothing was written.");
                if (json) Terminal.WriteJson(new { Status = "no-plan", without.ExitCode, without.Reason });
                break;
            case RunCheckFailed failed:
                foreach (var violation in failed.Check.Violations.Take(ViolationsListed))
                    Console.Error.WriteLine($"{violation.Rule}: {violation.Message}");
                Console.Error.WriteLine(
                    $"The independent check found {failed.Check.Violations.Count} violations; the plan is not written.");
                if (json) Terminal.WriteJson(new { Status = "check-failed", failed.ExitCode, failed.Check.Violations });
                break;
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

    private static object Document(RunCompleted completed)
    {
        var report = completed.Report;
        return new
        {
            Status = completed.Cancelled ? "cancelled" : report.Plan.Unmoved.Count > 0 ? "unmoved-serials" : "done",
            completed.ExitCode,
            completed.Folder,
            report.Manifest,
            Plan = Summary(report.Plan),
            Impact = report.Impact.Totals,
            report.Impact.ByMode,
            report.Impact.ByManager,
            Check = new { report.Check.Holds, Violations = report.Check.Violations.Count, report.Check.RulesChecked },
        };
    }

    private static object Summary(MovementPlan plan) => new
    {
        SerialsMoved = plan.Planned.Count,
        SerialsLate = plan.Planned.Count(p => p.LatenessSeconds > 0),
        ObjectiveMicroEuros = plan.Objective.TotalMicroEuros,
        plan.Objective,
        plan.BoundMicroEuros,
        plan.BoundMethod,
        plan.Gap,
        plan.Pool,
        Unmoved = plan.Unmoved.Select(u => new { Serial = u.Serial.Id, u.Reason, u.Detail, u.Alternatives }),
    };

    private static string Relative(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
