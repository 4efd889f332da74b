using System.Globalization;
using System.Text;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>benchmarks/EQUILIBRIUM.md, from the runs there are.</summary>
internal static class EquilibriumTable
{
    public static string Of(IReadOnlyList<EquilibriumRun> runs)
    {
        var text = new StringBuilder(
            """
            # Civil equilibrium: results

            Written by `benchmarks/run-equilibrium.sh`; do not edit. Seconds of wall clock on one thread, medians of five repeats after a
            second of warming up; all that follows reading the files is in them, also the proof of the gap by shortest paths at the final
            flows. Gap: total cost / cost of the cheapest paths - 1. First call: the same in a process just started, its compilation
            included.


            """);
        text.Append("| processor | commit | runs | from | to | load average (1, 5, 15 min) at the last |\n|---|---|---:|---|---|---|\n");
        foreach (var same in runs.GroupBy(r => (r.Machine.Processor, r.Machine.Cores, r.Machine.Commit)))
        {
            var (first, last) = (same.MinBy(r => r.Machine.Utc)!.Machine, same.MaxBy(r => r.Machine.Utc)!.Machine);
            text.Append(Line($"| {same.Key.Processor}, {same.Key.Cores} logical cores | {same.Key.Commit} | {same.Count()} "));
            text.Append(Line($"| {first.Utc:yyyy-MM-dd HH:mm} UTC | {last.Utc:yyyy-MM-dd HH:mm} UTC | {last.Load} |\n"));
        }

        Cold(text, runs);
        text.Append("\n## After closing five random links\n\nFrom the equilibrium of the open network, beside the same closed network from "
            + "nothing, the two in turn. Medians over nine\ndraws of links (one on generated ones), each the median of five repeats.\n");
        Warm(text, runs, EquilibriumRun.Warm);
        EquilibriumDisturbanceTable.Append(text, runs);
        text.Append("\n## After halving the capacity of twenty random links\n\nThe same for what a convoy does to a road.\n");
        Warm(text, runs, EquilibriumRun.Halved);
        Peer(text, runs);
        return text.ToString();
    }

    private static void Cold(StringBuilder text, IReadOnlyList<EquilibriumRun> runs)
    {
        text.Append("\n## From nothing\n\n| instance | zones / nodes / links | to 1e-4 | to 1e-6 | to 1e-10 | rounds to 1e-10 | objective "
            + "| worst gap at 1e-10 | first call to 1e-6 |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var c in EquilibriumCase.All)
        {
            var row = EquilibriumMeasurement.Gaps.Select(gap => Find(runs, c.Name, EquilibriumRun.Cold, gap)).ToList();
            if (row.TrueForAll(r => r is null)) continue;
            var tightest = row.Last(r => r is not null)!;
            text.Append(Line($"| {c.Name} | {tightest.Size} | {string.Join(" | ", row.Select(r => Seconds(r?.Seconds)))} "));
            text.Append(Line($"| {row[2]?.Iterations.ToString(CultureInfo.InvariantCulture) ?? "-"} | {tightest.Objective:F6} "));
            text.Append(Line($"| {row[2]?.WorstGap.ToString("E1", CultureInfo.InvariantCulture) ?? "-"} "));
            text.Append(Line($"| {Seconds(row[1] is { } r ? [r.FirstSeconds] : null)} |\n"));
        }
    }

    private static void Warm(StringBuilder text, IReadOnlyList<EquilibriumRun> runs, string start)
    {
        text.Append("\n| instance | gap | warm | cold | warm / cold | lowest to highest |\n|---|---|---:|---:|---:|---|\n");
        foreach (var c in EquilibriumCase.All)
        {
            foreach (var gap in EquilibriumMeasurement.Gaps)
            {
                if (Find(runs, c.Name, start, gap) is not { ColdSeconds: { } cold } run) continue;
                var ratios = run.Seconds.Zip(cold, (w, k) => 100 * w / k).ToArray();
                text.Append(Line($"| {c.Name} | {Gap(gap)} | {Seconds(run.Seconds)} | {Seconds(cold)} "));
                text.Append(Line($"| {Median(ratios):F0} % | {ratios.Min():F0} to {ratios.Max():F0} % |\n"));
            }
        }
    }

    private static void Peer(StringBuilder text, IReadOnlyList<EquilibriumRun> runs)
    {
        text.Append("\n## Beside a peer\n\n"
            + "The serial Algorithm B in C (tap-b), measured on a machine with two cores on another day, not beside "
            + "these runs: an orientation, no comparison.\n\n"
            + "| instance | peer to 1e-4 | to 1e-6 | ours to 1e-4 | to 1e-6 | ours / peer to 1e-6 |\n"
            + "|---|---:|---:|---:|---:|---:|\n");
        foreach (var c in EquilibriumCase.All)
        {
            if (c.PeerSeconds is not { } peer || Find(runs, c.Name, EquilibriumRun.Cold, 1e-6) is not { } run) continue;
            var loose = Find(runs, c.Name, EquilibriumRun.Cold, 1e-4);
            text.Append(Line($"| {c.Name} | {Seconds([peer[0]])} | {Seconds([peer[1]])} | {Seconds(loose?.Seconds)} "));
            text.Append(Line($"| {Seconds(run.Seconds)} | {Median(run.Seconds) / peer[1]:F2} |\n"));
        }
    }

    public static EquilibriumRun? Find(IReadOnlyList<EquilibriumRun> runs, string name, string start, double gap) =>
        runs.LastOrDefault(r => r.Case == name && r.Start == start && r.Gap == gap);

    private static string Gap(double gap) => string.Create(CultureInfo.InvariantCulture, $"1e-{-Math.Log10(gap):F0}");

    private static string Seconds(double[]? seconds) => seconds is null ? "-"
        : Median(seconds) < 1 ? Line($"{1e3 * Median(seconds):F2} ms") : Line($"{Median(seconds):F2} s");

    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
