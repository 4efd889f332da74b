using MilMobility.Optimisation.Columns;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Columns;

/// <summary>
/// Prices itineraries by the relaxed search on an empty ledger. Its cheapest cost is the bound, or what a search at its label
/// limit has proven; columns are the itineraries that the ledger takes alone. One per thread.
/// </summary>
internal sealed class MissionPricer(MissionColumns problem) : IPricer
{
    /// <summary>Labels of one search at most: under dense tolls a bound proven in a second beats the exact cost in five.</summary>
    private const int LabelsMax = 400_000;

    private readonly ItinerarySearch _search = new(problem.Problem.Network, problem.Problem.Rules);

    private readonly ReservationLedger _empty =
        new(problem.Problem.Network, problem.Problem.Rules, problem.Problem.Prices);

    private MissionTolls? _tolls;

    public PricedColumns Price(
        int commodity, Tolls tolls, int columnsMax, long costBelow, CancellationToken cancellation)
    {
        if (_tolls is null || !_tolls.Wraps(tolls)) _tolls = new MissionTolls(tolls, problem.Resources);
        var below = Math.Min(costBelow, problem.UnmovedCost(commodity));
        var options = new SearchOptions(
            CostBelow: below, Relaxed: true, LabelsMax: LabelsMax, Tolls: _tolls, FittingMax: columnsMax,
            Guided: problem.Guided);
        var found = _search.Find(problem.RequestOf(commodity), _empty, options, cancellation);
        var columns = new Column[found.Fitting.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = problem.ColumnOf(commodity, found.Fitting[i].Itinerary);
        return new PricedColumns(columns, Math.Min(below, found.BoundMicroEuros), found.Work);
    }
}
