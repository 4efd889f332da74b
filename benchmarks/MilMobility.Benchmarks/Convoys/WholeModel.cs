using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Monolithic;
using MilMobility.Convoys.Solutions;
using MilMobility.Solvers;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>
/// The baseline: the whole instance as one time-indexed program, given to CP-SAT or SCIP for 120 s (building it comes on top). The exact
/// model of 100 convoys does not fit the solver's memory, so this one is restricted, as the literature does: two paths per
/// convoy, departures every five minutes for two hours. Its plans are plans of the instance; its bound is not, so that the bound
/// beside it is that of every convoy alone.
/// </summary>
internal static class WholeModel
{
    public const string CpSat = "one model, CP-SAT, 120 s";
    public const string Scip = "one model, SCIP, 120 s";
    public const string Exact = "one exact model, CP-SAT, 120 s";

    private const int SolverSeconds = 120;

    private static readonly MonolithicOptions s_restricted =
        new() { StepSeconds = 300, PathsMax = 2, DelaySecondsMax = 7_200, VariablesMax = 3_000_000, EntriesMax = 40_000_000 };

    public static async Task<ConvoyAnswer> SolveAsync(ConvoyInstance instance, string variant, int seed)
    {
        var solvers = new OrToolsSolvers();
        var solver = new MonolithicSolver(variant == Scip ? solvers.MixedInteger : solvers.ConstraintProgram);
        var options = variant == Exact ? new MonolithicOptions() : s_restricted;
        var limits = new SolveLimits(TimeSpan.FromSeconds(SolverSeconds), work: 1e12, seed);
        var unmoved = 10L * instance.HorizonSeconds;
        var outcome = await solver.SolveAsync(instance, options, _ => unmoved, limits, CancellationToken.None).ConfigureAwait(false);
        var size = $"{outcome.Size.Variables:N0} variables, {outcome.Size.Rows:N0} rows, {outcome.Size.Entries:N0} entries";
        return outcome switch
        {
            MonolithicPlan plan => Answer(instance, plan, unmoved, size),
            MonolithicNoPlan none => new ConvoyAnswer(null, none.BoundSeconds, null, [null, null, null], $"no plan; {size}"),
            MonolithicTooLarge large => new ConvoyAnswer(null, 0, null, [null, null, null], $"too large: {large.Reason}; {size}"),
            _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
        };
    }

    private static ConvoyAnswer Answer(ConvoyInstance instance, MonolithicPlan plan, long unmovedSeconds, string size)
    {
        var unmoved = instance.ConvoyCount - plan.Journeys.Count;
        var solution = new ConvoySolution(
            unmoved > 0 ? "unmoved-convoys" : "done", plan.CostSeconds - (unmoved * unmovedSeconds), plan.BoundSeconds, plan.Journeys);
        var end = plan.Stop is { } stop ? $"{stop}" : "restricted model solved";
        return new ConvoyAnswer(solution, plan.BoundSeconds, null, [null, null, null], $"{end}; {size}");
    }
}
