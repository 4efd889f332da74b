using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Pipeline.Tests;

/// <summary>
/// Relations between runs that hold whatever the numbers are. They are tried on single serials, where the search is exact but for
/// its slack of a few per mille (which these cases do not need): with many serials the planner is a heuristic, and more freedom
/// may lead it astray.
/// </summary>
public sealed class InvariantTests
{
    [Fact]
    public async Task Without_a_movement_there_is_no_plan_to_pay_for_and_no_civil_impact()
    {
        var mission = await Mission.PlanAsync(Seeds.HandCheck, scenario => scenario with { Movements = [], Requirements = [] });
        Assert.Empty(mission.Plan.Planned);
        Assert.Empty(mission.Plan.Unmoved);
        Assert.Equal(0, mission.Plan.Objective.TotalMicroEuros);
        Assert.Equal(0, mission.Plan.BoundMicroEuros);
        Assert.Equal(0, mission.Plan.Gap);
        Assert.Empty(mission.Impact.Cells);
        Assert.Equal(0, mission.Impact.Totals.CostMicroEuros);
        Assert.Equal(0, mission.Impact.Totals.RoadDelayHours);
        Assert.All(mission.Impact.Kept, kept => Assert.Equal((1, 1), (kept.VolumeKept, kept.DurationKept)));
    }

    // Let a plan minimise own + w * civil. For weights u < w, adding the two optimality conditions gives
    // (w - u) civil_w <= (w - u) civil_u.
    [Theory]
    [InlineData("S1W", 24)]
    [InlineData("S2L", 24)]
    [InlineData("S2T", 8)]
    [InlineData("O1", 20)]
    [InlineData("U1", 12)]
    public async Task A_higher_civil_weight_never_makes_a_serial_cost_society_more(string movement, int vehicles)
    {
        var civil = new List<long>();
        foreach (var percent in new[] { 0, 100, 1_000 })
        {
            var mission = await Mission.PlanAsync(
                Seeds.Brigade, scenario => Variants.WithCivilWeight(Variants.Alone(scenario, movement, vehicles), percent));
            Assert.Empty(mission.Check.Violations);
            Assert.Single(mission.Plan.Planned);
            civil.Add(UnweightedCivil(mission));
        }

        Assert.True(civil[0] >= civil[1] && civil[1] >= civil[2], $"civil cost by weight: {string.Join(", ", civil)} micro-euros");
    }

    [Theory]
    [InlineData("S1D", 8, PoolKind.Escort, 1)]
    [InlineData("S1W", 12, PoolKind.TrainSet, 1)]
    [InlineData("S2T", 6, PoolKind.Barge, 1)]
    [InlineData("S2T", 6, PoolKind.TrainSet, 1)]
    [InlineData("O4", 4, PoolKind.HeavyTransporter, 4)]
    public async Task More_of_a_pool_never_makes_the_plan_of_one_serial_worse(string movement, int vehicles, PoolKind kind, int needed)
    {
        var objectives = new List<long>();
        foreach (var count in new[] { 0, needed, needed + 1, 4 * needed })
        {
            var mission = await Mission.PlanAsync(
                Seeds.Brigade, scenario => Variants.WithPool(Variants.Alone(scenario, movement, vehicles), kind, count));
            Assert.Empty(mission.Check.Violations);
            objectives.Add(mission.Plan.Objective.TotalMicroEuros);
        }

        Assert.Equal(objectives.OrderDescending(), objectives);
        // One serial takes what it needs and no more, so a larger pool changes nothing.
        Assert.Single(objectives.Skip(1).Distinct());
    }

    [Fact]
    public async Task A_serial_that_needs_an_escort_stays_when_the_pool_is_empty_and_says_why()
    {
        var mission = await Mission.PlanAsync(
            Seeds.Brigade, scenario => Variants.WithPool(Variants.Alone(scenario, "S1D", 8), PoolKind.Escort, 0));
        var unmoved = Assert.Single(mission.Plan.Unmoved);
        Assert.Contains("escort", unmoved.Detail.Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Civil cost of the plan at the prices of weight 100, whatever weight it was planned with.</summary>
    private static long UnweightedCivil(Mission mission)
    {
        var scenario = Variants.WithCivilWeight(mission.Scenario, 100);
        var priced = Assert.IsType<Valid<CivilPricing>>(CivilPricer.Price(mission.Input.Network, scenario));
        return CivilAssessor.Assess(mission.Input.Network, priced.Value, scenario, mission.Plan).Totals.CostMicroEuros;
    }
}
