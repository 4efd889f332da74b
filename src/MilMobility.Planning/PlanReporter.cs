using MilMobility.Optimisation.Stopping;
using MilMobility.Planning.FirstPlan;

namespace MilMobility.Planning;

/// <summary>Turns what the stages say into <see cref="PlanProgress"/>, with the best objective and the bound so far.</summary>
internal sealed class PlanReporter
{
    private readonly PlanProblem _problem;
    private readonly IProgress<PlanProgress>? _progress;
    private string _stage = "first plan";
    private long _cheapestFirst = long.MaxValue;
    private long _work;

    public PlanReporter(PlanProblem problem, IProgress<PlanProgress>? progress)
    {
        _problem = problem;
        _progress = progress;
        Trace = new ConvergenceTrace { Improved = point => Report(point.Stage, point.Objective, point.Bound, "", point.Work) };
    }

    /// <summary>Objective and bound over time; what improves them is reported.</summary>
    public ConvergenceTrace Trace { get; }

    /// <summary>Serials moved in the best plan.</summary>
    public Func<int> Moved { get; set; } = () => 0;

    public void Restart(int restart, PlanSnapshot snapshot)
    {
        var best = Moved();
        Moved = () => Math.Max(best, snapshot.Moved);
        Report(
            "first plan", _cheapestFirst = Math.Min(_cheapestFirst, snapshot.ObjectiveMicroEuros), Trace.Bound,
            $"order {restart}: {snapshot.Moved} of {_problem.Count} moved, EUR {snapshot.ObjectiveMicroEuros / 1_000_000}, "
            + $"{snapshot.Work} steps of work", _work += snapshot.Work);
    }

    /// <summary>Reports a stage that begins.</summary>
    public void Stage(string stage)
    {
        if (string.Equals(stage, _stage, StringComparison.Ordinal)) return;
        _stage = stage;
        Report(stage, Trace.Objective, Trace.Bound, "", _work);
    }

    private void Report(string stage, long? objective, long bound, string message, long work)
    {
        _work = Math.Max(_work, work);
        _progress?.Report(new PlanProgress(stage, Moved(), _problem.Count, objective, bound, message) { Work = _work });
    }
}
