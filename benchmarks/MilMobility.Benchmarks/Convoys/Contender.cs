using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Planning;
using MilMobility.Solvers;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>The planner that the table is about, and the switches that the ablation turns off one at a time.</summary>
internal static class Contender
{
    private static readonly Dictionary<string, Func<ConvoyPlanOptions, ConvoyPlanOptions>> s_switches = new(StringComparer.Ordinal)
    {
        ["pricing filter off"] = o => o with { Columns = o.Columns with { PricingFilter = false } },
        ["A* off"] = o => o with { Guided = false },
        ["cuts off"] = o => o with { Columns = o.Columns with { Cuts = false } },
        ["cleaning of the master off"] = o => o with { Columns = o.Columns with { Cleaning = false } },
        ["stabilisation off"] = o => o with { Columns = o.Columns with { Stabilisation = 0 } },
        ["dual ascent off"] = o => o with { Columns = o.Columns with { AscentRounds = 0 } },
        ["neighbourhood search off"] = o => o with { NeighbourhoodSearch = false },
        ["one search chain"] = o => o with { SearchChains = 1 },
        ["overtaking off"] = o => o with { Overtaking = false },
        ["with a dive"] = o => o with { Dive = true },
        ["pool choice off"] = o => o with { PoolChoice = false },
    };

    /// <summary>Variants beside <see cref="ConvoyRun.Plain"/>.</summary>
    public static IReadOnlyList<string> Switches { get; } = [.. s_switches.Keys, InsertionOnly.Variant];

    public static async Task<ConvoyAnswer> SolveAsync(ConvoyInstance instance, int seconds, int seed, string variant)
    {
        var options = new ConvoyPlanOptions { Seed = seed, TimeLimit = TimeSpan.FromSeconds(seconds) };
        if (variant != ConvoyRun.Plain)
        {
            if (!s_switches.TryGetValue(variant, out var change))
                throw new ArgumentException($"no variant {variant}; one of {string.Join(", ", Switches)}");
            options = change(options);
        }

        var solvers = new OrToolsSolvers();
        var plan = await ConvoyPlanner.PlanAsync(instance, options, solvers, null, CancellationToken.None).ConfigureAwait(false);
        var trace = plan.Trace;
        return new ConvoyAnswer(
            plan.Solution, plan.Solution.BoundSeconds, trace.TimeToFirstPlan?.TotalSeconds,
            [.. ConvoyRun.Shares.Select(s => trace.TimeToGap(s)?.TotalSeconds)],
            string.Join("; ", plan.Notes.Prepend($"ended by {plan.StoppedBy}")));
    }
}
