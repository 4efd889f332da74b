using MilMobility.Domain.Plans;
using MilMobility.Networks.Compilation;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Pool;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Search;

namespace MilMobility.Planning;

/// <summary>
/// Writes a draft as the plan that people and the checker read: ids instead of indices, terms of the objective, reasons for the
/// unmoved. Thread-safe; no state.
/// </summary>
internal static class PlanAssembly
{
    public static MovementPlan Assemble(
        PlanProblem problem, PlanDraft draft, OptimiserResult result, Func<int, UnmovedSerial> explain)
    {
        var planned = new List<PlannedSerial>();
        var unmoved = new List<UnmovedSerial>();
        long time = 0, lateness = 0, operating = 0, penalty = 0;
        for (var k = 0; k < problem.Count; k++)
        {
            if (draft[k] is not { } itinerary)
            {
                unmoved.Add(explain(k));
                penalty += problem.PenaltyMicroEuros[k];
                continue;
            }

            planned.Add(new PlannedSerial(
                problem.Serials[k], StepsOf(itinerary, problem.Network), itinerary.FinishSeconds,
                new SerialCost(itinerary.Time, itinerary.Lateness, itinerary.Operating)));
            time += itinerary.Time;
            lateness += itinerary.Lateness;
            operating += itinerary.Operating;
        }

        var scenario = problem.Scenario;
        return new MovementPlan
        {
            Scenario = scenario.Name,
            Start = scenario.Start,
            HorizonSeconds = scenario.HorizonSeconds,
            Seed = scenario.Limits.Seed,
            Objective = new PlanObjective(time, lateness, operating, draft.Ledger.CivilMicroEuros, penalty),
            BoundMicroEuros = result.Bound,
            BoundMethod = result.BoundMethod,
            Pool = PoolOf(result),
            Planned = planned,
            Unmoved = unmoved,
        };
    }

    private static PoolOutcome PoolOf(OptimiserResult result)
    {
        if (result.Choice is not { } choice) return new PoolOutcome(0, "not-run", result.Plan.Objective, result.Plan.Objective, 0);
        var status = choice.Status switch
        {
            PoolStatus.Optimal => "optimal",
            PoolStatus.Feasible => "feasible",
            _ => "no-solution",
        };
        return new PoolOutcome(choice.Columns, status, choice.Before, choice.After, choice.Bound);
    }

    private static PlanStep[] StepsOf(Itinerary itinerary, CompiledNetwork network) =>
        [.. itinerary.Steps.Select(step => StepOf(step, network))];

    private static PlanStep StepOf(ItineraryStep step, CompiledNetwork network) => step.Kind switch
    {
        StepKind.Move => new MoveStep(
            network.LinkId[step.Index >> 1], network.NodeId[network.ArcFrom(step.Index)],
            network.NodeId[network.ArcTo(step.Index)], network.LinkMode[step.Index >> 1], step.StartSeconds, step.EndSeconds),
        StepKind.Hold => new HoldStep(
            network.NodeId[step.Index], network.NodeMode[step.Index], step.StartSeconds, step.EndSeconds),
        _ => new TransferStep(
            network.TransferId[step.Index], network.NodeId[network.TransferFrom[step.Index]],
            network.NodeId[network.TransferTo[step.Index]], step.StartSeconds, step.EndSeconds),
    };
}
