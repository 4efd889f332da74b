using MilMobility.Optimisation.Stopping;

namespace MilMobility.Optimisation.Tests.Stopping;

public sealed class StopRuleTests
{
    private static readonly OptimisationState State = new(TimeSpan.FromSeconds(10), 1_000, 200, 150, 400);

    [Fact]
    public void The_gap_is_the_share_of_the_objective_above_the_bound()
    {
        Assert.Equal(0.25, State.Gap);
        Assert.Null((State with { Objective = null }).Gap);
        Assert.Equal(0, (State with { Objective = 0, Bound = 0 }).Gap);
    }

    [Fact]
    public void Each_rule_stops_at_its_limit_and_not_before()
    {
        AssertLimit(StopRule.Time(TimeSpan.FromSeconds(10)), StopRule.Time(TimeSpan.FromSeconds(10.1)), "time", reproducible: false);
        AssertLimit(StopRule.Work(1_000), StopRule.Work(1_001), "work", reproducible: true);
        AssertLimit(StopRule.Gap(0.25), StopRule.Gap(0.24), "gap", reproducible: true);
        AssertLimit(StopRule.NoImprovement(600), StopRule.NoImprovement(601), "no improvement", reproducible: true);
    }

    [Fact]
    public void No_gap_is_small_enough_before_the_first_plan() =>
        Assert.Null(StopRule.Gap(1).Check(State with { Objective = null }));

    [Fact]
    public void The_first_of_several_rules_that_holds_gives_the_verdict()
    {
        var rule = StopRule.Any(StopRule.Gap(0.1), StopRule.Work(1_000), StopRule.Time(TimeSpan.Zero));
        Assert.Equal("work", rule.Check(State)?.Rule);
        Assert.Equal("time", rule.Check(State with { Work = 1 })?.Rule);
        Assert.Null(StopRule.Any().Check(State));
    }

    private static void AssertLimit(IStopRule at, IStopRule after, string rule, bool reproducible)
    {
        Assert.Equal(new StopVerdict(rule, reproducible), at.Check(State));
        Assert.Null(after.Check(State));
    }
}
