using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Pool;

/// <summary>A column as a variable of the choice.</summary>
/// <param name="Column">The column.</param>
/// <param name="Variable">Index of its variable: how many serials take it.</param>
/// <param name="Most">Most serials that its own uses let take it; 1 for most columns.</param>
/// <param name="Hint">Serials that take it in the plan at hand.</param>
public sealed record PoolColumn(Column Column, int Variable, int Most, int Hint);

/// <summary>A column's time on something that has a capacity.</summary>
/// <param name="Column">The column; null for a serial whose column is not up for choice.</param>
/// <param name="From">First second.</param>
/// <param name="To">Second after the last.</param>
/// <param name="Amount">Units taken.</param>
public readonly record struct PoolSpan(PoolColumn? Column, int From, int To, long Amount);
