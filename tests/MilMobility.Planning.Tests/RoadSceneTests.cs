using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>Road rules on networks small enough to work out by hand; the numbers are those of <see cref="MissionScene"/>.</summary>
public sealed class RoadSceneTests
{
    //   a ----- 10 km ----- b          600 s at 60 km/h, pass 60 s, headway 300 s
    private static SceneBuilder OneRoad() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000);

    //   a -- 30 km -- r -- 30 km -- b   a rest area at r; 1,800 s each
    private static SceneBuilder RoadWithRestArea(int vehicles) => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("r", TransportMode.Road, "rest-area", 30_000, 0)
        .Node("b", TransportMode.Road, "border", 60_000, 0)
        .Link("ar", "a", "r", lengthMetres: 30_000)
        .Link("rb", "r", "b", lengthMetres: 30_000)
        .Facility("rest", "r", "rest-area", vehicles, HoldUnit.Vehicles);

    //        t          short way by t 10 km, long way by d 16 km
    //   a <     > b
    //        d
    private static SceneBuilder TwoWays(Func<LinkRow, LinkRow> shortWay) => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("t", TransportMode.Road, "exit", 5_000, 0)
        .Node("d", TransportMode.Road, "exit", 5_000, 5_000)
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("at", "a", "t", lengthMetres: 5_000)
        .Link("tb", "t", "b", lengthMetres: 5_000, with: shortWay)
        .Link("ad", "a", "d", lengthMetres: 8_000)
        .Link("db", "d", "b", lengthMetres: 8_000);

    [Fact]
    public void The_second_convoy_enters_one_pass_time_and_headway_behind_the_first()
    {
        var plan = new MissionScene(OneRoad()).Movement("M", "a", "b", 40).Plan();
        int[] entries = [.. plan.Entries("M-01"), .. plan.Entries("M-02")];
        Array.Sort(entries);
        Assert.Equal([0, 360], entries);
        Assert.Equal([660, 1020], plan.Planned.Select(p => p.FinishSeconds).Order());
        // 20 vehicles at 1,000 micro-euros a second for 660 and 1,020 s.
        Assert.Equal(20_000L * (660 + 1020), plan.Objective.TotalMicroEuros);
        // Alone each takes 660 s; that they follow one another on the road, the prices of the road know.
        Assert.InRange(plan.BoundMicroEuros, 20_000L * (660 + 660) + 1, plan.Objective.TotalMicroEuros);
    }

    [Fact]
    public void A_fast_convoy_does_not_overtake_a_slow_one()
    {
        // Ten tracked vehicles on transporters of 20 m at 30 km/h: 1,200 s on the road, 600 m pass in 72 s. They must start at once.
        // The fast ones, ready at 100, may leave the road at 1200 + 72 + 300 = 1572 at the earliest, so they enter at 972.
        var scene = new MissionScene(OneRoad())
        {
            Transporter = new HeavyTransporter(20_000, 2000, 300, 100, 10_000, new WheeledLoadClass(60), 30),
        };
        var plan = scene
            .Movement("S", "a", "b", 10, due: 1272, hardDue: true, with: r => r with { Tracked = new TrackedLoadClass(40), Wheeled = null })
            .Movement("F", "a", "b", 20, ready: 100)
            .Plan();
        Assert.Equal([0], plan.Entries("S-01"));
        Assert.Equal([972], plan.Entries("F-01"));
    }

    [Fact]
    public void A_halt_is_made_before_the_longest_march_is_exceeded()
    {
        var scene = new MissionScene(RoadWithRestArea(100));
        scene.Road = scene.Road with { DriveMaxSeconds = 2400, HaltSeconds = 900 };
        var plan = scene.Movement("M", "a", "b", 20).Plan();
        Assert.Equal([0, 2700], plan.Entries("M-01"));
        Assert.Equal(new HoldStep("r", TransportMode.Road, 1800, 2700), plan.Of("M-01").Steps[1]);
        Assert.Equal(1800 + 900 + 1800 + 60, plan.Of("M-01").FinishSeconds);
    }

    [Fact]
    public void A_full_rest_area_makes_the_second_convoy_start_later()
    {
        // Room for one convoy. The first holds 1800-2700 and its tail leaves at 2760, so the second arrives then, 960 s later.
        var scene = new MissionScene(RoadWithRestArea(20));
        scene.Road = scene.Road with { DriveMaxSeconds = 2400, HaltSeconds = 900 };
        var plan = scene.Movement("M", "a", "b", 40).Plan();
        Assert.Equal([0, 960], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void Without_a_place_to_halt_the_march_is_not_made()
    {
        var scene = new MissionScene(RoadWithRestArea(10));
        scene.Road = scene.Road with { DriveMaxSeconds = 2400, HaltSeconds = 900 };
        var plan = scene.Movement("M", "a", "b", 20).Plan();
        Assert.Equal(UnmovedReason.NoTime, Assert.Single(plan.Unmoved).Reason);
    }

    [Fact]
    public void A_closed_road_is_entered_when_it_opens_unless_the_tail_is_off_before()
    {
        var scene = new MissionScene(OneRoad());
        scene.Patches.Add(new NetworkPatch("ab", PatchEffect.Closed, 0, 1020, 3000, 1));
        // The first is off at 660, the second, entering at 360, exactly at 1020; the third waits.
        var plan = scene.Movement("M", "a", "b", 60).Plan();
        Assert.Equal([0, 360, 3000], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void A_lower_speed_holds_for_those_who_enter_while_it_is_in_force()
    {
        var scene = new MissionScene(OneRoad());
        // Half of 100 km/h: 720 s for those who enter before 100; waiting until 100 and driving 600 s is better by 20 s.
        scene.Patches.Add(new NetworkPatch("ab", PatchEffect.SpeedFactor, 50, 0, 100, 1));
        var plan = scene.Movement("M", "a", "b", 20).Plan();
        Assert.Equal([100], plan.Entries("M-01"));
        Assert.Equal(760, plan.Of("M-01").FinishSeconds);
    }

    [Theory]
    [InlineData(TunnelRestrictionCode.None, "at")]
    [InlineData(TunnelRestrictionCode.E, "at")]
    [InlineData(TunnelRestrictionCode.D, "at")]
    [InlineData(TunnelRestrictionCode.C, "ad")]
    [InlineData(TunnelRestrictionCode.B, "ad")]
    public void Dangerous_goods_detour_round_a_tunnel_of_category_c(TunnelRestrictionCode code, string first)
    {
        var plan = new MissionScene(TwoWays(l => l with { Tunnel = "t", TunnelCategory = 'C' }))
            .Movement("M", "a", "b", 20, with: r => r with { TunnelCode = code, DangerousGoodsClass = "1" }).Plan();
        Assert.Equal(first, plan.Links("M-01")[0]);
    }

    [Theory]
    [InlineData(20, "at")]
    [InlineData(21, "ad")]
    public void A_heavy_column_detours_round_a_weak_bridge(int loadClass, string first)
    {
        var plan = new MissionScene(TwoWays(l => l with { Wheeled = 20 }))
            .Movement("M", "a", "b", 20, with: r => r with { Wheeled = new WheeledLoadClass(loadClass) }).Plan();
        Assert.Equal(first, plan.Links("M-01")[0]);
    }

    [Fact]
    public void No_route_names_the_limit_that_binds()
    {
        var plan = new MissionScene(OneRoad2(l => l with { HeightCm = 340 })).Movement("M", "a", "b", 20).Plan();
        var unmoved = Assert.Single(plan.Unmoved);
        Assert.Equal(UnmovedReason.NoRoute, unmoved.Reason);
        Assert.Contains("height 350 cm, allowed 340 cm on road link 'ab'", unmoved.Detail.Text, StringComparison.Ordinal);
        // 20 vehicles at EUR 10,000 each.
        Assert.Equal(200_000_000_000, plan.Objective.Unmoved);
        Assert.Equal(plan.Objective.TotalMicroEuros, plan.BoundMicroEuros);
    }

    [Fact]
    public void A_pool_of_one_escort_lets_one_convoy_go_per_block()
    {
        var scene = new MissionScene(OneRoad());
        scene.Road = scene.Road with { Escort = EscortRule.All };
        scene.Pools.Add(new AssetPool("escorts", PoolKind.Escort, 1, 3600));
        var plan = scene.Movement("M", "a", "b", 60).Plan();
        Assert.Equal([0, 3600, 7200], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void A_block_shorter_than_the_march_cannot_escort_it()
    {
        // The tail is in 660 s after the start.
        var scene = new MissionScene(OneRoad());
        scene.Road = scene.Road with { Escort = EscortRule.All };
        scene.Pools.Add(new AssetPool("escorts", PoolKind.Escort, 1, 659));
        Assert.Single(scene.Movement("M", "a", "b", 20).Plan().Unmoved);
    }

    [Fact]
    public void A_dear_hour_is_waited_out_and_a_cheap_one_is_paid()
    {
        // 40 pcu in hour 0 at p each. Waiting 3,600 s costs 3,600 * 20,000 = 72,000,000, that is 1,800,000 per pcu.
        // (The lane's share is 4000 / 2 * 60 / 3600 = 34 pcu, less than 40.)
        foreach (var (price, entry) in new[] { (1_799_999L, 0), (1_800_001L, 3600) })
        {
            var scene = new MissionScene(OneRoad()).Movement("M", "a", "b", 20);
            var prices = scene.Prices(new Dictionary<(string, int), (int, long)[]> { [("ab", 0)] = [(1000, price)] });
            var plan = scene.Plan(prices);
            Assert.Equal([entry], plan.Entries("M-01"));
            Assert.Equal(entry == 0 ? 40 * price : 0, plan.Objective.Civil);
        }
    }

    [Fact]
    public void A_price_on_the_short_way_is_driven_round()
    {
        // The long way takes 6 km, 360 s, more: 7,200,000. The short way would cost 40 pcu at 200,000 = 8,000,000.
        var scene = new MissionScene(TwoWays(l => l)).Movement("M", "a", "b", 20);
        var plan = scene.Plan(scene.Prices(
            new Dictionary<(string, int), (int, long)[]> { [("tb", 0)] = [(1000, 200_000)], [("tb", 1)] = [(1000, 200_000)] }));
        Assert.Equal(["ad", "db"], plan.Links("M-01"));
    }

    [Fact]
    public void An_hour_beyond_the_civil_floor_takes_no_more()
    {
        // Each convoy uses 40 pcu; the hour has 79.
        var scene = new MissionScene(OneRoad()).Movement("M", "a", "b", 40);
        var plan = scene.Plan(scene.Prices(
            new Dictionary<(string, int), (int, long)[]> { [("ab", 0)] = [(50, 0), (29, 10)] }));
        Assert.Equal([0, 3600], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    private static SceneBuilder OneRoad2(Func<LinkRow, LinkRow> with) => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000, with: with);
}
