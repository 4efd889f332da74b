using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>
/// The checker's floors against price bands that know of none: what a wrong pricer would let through. The road has 2,000 pcu an hour in
/// 2 lanes and 1,500 pcu of civil traffic; a column of 20 vehicles counts 40 pcu (its lane: 1,000 x 60 / 3,600 = 17).
/// </summary>
public sealed class FloorRulesTests
{
    private static SceneBuilder Road(double carsPerHour) => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0).Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000, capacityPerHour: 2_000)
        .Civil(TransportMode.Road, "class:motorway", "car", "pcu-per-hour", carsPerHour);

    private static MissionScene Convoy(double carsPerHour, int regimePercent = 100) =>
        new MissionScene(Road(carsPerHour)) { Regime = new LegalRegime(regimePercent, 100, 100, RailLevers.None, "") }
            .Movement("M", "a", "b", 20);

    private static CivilFloor Floor(int? percent, int? units, DailyHours? daily = null, int to = 86_400) => new(
        VitalSector.Energy, TransportMode.Road, new PatchSelection { Targets = ["ab"] }, Sentence.AsIs("ab"), 0, to, daily,
            percent, units, "test", 1);

    private static string[] Broken(MissionScene scene)
    {
        // Planned before the floors are there.
        var floors = scene.Floors.ToList();
        var regime = scene.Regime;
        scene.Floors.Clear();
        scene.Regime = new LegalRegime(0, 0, 0, RailLevers.None, "");
        var plan = scene.PlanUnchecked();
        scene.Floors.AddRange(floors);
        scene.Regime = regime;
        return [.. PlanChecker.Check(scene.Scenario(), scene.Dataset, scene.Free(), plan).Violations.Select(v => v.Rule).Distinct()];
    }

    [Theory]
    [InlineData(1_960, 100, false)]
    [InlineData(1_961, 100, true)]
    [InlineData(1_961, 99, false)]
    [InlineData(2_000, 99, true)]
    [InlineData(2_000, 98, false)]
    public void The_regimes_floor_is_derived_from_the_civil_profile(double cars, int percent, bool broken)
    {
        // 2,000 cars at 99 percent leave 20 pcu, at 98 percent 40.
        Assert.Equal(broken ? [CheckRule.CivilFloors] : [], Broken(Convoy(cars, percent)));
    }

    [Fact]
    public void A_stated_floor_is_stricter_than_the_regime_where_it_is_and_only_in_its_hours()
    {
        MissionScene With(CivilFloor floor)
        {
            var scene = Convoy(2_000, 0);
            scene.Floors.Add(floor);
            return scene;
        }

        Assert.Empty(Broken(With(Floor(98, null))));
        Assert.Equal([CheckRule.CivilFloors], Broken(With(Floor(99, null))));
        Assert.Equal([CheckRule.CivilFloors], Broken(With(Floor(null, 1_961))));
        Assert.Empty(Broken(With(Floor(null, 1_960))));
        // The column enters at 01:00 local: a floor from 02:00 on says nothing, one from the evening to 01:10 does.
        Assert.Empty(Broken(With(Floor(100, null, new DailyHours(DayTypes.All, 120, 300)))));
        Assert.Equal([CheckRule.CivilFloors], Broken(With(Floor(100, null, new DailyHours(DayTypes.All, 22 * 60, 70)))));
    }

    [Fact]
    public void An_amount_beyond_the_demand_takes_from_the_free_room()
    {
        var scene = Convoy(100, 0);
        scene.Floors.Add(Floor(null, 1_961));
        Assert.Equal([CheckRule.CivilFloors], Broken(scene));
        scene = Convoy(100, 0);
        scene.Floors.Add(Floor(null, 1_960));
        Assert.Empty(Broken(scene));
    }

    /// <remarks>
    /// A chamber of 120 x 12 m with a cycle of 30 minutes makes four lockages an hour, both ways; no sizes stated, so a civil vessel
    /// takes one. At
    /// a floor of 100 percent 3 vessels leave one lockage, 3.01 none. In a chamber of 240 m two barges of class V share a lockage.
    /// </remarks>
    [Fact]
    public void A_lock_makes_two_lockages_in_a_cycle_and_barges_share_them()
    {
        MissionScene Barge(double barges, int chamberMetres = 120) => new MissionScene(new SceneBuilder()
            .Node("a", TransportMode.Water, "port", 0, 0).Node("l", TransportMode.Water, "lock", 5_000, 0)
            .Node("b", TransportMode.Water, "border", 10_000, 0)
            .Link("al", "a", "l", with: r => r with { CemtClass = 5 }).Link("lb", "l", "b", with: r => r with { CemtClass = 6 })
            .Lock("l", 30, (chamberMetres, 1200))
            .Civil(TransportMode.Water, "node:l", "barge", "vessels-per-h", barges))
            { Regime = new LegalRegime(0, 0, 100, RailLevers.None, "") }
            .Movement("M", "a", "b", 10, with: r => r with { ByRoad = false, ByWater = true });

        Assert.Empty(Broken(Barge(3)));
        Assert.Equal([CheckRule.CivilFloors], Broken(Barge(3.01)));
        var shared = Barge(6, 240);
        shared.Parameters["water.barge.cemt-5.length_m"] = 110;
        shared.Parameters["water.barge.cemt-5.beam_m"] = 11.4;
        Assert.Empty(Broken(shared));
    }

    [Fact]
    public void A_train_beyond_residual_paths_needs_a_permitted_step()
    {
        // 6 paths, 4 passenger trains and 2 of freight: nothing is left unless freight gives way.
        MissionScene Train(RailLevers levers, RailPriority? rule = null, int keep = 0) => new MissionScene(new SceneBuilder()
            .Node("y", TransportMode.Rail, "yard", 0, 0).Node("e", TransportMode.Rail, "border", 10_000, 0)
            .Link("ye", "y", "e", lengthMetres: 10_000)
            .Civil(TransportMode.Rail, "class:main", "intercity", "trains-per-hour", 4)
            .Civil(TransportMode.Rail, "class:main", "freight", "trains-per-hour", 2))
            { Regime = new LegalRegime(0, keep, 0, levers, "agreed") { RailPriority = rule } }
            .Movement("M", "y", "e", 10, with: r => r with { ByRoad = false, ByRail = true });

        Assert.Equal([CheckRule.RailPriority], Broken(Train(RailLevers.None)));
        Assert.Empty(Broken(Train(RailLevers.RetimeFreight)));
        Assert.Equal([CheckRule.RailPriority], Broken(Train(RailLevers.RetimeFreight, RailPriority.Off)));
        Assert.Equal([CheckRule.RailPriority], Broken(Train(RailLevers.CancelPassenger, RailPriority.AdHoc)));
        Assert.Empty(Broken(Train(RailLevers.CancelPassenger, RailPriority.UrgentPreEmption)));
        // At a floor of 90 percent neither 0.2 freight trains nor the floor's 0.6 trains make a path.
        Assert.Equal([CheckRule.CivilFloors, CheckRule.RailPriority], Broken(Train(RailLevers.CancelFreight, keep: 90)).Order());
    }
}
