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

    /// <summary>Counts in this text were taken once, with counters in the code, on the draws of the table, on a busy machine.</summary>
    private const string Limits = """

        ## What limits the warm starts that fall short

        Asked is a fifth of the time from nothing, to a gap of 1e-6. Both searches do the same from their first round on, and from round to
        round the gap falls by about the same factor, so that the work goes with the digits of the gap still to go, log10(gap / 1e-6). A
        fifth is in reach only where closing the links leaves a fifth of the digits; most draws leave 40 to 90 % of them, and the times
        below follow. Counts are medians over the nine draws, warm beside cold; a look is a search of shortest paths for one origin.

        - SiouxFalls: five of 76 links carry a sixth of the trips, and a third of all flow moves. With the lost flow on its cheapest way
          round, the gap is where the search from nothing is after one of its nine rounds: 181 looks beside 211, 294 sweeps beside 341,
          3,901 shifts between two segments beside 4,192.
        - Anaheim: loading origin by origin at rising costs is so good a start that the flows of the open network with a detour are hardly
          better: 92 looks beside 140, 112 sweeps beside 126, 404 shifts beside 562.
        - Barcelona: the first looks find a gap of 1e-4 where those from nothing find 3e-2: half of the digits are left, for which it takes
          139 looks beside 643, 247 sweeps beside 795, 2,204 shifts beside 6,566; and taking the flow off the closed links comes before.

        Thirteen settings of what waits, when bushes are extended, how far they are evened out and when the gap is proven left the ratio of
        processor time between 71 and 107 % on SiouxFalls and between 32 and 43 % on Barcelona: what makes one search faster does so for
        the other.


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
