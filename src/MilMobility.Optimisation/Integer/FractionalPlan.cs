using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// A fractional plan by commodity: its columns by start, with how many serials take each. Ties go by cost, then by the order in
/// which the columns came. Immutable.
/// </summary>
internal sealed class FractionalPlan
{
    private const double ValueLeast = 1e-6;
    private readonly Entry[][] _byStart;

    public FractionalPlan(IReadOnlyList<(Column Column, double Value)> columns, int commodities)
    {
        var lists = new List<Entry>[commodities];
        foreach (var (column, value) in columns)
        {
            if (value < ValueLeast) continue;
            (lists[column.Commodity] ??= []).Add(new Entry(column, StartOf(column), value));
        }

        _byStart = [.. lists.Select(l => l is null ? [] : l.OrderBy(e => e.Start).ThenBy(e => e.Column.Cost).ToArray())];
    }

    /// <summary>Columns of a commodity by start.</summary>
    public ReadOnlySpan<Entry> Of(int commodity) => _byStart[commodity];

    /// <summary>
    /// The columns that the serials of a commodity take at a point alpha in [0, 1): serial i that at which i + alpha serials
    /// have gone. Null for serials beyond what the plan moves.
    /// </summary>
    public Entry?[] At(int commodity, int serials, double alpha)
    {
        var points = new Entry?[serials];
        double gone = 0;
        var next = 0;
        foreach (var entry in _byStart[commodity])
        {
            gone += entry.Value;
            while (next < serials && next + alpha < gone - ValueLeast) points[next++] = entry;
        }

        return points;
    }

    private static int StartOf(Column column)
    {
        var start = int.MaxValue;
        foreach (var use in column.UseSpan) start = Math.Min(start, use.From);
        return start == int.MaxValue ? 0 : start;
    }

    /// <summary>A column, its first use and its value.</summary>
    public sealed record Entry(Column Column, int Start, double Value);
}
