using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// The last cheapest columns of one commodity, the latest first: under tolls that change little, one of them is near the cheapest
/// again, and often the cheapest. Not thread-safe.
/// </summary>
internal sealed class KnownColumns
{
    private const int Kept = 16;

    private readonly List<Column> _columns = new(Kept);

    /// <summary>The cheapest under tolls, the latest of equals, with its cost and tolls; null before the first.</summary>
    public (Column? Column, long Cost) Cheapest(Tolls tolls)
    {
        Column? cheapest = null;
        var least = long.MaxValue;
        foreach (var column in _columns)
        {
            var cost = column.Cost + tolls.Of(column);
            if (cost >= least) continue;
            (cheapest, least) = (column, cost);
        }

        return (cheapest, least);
    }

    /// <summary>Keeps a column as the latest; the one that was of no use longest goes.</summary>
    public void Keep(Column column)
    {
        if (!_columns.Remove(column) && _columns.Count == Kept) _columns.RemoveAt(Kept - 1);
        _columns.Insert(0, column);
    }
}
