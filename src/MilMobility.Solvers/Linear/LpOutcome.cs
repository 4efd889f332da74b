namespace MilMobility.Solvers.Linear;

/// <summary>Outcome of a linear solve.</summary>
/// <param name="Effort">What it took; a unit of work is a thousand simplex iterations.</param>
public abstract record LpOutcome(SolveEffort Effort);

/// <summary>
/// An optimal solution. Its certificate was recomputed here: rows and bounds hold, and duals and reduced costs have the
/// signs and the objective that prove it, each to a relative 1e-6 of the sums involved.
/// </summary>
/// <param name="Objective">Cost.</param>
/// <param name="Primal">Length: columns.</param>
/// <param name="Duals">Length: rows.</param>
/// <param name="ReducedCosts">Length: columns.</param>
/// <param name="Effort">What it took.</param>
public sealed record LpOptimal(
    double Objective, double[] Primal, double[] Duals, double[] ReducedCosts, SolveEffort Effort)
    : LpOutcome(Effort);

/// <summary>No solution satisfies every row.</summary>
public sealed record LpInfeasible(SolveEffort Effort) : LpOutcome(Effort);

/// <summary>There are solutions of any cost below.</summary>
public sealed record LpUnbounded(SolveEffort Effort) : LpOutcome(Effort);

/// <summary>A limit or a cancellation came first; the next solve goes on from here.</summary>
public sealed record LpStopped(StopReason Stop, SolveEffort Effort) : LpOutcome(Effort);
