namespace MilMobility.Optimisation.Columns;

/// <summary>
/// One complete way to move a serial of a commodity: what it costs and what it takes, when. Problems derive their own with
/// the journey inside. Immutable but for the cuts that count it; two columns of one commodity with the same
/// <see cref="Journey"/> are the same column.
/// </summary>
/// <param name="commodity">Commodity that it moves a serial of.</param>
/// <param name="cost">Cost without tolls, in the problem's money unit, at least 0.</param>
/// <param name="uses">All uses of all resources, in any order.</param>
public abstract class Column(int commodity, long cost, TimedUse[] uses)
{
    public int Commodity { get; } = commodity;

    public long Cost { get; } = cost;

    public IReadOnlyList<TimedUse> Uses => uses;

    /// <summary>The journey in the problem's own terms, comparable by value; what makes two columns the same.</summary>
    public abstract object Journey { get; }

    /// <summary>
    /// The uses, and after them one of [0, 1) for each cut that counts the column (<see cref="IColumnProblem.Tighten"/>).
    /// </summary>
    protected internal virtual ReadOnlySpan<TimedUse> PricedUses => uses;

    internal ReadOnlySpan<TimedUse> UseSpan => uses;
}
