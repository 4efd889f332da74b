namespace MilMobility.Optimisation.Pool;

/// <summary>How far the solver came.</summary>
public enum PoolStatus
{
    /// <summary>Proven best of the pool.</summary>
    Optimal,

    /// <summary>A choice, not proven best.</summary>
    Feasible,

    /// <summary>None within the limits.</summary>
    NoSolution,
}

/// <summary>What a choice from a pool achieved.</summary>
/// <param name="Columns">Columns up for choice.</param>
/// <param name="Rows">Rows of the model.</param>
/// <param name="Status">How far the solver came.</param>
/// <param name="Before">Objective of the plan before.</param>
/// <param name="After">Objective of the plan after; never more.</param>
/// <param name="Bound">Proven: no choice from this pool costs less.</param>
/// <param name="Refused">Chosen columns that the draft refused.</param>
/// <param name="Work">Work of the solver, in its deterministic units.</param>
/// <param name="ClockEnded">True if the wall clock ended the solve.</param>
public sealed record PoolChoiceOutcome(
    int Columns, int Rows, PoolStatus Status, long Before, long After, long Bound, int Refused, double Work, bool ClockEnded);
