using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Objectives;

/// <summary>
/// A bound of each term by itself, over all plans that leave no more unmoved than a given one. For a term T, with U the penalties and
/// B the sum over serials of the least that each alone can have of <c>mu U + T</c> on the empty network: every plan has
/// <c>mu U + T &gt;= B</c>, so one with <c>U &lt;= U0</c> has <c>T &gt;= B - mu U0</c>. Here mu = 1 and the penalties keep their
/// size, which makes moving the cheaper choice for every serial whose term is less than its penalty. Searches end early, at a
/// label limit, with the bound proved until then.
/// </summary>
internal static class TermBounds
{
    private const int LabelsMax = 20_000;

    /// <summary>The terms of the plan in lexicographic order with their bounds.</summary>
    public static IReadOnlyList<TermBound> Of(
        PlanObjective objective, CompiledScenario compiled, PlanProblem own, CancellationToken cancellation)
    {
        var weights = compiled.Scenario.Weights;
        var terms = ObjectiveOrder.Terms(objective);
        var onlyUnmoved = weights with { TimeEurosPerVehicleHour = 0, LateEurosPerVehicleHour = 0, TransferEuros = 0 };
        var free = own.Prices.Times(0, 1);
        long[] least =
        [
            Least(compiled, onlyUnmoved, free, operating: false, own, cancellation),
            Least(compiled, onlyUnmoved with { LateEurosPerVehicleHour = weights.LateEurosPerVehicleHour }, free, false, own, cancellation)
                - objective.Unmoved,
            Least(compiled, onlyUnmoved, own.Prices, false, own, cancellation) - objective.Unmoved,
            Least(compiled, weights with { LateEurosPerVehicleHour = 0 }, free, true, own, cancellation) - objective.Unmoved,
        ];
        return [.. terms.Select((value, i) => new TermBound(ObjectiveOrder.Names[i], value, Math.Clamp(least[i], 0, value)))];
    }

    private static long Least(
        CompiledScenario compiled, ObjectiveWeights weights, PriceBandTable prices, bool operating, PlanProblem own,
        CancellationToken cancellation)
    {
        var scenario = compiled.Scenario with { Weights = weights };
        var serials = operating ? compiled.Serials : [.. compiled.Serials.Select(s => s with
        {
            Road = s.Road is null ? null : s.Road with { CostMicroEurosPerKm = 0 },
            Rail = s.Rail is null ? null : s.Rail with { CostMicroEurosPerKm = 0 },
            Water = s.Water is null ? null : s.Water with { CostMicroEurosPerKm = 0 },
        })];
        var problem = PlanProblem.Compile(new CompiledScenario(scenario, serials), own.Network, prices);
        var search = new ItinerarySearch(problem.Network, problem.Rules);
        var ledger = new ReservationLedger(problem.Network, problem.Rules, prices);
        var bounds = new long[problem.Count];
        for (var k = 0; k < problem.Count; k++)
        {
            // A bound of zero is valid too: a cancelled run keeps what it has.
            if (cancellation.IsCancellationRequested) break;
            var penalty = problem.PenaltyMicroEuros[k];
            bounds[k] = problem.TwinOf[k] != k ? bounds[problem.TwinOf[k]] : Math.Min(penalty, search.Find(
                problem.Requests[k], ledger, new SearchOptions(CostBelow: penalty, Relaxed: true, LabelsMax: LabelsMax),
                CancellationToken.None).BoundMicroEuros);
        }

        return bounds.Sum();
    }
}
