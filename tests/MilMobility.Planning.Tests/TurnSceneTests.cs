using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>Turns of trains worked out by hand: 1 km a minute, trains of 220 m that pass in 60 s, headway 180 s.</summary>
public sealed class TurnSceneTests
{
    private static Requirement ByRail(Requirement row) => row with { ByRoad = false, ByRail = true };

    //   a --10 km-- x --10 km-- b       y joins a and b by 15 km each; c is a spur of 5 km from x, at whose end no train turns back
    private static SceneBuilder Network(int? spurMinutes = null) => new SceneBuilder()
        .Node("a", TransportMode.Rail, "border", 0, 0)
        .Node("x", TransportMode.Rail, "yard", 10_000, 0)
        .Node("b", TransportMode.Rail, "border", 20_000, 0)
        .Node("c", TransportMode.Rail, "yard", 10_000, -5_000)
        .Link("ax", "a", "x", lengthMetres: 10_000)
        .Link("xb", "x", "b", lengthMetres: 10_000)
        .Link("xc", "x", "c", lengthMetres: 5_000)
        .Turn("c", "xc", "xc", spurMinutes);

    private static SceneBuilder WithDetour(SceneBuilder network) => network
        .Node("y", TransportMode.Rail, "junction", 10_000, 8_000)
        .Link("ay", "a", "y", lengthMetres: 15_000)
        .Link("yb", "y", "b", lengthMetres: 15_000);

    private static SceneBuilder Yard(SceneBuilder network, string node, int? longestMetres = null) =>
        network.Facility($"yard-{node}", node, "yard", 1, HoldUnit.Tracks, longestMetres);

    private static MissionScene FromAToB(SceneBuilder network, int trains = 1) =>
        new MissionScene(network).Movement("M", "a", "b", 36 * trains, with: ByRail);

    [Fact]
    public void A_forbidden_turn_is_gone_round()
    {
        Assert.Equal(["ax", "xb"], FromAToB(WithDetour(Network())).Plan().Links("M-01"));
        // A yard at x is of no help: a forbidden turn is not taken after a hold either.
        var plan = FromAToB(Yard(WithDetour(Network()).Turn("x", "ax", "xb"), "x")).Plan();
        Assert.Equal(["ay", "yb"], plan.Links("M-01"));
        Assert.Equal(900 + 900 + 60, plan.Of("M-01").FinishSeconds);
    }

    [Theory]
    [InlineData(9, "ax xb", 600 + 540 + 600 + 60)]
    [InlineData(11, "ay yb", 900 + 900 + 60)]
    public void A_reversal_is_taken_where_it_is_quicker_than_the_way_round(int minutes, string links, int finish)
    {
        var plan = FromAToB(Yard(WithDetour(Network()).Turn("x", "xb", "ax", minutes), "x")).Plan();
        Assert.Equal(links.Split(' '), plan.Links("M-01"));
        Assert.Equal(finish, plan.Of("M-01").FinishSeconds);
    }

    [Theory]
    [InlineData(740, "ax xb")]
    [InlineData(739, "ay yb")]
    public void A_train_reverses_only_where_its_length_may_stand(int longestMetres, string links)
    {
        var plan = FromAToB(Yard(WithDetour(Network()).Turn("x", "ax", "xb", 5), "x", longestMetres)).Plan();
        Assert.Equal(links.Split(' '), plan.Links("M-01"));
    }

    [Fact]
    public void A_reversal_without_a_place_to_stand_is_none()
    {
        var plan = FromAToB(WithDetour(Network()).Turn("x", "ax", "xb", 5)).Plan();
        Assert.Equal(["ay", "yb"], plan.Links("M-01"));
    }

    [Fact]
    public void A_train_turns_back_at_the_end_of_a_spur_to_come_round()
    {
        // From a to the spur, 600 + 300 s, back after 10 min, and on to b: 300 + 600 s.
        var network = Yard(Network(spurMinutes: 10).Turn("x", "ax", "xb").Turn("x", "ax", "ax"), "c");
        var plan = FromAToB(network).Plan();
        Assert.Equal(["ax", "xc", "xc", "xb"], plan.Links("M-01"));
        Assert.Equal(600 + 300 + 600 + 300 + 600 + 60, plan.Of("M-01").FinishSeconds);
    }

