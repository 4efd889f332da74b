namespace MilMobility.Solvers.Scheduling;

/// <summary>
/// Builds a <see cref="SchedulingModel"/>. Errors are thrown at the call that makes them (<see cref="ArgumentException"/>
/// with the index and the value). Not thread-safe.
/// </summary>
public sealed class SchedulingModelBuilder
{
    /// <summary>Times lie within this many seconds of the scenario's start; about 34,000 years.</summary>
    public const long TimeMax = 1L << 40;

    /// <summary>Largest absolute value the objective may reach: a quarter of what 64 bits hold.</summary>
    public const long ObjectiveMax = 1L << 61;

    private readonly List<Interval> _intervals = [];
    private readonly List<IntervalHint?> _hints = [];
    private readonly List<int[]> _choices = [];
    private readonly List<Precedence> _precedences = [];
    private readonly List<int[]> _noOverlaps = [];
    private readonly List<Cumulative> _cumulatives = [];
    private readonly List<LatenessCost> _latenessCosts = [];
    private long _makespanCost;
    private Int128 _objectiveReach;

    /// <summary>An interval that takes place; returns its index.</summary>
    public int AddInterval(long startMin, long startMax, long duration) =>
        Add(new Interval(startMin, startMax, duration, IsOptional: false, PresenceCost: 0));

    /// <summary>An interval that may take place, at a cost; returns its index.</summary>
    public int AddOptionalInterval(long startMin, long startMax, long duration, long presenceCost) =>
        Add(new Interval(startMin, startMax, duration, IsOptional: true, presenceCost));

    /// <summary>Exactly one of these optional intervals takes place: the modes of one task.</summary>
    public void AddChoice(ReadOnlySpan<int> intervals)
    {
        foreach (var interval in intervals)
        {
            RequireInterval(interval);
            if (!_intervals[interval].IsOptional) throw new ArgumentException($"choice: interval {interval} is not optional");
        }

        _choices.Add(intervals.ToArray());
    }

    /// <summary>If both take place, the second starts at least <paramref name="lag"/> seconds after the first ends.</summary>
    public void AddPrecedence(int before, int after, long lag = 0)
    {
        RequireInterval(before);
        RequireInterval(after);
        RequireTime("lag", lag);
        if (before == after) throw new ArgumentException($"precedence: interval {before} before itself");
        _precedences.Add(new Precedence(before, after, lag));
    }

    /// <summary>No two of these overlap: one berth, one ramp, one track.</summary>
    public void AddNoOverlap(ReadOnlySpan<int> intervals)
    {
        RequireDistinct(intervals);
        _noOverlaps.Add(intervals.ToArray());
    }

    /// <summary>Demands, each at least 0, of what is in progress sum to at most the capacity.</summary>
    public void AddCumulative(long capacity, ReadOnlySpan<int> intervals, ReadOnlySpan<long> demands)
    {
        RequireDistinct(intervals);
        if (demands.Length != intervals.Length)
            throw new ArgumentException($"cumulative: {intervals.Length} intervals, {demands.Length} demands");
        Int128 sum = 0;
        foreach (var demand in demands)
        {
            if (demand < 0) throw new ArgumentException($"cumulative: demand {demand}; must be at least 0");
            sum += demand;
        }

        if (capacity < 0 || sum > ObjectiveMax)
            throw new ArgumentException($"cumulative: capacity {capacity}, demands {sum}; must be 0 to {ObjectiveMax}");
        _cumulatives.Add(new Cumulative(intervals.ToArray(), demands.ToArray(), capacity));
    }

    /// <summary>Each second the interval, if it takes place, ends after <paramref name="due"/> costs; due 0 prices the end.</summary>
    public void AddLatenessCost(int interval, long due, long costPerSecond)
    {
        RequireInterval(interval);
        RequireTime("due", due);
        RequireCost(costPerSecond, Math.Max(0, LatestEnd(interval) - due));
        _latenessCosts.Add(new LatenessCost(interval, due, costPerSecond));
    }

    /// <summary>Cost per second of the latest end; call it when all intervals are there.</summary>
    public void SetMakespanCost(long costPerSecond)
    {
        RequireCost(costPerSecond, _intervals.Count == 0 ? 0 : Enumerable.Range(0, _intervals.Count).Max(LatestEnd));
        _makespanCost = costPerSecond;
    }

    /// <summary>
    /// Where to start the search. When every interval has a hint and they form a schedule, no answer is worse than it.
    /// </summary>
    public void SetHint(int interval, long start, bool isPresent = true)
    {
        RequireInterval(interval);
        _hints[interval] = new IntervalHint(start, isPresent);
    }

    public SchedulingModel Build() => new()
    {
        Intervals = [.. _intervals],
        Choices = [.. _choices],
        Precedences = [.. _precedences],
        NoOverlaps = [.. _noOverlaps],
        Cumulatives = [.. _cumulatives],
        LatenessCosts = [.. _latenessCosts],
        MakespanCost = _makespanCost,
        Hints = [.. _hints],
    };

    private int Add(Interval interval)
    {
        var subject = $"interval {_intervals.Count}";
        RequireTime($"{subject}: earliest start", interval.StartMin);
        RequireTime($"{subject}: latest start", interval.StartMax);
        RequireTime($"{subject}: duration", interval.Duration);
        if (interval.Duration < 1) throw new ArgumentException($"{subject}: duration {interval.Duration}; must be at least 1");
        if (interval.StartMin > interval.StartMax)
            throw new ArgumentException($"{subject}: start {interval.StartMin} to {interval.StartMax} is empty");
        _objectiveReach += Int128.Abs(interval.PresenceCost);
        _intervals.Add(interval);
        _hints.Add(null);
        return _intervals.Count - 1;
    }

    private long LatestEnd(int interval) => _intervals[interval].StartMax + _intervals[interval].Duration;

    private void RequireCost(long costPerSecond, long seconds)
    {
        if (costPerSecond < 0) throw new ArgumentException($"cost per second {costPerSecond}; must be at least 0");
        _objectiveReach += (Int128)costPerSecond * seconds;
        if (_objectiveReach > ObjectiveMax)
            throw new ArgumentException($"cost per second {costPerSecond} takes the objective beyond {ObjectiveMax}");
    }

    private static void RequireTime(string subject, long seconds)
    {
        if (Math.Abs(seconds) > TimeMax) throw new ArgumentException($"{subject} {seconds} s; must be within {TimeMax} s");
    }

    private void RequireInterval(int interval)
    {
        if (interval < 0 || interval >= _intervals.Count)
            throw new ArgumentException($"interval {interval}; must be 0 to {_intervals.Count - 1}");
    }

    private void RequireDistinct(ReadOnlySpan<int> intervals)
    {
        var seen = new HashSet<int>();
        foreach (var interval in intervals)
        {
            RequireInterval(interval);
            if (!seen.Add(interval)) throw new ArgumentException($"interval {interval} stands in it twice");
        }
    }
}
