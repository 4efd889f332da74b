using MilMobility.Convoys.Instances;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>The planner that the table is about, and the switches that the ablation turns off one at a time.</summary>
internal static class Contender
{
    /// <summary>Variants beside <see cref="ConvoyRun.Plain"/>.</summary>
    public static IReadOnlyList<string> Switches { get; } = [InsertionOnly.Variant];

    public static Task<ConvoyAnswer> SolveAsync(ConvoyInstance instance, int seconds, int seed, string variant) =>
        variant == ConvoyRun.Plain
            ? Task.FromResult(InsertionOnly.Solve(instance, seconds) with { Note = $"seed {seed} of the instance only" })
            : throw new ArgumentException($"no variant {variant}; one of {string.Join(", ", Switches)}");
}
