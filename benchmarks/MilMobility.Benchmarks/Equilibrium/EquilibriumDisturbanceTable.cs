using System.Globalization;
using System.Text;
using static MilMobility.Benchmarks.Equilibrium.EquilibriumTable;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>What closing links upsets, draw by draw, and why that limits a warm start.</summary>
internal static class EquilibriumDisturbanceTable
{
    /// <summary>The gap for which a warm start is asked to take a fifth of the time from nothing.</summary>
    private const double Gap = 1e-6;
    private const double AskedShare = 0.2;

    /// <summary>
    /// Counts and floors in this text were taken once, with counters in the code, on the draws of the table, on a busy machine.
    /// </summary>
    private const string Limits = """

        ## What limits the warm starts that fall short

        Asked is a fifth of the time from nothing, to a gap of 1e-6. Both searches do the same from their first round on, and from round to
        round the gap falls by about the same factor, so that the work goes with the digits of the gap still to go, log10(gap / 1e-6). A
        fifth is in reach only where closing the links leaves a fifth of the digits; most draws leave 40 to 95 % of them, and the times
        below follow. Counts are medians over the nine draws, warm beside cold; a look is a search of shortest paths for one origin.

        - SiouxFalls: five of 76 links carry a sixth of the trips, and a third of all flow moves. With the lost flow on its cheapest way
          round, the gap is where the search from nothing is after one of its nine rounds: 152 looks beside 211, 277 sweeps beside 345.
        - Anaheim: loading origin by origin at rising costs is so good a start that the flows of the open network with a detour are hardly
          better: 100 looks beside 140, 74 sweeps beside 126.
        - Barcelona: the first looks find a gap of 1e-4 where those from nothing find 3e-2: half of the digits are left, for which it takes
          251 looks beside 643, 212 sweeps beside 784; and taking the flow off the closed links comes before.

        **Newton's method would not do it either.** A step over all paths at once could replace evening out the known paths, and nothing
        else: setting up, taking flow off closed links, looking for shorter paths, adding and loading them, the proof. With the known paths
        evened out 100 times as far as now, the warm search needs 5, 2 and 2 rounds (SiouxFalls, Anaheim, Barcelona) in place of 6, 4
        and 3. If all that evening out cost nothing, those rounds alone would still take 0.46, 2.8 and 22 ms: 30, 47 and 27 % of the
        1.5, 5.7 and 81 ms from nothing in the same run (processor time, lower quartiles of 81, 81 and 15 repeats). That is the floor, at
        what a look costs here, of every method that finds its paths round by round; cheaper looks would make the search from nothing
        faster too. On Anaheim the start (1.2 ms) and one proof (0.3 ms) alone are a quarter. So such a step was estimated, not built.

        What a warm start did beyond need is gone: it neither copies bushes that stay as they are, nor searches whether trips are cut off,
        nor proves a gap right after flow has left closed links. That took the medians of processor time from 79, 68 and 36 % to 74, 53 and
        34 %, the means over the draws from 91, 69 and 45 % to 81, 61 and 40 %. Some 25 settings of what waits, when bushes are extended,
        how far they are evened out, when the gap is proven and whether repaired bushes are looked at again left the medians between 71
        and 107 % on SiouxFalls, 46 and 68 % on Anaheim, 29 and 43 % on Barcelona: what makes one search faster does so for the other.

        Processor time is the surer measure: with other work on the machine (load averages at the top) the share of wall-clock time of a
        single draw, the median of five, may be off by a factor of two or more in both directions.


        """;

    public static void Append(StringBuilder text, IReadOnlyList<EquilibriumRun> runs)
    {
        var measured = EquilibriumCase.All.Select(c => Find(runs, c.Name, EquilibriumRun.Warm, Gap))
            .Where(r => r is { Disturbances: not null, ColdSeconds: not null }).ToList();
        if (measured.Count == 0) return;
        text.Append(Limits);
        text.Append(
            "On closed links: their flow in the open network as a share of all trips (a trip over two of them counts twice).\n"
            + "Moved: sum over links of the change of flow as a share of all flow. First gap: what the first round finds. Digits:\n"
            + "those to go to 1e-6, warm as a share of cold.\n\n"
            + "| instance | draw | on closed links | moved | first gap warm | cold | digits warm / cold | rounds warm | cold "
            + "| time warm / cold |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var run in measured) Append(text, run!);
        text.Append('\n');
        foreach (var run in measured) text.Append(Needed(run!));
    }

    private static void Append(StringBuilder text, EquilibriumRun run)
    {
        for (var draw = 0; draw < run.Disturbances!.Length; draw++)
        {
            var d = run.Disturbances[draw];
            text.Append(Line($"| {run.Case} | {draw + 1} | {100 * d.ClosedShare:F1} % | {100 * d.MovedShare:F1} % | {d.WarmGap:E1} "));
            text.Append(Line($"| {d.ColdGap:E1} | {100 * Digits(d.WarmGap) / Digits(d.ColdGap):F0} % | {d.WarmRounds} | {d.ColdRounds} "));
            text.Append(Line($"| {100 * run.Seconds[draw] / run.ColdSeconds![draw]:F0} % |\n"));
        }
    }

    /// <summary>In words: how small the disturbance would have to be.</summary>
    private static string Needed(EquilibriumRun run)
    {
        var (warm, cold) = (Median(d => d.WarmGap), Median(d => d.ColdGap));
        var needed = Gap * Math.Pow(10, AskedShare * Digits(cold));
        return Line($"- {run.Case}: medians {100 * Median(d => d.ClosedShare):F0} % of the trips on closed links, ")
            + Line($"{100 * Median(d => d.MovedShare):F0} % of the flow moved, first gap {warm:E1}.\n  A fifth of the digits ")
            + Line($"from nothing would be left at {needed:E1}: {warm / needed:N0} times less.\n");

        double Median(Func<EquilibriumDisturbance, double> value) => EquilibriumTable.Median([.. run.Disturbances!.Select(value)]);
    }

    private static double Digits(double gap) => Math.Log10(gap / Gap);
}
