using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>
/// The same plan against a scenario or network with a little less room, and a plan that misreports itself: each names its rule.
/// </summary>
public sealed class PlanCheckerInputTests
{
    public static TheoryData<string, string> LimitsOneBelow => new()
    {
        { "r1", "wheeled" }, { "r2", "axle" }, { "r1", "mass" }, { "r2", "height" }, { "r1", "width" }, { "r2", "length" },
        { "r1", "tunnel" }, { "t1", "axle" }, { "t2", "metre" }, { "t1", "train" }, { "t2", "gauge" }, { "t1", "electrification" },
        { "t2", "freight" }, { "w1", "cemt" }, { "w2", "draught" }, { "w1", "air" }, { "w2", "vessel" }, { "w1", "beam" },
    };

    [Theory]
    [MemberData(nameof(LimitsOneBelow))]
    public void Each_limit_of_a_link_binds_when_it_is_one_below(string link, string limit)
    {
        var scene = Scene.WithLink(link, row => limit switch
        {
            "wheeled" => row with { Wheeled = 19 },
            "axle" => row with { AxleLoadKg = row.AxleLoadKg - 1 },
            "mass" => row with { MassKg = 17_999 },
            "height" => row with { HeightCm = 349 },
            "width" => row with { WidthCm = 249 },
            "length" => row with { VehicleLengthCm = 799 },
            "tunnel" => row with { TunnelCategory = 'E' },
            "metre" => row with { MetreLoadKg = 6_999 },
            "train" => row with { TrainLengthMetres = 119 },
            "gauge" => row with { Gauge = LoadingGauge.GA },
            "electrification" => row with { Electrification = Electrification.None },
            "freight" => row with { Freight = false },
            "cemt" => row with { CemtClass = 4 },
            "draught" => row with { DraughtCm = 279 },
            "air" => row with { AirDraughtCm = 649 },
            "vessel" => row with { VesselLengthMetres = 99 },
            "beam" => row with { BeamCm = 1_139 },
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "unknown limit"),
        });
        Assert.Equal([CheckRule.Limits], scene.BrokenRules());
    }

    [Fact]
    public void Low_water_binds_and_a_limit_that_is_not_known_does_not()
    {
        Assert.Equal([CheckRule.Limits], Scene.WithPatch("water-lock", PatchEffect.DraughtLimit, 279, 0, 1).BrokenRules());
        Assert.Empty(Scene.WithLink("w1", row => row with { DraughtCm = null, CemtClass = null }).BrokenRules());
    }

    [Fact]
    public void Traffic_against_a_one_way_link_is_found()
    {
        var scene = Scene.WithLink("r2", row => row with { From = row.To, To = row.From, TwoWay = false });
        Assert.Equal([CheckRule.Steps], scene.BrokenRules());
    }

    [Theory]
    [InlineData("rest", 9)] // ten vehicles
    [InlineData("staging", 44)] // 45 lane metres
    [InlineData("mooring", 1)] // nobody holds there: the capacity is free
    public void A_node_holds_no_more_than_its_capacity(string facility, int capacity)
    {
        var scene = Scene.WithFacility(facility, row => row with { HoldCapacity = capacity });
        Assert.Equal(facility == "mooring" ? [] : [CheckRule.HoldCapacity], scene.BrokenRules());
    }

    [Theory]
    [InlineData(19, 3_911, false)] // M1-01 leaves at 3,800 s, its tail at 3,910 s
    [InlineData(19, 3_909, true)]
    [InlineData(20, 3_909, false)]
    public void A_hold_lasts_until_the_tail_has_left(int capacity, int other, bool breaks)
    {
        // The second column arrives in the rest area at the moment given, its march shortened by a fast link of its own time.
        var scene = Scene.WithFacility("rest", row => row with { HoldCapacity = capacity }).WithSteps(
            "M1-02", CheckScenePlan.Aboard(0, 1_200), CheckScenePlan.Discharge(1_200, 2_400),
            CheckScenePlan.R1(2_400) with { EndSeconds = other }, CheckScenePlan.Rest(other, 5_000), CheckScenePlan.R2(5_000));
        Assert.Equal(breaks, scene.BrokenRules().Contains(CheckRule.HoldCapacity));
    }

    [Fact]
    public void A_train_longer_than_the_yard_may_not_hold_there()
    {
        var scene = Scene.WithFacility("yard", row => row with { MaxLengthMetres = 119 });
        Assert.Equal([CheckRule.Holding], scene.BrokenRules());
    }

    [Fact]
    public void A_hold_capacity_in_another_modes_unit_does_not_count()
    {
        var scene = Scene.WithFacility("rest", row => row with { HoldUnit = HoldUnit.Tracks });
        Assert.Equal([CheckRule.Holding], scene.BrokenRules());
    }

    [Theory]
    [InlineData(PoolKind.Escort, 1, 6_000, false)] // blocks [1,200, 7,200) and [2,400, 8,400)
    [InlineData(PoolKind.Escort, 2, 4_210, true)] // 1,200 to 5,410
    [InlineData(PoolKind.Escort, 2, 4_209, false)]
    [InlineData(PoolKind.TrainSet, 1, 10_000, false)]
    [InlineData(PoolKind.Barge, 1, 20_000, false)]
    [InlineData(PoolKind.Barge, 2, 6_660, true)] // M1-04: loading starts at 4,500, tail at 11,160; M1-05: 6,900 to 13,560
    [InlineData(PoolKind.Barge, 2, 6_659, false)]
    public void Pools_have_so_many_assets_for_so_long(PoolKind kind, int count, int block, bool holds)
    {
        var scene = Scene.WithPool(kind, count, block);
        Assert.Equal(holds ? [] : [CheckRule.Pools], scene.BrokenRules());
    }

    [Theory]
    [InlineData(2, 3, DayTypes.Weekday, false)] // local 02:00-03:00 is [3,600, 7,200) s; r2 is used over [3,800, 6,610)
    [InlineData(2, 3, DayTypes.Saturday, true)]
    [InlineData(3, 4, DayTypes.Weekday, true)] // [7,200, 10,800)
    public void A_curfew_holds_in_local_time_and_on_its_days(int fromHour, int toHour, DayTypes days, bool holds)
    {
        var scene = WithCurfew(Scene, fromHour, toHour, days);
        Assert.Equal(holds ? [] : [CheckRule.Windows], scene.BrokenRules());
    }

    [Theory]
    [InlineData(2, 3, true)] // The hour from 02:00 does not happen that night.
    [InlineData(1, 2, false)] // [3,600, 7,200)
    [InlineData(3, 4, true)] // [7,200, 10,800): 03:00 summer time comes straight after 02:00 winter time.
    public void A_curfew_in_the_night_summer_time_starts_is_read_on_the_local_clock(int fromHour, int toHour, bool holds)
    {
        // Sunday 29 March 2026, 00:00 local; clocks go forward at 01:00 UTC, 7,200 s later.
        var start = new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero);
        var scene = Scene;
        scene = scene with
        {
            Scenario = scene.Scenario with { Start = start, Clock = new LocalClock(start, [(0, 3_600), (7_200, 7_200)]) },
            Plan = scene.Plan with { Start = start },
        };
        Assert.Equal(holds ? [] : [CheckRule.Windows], WithCurfew(scene, fromHour, toHour, DayTypes.Sunday).BrokenRules());
    }

    [Theory]
    [InlineData("r2", 6_609, 7_000, false)] // M1-02's tail leaves r2 at 6,610 s
    [InlineData("r2", 6_610, 7_000, true)]
    [InlineData("road-halt", 1_000, 1_201, false)] // a node stands for its links; M1-01 enters r1 at 1,200 s
    [InlineData("road-halt", 1_000, 1_200, true)]
    public void A_closed_link_is_empty_from_head_to_tail(string target, int from, int to, bool holds)
    {
        var scene = Scene.WithPatch(target, PatchEffect.Closed, 0, from, to);
        Assert.Equal(holds ? [] : [CheckRule.Windows], scene.BrokenRules());
    }

    [Fact]
    public void The_speed_factor_in_force_at_head_entry_sets_the_running_time()
    {
        // 80 km/h x 45 / 100 = 36 km/h still lets the column march at 36; one hundredth less makes it 35.
        Assert.Empty(Scene.WithPatch("r2", PatchEffect.SpeedFactor, 45, 0, 86_400).BrokenRules());
        Assert.Equal([CheckRule.RunningTime], Scene.WithPatch("r2", PatchEffect.SpeedFactor, 44, 3_800, 3_801).BrokenRules());
        Assert.Empty(Scene.WithPatch("r2", PatchEffect.SpeedFactor, 44, 3_801, 5_000).BrokenRules());
    }

    [Theory]
    [InlineData(10, true)] // 55 + 55 pcu in one hour on r1 and on r2
    [InlineData(9, false)]
    public void Rate_use_ends_where_the_price_bands_end(int secondBand, bool holds)
    {
        var scene = Scene;
        scene = scene with { Prices = Rebuilt(scene, secondBand) };
        Assert.Equal(holds ? [] : [CheckRule.Rate], scene.BrokenRules());
    }

    [Fact]
    public void Ships_beyond_the_berths_are_found()
    {
        var scene = Scene;
        var other = scene.Scenario.Movements[0] with { Id = "M9", Ship = CheckSceneScenario.Vessel with { Name = "Other" } };
        scene = scene with { Scenario = scene.Scenario with { Movements = [.. scene.Scenario.Movements, other] } };
        Assert.Equal([CheckRule.Berths], scene.BrokenRules());
        Assert.Equal([CheckRule.Berths], Scene.WithFacility("port", row => row with { MaxLengthMetres = 199 }).BrokenRules());
    }

    [Fact]
    public void A_hard_due_time_and_the_horizon_bind()
    {
        Assert.Equal([CheckRule.ReadyAndHorizon], Scene.WithMovement("M2", m => m with { DueSeconds = 6_659 }).BrokenRules());
        Assert.Empty(Scene.WithMovement("M2", m => m with { DueSeconds = 6_660 }).BrokenRules());
        var shorter = Scene;
        shorter = shorter with
        {
            Scenario = shorter.Scenario with { HorizonSeconds = 13_559 }, Plan = shorter.Plan with { HorizonSeconds = 13_559 },
        };
        Assert.Equal([CheckRule.ReadyAndHorizon], shorter.BrokenRules());
    }

    private static CheckScene Scene => CheckScene.Valid();

    private static CheckScene WithCurfew(CheckScene scene, int fromHour, int toHour, DayTypes days) => scene with
    {
        Scenario = scene.Scenario with
        {
            Curfews = [new Curfew(TransportMode.Road, ["n-road"], ["Utrecht"], days, fromHour * 60, toHour * 60, 1)],
        },
    };

    private static Networks.Prices.PriceBandTable Rebuilt(CheckScene scene, int secondBand) => new()
    {
        ResourceCount = scene.Prices.ResourceCount,
        HourCount = scene.Prices.HourCount,
        SetOfCell = scene.Prices.SetOfCell,
        SetStart = scene.Prices.SetStart,
        BandWidth = [100, secondBand, 1, 1, 1, 1],
        BandPriceMicroEuros = scene.Prices.BandPriceMicroEuros,
    };
}
