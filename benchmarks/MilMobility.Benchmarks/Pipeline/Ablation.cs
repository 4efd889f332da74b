using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Integer;
using MilMobility.Planning;
using MilMobility.Solvers;

namespace MilMobility.Benchmarks.Pipeline;

/// <summary>One planning of the brigade with one thing switched off.</summary>
/// <param name="Off">What is off, in words.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Seconds">Wall clock of the planning.</param>
/// <param name="ProvenSeconds">Seconds until the gap was proven to be at most 2 percent; null if it never was.</param>
/// <param name="ObjectiveMicroEuros">Objective.</param>
/// <param name="BoundMicroEuros">Proven lower bound.</param>
internal sealed record AblationRun(
    string Off, int Seed, double Seconds, double? ProvenSeconds, long ObjectiveMicroEuros, long BoundMicroEuros)
{
    public double Gap => (ObjectiveMicroEuros - BoundMicroEuros) / (double)ObjectiveMicroEuros;
}

/// <summary>
/// What each acceleration buys on the brigade: all on, then one off at a time, each until the same gap
/// under the same wall-clock limit.
/// </summary>
internal static class Ablation
{
    public const int LimitSeconds = 30;
    public const double Share = 0.02;
    public const decimal GapPercent = 1;
    private const int Seeds = 5;

    private static readonly (string Off, PlannerSwitches Switches)[] Variants =
    [
        ("nothing", new PlannerSwitches()),
        ("pricing filter", Adjusted(o => o with { Columns = o.Columns with { PricingFilter = false } })),
        ("A* in pricing", new PlannerSwitches { Guided = false }),
        ("dual ascent", Adjusted(o => o with { Columns = o.Columns with { AscentRounds = 0 } })),
        ("stabilisation", Adjusted(o => o with { Columns = o.Columns with { Stabilisation = 0 } })),
        ("several columns a round", Adjusted(o => o with { Columns = o.Columns with { ColumnsPerRound = 1 } })),
        ("parallel pricing", Adjusted(o => o with { Columns = o.Columns with { Threads = 1 } })),
        ("master program", Adjusted(o => o with { Master = false })),
        ("rounding and dive", Adjusted(o => o with { RoundingRounds = 0, Dive = false })),
        ("choice from the pool", Adjusted(o => o with { Pool = false })),
        ("neighbourhood search", Adjusted(o => o with { Search = false })),
        ("adaptive neighbourhoods", Adjusted(o => o with { Neighbourhoods = new NeighbourhoodOptions { Adaptive = false } })),
    ];

    public static IReadOnlyList<AblationRun> MeasureAll() =>
        [.. Variants.SelectMany(v => Enumerable.Range(1, Seeds).Select(seed => InOwnProcess(v.Off, seed)))];

    public static async Task<string> RunAsync(string off, int seed)
    {
        var switches = Variants.Single(v => string.Equals(v.Off, off, StringComparison.Ordinal)).Switches;
        var input = FixedData.Input;
        var limits = input.Scenario.Limits with { Seed = seed, TimeSecondsMax = LimitSeconds, GapPercent = GapPercent };
        var compiled = FixedData.Compiled with { Scenario = input.Scenario with { Limits = limits } };
        var clock = Stopwatch.StartNew();
        var watch = new GapWatch(clock);
        var solvers = new OrToolsSolvers();
        var outcome = await MovementPlanner.PlanAsync(
            compiled, input.Network, input.Pricing.Table, solvers, watch, CancellationToken.None, switches).ConfigureAwait(false);
        var plan = outcome.Plan;
        return JsonSerializer.Serialize(new AblationRun(
            off, seed, clock.Elapsed.TotalSeconds, watch.ProvenSeconds, plan.Objective.TotalMicroEuros, plan.BoundMicroEuros));
    }

    private static PlannerSwitches Adjusted(Func<OptimiserOptions, OptimiserOptions> adjust) => new() { Adjust = adjust };

    private static AblationRun InOwnProcess(string off, int seed) => JsonSerializer.Deserialize<AblationRun>(
        OwnProcess.Run(["ablation", off, seed.ToString(CultureInfo.InvariantCulture)]))
        ?? throw new InvalidOperationException("the run printed nothing");

    /// <summary>Notes when the gap was first proven.</summary>
    private sealed class GapWatch(Stopwatch clock) : IProgress<PlanProgress>
    {
        private readonly Lock _lock = new();

        public double? ProvenSeconds { get; private set; }

        public void Report(PlanProgress value)
        {
            if (value.Gap is not { } gap || gap > Share) return;
            lock (_lock) ProvenSeconds ??= clock.Elapsed.TotalSeconds;
        }
    }
}
