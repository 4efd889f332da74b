using System.Globalization;
using System.Text;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>benchmarks/CONVOYS.md, from the runs there are.</summary>
internal static class ConvoyTable
{
    private const double Mega = 1e6;

    /// <summary>Not measured by a run: what looking into single instances showed.</summary>
    private const string Limits =
        """

        ## What limits the lines that fall short

        - Dense traffic on few nodes: the relaxation. On the first instance of 25 convoys on 30 the master's optimum is 3.4 % below the best
          plan with capacity rows alone and 1.4 % with cuts at single edges and nodes; none of those is broken then, while sets of whole
          journeys that exclude each other still add up to 1.5, along several roads in a row. Cuts along chains of roads were tried (one
          convoy runs along, the other meets it anywhere; searches that remember what they paid): 1.36 %, no sooner, so that they went.
        - The hard family: plan and relaxation, about half each. On the first instance the master's optimum is about 10,990 s, with cuts
          along chains of roads 0.2 % more, in more time, though journeys of two convoys that exclude each other add up to 1.6. The best
          plan known is 11,171 s, 1.6 % above it; with all routes fixed a plan's times are proven best in a second (CP-SAT), so that
          what a plan lacks is other routes and another order at the bottleneck. One search alone ends between 11,171 s and 11,572 s
          after the same work, by its random numbers (five seeds). There is no branching. Cuts inside the dual ascent did not help: on
          the fourth instance 350 rounds with them prove 9,605 s, 300 without 9,693 s.
        - Hubs: plan and rounds. On the first instance 100 rounds of ascent prove 579,000 s to 581,000 s, 200 prove 590,700 s, 250 no
          more than 592,900 s, for 10, 32 and 52 s of one core. The plan still falls with the search's work: one search has 673,300 s
          after 15 million labels and 656,600 s after 30 million.


        """;

    public static string Of(IReadOnlyList<ConvoyRun> runs)
    {
        var text = new StringBuilder(
            """
            # Abstract convoy movement: results

            Written by `benchmarks/run-convoys.sh`; do not edit. Medians over the seeds, each seed an instance of its own, each run in
            a process of its own; a time to a gap counts as not reached (-) if fewer than half of the seeds reached it. Gap: (objective -
            proven bound) / objective, of plans that move every convoy. Memory: peak working set. Clash-free: by the
            independent checker. A run may take the whole of its limit. Runs on one core were made two at a time, a core each.


            """);
        text.Append(Machines(runs));
        text.Append("\n## By family\n\n| instance | seeds | limit | first plan | to 5 % | to 2 % | to 1 % | gap | worst gap | unmoved "
            + "| memory | clash-free | asked | reached |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|---|---|\n");
        foreach (var c in ConvoyCase.All) text.Append(Row(c, Select(runs, c, ConvoyRun.Plain)));
        text.Append(Limits);
        text.Append(Baseline(runs));
        text.Append(Ablation(runs));
        return text.ToString();
    }

    private static string Machines(IReadOnlyList<ConvoyRun> runs)
    {
        var text = new StringBuilder("| processor | commit | runs | from | to | load average (1, 5, 15 min) at the last |\n"
            + "|---|---|---:|---|---|---|\n");
        foreach (var same in runs.GroupBy(r => (r.Machine.Processor, r.Machine.Cores, r.Machine.Commit)))
        {
            var (first, last) = (same.MinBy(r => r.Machine.Utc)!.Machine, same.MaxBy(r => r.Machine.Utc)!.Machine);
            text.Append(Line($"| {same.Key.Processor}, {same.Key.Cores} logical cores | {same.Key.Commit} | {same.Count()} "));
            text.Append(Line($"| {first.Utc:yyyy-MM-dd HH:mm} UTC | {last.Utc:yyyy-MM-dd HH:mm} UTC | {last.Load} |\n"));
        }

        return text.ToString();
    }

    private static string Row(ConvoyCase c, IReadOnlyList<ConvoyRun> runs)
    {
        if (runs.Count == 0) return Line($"| {c.Name} | 0 | {c.Seconds} s | not measured | | | | | | | | | {c.Target} | |\n");
        var gaps = runs.Select(r => r.Gap).ToList();
        return Line($"| {c.Name} | {runs.Count} | {c.Seconds} s | {Times(runs)} | {Percent(Median(gaps))} | {Percent(Worst(gaps))} ")
            + Line($"| {runs.Sum(r => r.Unmoved)} | {runs.Max(r => r.PeakBytes) / Mega:N0} MB ")
            + Line($"| {(runs.All(IsSound) ? "yes" : "NO")} | {c.Target} | {Reached(c, runs)} |\n");
    }

