using System.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Planning;

namespace MilMobility.Pipeline;

/// <summary>Passes the planner's progress on, and keeps each improvement of objective or bound as the convergence trace.</summary>
internal sealed class PlanTrace(IProgress<RunProgress> progress) : IProgress<PlanProgress>
{
    // Planning takes this part of a run's progress, from here to there.
    private const double FractionFrom = 0.05;
    private const double FractionTo = 0.92;
    // Progress has no known end: half of what is left is gone after this many seconds.
    private const double HalfLifeSeconds = 10;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private readonly List<TracePoint> _points = [];

    public IReadOnlyList<TracePoint> Points
    {
        get
        {
            lock (_lock) return [.. _points];
        }
    }

    /// <summary>The trace, ended with the plan itself: what was assembled is what the last point says.</summary>
    public IReadOnlyList<TracePoint> EndingWith(MovementPlan plan)
    {
        var points = Points;
        var (objective, bound) = (plan.Objective.TotalMicroEuros, plan.BoundMicroEuros);
        return points.Count > 0 && points[^1].ObjectiveMicroEuros == objective && points[^1].BoundMicroEuros == bound
            ? points
            : [.. points, new TracePoint(_clock.Elapsed.TotalSeconds, "done", objective, bound, points.Count > 0 ? points[^1].Work : 0)];
    }

    public void Report(PlanProgress value)
    {
        var seconds = _clock.Elapsed.TotalSeconds;
        if (value.BestMicroEuros is { } best)
        {
            lock (_lock)
            {
                if (_points.Count == 0 || _points[^1].ObjectiveMicroEuros != best || _points[^1].BoundMicroEuros != value.BoundMicroEuros)
                    _points.Add(new TracePoint(seconds, value.Stage, best, value.BoundMicroEuros, value.Work));
            }
        }

        var fraction = FractionFrom + ((FractionTo - FractionFrom) * (1 - Math.Pow(0.5, seconds / HalfLifeSeconds)));
        var detail = $"{value.Stage}, {value.SerialsMoved} of {value.Serials} serials";
        if (value.Message.Length > 0) detail += $", {value.Message}";
        long? bound = value.BoundMicroEuros > 0 ? value.BoundMicroEuros : null;
        progress.Report(new RunProgress("plan", detail, fraction, value.BestMicroEuros, bound));
    }
}
