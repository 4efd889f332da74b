namespace MilMobility.Optimisation.Stopping;

/// <summary>
/// When an optimisation ends by itself. Rules combine: <see cref="StopRule.Any"/>. A run that only rules on work, gap
/// or improvement ended is reproducible; one that time ended is not.
/// </summary>
public interface IStopRule
{
    /// <summary>Why to stop in this state, null to go on.</summary>
    StopVerdict? Check(in OptimisationState state);
}

/// <summary>Where an optimisation stands.</summary>
/// <param name="Elapsed">Wall-clock time since its start.</param>
/// <param name="Work">Work so far, the same on every machine.</param>
/// <param name="Objective">Best objective, null before the first plan.</param>
/// <param name="Bound">Proven lower bound.</param>
/// <param name="WorkAtImprovement">Work at the last improvement of objective or bound.</param>
public readonly record struct OptimisationState(
    TimeSpan Elapsed, long Work, long? Objective, long Bound, long WorkAtImprovement)
{
    /// <summary>(objective - bound) / objective; null before the first plan, 0 at a zero objective.</summary>
    public double? Gap => Objective is not { } objective ? null : objective == 0 ? 0 : (objective - Bound) / (double)objective;
}

/// <summary>Why an optimisation ended.</summary>
/// <param name="Rule">Rule in a word: time, work, gap, no improvement.</param>
/// <param name="Reproducible">True if the same input, seed and rules end at the same point on every machine.</param>
public sealed record StopVerdict(string Rule, bool Reproducible);
