using MilMobility.Domain.Plans;
using MilMobility.Domain.Serials;
using MilMobility.Networks.Compilation;
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
        PlanProblem problem, PlanDraft draft, PlanProof proof, PoolOutcome pool, Func<int, UnmovedSerial> explain)
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

            planned.Add(Planned(problem.Serials[k], itinerary, problem.Network));
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
            BoundMicroEuros = proof.BoundMicroEuros,
            BoundMethod = proof.Method,
            Pool = pool,
            Planned = planned,
            Unmoved = unmoved,
        };
    }

    public static PlannedSerial Planned(Serial serial, Itinerary itinerary, CompiledNetwork network) => new(
        serial, StepsOf(itinerary, network), itinerary.FinishSeconds,
        new SerialCost(itinerary.Time, itinerary.Lateness, itinerary.Operating));

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
