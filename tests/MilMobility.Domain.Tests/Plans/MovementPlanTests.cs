using MilMobility.Domain.Plans;

namespace MilMobility.Domain.Tests.Plans;

public sealed class MovementPlanTests
{
    [Fact]
    public void The_objective_is_the_sum_of_its_five_terms() =>
        Assert.Equal(12_345, new PlanObjective(Time: 10_000, Lateness: 2_000, Operating: 300, Civil: 40, Unmoved: 5).TotalMicroEuros);

    // (400 - 300) / 400 = 0.25
    [Fact]
    public void The_gap_is_measured_against_the_objective() => Assert.Equal(0.25, Plan(objective: 400, bound: 300).Gap);

    [Fact]
    public void A_plan_that_costs_nothing_has_no_gap() => Assert.Equal(0, Plan(objective: 0, bound: 0).Gap);

    [Fact]
    public void A_plan_at_its_bound_has_no_gap() => Assert.Equal(0, Plan(objective: 400, bound: 400).Gap);

    private static MovementPlan Plan(long objective, long bound) => new()
    {
        Scenario = "a-plan",
        Start = DateTimeOffset.UnixEpoch,
        HorizonSeconds = 3_600,
        Seed = 1,
        Objective = new PlanObjective(objective, 0, 0, 0, 0),
        BoundMicroEuros = bound,
        BoundMethod = "by hand",
        Pool = new PoolOutcome(0, "not-run", 0, 0, 0),
        Planned = [],
        Unmoved = [],
    };
}
