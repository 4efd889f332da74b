namespace MilMobility.Optimisation.Stopping;

/// <summary>The rules there are. Immutable, thread-safe.</summary>
public static class StopRule
{
    /// <summary>After a time on the wall clock.</summary>
    public static IStopRule Time(TimeSpan limit) => new Rule(s => s.Elapsed >= limit, new StopVerdict("time", Reproducible: false));

    /// <summary>After an amount of work.</summary>
    public static IStopRule Work(long limit) => new Rule(s => s.Work >= limit, new StopVerdict("work", Reproducible: true));

    /// <summary>At a proven gap, as a share of the objective.</summary>
    public static IStopRule Gap(double share) => new Rule(s => s.Gap <= share, new StopVerdict("gap", Reproducible: true));

    /// <summary>After an amount of work without an improvement of objective or bound.</summary>
    public static IStopRule NoImprovement(long work) =>
        new Rule(s => s.Work - s.WorkAtImprovement >= work, new StopVerdict("no improvement", Reproducible: true));

    /// <summary>The first of several that says stop, in their order.</summary>
    public static IStopRule Any(params IReadOnlyList<IStopRule> rules) => new AnyRule([.. rules]);

    private sealed record Rule(Func<OptimisationState, bool> Holds, StopVerdict Verdict) : IStopRule
    {
        public StopVerdict? Check(in OptimisationState state) => Holds(state) ? Verdict : null;
    }

    private sealed record AnyRule(IStopRule[] Rules) : IStopRule
    {
        public StopVerdict? Check(in OptimisationState state)
        {
            foreach (var rule in Rules)
            {
                if (rule.Check(state) is { } verdict) return verdict;
            }

            return null;
        }
    }
}
