using MilMobility.Domain.Scenarios;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Planning;

/// <summary>
/// The stop rules that a scenario's limits ask for: gap, work and no improvement first, so that a run they end is called
/// reproducible, the wall clock last. A gap of 0 is a rule too: at a proven optimum there is nothing left to do.
/// </summary>
public static class StopRules
{
    public static IStopRule From(PlanLimits limits)
    {
        List<IStopRule> rules = [StopRule.Gap((double)limits.GapPercent / 100)];
        if (limits.WorkMax is { } work) rules.Add(StopRule.Work(work));
        if (limits.NoImprovementWork is { } idle) rules.Add(StopRule.NoImprovement(idle));
        rules.Add(StopRule.Time(TimeSpan.FromSeconds(limits.TimeSecondsMax)));
        return StopRule.Any(rules);
    }
}
