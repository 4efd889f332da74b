using MilMobility.Optimisation.Integer.Neighbourhoods;

namespace MilMobility.Optimisation.Integer;

/// <summary>How large-neighbourhood search runs. Every part can be switched off: plans stay valid, only worse or later.</summary>
public sealed record NeighbourhoodOptions
{
    /// <summary>First each serial alone, the worst first, until that gains nothing.</summary>
    public bool Sweep { get; init; } = true;

    public bool ConflictCluster { get; init; } = true;

    /// <summary>Serials of one label; nothing without labels.</summary>
    public bool Corridor { get; init; } = true;

    public bool TimeWindow { get; init; } = true;

    public bool Resource { get; init; } = true;

    public bool WorstRegret { get; init; } = true;

    /// <summary>
    /// Everyone in a stretch of time goes out and in again in the order of starts, one of them elsewhere in that order: all behind it
    /// move up. For plans of which every serial is on the same few resources.
    /// </summary>
    public bool Overtaking { get; init; }

    /// <summary>Neighbourhoods, sizes and orders chosen by past gain per work; off: evenly.</summary>
    public bool Adaptive { get; init; } = true;

    /// <summary>Re-insertion ends as soon as the bounds of those still out show that it cannot win.</summary>
    public bool EarlyEnd { get; init; } = true;

    /// <summary>
    /// Share of the best objective by which a plan may be worse and still be gone on from, at the start; falls to 0 at
    /// <see cref="CoolingWork"/>. 0: only plans that are not worse.
    /// </summary>
    public double WorseShare { get; init; }

    /// <summary>Work after which no worse plan is accepted.</summary>
    public long CoolingWork { get; init; } = 10_000_000;

    /// <summary>Most serials taken out together, at least 2.</summary>
    public int GroupMax { get; init; } = 12;

    public int Seed { get; init; }

    /// <summary>The neighbourhoods switched on.</summary>
    public IReadOnlyList<INeighbourhood> Neighbourhoods()
    {
        var on = new List<INeighbourhood>();
        if (ConflictCluster) on.Add(new ConflictCluster());
        if (Corridor) on.Add(new SameGroup());
        if (TimeWindow) on.Add(new TimeWindow());
        if (Resource) on.Add(new OneResource());
        if (WorstRegret) on.Add(new WorstRegret());
        if (Overtaking) on.Add(new StretchOfTime());
        return on;
    }
}
