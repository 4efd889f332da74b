using MilMobility.Planning.FirstPlan;

namespace MilMobility.Planning;

/// <summary>Turns what the stages say into <see cref="PlanProgress"/>, with the best objective and the bound so far.</summary>
internal sealed class PlanReporter(PlanProblem problem, IProgress<PlanProgress>? progress)
{
    private long _bound;
    private long? _best;
    private int _moved;
    private long _work;

    public void Bound(long boundMicroEuros)
    {
        _bound = boundMicroEuros;
        Report("bound", "");
    }

    public void Restart(int restart, PlanSnapshot snapshot)
    {
        Take(snapshot.ObjectiveMicroEuros, snapshot.Moved);
        _work += snapshot.Work;
        Report(
            "first plan",
            $"order {restart}: {snapshot.Moved} of {problem.Count} moved, EUR {snapshot.ObjectiveMicroEuros / 1_000_000}, "
            + $"{snapshot.Work} steps of work");
    }

    public void Stage(string stage, PlanDraft draft, string message)
    {
        Take(draft.ObjectiveMicroEuros, Enumerable.Range(0, problem.Count).Count(k => draft[k] is not null));
        Report(stage, message);
    }

    private void Take(long objective, int moved)
    {
        if (_best is { } best && objective >= best) return;
        _best = objective;
        _moved = moved;
    }

    private void Report(string stage, string message) =>
        progress?.Report(new PlanProgress(stage, _moved, problem.Count, _best, _bound, message) { Work = _work });
}
