using MilMobility.Domain.Plans;
using MilMobility.Networks.Compilation;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Planning;

/// <summary>
/// A written plan as itineraries again, so that planning can go on from it: ids become indices and every term of the cost is
/// computed anew from the problem's own weights, which need not be those the plan was made with. O(steps). Pure; thread-safe.
/// </summary>
public static class PlanItineraries
{
    /// <summary>[serials] itinerary of each serial of the problem; null for those that the plan leaves unmoved.</summary>
    /// <exception cref="InvalidOperationException">The plan names a link, node or transfer that the network does not have.</exception>
    public static Itinerary?[] Of(MovementPlan plan, PlanProblem problem)
    {
        var planned = plan.Planned.ToDictionary(p => p.Serial.Id, StringComparer.Ordinal);
        var transfers = problem.Network.TransferId.Select((id, i) => (id, i)).ToDictionary(t => t.id, t => t.i, StringComparer.Ordinal);
        var itineraries = new Itinerary?[problem.Count];
        for (var k = 0; k < problem.Count; k++)
        {
            if (!planned.TryGetValue(problem.Serials[k].Id, out var serial)) continue;
            ItineraryStep[] steps = [.. serial.Steps.Select(step => StepOf(step, problem.Network, transfers))];
            itineraries[k] = Priced(steps, serial.FinishSeconds, problem.Requests[k], problem.Rules);
        }

        return itineraries;
    }

    /// <summary>A draft with everything of the plan in it.</summary>
    /// <exception cref="InvalidOperationException">The plan does not hold in the problem.</exception>
    public static PlanDraft Draft(MovementPlan plan, PlanProblem problem)
    {
        var draft = new PlanDraft(problem);
        var itineraries = Of(plan, problem);
        for (var k = 0; k < itineraries.Length; k++)
        {
            if (itineraries[k] is { } itinerary && !draft.TryAdd(k, itinerary))
                throw new InvalidOperationException($"serial {problem.Serials[k].Id} does not fit the plan that holds it");
        }

        return draft;
    }

    /// <summary>The same journey with its cost at the weights of another problem.</summary>
    internal static Itinerary Repriced(Itinerary itinerary, SearchRequest request, MovementRules rules) =>
        Priced(itinerary.Steps, itinerary.FinishSeconds, request, rules);

    private static Itinerary Priced(ItineraryStep[] steps, int finish, SearchRequest request, MovementRules rules)
    {
        var time = request.TimeMicroEurosPerSecond * (finish - request.ReadySeconds);
        var lateness = request.LateMicroEurosPerSecond * Math.Max(0, finish - request.DueSeconds);
        var operating = steps.Sum(step => step.Kind switch
        {
            StepKind.Move => request.Profile.ArcCost[step.Index],
            StepKind.Transfer => rules.TransferMicroEuros,
            _ => 0L,
        });
        return new Itinerary(steps, finish, time, lateness, operating, CivilAtInsertion: 0);
    }

    private static ItineraryStep StepOf(PlanStep step, CompiledNetwork network, Dictionary<string, int> transfers) => step switch
    {
        MoveStep move => new ItineraryStep(StepKind.Move, ArcOf(move, network), move.StartSeconds, move.EndSeconds),
        HoldStep hold => new ItineraryStep(
            StepKind.Hold, network.NodeIndex.TryGetValue(hold.Node, out var node) ? node : throw Unknown("node", hold.Node),
            hold.StartSeconds, hold.EndSeconds),
        TransferStep transfer => new ItineraryStep(
            StepKind.Transfer,
            transfers.TryGetValue(transfer.Transfer, out var index) ? index : throw Unknown("transfer", transfer.Transfer),
            transfer.StartSeconds, transfer.EndSeconds),
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };

    private static int ArcOf(MoveStep move, CompiledNetwork network)
    {
        if (!network.LinkIndex.TryGetValue(move.Link, out var link)) throw Unknown("link", move.Link);
        return (2 * link) + (string.Equals(network.NodeId[network.LinkFrom[link]], move.From, StringComparison.Ordinal) ? 0 : 1);
    }

    private static InvalidOperationException Unknown(string what, string id) =>
        new($"the network has no {what} '{id}', which the plan uses");
}
