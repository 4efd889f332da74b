using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>Rail, water, ports and transfers on networks small enough to work out by hand.</summary>
public sealed class MultimodalSceneTests
{
    private static readonly Ship RoRo = new("S", 0, 12 * 3600, DischargeMode.RoRo, 150);

    private static Requirement ByRail(Requirement row) => row with { ByRoad = false, ByRail = true };

    //   a ===== 10 km ===== b       600 s at 60 km/h; 10 vehicles are 10 wagons, 220 m, pass 60 s; headway 180 s
    private static SceneBuilder OneTrack(int tracks) => new SceneBuilder()
        .Node("a", TransportMode.Rail, "yard", 0, 0)
        .Node("b", TransportMode.Rail, "yard", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000, lanesOrTracks: tracks);

    //   sea ~ ramp ~> quay --- 10 km --- b      staging of 220 lane metres at the quay: one convoy of 20
    private static SceneBuilder Port(int laneMetres, int positions = 1) => new SceneBuilder()
        .Node("sea", TransportMode.Sea, "berth", 0, 0, place: "port")
        .Node("quay", TransportMode.Road, "port", 100, 0, place: "port")
        .Node("b", TransportMode.Road, "border", 10_100, 0)
        .Facility("staging", "quay", "staging", laneMetres, HoldUnit.LaneMetres)
        .Transfer("ramp", "sea", "quay", "discharge-roro", vehiclesPerHour: 60, positions: positions)
        .Link("qb", "quay", "b", lengthMetres: 10_000);

