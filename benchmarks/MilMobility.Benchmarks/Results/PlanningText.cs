using System.Globalization;
using System.Text;
using MilMobility.Benchmarks.Pipeline;

namespace MilMobility.Benchmarks.Results;

/// <summary>The tables of whole runs and of what each acceleration buys.</summary>
internal static class PlanningText
{
    private const double Mega = 1e6;

    private static readonly string[] Stages = ["load", "plan", "check", "assess"];

    public static string OfRuns(IReadOnlyList<EndToEndRun> runs)
    {
        var text = new StringBuilder(
            """

            ## End to end

            Each run is a process of its own, from the files to the checked and assessed plan, under a wall-clock limit of the
            planning. Medians over the seeds, largest in brackets where it says so; peak memory is the process's working set.
            First plan, and a gap proven to be at most 5, 2 and 1 percent, count from the start of planning; a dash where it never was.


            """);
        string[] columns =
        [
            "seeds", "limit", "serials", "unmoved", "total", .. Stages, "peak memory", "first plan", "5 %", "2 %", "1 %", "objective",
            "gap (largest)",
        ];
        text.Append(Line($"| scenario | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---:|"))}\n"));
        foreach (var group in runs.GroupBy(r => r.Scenario))
        {
            EndToEndRun[] all = [.. group];
            var stages = string.Join(" | ", Stages.Select(s => Seconds(Median(all.Select(r => r.StageSeconds[s])))));
            var proven = string.Join(" | ", EndToEnd.Shares.Select((_, i) => Proven([.. all.Select(r => r.ProvenSeconds[i])])));
            text.Append(Line($"| {group.Key} | {all.Length} | {all[0].LimitSeconds} s | {all[0].Serials} | {all.Max(r => r.Unmoved)} "));
            text.Append(Line($"| {Seconds(Median(all.Select(r => r.TotalSeconds)))} | {stages} "));
            text.Append(Line($"| {Median(all.Select(r => r.PeakMemoryBytes / Mega)):F0} MB "));
            text.Append(Line($"| {Seconds(Median(all.Select(r => r.FirstPlanSeconds)))} | {proven} "));
            text.Append(Line($"| EUR {Median(all.Select(r => r.ObjectiveMicroEuros / Mega)):N0} "));
            text.Append(Line($"| {Median(all.Select(r => r.Gap)) * 100:F2} % ({all.Max(r => r.Gap) * 100:F2} %) |\n"));
        }

        return text.ToString();
    }

    public static string OfAblation(IReadOnlyList<AblationRun> runs)
    {
        var seeds = runs.Select(r => r.Seed).Distinct().Count();
        var text = new StringBuilder(Line(
            $"""

            ## What each acceleration buys

            `three-corridor-transit`, one thing off at a time, until the gap is {Ablation.GapPercent} percent or
            {Ablation.LimitSeconds} s are over, medians of {seeds} seeds. Time to a gap
            proven to be at most {Ablation.Share * 100:F0} percent; a dash where that was not reached.

            | off | planning | {Ablation.Share * 100:F0} % proven | objective | bound | gap |
            |---|---:|---:|---:|---:|---:|

            """));
        foreach (var group in runs.GroupBy(r => r.Off))
        {
            AblationRun[] all = [.. group];
            text.Append(Line($"| {group.Key} | {Seconds(Median(all.Select(r => r.Seconds)))} "));
            text.Append(Line($"| {Proven([.. all.Select(r => r.ProvenSeconds)])} "));
            text.Append(Line($"| EUR {Median(all.Select(r => r.ObjectiveMicroEuros / Mega)):N0} "));
            text.Append(Line($"| EUR {Median(all.Select(r => r.BoundMicroEuros / Mega)):N0} "));
            text.Append(Line($"| {Median(all.Select(r => r.Gap)) * 100:F2} % |\n"));
        }

        return text.ToString();
    }

    /// <summary>Median time, where a run that never came there counts as later than all others.</summary>
    private static string Proven(IReadOnlyList<double?> seconds)
    {
        double[] sorted = [.. seconds.Select(s => s ?? double.PositiveInfinity).Order()];
        var middle = sorted[sorted.Length / 2];
        return double.IsFinite(middle) ? Seconds(middle) : "-";
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Seconds(double seconds) => Line($"{seconds:F1} s");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
