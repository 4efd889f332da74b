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

    internal EquilibriumSwitches Switches { get; init; } = new();
}

/// <summary>What only makes the search faster; switched off by tests that show that the answer stays.</summary>
/// <param name="EvensPairs">Flow is evened out between known pairs of segments before bushes are swept again.</param>
/// <param name="KnowsCosts">Shortest paths start from the costs of a bush's paths.</param>
/// <param name="Revisits">Bushes that pay much of all are visited again at once.</param>
internal sealed record EquilibriumSwitches(bool EvensPairs = true, bool KnowsCosts = true, bool Revisits = true);

/// <summary>A round of the assignment.</summary>
/// <param name="Iteration">Its number, from 1.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Gap">
/// Relative gap after the round by shortest paths; while far from that asked for, by what each origin paid when it was last seen, before
/// the round's shifts.
/// </param>
/// <param name="Extended">Times that an origin got a cheaper path than those it knew.</param>
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
