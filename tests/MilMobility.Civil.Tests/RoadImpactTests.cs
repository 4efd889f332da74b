using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;

namespace MilMobility.Civil.Tests;

/// <summary>Two equilibria and their difference, worked out by hand.</summary>
/// <remarks>
///      ___ a: 10 km, 0.1 h, 2,000 ___
///     0                              1     3,500 units from 0 to 1; times t0 (1 + v / c)
///      --- b: 16 km, 0.2 h, 2,000 ---
///
/// Before: 0.1 (1 + va / 2,000) = 0.2 (1 + vb / 2,000) gives va = 2,000 + 2 vb, so va = 3,000, vb = 500, 0.25 h each, 875 vehicle-hours.
/// A column of 5 km at 50 km/h takes one of a's two lanes for 0.1 + 0.2 - 0.1 = 0.2 h: 2,000 - 1,000 x 0.2 = 1,800 are left.
/// After: va = 1,800 + 1.8 vb, so vb = 1,700 / 2.8 = 607.142857 and 0.2 (1 + 0.303571) = 0.2607142857 h: 912.5 vehicle-hours.
/// </remarks>
public sealed class RoadImpactTests
{
    private const double Moved = (1700 / 2.8) - 500;

    private static readonly CivilRoadNetwork TwoRoads = RoadScene.Network(
        2, isAtGrade: false, RoadScene.Road("a", 0, 1, 10, 100, 2, 2000),
        RoadScene.Road("b", 0, 1, 16, 80, 1, 2000, "Provincie Utrecht"));

    private static readonly ConvoyPassage Column = new(0, 0, 50, 5);

    [Fact]
    public void Vehicle_hours_and_detours_are_those_worked_out_by_hand()
    {
        var impact = RoadScene.Assess(TwoRoads, [RoadScene.Cars(3500)], Column);
        Assert.Equal(37.5, impact.HoursLost(), 6);
        Assert.Equal(3000 - Moved, impact.After.CarUnits[0], 6);
        Assert.Equal(500 + Moved, impact.After.CarUnits[1], 6);
        Assert.InRange(impact.ResolutionHours, 0, 1e-8);
    }

    [Fact]
    public void Roads_have_the_loss_of_what_drives_there_now_less_what_drove_there()
    {
        var impact = RoadScene.Assess(TwoRoads, [RoadScene.Cars(3500)], Column);
        Assert.Equal((2892.857143 * 0.2607142857) - 750, impact.HoursLost([0]), 5);
        Assert.Equal((607.142857 * 0.2607142857) - 125, impact.HoursLost([1]), 5);
    }

    /// <remarks>
    /// The same 3,500 units as 2,500 cars and 500 lorries of two: they share the roads, so of 3,000 vehicles each loses alike.
    /// </remarks>
    [Fact]
    public void Classes_share_the_loss_by_their_vehicles()
    {
        VehicleClass[] classes = [RoadScene.Cars(2500), new("freight", [new ZoneTrips(0, 1, 500)], PassengerCarUnits: 2)];
        var impact = RoadScene.Assess(TwoRoads, classes, Column);
        Assert.Equal(2500 * (0.2607142857 - 0.25), impact.HoursLost(0, 0) + impact.HoursLost(1, 0), 5);
        Assert.Equal(500 * (0.2607142857 - 0.25), impact.HoursLost(0, 1) + impact.HoursLost(1, 1), 5);
        Assert.Equal(
            500 + Moved, impact.After.Vehicles[0][1] + (2 * impact.After.Vehicles[1][1]), 5);
    }

    /// <remarks>
    /// 2,500 units. When a is blocked but for a twentieth, 100, va = 100 + 0.1 vb, so vb = 2,400 / 1.1 = 2,181.8.
    /// </remarks>
    [Fact]
    public void A_road_blocked_for_the_whole_hour_keeps_the_least_share_and_traffic_fills_the_other()
    {
        var network = RoadScene.Network(
            2, isAtGrade: false, RoadScene.Road("a", 0, 1, 10, 100, 1, 2000),
            RoadScene.Road("b", 0, 1, 16, 80, 1, 2000, "Provincie Utrecht"));
        var impact = RoadScene.Assess(network, [RoadScene.Cars(2500)], new ConvoyPassage(0, -1, 50, 200));
        Assert.Equal([100, 2000], impact.CapacityAfter);
        Assert.Equal(2400 / 1.1, impact.After.CarUnits[1], 6);
    }

    [Fact]
    public void Without_convoys_there_is_no_impact_at_all()
    {
        foreach (var passages in new ConvoyPassage[][] { [], [Column with { EnterHours = 5 }] })
        {
            var impact = RoadScene.Assess(TwoRoads, [RoadScene.Cars(3500)], passages);
            Assert.Equal(impact.CapacityBefore, impact.CapacityAfter);
            Assert.Equal(impact.Before.CarUnits, impact.After.CarUnits);
            Assert.Equal(0.0, impact.HoursLost());
        }
    }

