namespace MilMobility.Civil.Bottlenecks;

/// <summary>
/// What the end of one road lets by over time: its capacity, and less in the intervals that columns take. Where intervals
/// overlap the lowest holds, for columns that follow each other take the same lane. Not thread-safe while it is made.
/// </summary>
public sealed class CapacityTimeline(double capacity)
{
    private readonly List<CapacityStep> _restrictions = [];

    /// <summary>When the first restriction begins, in hours; infinite without one.</summary>
    public double FirstHours { get; private set; } = double.PositiveInfinity;

    /// <summary>When the last one has ended.</summary>
    public double LastHours { get; private set; } = double.NegativeInfinity;

    /// <summary>Capacity without restriction.</summary>
    public double Capacity => capacity;

    /// <summary>No more than <paramref name="left"/> units per hour pass from one time to the other, in hours.</summary>
    public void Restrict(double from, double to, double left)
    {
        if (!(to > from && left < capacity)) return;
        _restrictions.Add(new CapacityStep(from, to, Math.Max(0, left)));
        (FirstHours, LastHours) = (Math.Min(FirstHours, from), Math.Max(LastHours, to));
    }

    /// <summary>Mean capacity between two times; the capacity itself, exactly, where nothing restricts it. O(n^2).</summary>
    public double Mean(double from, double to)
    {
        var lost = 0.0;
        foreach (var step in Steps(from, to)) lost += (capacity - step.Left) * (step.ToHours - step.FromHours);
        return capacity - (lost / (to - from));
    }

    /// <summary>What is let by between two times, step by step and without gaps. O(n^2) of the restrictions between them.</summary>
    public IReadOnlyList<CapacityStep> Steps(double from, double to)
    {
        var inside = _restrictions.Where(r => r.FromHours < to && r.ToHours > from).ToList();
        if (inside.Count == 0) return [new CapacityStep(from, to, capacity)];
        var cuts = inside.SelectMany(r => new[] { Math.Max(from, r.FromHours), Math.Min(to, r.ToHours) }).Append(from).Append(to)
            .Distinct().Order().ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1), (start, end) => new CapacityStep(
                start, end,
                inside.Where(r => r.FromHours <= start && r.ToHours >= end).Select(r => r.Left).DefaultIfEmpty(capacity).Min())),
        ];
    }
}

/// <summary>No more than <see cref="Left"/> units per hour from one time to another, in hours.</summary>
public readonly record struct CapacityStep(double FromHours, double ToHours, double Left);
