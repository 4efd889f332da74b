using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Solutions;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Convoys.Planning;

/// <summary>A plan with what is known of it.</summary>
/// <param name="Solution">Journeys, objective and bound.</param>
/// <param name="Check">What the independent checker says; a plan that does not hold is a fault and must not be written.</param>
/// <param name="StoppedBy">Rule that ended the search: time, work, gap, all stages (without neighbourhood search), or cancelled.</param>
/// <param name="Work">Work of all stages.</param>
/// <param name="Trace">How objective and bound came together, milliseconds of convoy time.</param>
/// <param name="Notes">What people should know, such as an engine that could not be used.</param>
public sealed record ConvoyPlan(
    ConvoySolution Solution, ConvoyCheck Check, string StoppedBy, long Work, ConvergenceTrace Trace, IReadOnlyList<string> Notes)
{
    /// <summary>(objective - bound) / objective; null if a convoy stays unmoved, which no gap can weigh.</summary>
    public double? Gap => Check.Unmoved.Count > 0 ? null
        : Solution.ObjectiveSeconds == 0 ? 0 : (Solution.ObjectiveSeconds - Solution.BoundSeconds) / (double)Solution.ObjectiveSeconds;
}
