using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Tests.Toy;

/// <summary>Prices by looking at every column.</summary>
public sealed class ToyPricer(ToyMachines problem) : IPricer
{
    public PricedColumns Price(
        int commodity, Tolls tolls, int columnsMax, long costBelow, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var all = problem.ColumnsOf(commodity).ToList();
        var below = Math.Min(costBelow, problem.UnmovedCost(commodity));
        var priced = all.Select(c => (Column: c, Cost: c.Cost + tolls.Of(c)))
            .Where(c => c.Cost < below)
            .OrderBy(c => c.Cost).ThenBy(c => c.Column.Start).ThenBy(c => c.Column.Machine).ToList();
        var bound = priced.Count > 0 ? priced[0].Cost : below;
        return new PricedColumns([.. priced.Take(columnsMax).Select(c => c.Column)], bound, all.Count);
    }
}
