using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// The bound that every plan carries: for each serial alone on the empty network at empty-state prices, the cheapest itinerary or
/// its penalty, whichever is less; summed. Valid because civil costs are convex in the use and zero at zero (last paragraph of
/// the model's objective). A search that meets its label limit gives its own proven bound. Twins are searched once; the searches
/// run in parallel and do not depend on one another.
/// </summary>
public sealed class IndependentOptima
{
    private IndependentOptima(long[] boundMicroEuros, Itinerary?[] itineraries)
    {
        BoundMicroEuros = boundMicroEuros;
        Itineraries = itineraries;
        TotalMicroEuros = boundMicroEuros.Sum();
    }

    public const string Method = "independent optima";

    /// <summary>[serials] lower bound of what the serial adds to any plan.</summary>
    public long[] BoundMicroEuros { get; }

    /// <summary>[serials] its cheapest itinerary on the empty network; null if there is none below the penalty.</summary>
    public Itinerary?[] Itineraries { get; }

    /// <summary>Lower bound of the objective.</summary>
    public long TotalMicroEuros { get; }

    public static IndependentOptima Compute(PlanProblem problem, CancellationToken cancellation)
    {
        var bounds = new long[problem.Count];
        var itineraries = new Itinerary?[problem.Count];
        int[] first = [.. Enumerable.Range(0, problem.Count).Where(k => problem.TwinOf[k] == k)];
        var empty = new ThreadLocal<(ItinerarySearch, ReservationLedger)>(() => (
            new ItinerarySearch(problem.Network, problem.Rules),
            new ReservationLedger(problem.Network, problem.Rules, problem.Prices)));
        using (empty)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(first, options, k =>
            {
                var (search, ledger) = empty.Value;
                var penalty = problem.PenaltyMicroEuros[k];
                // A bound of zero is valid too: a cancelled run keeps what it has.
                if (cancellation.IsCancellationRequested) return;
                var result = search.Find(
                    problem.Requests[k], ledger, new SearchOptions(CostBelow: penalty, Relaxed: true), CancellationToken.None);
                bounds[k] = Math.Min(penalty, result.BoundMicroEuros);
                itineraries[k] = result.Itinerary;
            });
        }

        for (var k = 0; k < problem.Count; k++)
        {
            bounds[k] = bounds[problem.TwinOf[k]];
            itineraries[k] = itineraries[problem.TwinOf[k]];
        }

        return new IndependentOptima(bounds, itineraries);
    }
}
