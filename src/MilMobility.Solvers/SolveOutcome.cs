namespace MilMobility.Solvers;

/// <summary>
/// Outcome of an integer solve. A solution in it has been recomputed here: it satisfies every row and costs what is said.
/// </summary>
/// <param name="Effort">What the solve took.</param>
public abstract record SolveOutcome<TSolution>(SolveEffort Effort);

/// <summary>A solution proven best.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Objective">Its cost, which is also the bound.</param>
/// <param name="Effort">What the solve took.</param>
public sealed record Optimal<TSolution>(TSolution Solution, long Objective, SolveEffort Effort)
    : SolveOutcome<TSolution>(Effort);

/// <summary>The best solution found before a limit; with cost 120 and bound 100 no solution costs less than 100.</summary>
/// <param name="Solution">The solution; never worse than a feasible hint.</param>
/// <param name="Objective">Its cost.</param>
/// <param name="Bound">Proven lower bound of every solution's cost.</param>
/// <param name="Stop">Which limit ended the search.</param>
/// <param name="Effort">What the solve took.</param>
public sealed record Feasible<TSolution>(
    TSolution Solution, long Objective, long Bound, StopReason Stop, SolveEffort Effort) : SolveOutcome<TSolution>(Effort);

/// <summary>Proven to have no solution.</summary>
public sealed record Infeasible<TSolution>(SolveEffort Effort) : SolveOutcome<TSolution>(Effort);

/// <summary>Neither a solution nor a proof that there is none was found before a limit.</summary>
/// <param name="Bound">Proven lower bound of every solution's cost.</param>
/// <param name="Stop">Which limit ended the search.</param>
/// <param name="Effort">What the solve took.</param>
public sealed record NoSolution<TSolution>(long Bound, StopReason Stop, SolveEffort Effort) : SolveOutcome<TSolution>(Effort);

/// <summary>What ended a search that proved nothing.</summary>
public enum StopReason
{
    TimeLimit,
    WorkLimit,
    Cancelled,

    /// <summary>The engine ended by itself, but its floating-point arithmetic cannot prove the last unit of cost.</summary>
    Precision,
}

/// <summary>What a solve took.</summary>
/// <param name="Work">Deterministic units, as in <see cref="SolveLimits.Work"/>: equal for equal runs.</param>
/// <param name="WallSeconds">Wall-clock seconds inside the solver; differs from run to run.</param>
public sealed record SolveEffort(double Work, double WallSeconds)
{
    public static readonly SolveEffort None = new(0, 0);
}
