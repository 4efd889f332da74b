namespace MilMobility.Solvers.Scheduling;

/// <summary>
/// A scheduling problem, immutable; made by <see cref="SchedulingModelBuilder"/>. Intervals of fixed length start within
/// their windows, some of them optionally; modes of one task are optional intervals of which exactly one is present.
/// <code>
///   min   sum presence cost + sum cost per second * max(0, end - due) + makespan cost * (latest end, at least 0)
///   s.t.  one interval of each choice; start_b >= end_a + lag; no overlap; sum of demands at most the capacity, always
/// </code>
/// Rules on an interval hold only while it is present. CP-SAT was chosen: such problems are what its interval
/// propagation is made for, and at the size of one port or lock it is quick even with one worker.
/// </summary>
public sealed class SchedulingModel
{
    internal SchedulingModel() { }

    public required Interval[] Intervals { get; init; }

    /// <summary>Each: optional intervals of which exactly one is present.</summary>
    public required int[][] Choices { get; init; }

    public required Precedence[] Precedences { get; init; }

    /// <summary>Each: intervals of which no two overlap.</summary>
    public required int[][] NoOverlaps { get; init; }

    public required Cumulative[] Cumulatives { get; init; }

    public required LatenessCost[] LatenessCosts { get; init; }

    /// <summary>Cost per second of the latest end.</summary>
    public required long MakespanCost { get; init; }

    /// <summary>Length: intervals; a start to begin the search from, <c>null</c> where none is known.</summary>
    public required IntervalHint?[] Hints { get; init; }

    /// <summary>The hints as a whole schedule, null when they leave an interval open or break a rule.</summary>
    public Schedule? FeasibleHint()
    {
        if (Array.Exists(Hints, h => h is null)) return null;
        var schedule = new Schedule(
            Array.ConvertAll(Hints, h => h!.Value.Start), Array.ConvertAll(Hints, h => h!.Value.IsPresent));
        return ScheduleCheck.FirstViolation(this, schedule) is null ? schedule : null;
    }
}

/// <summary>One interval, seconds.</summary>
/// <param name="StartMin">Earliest start.</param>
/// <param name="StartMax">Latest start.</param>
/// <param name="Duration">Length, at least 1.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="PresenceCost">Cost of being present.</param>
public readonly record struct Interval(long StartMin, long StartMax, long Duration, bool IsOptional, long PresenceCost);

/// <summary>The second starts at least <paramref name="Lag"/> seconds after the first ends.</summary>
public readonly record struct Precedence(int Before, int After, long Lag);

/// <summary>At any moment the demands of the intervals in progress sum to at most the capacity.</summary>
public sealed record Cumulative(int[] Intervals, long[] Demands, long Capacity);

/// <summary>Each second that the interval ends after its due time costs.</summary>
public readonly record struct LatenessCost(int Interval, long Due, long CostPerSecond);

/// <summary>Where an interval stands in a schedule known before.</summary>
public readonly record struct IntervalHint(long Start, bool IsPresent);
