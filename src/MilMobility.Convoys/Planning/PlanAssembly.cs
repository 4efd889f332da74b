using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Solutions;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Convoys.Planning;

/// <summary>Makes the written form of a plan, and has it checked.</summary>
internal static class PlanAssembly
{
    public static ConvoyPlan Make(
        ConvoyColumns problem, OptimiserResult result, string stoppedBy, ConvergenceTrace trace, IReadOnlyList<string> notes)
    {
        var instance = problem.Instance;
        var journeys = new List<ConvoyJourney>();
        long objective = 0;
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            if (result.Plan.Columns[k] is not ConvoyColumn column) continue;
            journeys.Add(new ConvoyJourney(instance.ConvoyIds[k], column.Path, column.HeadSeconds));
            objective += column.Cost / 1000;
        }

        var unmoved = instance.ConvoyCount - journeys.Count;
        var status = stoppedBy == "cancelled" ? "cancelled"
            : journeys.Count == 0 ? "no-plan" : unmoved > 0 ? "unmoved-convoys" : "done";
        var solution = new ConvoySolution(status, objective, trace.Bound / 1000, journeys);
        return new ConvoyPlan(solution, ConvoyChecker.Check(instance, solution), stoppedBy, result.Work, trace, notes);
    }
}
