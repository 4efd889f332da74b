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
/// <param name="BushGap">
/// Relative gap against the cheapest paths among those in use: at most the relative gap, and in the end equal to it.
/// </param>
/// <param name="Extended">Origins for which a cheaper path was found outside those in use.</param>
public readonly record struct EquilibriumRound(int Iteration, TimeSpan Elapsed, double BushGap, int Extended);

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
