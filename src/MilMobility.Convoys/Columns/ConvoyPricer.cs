using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Columns;

/// <summary>Pricing by label search on the empty network. One per thread.</summary>
public sealed class ConvoyPricer : IPricer
{
    /// <summary>Once the cheapest journey is out, further ones may take this share of its work.</summary>
    private const double FurtherWorkShare = 0.5;

    private readonly ConvoyColumns _problem;
    private readonly JourneySearch _search;

    internal ConvoyPricer(ConvoyColumns problem)
    {
        _problem = problem;
        _search = new JourneySearch(problem);
    }

    /// <remarks>Columns at <paramref name="costBelow"/> or more are not left out: the cheapest journey is found first.</remarks>
    public PricedColumns Price(
        int commodity, Tolls tolls, int columnsMax, long costBelow, CancellationToken cancellation)
    {
        var before = _search.Work;
        _search.Begin(_problem.RequestOf(commodity), commodity, tolls);
        var columns = new List<Column>(columnsMax);
        var journey = _search.Next(out var bound, cancellation);
        var workMax = (long)((_search.Work - before) * FurtherWorkShare) + _search.Work;
        while (journey is not null)
        {
            columns.Add(_problem.ColumnOf(commodity, journey));
            if (columns.Count == columnsMax || _search.Work >= workMax) break;
            journey = _search.Next(out _, cancellation);
        }

        return new PricedColumns(columns, bound, _search.Work - before);
    }
}