    [Fact]
    public void Without_any_way_round_the_reason_names_the_turns()
    {
        var network = Yard(Network().Turn("x", "ax", "xb").Turn("x", "ax", "ax"), "c");
        var unmoved = Assert.Single(FromAToB(network).Plan().Unmoved);
        Assert.Equal(UnmovedReason.NoRoute, unmoved.Reason);
        Assert.Contains("turns", unmoved.Detail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_train_comes_when_the_first_has_left_the_track_on_which_it_reversed()
    {
        // The first stands from 600 to 1,200, its tail is out at 1,260: the second's head comes then, 660 s after the first's.
        var plan = FromAToB(Yard(Network().Turn("x", "ax", "xb", 10), "x"), trains: 2).Plan();
        Assert.Equal([[0, 1200], [660, 1860]], plan.Planned.Select(p => plan.Entries(p.Serial.Id)).OrderBy(e => e[0]));
    }

    [Theory]
    [InlineData(1860, true)]
    [InlineData(1859, false)]
    public void The_stand_counts_for_the_block_of_the_train_set(int block, bool moves)
    {
        var scene = FromAToB(Yard(Network().Turn("x", "ax", "xb", 10), "x"));
        scene.Pools.Add(new AssetPool("trains", PoolKind.TrainSet, 1, block));
        Assert.Equal(moves ? 1 : 0, scene.Plan().Planned.Count);
    }

    [Fact]
    public void A_slow_tail_must_be_in_before_the_train_reverses()
    {
        // 740 m at 10 km/h pass in 267 s, more than the minute of the turn; 10 km take 3,600 s.
        var network = Yard(Network().Turn("x", "ax", "xb", 1), "x");
        var scene = new MissionScene(network) { Rail = new MissionScene(network).Rail with { SpeedKmh = 10 } };
        var plan = scene.Movement("M", "a", "b", 36, with: ByRail).Plan();
        Assert.Equal([0, 3600 + 267], plan.Entries("M-01"));
    }

    [Fact]
    public void Loading_anew_is_no_turn()
    {
        // Unloaded at x and loaded onto another train there, it leaves by the link that a train could not turn to.
        var network = Yard(
            new SceneBuilder()
                .Node("a", TransportMode.Rail, "border", 0, 0)
                .Node("x", TransportMode.Rail, "terminal", 10_000, 0, place: "x")
                .Node("quay", TransportMode.Road, "terminal", 10_000, 100, place: "x")
                .Node("b", TransportMode.Rail, "border", 20_000, 0)
                .Link("ax", "a", "x", lengthMetres: 10_000)
                .Link("xb", "x", "b", lengthMetres: 10_000)
                .Facility("staging", "quay", "staging", 10_000, HoldUnit.LaneMetres)
                .Transfer("off", "x", "quay", "unload-rail", vehiclesPerHour: 360)
                .Transfer("on", "quay", "x", "load-rail", vehiclesPerHour: 360)
                .Turn("x", "ax", "xb"),
            "x");
        // 36 vehicles take 360 s each time; the tail comes 60 s after the head.
        var plan = FromAToB(network).Plan();
        Assert.Equal(600 + 60 + 360 + 360 + 600 + 60, plan.Of("M-01").FinishSeconds);
    }

    [Fact]
    public void A_plan_made_without_the_turns_is_found_out_with_them()
    {
        var without = FromAToB(WithDetour(Network()));
        var plan = without.Plan();
        foreach (var (minutes, message) in new (int?, string)[] { (null, "forbidden"), (5, "must stand 300 s") })
        {
            var dataset = Yard(WithDetour(Network()), "x").Turn("x", "xb", "ax", minutes).Build();
            var violation = Assert.Single(PlanChecker.Check(without.Scenario(), dataset, without.Free(), plan).Violations);
            Assert.Equal((CheckRule.Turns, "x"), (violation.Rule, violation.Subject));
            Assert.Contains(message, violation.Message.Text, StringComparison.Ordinal);
        }
    }
}
