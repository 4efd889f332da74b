using MilMobility.Optimisation.Stopping;

namespace MilMobility.Convoys.Planning;

/// <summary>The stop rule of a whole plan as its stages see it: each counts its own work from 0, on top of what went before.</summary>
internal sealed class PlanClock(IStopRule rule, ConvergenceTrace trace) : IStopRule
{
    /// <summary>Work of the stages that are over.</summary>
    public long WorkBefore { get; set; }

    /// <summary>The first verdict given, null while the plan goes on.</summary>
    public StopVerdict? Verdict { get; private set; }

    public StopVerdict? Check(in OptimisationState state) =>
        Verdict ??= rule.Check(state with { Work = state.Work + WorkBefore, WorkAtImprovement = state.WorkAtImprovement + WorkBefore });

    /// <summary>True if a stage that has done some work goes on.</summary>
    public bool GoOn(long work) => Check(trace.State(work, 0)) is null;
}
