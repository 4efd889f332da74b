namespace MilMobility.Optimisation.Integer;

/// <summary>How fractional plans are rounded.</summary>
public sealed record RoundingOptions
{
    /// <summary>Drafts built, each in its own way; at least 1.</summary>
    public int Rounds { get; init; } = 8;

    public int Seed { get; init; }

    /// <summary>Drafts built side by side; the plan does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
