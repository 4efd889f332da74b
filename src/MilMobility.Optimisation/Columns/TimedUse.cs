namespace MilMobility.Optimisation.Columns;

/// <summary>An amount of a resource taken over [From, To), whole seconds. A column may use a resource several times.</summary>
/// <param name="Resource">Index of the resource in its <see cref="IColumnProblem"/>.</param>
/// <param name="From">First second.</param>
/// <param name="To">Second after the last; after <paramref name="From"/>.</param>
/// <param name="Amount">Units taken, at least 1.</param>
public readonly record struct TimedUse(int Resource, int From, int To, int Amount);
