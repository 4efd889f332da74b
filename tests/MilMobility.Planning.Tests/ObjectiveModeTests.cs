using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Objectives;
using MilMobility.Planning.Pareto;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>
/// Where the sum of the terms and their order disagree. One serial of 20 vehicles over one road of 600 s, in at 660, due at 660. In
/// the first hour each of its 40 passenger-car units costs 100 EUR of civil delay, 4,000 EUR in all; from the second on it is free, but
/// then it is in at 4,260: an hour late, 720 EUR, and an hour more of movement, 72 EUR.
/// </summary>
public sealed class ObjectiveModeTests
{
    private const long Euro = 1_000_000;

    private static SceneBuilder OneRoad() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000);

    private static MissionScene Scene(ObjectiveMode mode = ObjectiveMode.Weighted) =>
        new MissionScene(OneRoad()) { Mode = mode }.Movement("M", "a", "b", 20, due: 660);

    private static PriceBandTable Prices(MissionScene scene) => scene.Prices(
        new Dictionary<(string, int), (int, long)[]> { [("ab", 0)] = [(100, 100 * Euro)] });

    [Theory]
    [InlineData(1, 0, 0, 0, 0, 9, 9, 9)]
    [InlineData(0, 1, 0, 0, 0, 0, 9, 9)]
    [InlineData(0, 0, 1, 0, 0, 0, 0, 9)]
    [InlineData(0, 0, 0, 1, 0, 0, 0, 0)]
    public void One_unit_of_an_earlier_term_outweighs_all_of_the_later_ones(
        long unmoved, long late, long civil, long time, long unmoved2, long late2, long civil2, long time2)
    {
        const long Much = long.MaxValue / 10;
        var worse = new PlanObjective(time, late, 0, civil, unmoved);
        var better = new PlanObjective(time2 * Much / 9, late2 * Much / 9, 0, civil2 * Much / 9, unmoved2);
        Assert.True(ObjectiveOrder.Compare(better, worse) < 0);
        Assert.True(ObjectiveOrder.Compare(worse, better) > 0);
        Assert.Equal(0, ObjectiveOrder.Compare(worse, worse with { }));
    }

    [Fact]
    public void The_sum_waits_for_the_free_hour_and_the_order_goes_at_once()
    {
        var weighted = Scene().Plan(Prices(Scene()));
        Assert.Equal([3600], weighted.Entries("M-01"));
        Assert.Equal((720 * Euro, 0L), (weighted.Objective.Lateness, weighted.Objective.Civil));

        var ordered = Lexicographic();
        Assert.Equal([0], ordered.Entries("M-01"));
        Assert.Equal((0L, 4_000 * Euro), (ordered.Objective.Lateness, ordered.Objective.Civil));
    }

    [Fact]
    public void Each_term_of_the_order_has_its_value_and_its_own_bound()
    {
        // Nothing need stay or be late. Alone it could wait for the free hour, so nothing is proved of the civil term; the cost is
        // that of the fastest journey, 660 s at 20,000 micro-euros.
        Assert.Equal(
            [
                new TermBound("unmoved", 0, 0), new TermBound("lateness", 0, 0), new TermBound("civil", 4_000 * Euro, 0),
                new TermBound("cost", 660 * 20_000, 660 * 20_000),
            ],
            Lexicographic().Terms);
    }

    [Fact]
    public void The_checker_knows_the_mode_and_each_term_and_bound()
    {
        var plan = Lexicographic();
        Assert.Empty(RulesBroken(plan));
        Assert.Contains("objective", RulesBroken(plan with { Mode = ObjectiveMode.Weighted, Terms = [] }));
        Assert.Contains("objective", RulesBroken(plan with { Terms = [] }));
        Assert.Contains("objective", RulesBroken(plan with { Terms = [.. plan.Terms.Reverse()] }));
        var less = With(plan, 2, t => t with { ValueMicroEuros = t.ValueMicroEuros - 1 });
        Assert.Contains("objective", RulesBroken(plan with { Terms = less }));
        var above = With(plan, 3, t => t with { BoundMicroEuros = t.ValueMicroEuros + 1 });
        Assert.Contains("bound", RulesBroken(plan with { Terms = above }));
    }

    [Fact]
    public void A_front_of_two_points_has_the_plan_that_pays_and_the_plan_that_waits_both_proved()
    {
        var sweep = Sweep();
        // At a hundredth of the civil price 40 EUR are less than the 792 EUR of waiting; at a hundred times it 400,000 are not.
        foreach (var percent in new[] { ParetoSweep.IgnoredPercent, ParetoSweep.MinimalPercent })
        {
            var plan = Scene().Plan(sweep.PricesAt(percent));
            sweep.Add(new ParetoSolve(percent, plan.BoundMicroEuros, plan));
        }

        Assert.Equal([4_000 * Euro, 0], sweep.Budgets(2));
        // The slope between them is 792 EUR for 4,000 EUR: 19.8 percent.
        Assert.Equal(19, sweep.PercentFor(0));
        var points = ParetoSweep.Filter([.. sweep.Budgets(2).Select(b => sweep.Point(b, 1, TestContext.Current.CancellationToken))]);
        Assert.Equal(
            [(0, (4260 * 20_000) + (720 * Euro)), (4_000 * Euro, 660 * 20_000)],
            points.Select(p => (p.CivilMicroEuros, p.MovementMicroEuros)));
        Assert.Equal([20L * 3600, 0], points.Select(p => p.LateVehicleSeconds));
        Assert.All(points, p => Assert.False(p.Dominated));
        Assert.All(points, p => Assert.InRange(p.Gap, 0, 1e-6));
    }

    [Fact]
    public void The_bound_within_a_budget_is_the_steepest_of_the_weights_solved()
    {
        var sweep = Sweep();
        var plan = Scene().Plan(sweep.PricesAt(100));
        sweep.Add(new ParetoSolve(100, 500, plan));
        sweep.Add(new ParetoSolve(50, 400, plan));
        // 500 - 300 = 200 and 400 - 150 = 250; at no budget 500; beyond all use nothing is proved.
        Assert.Equal([250, 500, 0], new long[] { 300, 0, 10_000 }.Select(sweep.BoundWithin));
        // A part of a micro-euro counts against the bound: 400 - 0.5 * 301 = 249.5.
        Assert.Equal(249, sweep.BoundWithin(301));
    }

    [Fact]
    public void A_point_that_another_beats_in_one_term_and_not_in_the_other_direction_is_dominated()
    {
        var plan = Scene().Plan();
        FrontPoint Point(long civil, long movement) => new(civil, plan, civil, movement, 0, false);
        var points = ParetoSweep.Filter([Point(5, 5), Point(3, 7), Point(5, 6), Point(3, 7)]);
        Assert.Equal(
            [(3, 7, false), (3, 7, false), (5, 5, false), (5, 6, true)],
            points.Select(p => (p.CivilMicroEuros, p.MovementMicroEuros, p.Dominated)));
    }

    private static ParetoSweep Sweep()
    {
        var scene = Scene();
        return new ParetoSweep(scene.Compiled(), scene.Network(), Prices(scene), Prices(scene));
    }

    private static MovementPlan Lexicographic()
    {
        var scene = Scene(ObjectiveMode.Lexicographic);
        var prices = Prices(scene);
        var outcome = LexicographicPlanner.PlanAsync(
            scene.Compiled(), scene.Network(), prices,
            (compiled, steep) => MovementPlanner.PlanAsync(compiled, scene.Network(), steep, null, null, CancellationToken.None),
            CancellationToken.None).GetAwaiter().GetResult();
        scene.AssertHolds(outcome.Plan, prices);
        return outcome.Plan;
    }

    private static IEnumerable<string> RulesBroken(MovementPlan plan)
    {
        var scene = Scene(ObjectiveMode.Lexicographic);
        return PlanChecker.Check(scene.Scenario(), OneRoad().Build(), Prices(scene), plan).Violations.Select(v => v.Rule);
    }

    private static IReadOnlyList<TermBound> With(MovementPlan plan, int index, Func<TermBound, TermBound> change) =>
        [.. plan.Terms.Select((t, i) => i == index ? change(t) : t)];
}
