using System.Globalization;
using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Planning;
using MilMobility.Convoys.Solutions;
using MilMobility.Domain.Checks;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Output;

/// <summary>Prints convoy plans and checks, for people or as JSON.</summary>
public static class CmpOutput
{
    private const int ViolationsListed = 50;

    public static int ExitCode(ConvoyCheck check) =>
        !check.Holds ? ExitCodes.CheckFailed : check.Unmoved.Count > 0 ? ExitCodes.UnmovedSerials : ExitCodes.Done;

    public static int ExitCode(ConvoyPlan plan) =>
        !plan.Check.Holds ? ExitCodes.CheckFailed
        : plan.Solution.Status == "cancelled" ? ExitCodes.Cancelled
        : plan.Solution.Journeys.Count == 0 ? ExitCodes.NoPlan
        : plan.Check.Unmoved.Count > 0 ? ExitCodes.UnmovedSerials : ExitCodes.Done;

    /// <summary>The solution file: no times in it, so that the same plan gives the same bytes.</summary>
    public static void WriteFile(ConvoyPlan plan, TextWriter writer) =>
        ConvoySolutionWriter.Write(plan.Solution, plan.Check.Unmoved, [("gap", plan.Gap)], writer);

    public static void Write(ConvoyPlan plan, int seed, string? file, bool json)
    {
        if (json)
        {
            using var writer = new StreamWriter(Console.OpenStandardOutput());
            writer.NewLine = "\n";
            ConvoySolutionWriter.Write(plan.Solution, plan.Check.Unmoved, Figures(plan, seed), writer);
            return;
        }

        var (moved, unmoved) = (plan.Solution.Journeys.Count, plan.Check.Unmoved.Count);
        Row("convoys moved", $"{moved} of {moved + unmoved}");
        Row("objective", $"{plan.Solution.ObjectiveSeconds} s");
        Row("bound", $"{plan.Solution.BoundSeconds} s");
        Row("gap", plan.Gap is { } gap ? $"{(100 * gap).ToString("F2", CultureInfo.InvariantCulture)} %" : "none with unmoved convoys");
        Row("first plan after", Seconds(plan.Trace.TimeToFirstPlan));
        foreach (var percent in (int[])[5, 2, 1]) Row($"within {percent} % after", Seconds(plan.Trace.TimeToGap(percent / 100.0)));
        Row("stopped by", $"{plan.StoppedBy} after {Seconds(plan.Trace.Elapsed)}, work {plan.Work}, seed {seed}");
        if (unmoved > 0) Row("unmoved", string.Join(", ", plan.Check.Unmoved));
        if (file is not null && moved > 0) Row("written", file);
        if (moved == 0) Console.Error.WriteLine("CMP013 no convoy can move within the limits; nothing was written.");
        if (plan.Solution.Status == "cancelled") Console.Error.WriteLine("Cancelled: this is the best plan found so far.");
    }

    public static void Write(ConvoyCheck check, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(new CmpCheckDocument(
                check.Holds ? "done" : "check-failed", ExitCode(check), check.Holds, check.ObjectiveSeconds, check.Unmoved,
                check.Violations, check.RulesChecked));
            return;
        }

        foreach (var violation in check.Violations.Take(ViolationsListed))
            Console.Out.WriteLine($"{violation.Rule} [{string.Join(", ", violation.Serials)}] {violation.Message}");
        var more = check.Violations.Count - ViolationsListed;
        if (more > 0) Console.Out.WriteLine($"... and {more} more; --json lists all.");
        foreach (var (rule, count) in check.RulesChecked) Console.Out.WriteLine($"  {rule,-24} {count,10} tests");
        if (check.Unmoved.Count > 0) Console.Out.WriteLine($"Unmoved: {string.Join(", ", check.Unmoved)}.");
        Console.Out.WriteLine(check.Holds
            ? $"The plan holds; objective {check.ObjectiveSeconds} s."
            : $"The plan does not hold: violations {check.Violations.Count}.");
    }

    private static List<(string Name, object? Value)> Figures(ConvoyPlan plan, int seed) =>
    [
        ("exit_code", ExitCode(plan)), ("gap", plan.Gap), ("seed", seed), ("work", plan.Work), ("stopped_by", plan.StoppedBy),
        ("seconds", Rounded(plan.Trace.Elapsed)), ("first_plan_s", Rounded(plan.Trace.TimeToFirstPlan)),
        ("gap_5_s", Rounded(plan.Trace.TimeToGap(0.05))), ("gap_2_s", Rounded(plan.Trace.TimeToGap(0.02))),
        ("gap_1_s", Rounded(plan.Trace.TimeToGap(0.01))),
    ];

    private static double? Rounded(TimeSpan? time) => time is { } t ? Math.Round(t.TotalSeconds, 3) : null;

    private static string Seconds(TimeSpan? time) =>
        time is { } t ? $"{t.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)} s" : "not reached";

    private static void Row(string name, string value) => Console.Out.WriteLine($"{name,-20} {value}");
}

/// <summary>The check of a convoy solution.</summary>
public sealed record CmpCheckDocument(
    string Status, int ExitCode, bool Holds, long ObjectiveS, IReadOnlyList<string> Unmoved, IReadOnlyList<Violation> Violations,
    IReadOnlyDictionary<string, long> RulesChecked);