    [Fact]
    public void Closing_a_road_that_nobody_uses_changes_nothing()
    {
        var network = RoadScene.Network(
            2, isAtGrade: false, RoadScene.Road("a", 0, 1, 10, 100, 2, 2000), RoadScene.Road("useless", 0, 1, 90, 80, 1, 2000));
        var impact = RoadScene.Assess(network, [RoadScene.Cars(3500)], new ConvoyPassage(1, -1, 50, 200));
        Assert.NotEqual(impact.CapacityBefore, impact.CapacityAfter);
        Assert.Equal(0, impact.HoursLost(), 9);
        Assert.Equal(impact.Before.CarUnits[0], impact.After.CarUnits[0], 9);
    }

    /// <remarks>
    /// Braess: steep roads 0.1 (1 + v / 1,000), flat roads 0.5 (1 + v / 50,000), a bridge of one lane, 0.05 (1 + v / c), 3,000 units.
    /// With x on the bridge, steep roads have (3,000 + x) / 2 and flat ones (3,000 - x) / 2, and both ways cost the same where
    /// 0.215 = x (0.000055 + 0.05 / c), or all take the bridge. Columns that block it for 0.45 h leave c = 5,500: x would be
    /// 3,354, all take it, 0.8 + 0.05 (1 + 3,000 / 5,500) = 0.877273 h. Twice as many leave
    /// c = 1,000: x = 2,047.6, 0.765 + 0.000045 x = 0.857143 h.
    /// </remarks>
    [Fact]
    public void Twice_the_convoys_can_help_where_Braess_has_built_a_bridge()
    {
        var network = RoadScene.Network(
            4, isAtGrade: false, RoadScene.Road("steep-1", 0, 2, 5, 50, 1, 1000), RoadScene.Road("flat-1", 0, 3, 25, 50, 1, 50_000),
            RoadScene.Road("flat-2", 2, 1, 25, 50, 1, 50_000), RoadScene.Road("steep-2", 3, 1, 5, 50, 1, 1000),
            RoadScene.Road("bridge", 2, 3, 2.5, 50, 1, 10_000));
        ConvoyPassage[] once = [new(4, 0, 50, 7.5), new(4, 0.16, 50, 7.5), new(4, 0.32, 50, 7.5)];
        var twice = once.Concat(once.Select(p => p with { EnterHours = p.EnterHours + 0.47 }));
        var (single, twofold) = (RoadScene.Assess(network, [RoadScene.Cars(3000)], once),
            RoadScene.Assess(network, [RoadScene.Cars(3000)], [.. twice]));
        Assert.Equal(3000 * (0.8 + (0.05 * (1 + (3000 / 5500.0)))), single.After.Hours(), 6);
        Assert.Equal(3000 * 0.85714285714, twofold.After.Hours(), 4);
        Assert.True(twofold.HoursLost() < single.HoursLost());
    }

    /// <remarks>
    /// Two-terminal networks in which roads stand only in series and in parallel have no Braess paradox (Milchtaich 2006,
    /// doi:10.1016/j.geb.2005.09.005): 0 to 2 to 1 by two roads each, and one road past node 2.
    /// </remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Twice_the_convoys_never_cost_less_where_roads_stand_in_series_and_in_parallel(int seed)
    {
        var random = new Random(seed);
        var network = RoadScene.Network(
            3, isAtGrade: false, Any("a", 0, 2), Any("b", 0, 2), Any("c", 2, 1), Any("d", 2, 1), Any("e", 0, 1));
        var once = Enumerable.Range(0, 6)
            .Select(i => new ConvoyPassage(i % 5, random.NextDouble(), 50, 1 + (5 * random.NextDouble()))).ToList();
        var twice = once.Concat(once.Select(p => p with { EnterHours = random.NextDouble() })).ToList();
        var single = RoadScene.Assess(network, [RoadScene.Cars(4000)], once);
        var twofold = RoadScene.Assess(network, [RoadScene.Cars(4000)], twice);
        var resolution = single.ResolutionHours + twofold.ResolutionHours;
        Assert.InRange(single.HoursLost(), -resolution, twofold.HoursLost() + resolution);
        Assert.True(twofold.HoursLost() > 0);

        CivilRoad Any(string id, int from, int to) =>
            RoadScene.Road(
                id, from, to, 5 + (10 * random.NextDouble()), 60 + random.Next(60), 1 + random.Next(2), 1500 + random.Next(1500));
    }

    [Fact]
    public void Faults_of_roads_and_connectors_are_all_named()
    {
        var wrong = RoadScene.Road("no-lane", 0, 1, 10, 100, 1, 2000) with { Lanes = 0 };
        var roads = CivilRoadNetwork.Compile("scene", [false, false], 1, [wrong], [new(3, 0, 0, 0)], new TravelTimeFunction(0.15, 4));
        Assert.Equal(["CIV003", "CIV003"], roads.Diagnostics.Select(d => d.Code));
    }
}
