namespace MilMobility.Equilibrium;

/// <summary>When an assignment ends.</summary>
public sealed record EquilibriumOptions
{
    /// <summary>
    /// Relative gap that is enough: total cost / cost of the cheapest paths - 1. Below some 1e-13 rounding has the last word.
    /// </summary>
    public double RelativeGap { get; init; } = 1e-6;

    /// <summary>Rounds over all origins.</summary>
    public int IterationsMax { get; init; } = 1_000;

    /// <summary>Wall-clock limit; null for none. Flows that hit it are not reproducible.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Told after every round.</summary>
    public IProgress<EquilibriumRound>? Progress { get; init; }
}

/// <summary>A round of the assignment.</summary>
/// <param name="Iteration">Its number, from 1.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Gap">
/// Relative gap by what each origin paid when it was last seen, before the round's shifts: an estimate that says when to measure.
/// </param>
/// <param name="Extended">Origins that got a cheaper path than those they knew.</param>
public readonly record struct EquilibriumRound(int Iteration, TimeSpan Elapsed, double Gap, int Extended);

/// <summary>Why an assignment ended.</summary>
public enum EquilibriumStop
{
    /// <summary>The gap asked for is reached.</summary>
    Gap,

    /// <summary>The number of rounds is used up.</summary>
    Iterations,

    /// <summary>The time is used up.</summary>
    Time,

    /// <summary>No step changes anything any more but by rounding.</summary>
    Precision,

    /// <summary>The caller asked to stop.</summary>
    Cancelled,
}
