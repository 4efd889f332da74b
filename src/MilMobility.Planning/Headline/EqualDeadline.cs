using MilMobility.Domain.Plans;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;

namespace MilMobility.Planning.Headline;

/// <summary>
/// What it means that a plan is no later than another one. Each serial finishes by its due time, or, where the other plan had it later,
/// by that time; and none after the other plan's last: so neither its weighted lateness nor its closure time is more than the other's, by
/// more than the tolerance. Pure; thread-safe.
/// </summary>
public static class EqualDeadline
{
    /// <summary>Latest finish of each serial that the plan moves, by its id, s.</summary>
    /// <param name="reference">The plan that sets the deadline.</param>
    /// <param name="toleranceSeconds">How much later a serial that is late, and the last serial, may be.</param>
    public static IReadOnlyDictionary<string, int> FinishBy(MovementPlan reference, int toleranceSeconds)
    {
        if (reference.Planned.Count == 0) return new Dictionary<string, int>(StringComparer.Ordinal);
        var closure = reference.Planned.Max(p => p.FinishSeconds) + toleranceSeconds;
        return reference.Planned.ToDictionary(
            p => p.Serial.Id,
            p => Math.Min(closure, Math.Max(p.Serial.DueSeconds, p.FinishSeconds + (p.LatenessSeconds > 0 ? toleranceSeconds : 0))),
            StringComparer.Ordinal);
    }

    /// <summary>Finish of the last serial, s; 0 without any.</summary>
    public static int ClosureSeconds(MovementPlan plan) => plan.Planned.Select(p => p.FinishSeconds).DefaultIfEmpty(0).Max();

    /// <summary>True if a plan moves all that the other moves, and keeps its times.</summary>
    public static bool Keeps(MovementPlan plan, MovementPlan reference, int toleranceSeconds)
    {
        var finish = plan.Planned.ToDictionary(p => p.Serial.Id, p => p.FinishSeconds, StringComparer.Ordinal);
        return FinishBy(reference, toleranceSeconds).All(by => finish.TryGetValue(by.Key, out var own) && own <= by.Value);
    }

    /// <summary>The part of a plan that also fits under other prices, whose bands may end earlier: a start for the next one.</summary>
    public static MovementPlan Fitting(MovementPlan plan, CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices)
    {
        var problem = PlanProblem.Compile(compiled, network, prices);
        var draft = new PlanDraft(problem);
        var itineraries = PlanItineraries.Of(plan, problem);
        var fits = new HashSet<string>(StringComparer.Ordinal);
        for (var k = 0; k < itineraries.Length; k++)
        {
            if (itineraries[k] is { } itinerary && draft.TryAdd(k, itinerary)) fits.Add(problem.Serials[k].Id);
        }

        return plan with { Planned = [.. plan.Planned.Where(p => fits.Contains(p.Serial.Id))] };
    }

    /// <summary>The same journeys as other prices cost them, with a bound that holds there.</summary>
    /// <param name="plan">A plan that holds under these prices.</param>
    /// <param name="compiled">Its scenario.</param>
    /// <param name="network">Its network.</param>
    /// <param name="prices">The other prices.</param>
    /// <param name="boundMicroEuros">Proven: no plan costs less at these prices.</param>
    /// <param name="method">How it was proved.</param>
    public static MovementPlan Repriced(
        MovementPlan plan, CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices, long boundMicroEuros, string method)
    {
        var problem = PlanProblem.Compile(compiled, network, prices);
        var draft = PlanItineraries.Draft(plan, problem);
        var unmoved = plan.Unmoved.ToDictionary(u => u.Serial.Id, StringComparer.Ordinal);
        var cost = draft.ObjectiveMicroEuros;
        return PlanAssembly.Assemble(
            problem, draft, new PlanProof(Math.Min(boundMicroEuros, cost), method), new PoolOutcome(0, "not-run", cost, cost, 0),
            k => unmoved[problem.Serials[k].Id]);
    }
}
