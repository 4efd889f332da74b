using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Explanations;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>
/// M and X, 20 vehicles each (1 km, 60 s to pass), from a to b, both ready at 0. Alone the direct road of 10 km takes 600 + 60 s; a
/// second column follows 360 s behind. A second of a column costs 20,000 micro-euros. M is the more urgent one and goes first.
/// </summary>
public sealed class PlanExplainerTests
{
    private const long PerSecond = 20_000;

    //   a ----- 10 km ----- b
    private static SceneBuilder OneRoad() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000);

    //   a ----- 10 km ----- b
    //    \ 7 km - m - 7 km /
    private static SceneBuilder TwoRoads() => OneRoad()
        .Node("m", TransportMode.Road, "junction", 5_000, 4_000)
        .Link("am", "a", "m", lengthMetres: 7_000)
        .Link("mb", "m", "b", lengthMetres: 7_000);

    private static MissionScene Both(SceneBuilder network, int dueOfX = 20 * 3600, bool hardDue = false) => new MissionScene(network)
        .Movement("M", "a", "b", 20, due: 700, priority: 1, hardDue: true)
        .Movement("X", "a", "b", 20, due: dueOfX, priority: 5, hardDue: hardDue);

    [Fact]
    public void Who_goes_first_is_not_bound_and_who_follows_is_bound_by_the_first_on_the_road()
    {
        var explained = Explain(Both(OneRoad()));
        var first = Of(explained, "M-01");
        Assert.Equal(new CostTerms(660 * PerSecond, 0, 0, 0), first.Own);
        Assert.Equal(0, first.SharingMicroEuros);
        Assert.Empty(first.Binds);
        Assert.Contains("nothing binds it", first.Why.Text, StringComparison.Ordinal);

        var second = Of(explained, "X-01");
        Assert.Equal(1020 * PerSecond, second.Own.TotalMicroEuros);
        Assert.Equal(660 * PerSecond, second.IndependentCost!.TotalMicroEuros);
        Assert.Equal(360 * PerSecond, second.SharingMicroEuros);
        var bind = Assert.Single(second.Binds);
        Assert.Equal(("link", "ab"), (bind.Kind, bind.Resource));
        Assert.Equal(["M-01"], bind.HeldBy);
        Assert.Equal(360 * PerSecond, bind.WorthMicroEuros);
        Assert.Contains("ab a - b", second.Why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_road_for_which_a_serial_waits_is_the_bottleneck_of_the_hour_and_worth_the_wait()
    {
        var bottleneck = Assert.Single(Explain(Both(OneRoad())).Bottlenecks);
        Assert.Equal(("link", "ab", 0, 360 * PerSecond), (bottleneck.Kind, bottleneck.Resource, bottleneck.Hour,
            bottleneck.WorthMicroEuros));
        Assert.Equal(["X-01"], bottleneck.Serials);
    }

    [Fact]
    public void Who_takes_the_detour_is_told_what_the_direct_road_would_cost_behind_the_first()
    {
        // The detour of 14 km is over at 900 s, the direct road behind M at 1,020 s.
        var explained = Explain(Both(TwoRoads()));
        var detour = Of(explained, "X-01");
        Assert.Equal(900 * PerSecond, detour.Own.TotalMicroEuros);
        Assert.Equal("am, mb", detour.Journey!.Route);
        Assert.Equal("ab", detour.Independent!.Route);
        Assert.Equal(240 * PerSecond, Assert.Single(detour.Binds).WorthMicroEuros);
        var direct = Assert.Single(detour.Alternatives, a => a.Kind == "route");
        Assert.Equal("ab", direct.Journey!.Route);
        Assert.Equal(new CostTerms(120 * PerSecond, 0, 0, 0), direct.Delta);
    }

    [Fact]
    public void Leaving_later_costs_the_time_that_the_load_waits()
    {
        // Three hours after 360 s, when it leaves in the plan.
        var later = Assert.Single(Of(Explain(Both(OneRoad())), "X-01").Alternatives, a => a.Kind == "later");
        Assert.Equal(360 + (3 * 3600) + 660, later.Journey!.FinishSeconds);
        Assert.Equal(new CostTerms(3 * 3600 * PerSecond, 0, 0, 0), later.Delta);
    }

    [Fact]
    public void Modes_that_its_load_may_not_take_are_said_to_be_out_of_the_question()
    {
        var modes = Of(Explain(Both(OneRoad())), "X-01").Alternatives.Where(a => a.Kind == "mode").ToList();
        Assert.Equal(2, modes.Count);
        Assert.All(modes, m => Assert.Null(m.Journey));
        Assert.StartsWith("rail: not allowed", modes[0].Change.Text, StringComparison.Ordinal);
        Assert.StartsWith("water: not allowed", modes[1].Change.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_mode_that_it_may_take_is_priced_term_by_term()
    {
        //   a ----- 10 km road ----- b      600 + 60 s
        //   ra ---- 30 km rail ----- rb     1,800 s and the train's own length, 60 s to load at 1,200 vehicles an hour
        var network = OneRoad()
            .Node("ra", TransportMode.Rail, "terminal", 0, 1_000, place: "from")
            .Node("rb", TransportMode.Rail, "border", 10_000, 1_000)
            .Link("rail", "ra", "rb", lengthMetres: 30_000)
            .Transfer("load", "a", "ra", "load-rail", vehiclesPerHour: 1200);
        var scene = new MissionScene(network).Movement("M", "a", "b rb", 20, with: r => r with { ByRail = true });
        var explained = Of(Explain(scene), "M-01");
        Assert.Equal([TransportMode.Road], explained.Journey!.Modes);
        var rail = Assert.Single(explained.Alternatives, a => a is { Kind: "mode", Journey: not null });
        Assert.Equal([TransportMode.Rail], rail.Journey!.Modes);
        // 60 s to load, 1,800 s to drive; a train of 420 m would pass in 26 s, and takes the minute that every train takes at least.
        Assert.Equal(60 + 1800 + 60, rail.Journey.FinishSeconds);
        // A transfer costs one euro whatever its size.
        Assert.Equal(new CostTerms((1920 - 660) * PerSecond, 0, 1_000_000, 0), rail.Delta);
    }

    [Fact]
    public void A_price_that_others_raise_binds_like_a_road_that_they_take()
    {
        // 40 pcu a column: one fills the free band of 40, two pay 40 times 1,000. Each would be without it if the other were not there.
        var cells = new Dictionary<(string, int), (int, long)[]> { [("ab", 0)] = [(40, 0), (40, 1000)] };
        var scene = Both(OneRoad());
        var first = Of(Explain(scene, scene.Prices(cells)), "M-01");
        Assert.Equal(40_000, first.Own.Civil);
        Assert.Equal(40_000, first.SharingMicroEuros);
        var bind = Assert.Single(first.Binds);
        Assert.Equal(("capacity", "ab", 40_000L), (bind.Kind, bind.Resource, bind.WorthMicroEuros));
        Assert.Equal(["X-01"], bind.HeldBy);
    }

    [Fact]
    public void Who_stays_is_told_why_and_what_it_would_do_alone()
    {
        var stays = Of(Explain(Both(OneRoad(), dueOfX: 1000, hardDue: true)), "X-01");
        Assert.Null(stays.Journey);
        Assert.Equal(new CostTerms(0, 0, 0, 0, 20 * 10_000_000_000L), stays.Own);
        Assert.Equal(660 * PerSecond, stays.IndependentCost!.TotalMicroEuros);
        Assert.Equal(["M-01"], Assert.Single(stays.Binds).HeldBy);
        Assert.StartsWith("It stays:", stays.Why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_serial_asked_for_is_explained_as_among_all()
    {
        var scene = Both(TwoRoads());
        var plan = scene.Plan();
        var all = PlanExplainer.Explain(
            plan, scene.Compiled(), scene.Network(), scene.Free(), ExplanationOptions.Run, null, CancellationToken.None);
        var one = PlanExplainer.Explain(
            plan, scene.Compiled(), scene.Network(), scene.Free(), ExplanationOptions.Run, ["X-01"], CancellationToken.None);
        Assert.Equal(2, all.Serials.Count);
        Assert.Equal(Of(all, "X-01").Why, Assert.Single(one.Serials).Why);
    }

    private static RunExplanations Explain(MissionScene scene, PriceBandTable? prices = null)
    {
        prices ??= scene.Free();
        return PlanExplainer.Explain(
            scene.Plan(prices), scene.Compiled(), scene.Network(), prices, ExplanationOptions.Run, null, CancellationToken.None);
    }

    private static SerialExplanation Of(RunExplanations explained, string serial) =>
        Assert.Single(explained.Serials, e => e.Serial == serial);
}
