namespace MilMobility.Solvers.Scheduling;

/// <summary>Places intervals in time.</summary>
public interface ISchedulingSolver
{
    /// <summary>
    /// Solves within the limits. Cancellation is not an error: the outcome is the best found until then.
    /// </summary>
    /// <exception cref="Runtime.EngineException">The engine cannot be used; the code says why.</exception>
    Task<SolveOutcome<Schedule>> SolveAsync(SchedulingModel model, SolveLimits limits, CancellationToken cancellation);
}

/// <summary>A schedule.</summary>
/// <param name="Starts">Length: intervals; start in seconds, meaningful where the interval is present.</param>
/// <param name="IsPresent">Length: intervals; always true for one that is not optional.</param>
public sealed record Schedule(long[] Starts, bool[] IsPresent);