    private static string Baseline(IReadOnlyList<ConvoyRun> runs)
    {
        var c = ConvoyCase.Of(ConvoyCase.Baseline);
        var text = new StringBuilder(Line(
            $"""

            ## Beside one monolithic model, {c.Name}

            The baseline is one time-indexed program of the whole instance. The exact one has too many variables at this size; the
            other is restricted to two paths per convoy and departures every five minutes within two hours, so that its plans hold and its
            own bound does not: its gap is against the planner's bound of the same seed. 120 s of solving, and the time to build the model
            on top; one seed. Our planner has {c.Seconds} s.

            | seed | what | convoys moved | objective | gap to our bound | seconds | memory | clash-free | note |
            |---:|---|---:|---:|---:|---:|---:|---|---|

            """));
        var convoys = c.Request.Convoys ?? 0;
        foreach (var run in runs.Where(r => r.Case == c.Name && !Contender.Switches.Contains(r.Variant))
            .OrderBy(r => r.Seed).ThenBy(r => r.Variant != ConvoyRun.Plain).ThenBy(r => r.Variant))
        {
            var bound = runs.FirstOrDefault(r => r.Case == c.Name && r.Seed == run.Seed && r.Variant == ConvoyRun.Plain)?.BoundSeconds;
            double? gap = run is { Unmoved: 0, ObjectiveSeconds: { } o and > 0 } && bound is { } b ? (o - b) / (double)o : null;
            var moved = run.ObjectiveSeconds is null ? "no plan" : Line($"{convoys - run.Unmoved} of {convoys}");
            text.Append(Line($"| {run.Seed} | {(run.Variant == ConvoyRun.Plain ? "our planner" : run.Variant)} | {moved} "));
            text.Append(Line($"| {(run.ObjectiveSeconds is { } s ? Line($"{s:N0} s") : "-")} | {Percent(gap)} | {run.Seconds:F0} s "));
            var clashFree = run.ObjectiveSeconds is null ? "-" : IsSound(run) ? "yes" : "NO";
            text.Append(Line($"| {run.PeakBytes / Mega:N0} MB | {clashFree} | {run.Note} |\n"));
        }

        return text.ToString();
    }

    private static string Ablation(IReadOnlyList<ConvoyRun> runs)
    {
        var text = new StringBuilder(
            """

            ## What each acceleration buys

            Each line switches one thing off; the seeds are the same in all lines.

            | instance | variant | seeds | first plan | to 5 % | to 2 % | to 1 % | gap | worst gap |
            |---|---|---:|---:|---:|---:|---:|---:|---:|

            """);
        var c = ConvoyCase.Ablated;
        var seeds = runs.Where(r => r.Case == c.Name && Contender.Switches.Contains(r.Variant)).Select(r => r.Seed).ToHashSet();
        foreach (var variant in Contender.Switches.Prepend(ConvoyRun.Plain))
        {
            var same = Select(runs, c, variant).Where(r => seeds.Contains(r.Seed)).ToList();
            if (same.Count == 0) continue;
            var gaps = same.Select(r => r.Gap).ToList();
            text.Append(Line($"| {c.Name} | {variant} | {same.Count} | {Times(same)} "));
            text.Append(Line($"| {Percent(Median(gaps))} | {Percent(Worst(gaps))} |\n"));
        }

        return text.ToString();
    }

    private static List<ConvoyRun> Select(IReadOnlyList<ConvoyRun> runs, ConvoyCase c, string variant) =>
        [.. runs.Where(r => r.Case == c.Name && r.Variant == variant)];

    private static string Times(IReadOnlyList<ConvoyRun> runs) => string.Join(
        " | ",
        Enumerable.Range(0, ConvoyRun.Shares.Count).Select(i => Median([.. runs.Select(r => r.WithinSeconds[i])]))
            .Prepend(Median([.. runs.Select(r => r.FirstPlanSeconds)]))
            .Select(s => s is { } seconds ? Line($"{seconds:F2} s") : "-"));

    /// <summary>In words: how many seeds did what was asked.</summary>
    private static string Reached(ConvoyCase c, IReadOnlyList<ConvoyRun> runs)
    {
        if (c.Target.Length == 0) return "";
        double? share = c.Target.StartsWith("1 %") ? 0.01 : c.Target.StartsWith("2 %") ? 0.02 : null;
        var met = runs.Count(r => IsSound(r) && r is { Unmoved: 0, ObjectiveSeconds: not null } && (share is null || r.Gap <= share));
        return Line($"{met} of {runs.Count}");
    }

    private static bool IsSound(ConvoyRun run) => run.IsClashFree;

    /// <summary>Median with null as larger than everything: null if the middle is.</summary>
    private static double? Median(IReadOnlyList<double?> values)
    {
        var sorted = values.Select(v => v ?? double.PositiveInfinity).Order().ToList();
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return double.IsInfinity(high) ? null : (low + high) / 2;
    }

    private static double? Worst(IReadOnlyList<double?> values) => values.Any(v => v is null) ? null : values.Max();

    private static string Percent(double? share) => share is { } value ? Line($"{100 * value:F2} %") : "-";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
