using MilMobility.Convoys.Generation;
using MilMobility.Convoys.Planning;
using MilMobility.Solvers;

namespace MilMobility.Convoys.Tests.Planning;

/// <summary>The planner as a whole: what it says is checked and the same again.</summary>
public sealed class ConvoyPlannerTests
{
    [Fact]
    public async Task Two_convoys_that_must_pass_one_road_are_proven_best()
    {
        // 0 --10-- 1, both ways: the second enters when the first is off, at 14, and is in at 28.
        var plan = await PlanAsync(
            new("road", 2, 200, [new(0, 1, 10)], [new("a", 0, 1, 0, null, 4), new("b", 1, 0, 0, null, 4)]), 100_000, 1);

        Assert.Equal("done", plan.Solution.Status);
        Assert.Equal(14 + 28, plan.Solution.ObjectiveSeconds);
        Assert.InRange(plan.Solution.BoundSeconds, 28, 42);
        Assert.True(plan.Check.Holds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_work_limit_gives_the_same_plan_on_any_number_of_cores(int seed)
    {
        var instance = ConvoyFamilies.Make(new("planar", 60, 15, null, null, null, seed));
        var one = await PlanAsync(instance, 60_000, 1);
        var two = await PlanAsync(instance, 60_000, 2);

        Assert.True(one.Check.Holds);
        Assert.Empty(one.Check.Unmoved);
        Assert.Equal((one.Solution.ObjectiveSeconds, one.Solution.BoundSeconds, one.Work),
            (two.Solution.ObjectiveSeconds, two.Solution.BoundSeconds, two.Work));
        Assert.Equal(one.Solution.Journeys.Select(j => string.Join(',', j.HeadSeconds)),
            two.Solution.Journeys.Select(j => string.Join(',', j.HeadSeconds)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task Any_chains_and_neighbourhoods_give_plans_that_hold_and_do_not_depend_on_the_cores(int chains, bool overtaking)
    {
        var instance = ConvoyFamilies.Make(new("hard", 80, 9, null, null, null, 2));
        var options = new ConvoyPlanOptions { WorkLimit = 300_000, SearchChains = chains, Overtaking = overtaking };
        var cancellation = TestContext.Current.CancellationToken;
        var one = await ConvoyPlanner.PlanAsync(instance, options with { Threads = 1 }, null, null, cancellation);
        var two = await ConvoyPlanner.PlanAsync(instance, options with { Threads = 2 }, null, null, cancellation);

        Assert.True(one.Check.Holds);
        Assert.Empty(one.Check.Unmoved);
        Assert.InRange(one.Solution.BoundSeconds, 1, one.Solution.ObjectiveSeconds);
        Assert.Equal((one.Solution.ObjectiveSeconds, one.Solution.BoundSeconds, one.Work),
            (two.Solution.ObjectiveSeconds, two.Solution.BoundSeconds, two.Work));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_and_without_a_dive_the_bound_of_the_master_holds_for_the_plan(bool dive)
    {
        var instance = ConvoyFamilies.Make(new("planar", 30, 6, null, null, null, 3));
        var options = new ConvoyPlanOptions { WorkLimit = 3_000_000, Threads = 1, Dive = dive };

        var plan = await ConvoyPlanner.PlanAsync(instance, options, new OrToolsSolvers(), null, TestContext.Current.CancellationToken);

        Assert.True(plan.Check.Holds);
        Assert.Empty(plan.Check.Unmoved);
        Assert.InRange(plan.Solution.BoundSeconds, 0.95 * plan.Solution.ObjectiveSeconds, plan.Solution.ObjectiveSeconds);
    }

    [Fact]
    public async Task What_cannot_move_stays_and_has_no_gap()
    {
        var plan = await PlanAsync(
            new("late", 2, 100, [new(0, 1, 10)], [new("a", 0, 1, 0, 12, 4), new("b", 1, 0, 0, null, 4)]), 10_000, 1);

        Assert.Equal("unmoved-convoys", plan.Solution.Status);
        Assert.Equal(["a"], plan.Check.Unmoved);
        Assert.Null(plan.Gap);
        Assert.True(plan.Check.Holds);
    }

    [Fact]
    public async Task A_cancelled_plan_still_passes_the_checker()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var plan = await ConvoyPlanner.PlanAsync(
            ConvoyFamilies.Make(new("planar", 60, 15, null, null, null, 1)), new ConvoyPlanOptions(), null, null, cancelled.Token);

        Assert.Equal("cancelled", plan.Solution.Status);
        Assert.True(plan.Check.Holds);
    }

    private static Task<ConvoyPlan> PlanAsync(MilMobility.Convoys.Instances.ConvoyInstance instance, long work, int threads) =>
        ConvoyPlanner.PlanAsync(
            instance, new ConvoyPlanOptions { WorkLimit = work, Threads = threads }, null, null, TestContext.Current.CancellationToken);
}
