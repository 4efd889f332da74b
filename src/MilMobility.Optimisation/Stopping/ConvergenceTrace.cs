using System.Diagnostics;

namespace MilMobility.Optimisation.Stopping;

/// <summary>
/// How an optimisation converged: a point at each improvement of the best objective or the bound, whichever stage made it. The
/// one place where stages that run side by side meet. Thread-safe.
/// </summary>
public sealed class ConvergenceTrace
{
    private readonly Lock _lock = new();
    private readonly List<ConvergencePoint> _points = [];
    private readonly Func<TimeSpan> _elapsed;
    private long? _objective;
    private long _bound;

    /// <summary>Starts at this moment.</summary>
    public ConvergenceTrace()
    {
        var clock = Stopwatch.StartNew();
        _elapsed = () => clock.Elapsed;
    }

    /// <param name="elapsed">Time since the start, never falling.</param>
    public ConvergenceTrace(Func<TimeSpan> elapsed) => _elapsed = elapsed;

    /// <summary>Told of each improvement, one at a time, while others wait: it should be short. Null for nobody.</summary>
    public Action<ConvergencePoint>? Improved { get; init; }

    public TimeSpan Elapsed => _elapsed();

    /// <summary>Best objective so far, null before the first plan.</summary>
    public long? Objective
    {
        get
        {
            lock (_lock) return _objective;
        }
    }

    /// <summary>Best bound so far, 0 before the first.</summary>
    public long Bound
    {
        get
        {
            lock (_lock) return _bound;
        }
    }

    /// <summary>Every improvement, in order.</summary>
    public IReadOnlyList<ConvergencePoint> Points
    {
        get
        {
            lock (_lock) return [.. _points];
        }
    }

    /// <summary>Time to the first plan, null without one.</summary>
    public TimeSpan? TimeToFirstPlan => First(p => p.Objective is not null);

    /// <summary>Tells of a plan; true if it is the best so far.</summary>
    /// <param name="stage">Stage that found it, in words.</param>
    /// <param name="objective">Its objective.</param>
    /// <param name="work">Work of that stage so far.</param>
    public bool Plan(string stage, long objective, long work)
    {
        lock (_lock)
        {
            if (_objective is { } best && objective >= best) return false;
            _objective = objective;
            Add(new ConvergencePoint(_elapsed(), work, stage, objective, _bound));
            return true;
        }
    }

    /// <summary>Tells of a proven lower bound; true if it is the best so far.</summary>
    /// <param name="stage">Stage that proved it, in words.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="work">Work of that stage so far.</param>
    public bool Proof(string stage, long bound, long work)
    {
        lock (_lock)
        {
            if (bound <= _bound) return false;
            _bound = bound;
            Add(new ConvergencePoint(_elapsed(), work, stage, _objective, bound));
            return true;
        }
    }

    /// <summary>Time until the gap was proven to be at most a share of the objective; null if it never was.</summary>
    public TimeSpan? TimeToGap(double share) => First(p => p.Gap <= share);

    /// <summary>Where the optimisation stands, for a stop rule.</summary>
    /// <param name="work">Work of the stage that asks.</param>
    /// <param name="workAtImprovement">Its work at its last improvement.</param>
    public OptimisationState State(long work, long workAtImprovement)
    {
        lock (_lock) return new OptimisationState(_elapsed(), work, _objective, _bound, workAtImprovement);
    }

    private void Add(ConvergencePoint point)
    {
        _points.Add(point);
        Improved?.Invoke(point);
    }

    private TimeSpan? First(Func<ConvergencePoint, bool> holds)
    {
        lock (_lock) return _points.Find(p => holds(p))?.Elapsed;
    }
}

/// <summary>An improvement.</summary>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Work">Work of the stage that made it.</param>
/// <param name="Stage">That stage, in words.</param>
/// <param name="Objective">Best objective then, null before the first plan.</param>
/// <param name="Bound">Best bound then, 0 before the first.</param>
public sealed record ConvergencePoint(TimeSpan Elapsed, long Work, string Stage, long? Objective, long Bound)
{
    /// <summary>(objective - bound) / objective; null before the first plan, 0 at a zero objective.</summary>
    public double? Gap => new OptimisationState(Elapsed, Work, Objective, Bound, Work).Gap;
}
