namespace MilMobility.Solvers.Pools;

/// <summary>Chooses the cheapest set of columns from a pool.</summary>
public interface ISetPartitioningSolver
{
    /// <summary>
    /// Solves within the limits. Cancellation is not an error: the outcome is the best found until then.
    /// </summary>
    /// <returns>One value per variable of the model, or why there is none.</returns>
    /// <exception cref="Runtime.EngineException">The engine cannot be used; the code says why.</exception>
    Task<SolveOutcome<PoolSolution>> SolveAsync(PoolModel model, SolveLimits limits, CancellationToken cancellation);
}

/// <summary>A choice from a pool.</summary>
/// <param name="Values">Length: variables of the model; the value of each.</param>
public sealed record PoolSolution(long[] Values)
{
    /// <summary>Whether the 0-1 variable was chosen.</summary>
    public bool IsChosen(int variable) => Values[variable] == 1;
}
