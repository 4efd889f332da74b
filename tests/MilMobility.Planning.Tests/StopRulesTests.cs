using MilMobility.Domain.Scenarios;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Planning.Tests;

/// <summary>Limits of a scenario as stop rules. The limits: 60 s, a gap of 2 %, 500 steps, 100 steps without improvement.</summary>
public sealed class StopRulesTests
{
    private static readonly PlanLimits Limits = new(1, 1, 1, 1, 60) { GapPercent = 2, WorkMax = 500, NoImprovementWork = 100 };

    [Theory]
    // objective 1,000: a bound of 979 leaves 2.1 %, one of 980 leaves 2.0 %.
    [InlineData(59, 499, 1000, 979, 400, null, null)]
    [InlineData(59, 499, 1000, 980, 400, "gap", true)]
    [InlineData(59, 500, 1000, 979, 450, "work", true)]
    [InlineData(59, 499, 1000, 979, 399, "no improvement", true)]
    [InlineData(60, 499, 1000, 979, 400, "time", false)]
    // Ended by work and clock at once: the work rule is named, because it alone would have ended it on every machine.
    [InlineData(60, 500, 1000, 979, 450, "work", true)]
    public void Each_limit_ends_the_planning_where_it_says(
        int seconds, long work, long objective, long bound, long improved, string? rule, bool? reproducible)
    {
        var state = new OptimisationState(TimeSpan.FromSeconds(seconds), work, objective, bound, improved);
        var verdict = StopRules.From(Limits).Check(state);
        Assert.Equal(rule, verdict?.Rule);
        Assert.Equal(reproducible, verdict?.Reproducible);
    }

    [Fact]
    public void Without_limits_of_work_only_the_clock_and_a_proven_optimum_end_it()
    {
        var rules = StopRules.From(new PlanLimits(1, 1, 1, 1, 60));
        Assert.Null(rules.Check(new OptimisationState(TimeSpan.Zero, long.MaxValue, 1000, 999, 0)));
        Assert.Equal("gap", rules.Check(new OptimisationState(TimeSpan.Zero, 0, 1000, 1000, 0))?.Rule);
        Assert.Null(rules.Check(new OptimisationState(TimeSpan.Zero, 0, null, 0, 0)));
    }
}
