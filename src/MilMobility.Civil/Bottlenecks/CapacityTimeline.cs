namespace MilMobility.Civil.Bottlenecks;

/// <summary>
/// What the end of one road lets by over time: its capacity, and less in the intervals that columns take. Where intervals
/// overlap the lowest holds, for columns that follow each other take the same lane. Not thread-safe.
/// </summary>
public sealed class CapacityTimeline(double capacity)
{
    private readonly List<(double From, double To, double Left)> _restrictions = [];

    /// <summary>No more than <paramref name="left"/> units per hour pass from one time to the other, in hours.</summary>
    public void Restrict(double from, double to, double left)
    {
        if (to > from && left < capacity) _restrictions.Add((from, to, Math.Max(0, left)));
    }

    /// <summary>Mean capacity between two times; the capacity itself, exactly, where nothing restricts it. O(n^2).</summary>
    public double Mean(double from, double to)
    {
        var inside = _restrictions.Where(r => r.From < to && r.To > from).ToList();
        if (inside.Count == 0) return capacity;
        var cuts = inside.SelectMany(r => new[] { Math.Max(from, r.From), Math.Min(to, r.To) }).Append(from).Append(to)
            .Distinct().Order().ToList();
        var lost = 0.0;
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            var left = inside.Where(r => r.From <= start && r.To >= end).Select(r => r.Left).DefaultIfEmpty(capacity).Min();
            lost += (capacity - left) * (end - start);
        }

        return capacity - (lost / (to - from));
    }
}
