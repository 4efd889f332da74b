namespace MilMobility.Optimisation.Columns;

/// <summary>Finds the cheapest columns of one commodity under tolls. Not thread-safe: one per thread.</summary>
public interface IPricer
{
    /// <summary>
    /// The cheapest columns at <c>cost + tolls</c>, on empty resources, of those below the commodity's unmoved cost. Deterministic.
    /// </summary>
    /// <param name="commodity">Commodity.</param>
    /// <param name="tolls">Tolls of all resources.</param>
    /// <param name="columnsMax">Columns wanted at most, at least 1; the cheapest first.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    PricedColumns Price(int commodity, Tolls tolls, int columnsMax, CancellationToken cancellation) =>
        Price(commodity, tolls, columnsMax, long.MaxValue, cancellation);

    /// <summary>
    /// The same where only columns below a cost are of use, such as that of a known column: a search that finds none has then
    /// proven that none costs less. Columns at that cost or more may be left out, and the bound is then at most that cost.
    /// </summary>
    /// <param name="commodity">Commodity.</param>
    /// <param name="tolls">Tolls of all resources.</param>
    /// <param name="columnsMax">Columns wanted at most, at least 1; the cheapest first.</param>
    /// <param name="costBelow">Columns of this <c>cost + tolls</c> or more are of no use.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    PricedColumns Price(int commodity, Tolls tolls, int columnsMax, long costBelow, CancellationToken cancellation);
}

/// <summary>Answer of a pricer.</summary>
/// <param name="Columns">Cheapest columns, cheapest first; empty if there is none below the unmoved cost.</param>
/// <param name="BoundAtTolls">
/// Proven: no column of the commodity has a smaller <c>cost + tolls</c>; or the unmoved cost, or the cost asked for below, if that
/// is less.
/// </param>
/// <param name="Work">Work done, the same on every machine.</param>
public sealed record PricedColumns(IReadOnlyList<Column> Columns, long BoundAtTolls, long Work);
