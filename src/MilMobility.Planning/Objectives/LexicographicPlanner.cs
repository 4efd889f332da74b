using System.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;

namespace MilMobility.Planning.Objectives;

/// <summary>
/// Plans by the lexicographic objective: move everything, then lateness, then civil displacement, then cost. First a planner that
/// sums, at weights as steep as 64 bits allow (<see cref="StagedWeights"/> says why they cannot be exact); then a descent that
/// compares exact terms. <see cref="ObjectiveOrder"/> compares whole micro-euros of the plan's own weights, first term first, so
/// no step of the descent gives up a micro-euro of an earlier term for any amount of a later one: each stage's value is kept by
/// every stage after it. It is a heuristic in the order stated, not a proof of optimality: each term comes with its own bound
/// (<see cref="TermBounds"/>), and a term at its bound is proved.
/// </summary>
public static class LexicographicPlanner
{
    /// <summary>Steps of work of the descent per serial; some seconds for a corps.</summary>
    private const long WorkPerSerial = 200_000;

    /// <summary>Share of the clock's limit for the planner that sums; the descent has the rest.</summary>
    private const double SolveShare = 0.8;

    /// <param name="compiled">Scenario.</param>
    /// <param name="network">Network.</param>
    /// <param name="prices">Civil prices at the scenario's weight.</param>
    /// <param name="solve">A planner that minimises the weighted sum of the scenario and prices it is given.</param>
    /// <param name="cancellation">Ends the planning with the best plan so far.</param>
    public static async Task<PlanOutcome> PlanAsync(
        CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices,
        Func<CompiledScenario, PriceBandTable, Task<PlanOutcome>> solve, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var limits = compiled.Scenario.Limits;
        var own = PlanProblem.Compile(compiled, network, prices);
        var weights = StagedWeights.Of(own);
        var (steepScenario, steepPrices) = (weights.Over(compiled), weights.Over(prices));
        steepScenario = steepScenario with
        {
            Scenario = steepScenario.Scenario with
            {
                Limits = limits with { TimeSecondsMax = Math.Max(1, (int)(SolveShare * limits.TimeSecondsMax)) },
            },
        };
        var outcome = await solve(steepScenario, steepPrices).ConfigureAwait(false);
        var steering = PlanProblem.Compile(steepScenario, network, steepPrices);
        var draft = PlanItineraries.Draft(outcome.Plan, steering);
        // The steering prices are a whole multiple of the own ones, so comparing them compares the civil term itself.
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        rest.CancelAfter(TimeSpan.FromSeconds(Math.Max(0, limits.TimeSecondsMax - clock.Elapsed.TotalSeconds)));
        new TermDescent(own, (ulong)(uint)compiled.Scenario.Limits.Seed).Run(
            draft, (before, after) => ObjectiveOrder.Compare(after, before) <= 0, WorkPerSerial * own.Count, rest.Token);
        return outcome with { Plan = Assemble(compiled, own, draft, outcome.Plan.Pool, cancellation) };
    }

    private static MovementPlan Assemble(
        CompiledScenario compiled, PlanProblem own, PlanDraft steered, PoolOutcome pool, CancellationToken cancellation)
    {
        var draft = new PlanDraft(own);
        for (var k = 0; k < own.Count; k++)
        {
            if (steered[k] is { } itinerary && !draft.TryAdd(k, PlanItineraries.Repriced(itinerary, own.Requests[k], own.Rules)))
                throw new InvalidOperationException($"serial {own.Serials[k].Id} does not fit the plan that holds it");
        }

        var explainer = new UnmovedExplainer(own, draft);
        var proof = PlanProof.Independent(own, cancellation);
        var plan = PlanAssembly.Assemble(own, draft, proof, pool, k => explainer.Explain(k, cancellation));
        return plan with
        {
            Mode = ObjectiveMode.Lexicographic,
            Pool = pool with { ObjectiveMicroEuros = 0, HintMicroEuros = 0, BoundMicroEuros = 0 },
            Terms = TermBounds.Of(plan.Objective, compiled, own, cancellation),
        };
    }
}