    [Theory]
    [InlineData(1, 840)]
    [InlineData(2, 0)]
    public void Trains_in_opposite_directions_share_a_single_track_one_after_the_other(int tracks, int second)
    {
        // Single: the second enters when the first's tail is in and the headway over, 600 + 60 + 180.
        var plan = new MissionScene(OneTrack(tracks))
            .Movement("E", "a", "b", 10, with: ByRail).Movement("W", "b", "a", 10, with: ByRail).Plan();
        Assert.Equal([0, second], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void A_path_per_hour_lets_one_train_go_per_hour()
    {
        var scene = new MissionScene(OneTrack(2)).Movement("M", "a", "b", 72, with: ByRail);
        var cells = Enumerable.Range(0, 24).ToDictionary(h => ("ab", h), _ => new[] { (1, 0L) });
        var plan = scene.Plan(scene.Prices(cells));
        // 740 m take 36 wagons.
        Assert.Equal([0, 3600], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void One_ramp_discharges_one_convoy_after_the_other()
    {
        // 20 vehicles at 60 per hour take 1,200 s.
        var plan = new MissionScene(Port(10_000)).Movement("M", "port", "b", 40, ship: RoRo).Plan();
        Assert.Equal([1200, 2400], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void With_the_road_closed_and_staging_full_the_next_convoy_waits_aboard()
    {
        // The road opens at 7200. Staging takes one convoy: of three, the last is discharged while the road is open again.
        var scene = new MissionScene(Port(220));
        scene.Patches.Add(new NetworkPatch("qb", PatchEffect.Closed, 0, 0, 7200, 1));
        var plan = scene.Movement("M", "port", "b", 60, ship: RoRo).Plan();
        var entries = plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order().ToArray();
        // One comes straight off the ramp at 7200, one waited in staging and follows at 7560, one is discharged 7200-8400.
        Assert.Equal([7200, 7560, 8400], entries);
    }

    [Fact]
    public void Discharging_ends_before_the_ship_departs()
    {
        var ship = RoRo with { DepartsSeconds = 2399 };
        var plan = new MissionScene(Port(10_000)).Movement("M", "port", "b", 40, ship: ship).Plan();
        Assert.Single(plan.Planned);
        var unmoved = Assert.Single(plan.Unmoved);
        Assert.Equal(UnmovedReason.NoCapacity, unmoved.Reason);
        Assert.Contains(unmoved.Alternatives, a => a.Text.StartsWith("ship stays longer", StringComparison.Ordinal));
    }

    [Fact]
    public void Tracked_vehicles_without_transporters_go_from_the_ramp_to_the_train()
    {
        //   sea ~ ramp ~> quay ~ load ~> yard === 10 km === b     discharge 600 s, load 300 + 600 s, run 600 s, pass 60 s
        var network = new SceneBuilder()
            .Node("sea", TransportMode.Sea, "berth", 0, 0, place: "port")
            .Node("quay", TransportMode.Road, "port", 100, 0, place: "port")
            .Node("yard", TransportMode.Rail, "yard", 200, 0, place: "port")
            .Node("b", TransportMode.Rail, "border", 10_200, 0)
            .Facility("staging", "quay", "staging", 1000, HoldUnit.LaneMetres)
            .Facility("tracks", "yard", "yard", 1, HoldUnit.Tracks, 740)
            .Transfer("ramp", "sea", "quay", "discharge-roro", vehiclesPerHour: 60)
            .Transfer("load", "quay", "yard", "load-rail", fixedMinutes: 5, vehiclesPerHour: 60)
            .Link("yb", "yard", "b", lengthMetres: 10_000);
        var scene = new MissionScene(network);
        scene.Pools.Add(new AssetPool("trains", PoolKind.TrainSet, 1, 4 * 3600));
        var plan = scene.Movement(
            "M", "port", "b", 10, ship: RoRo,
            with: r => r with { ByRail = true, Wheeled = null, Tracked = new TrackedLoadClass(60), MassKg = 30_000 }).Plan();
        Assert.Equal(600 + 900 + 600 + 60, plan.Of("M-01").FinishSeconds);
        Assert.Null(plan.Of("M-01").Serial.Road);
    }

    [Fact]
    public void A_train_set_is_out_from_loading_until_its_block_ends()
    {
        //   quay ~ load ~> yard === 10 km === b    loading 10 vehicles takes 600 s; one train set, block 2 h
        var network = new SceneBuilder()
            .Node("quay", TransportMode.Road, "site", 0, 0, place: "camp")
            .Node("yard", TransportMode.Rail, "yard", 100, 0, place: "camp")
            .Node("b", TransportMode.Rail, "border", 10_100, 0)
            .Transfer("load", "quay", "yard", "load-rail", vehiclesPerHour: 60)
            .Link("yb", "yard", "b", lengthMetres: 10_000);
        var scene = new MissionScene(network) { Rail = new MissionScene(network).Rail with { MaxLengthMetres = 220 } };
        scene.Pools.Add(new AssetPool("trains", PoolKind.TrainSet, 1, 7200));
        var plan = scene.Movement("M", "quay", "b", 20, with: ByRail).Plan();
        Assert.Equal([600, 7800], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
    }

    [Fact]
    public void Barges_pass_a_single_chamber_one_cycle_after_another()
    {
        //   a ~ 2 km ~ L ~ 2 km ~ b      12 km/h: 600 s each; lockage 1,200 s before leaving L; moorings at L
        var network = new SceneBuilder()
            .Node("a", TransportMode.Water, "port", 0, 0)
            .Node("l", TransportMode.Water, "lock", 2_000, 0)
            .Node("b", TransportMode.Water, "port", 4_000, 0)
            .Link("al", "a", "l", lengthMetres: 2_000)
            .Link("lb", "l", "b", lengthMetres: 2_000)
            .Lock("l", 20, (140, 1200), (100, 1200));
        var plan = new MissionScene(network)
            .Movement("M", "a", "b", 180, with: r => r with { ByRoad = false, ByWater = true }).Plan();
        // 1,000 lane metres take 90 vehicles: two barges. The short chamber does not take 110 m. No moorings: they leave a apart.
        Assert.Equal([600, 1800], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[1]).Order());
        Assert.Equal([0, 1200], plan.Planned.Select(p => plan.Entries(p.Serial.Id)[0]).Order());
        Assert.Equal(600 + 1200 + 600 + 60, plan.Planned.Min(p => p.FinishSeconds));
    }
}
