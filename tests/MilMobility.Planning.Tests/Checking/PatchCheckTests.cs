using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>
/// Every kind of patch against a plan that was made without it: the checker finds what the patch forbids, and nothing one step short
/// of that. M1-01 is on r1 from 1,200 s to 3,310 s; barge M1-05 is in the lock over [11,100, 12,300) s, M1-04 over [8,700, 9,900).
/// </summary>
public sealed class PatchCheckTests
{
    private static readonly CheckScene Scene = CheckScene.Valid();

    private static CheckScene With(params NetworkPatch[] patches) => Scene with
    {
        Scenario = Scene.Scenario with { Patches = [.. Scene.Scenario.Patches, .. patches] },
    };

    private static NetworkPatch Patch(PatchSelection selection, PatchEffect effect, int value, int from = 0, int to = 86_400) =>
        new("selection", effect, value, from, to, 1) { Selection = selection };

    public static TheoryData<LinkLimit, string, int> Limits => new()
    {
        { LinkLimit.WheeledClass, "r1", 20 }, { LinkLimit.AxleLoadKg, "r1", 9_000 }, { LinkLimit.MassKg, "r1", 18_000 },
        { LinkLimit.HeightCm, "r1", 350 }, { LinkLimit.WidthCm, "r1", 250 }, { LinkLimit.VehicleLengthCm, "r1", 800 },
        { LinkLimit.AxleLoadKg, "t1", 17_500 }, { LinkLimit.MetreLoadKg, "t1", 7_000 }, { LinkLimit.TrainLengthMetres, "t1", 120 },
        { LinkLimit.DraughtCm, "w1", 280 }, { LinkLimit.AirDraughtCm, "w1", 650 }, { LinkLimit.VesselLengthMetres, "w1", 100 },
        { LinkLimit.BeamCm, "w1", 1_140 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_one_below_what_a_serial_needs_is_broken(LinkLimit limit, string link, int needed)
    {
        var patch = new NetworkPatch(link, PatchEffect.Limit, needed, 0, 0, 1) { Limit = limit };
        Assert.Empty(With(patch).BrokenRules());
        Assert.Equal([CheckRule.Limits], With(patch with { Value = needed - 1 }).BrokenRules());
    }

    [Fact]
    public void A_loosened_limit_takes_the_place_of_the_links_own()
    {
        var scene = Scene.WithLink("r1", row => row with { MassKg = 17_999 });
        Assert.Equal([CheckRule.Limits], scene.BrokenRules());
        var loose = new NetworkPatch("r1", PatchEffect.Limit, 18_000, 0, 0, 1) { Limit = LinkLimit.MassKg, Loosens = true };
        Assert.Empty((scene with { Scenario = scene.Scenario with { Patches = [loose] } }).BrokenRules());
        var strict = loose with { Loosens = false };
        Assert.Equal([CheckRule.Limits], (scene with { Scenario = scene.Scenario with { Patches = [strict] } }).BrokenRules());
    }

    [Fact]
    public void Low_water_takes_its_drop_off_the_draught_that_is_known()
    {
        var deep = Scene.WithLink("w1", row => row with { DraughtCm = 320 });
        var water = new PatchSelection { Targets = ["w1"] };
        Assert.Empty((deep with { Scenario = deep.Scenario with { Patches = [Patch(water, PatchEffect.LowWater, 40)] } }).BrokenRules());
        Assert.Equal([CheckRule.Limits],
            (deep with { Scenario = deep.Scenario with { Patches = [Patch(water, PatchEffect.LowWater, 41)] } }).BrokenRules());
    }

    [Theory]
    [InlineData(0, 12_299, 12_300, false)]
    [InlineData(0, 12_300, 12_400, true)]
    [InlineData(0, 9_900, 11_100, true)] // between the two lockages
    [InlineData(0, 9_900, 11_101, false)]
    [InlineData(1, 11_100, 11_101, false)] // of two chambers one takes the barge, and the one that is out may be that one
    public void Chambers_out_of_service_are_not_used(int inService, int from, int to, bool holds)
    {
        var scene = With(Patch(new PatchSelection { Locks = ["lock"] }, PatchEffect.LockOutage, inService, from, to));
        Assert.Equal(holds ? [] : [CheckRule.Locks], scene.BrokenRules());
    }

    [Fact]
    public void A_lock_is_found_by_a_part_of_its_name_and_others_are_left_alone()
    {
        Assert.Equal([CheckRule.Locks], With(Patch(new PatchSelection { Locks = ["LOCK"] }, PatchEffect.LockOutage, 0)).BrokenRules());
        Assert.Equal([CheckRule.Locks], With(new NetworkPatch("water-lock", PatchEffect.LockOutage, 0, 0, 86_400, 1)).BrokenRules());
        Assert.Empty(With(Patch(new PatchSelection { Locks = ["volkerak"] }, PatchEffect.LockOutage, 0)).BrokenRules());
    }

    public static TheoryData<PatchSelection, bool> Selections => new()
    {
        { new PatchSelection { Targets = ["r1", "nothing"] }, true },
        { new PatchSelection { Targets = ["exit"] }, true }, // a place: the links at its nodes
        { new PatchSelection { LinkClasses = ["n-road"] }, true },
        { new PatchSelection { LinkClasses = ["port-road"] }, false },
        { new PatchSelection { Regions = ["UTRECHT"], Mode = TransportMode.Road }, true },
        { new PatchSelection { Regions = ["Limburg"] }, false },
        { new PatchSelection { Managers = ["ProRail"] }, true },
        { new PatchSelection { Managers = ["ProRail"], Mode = TransportMode.Road }, false },
        { new PatchSelection { Corridors = ["none"] }, false },
        { new PatchSelection { Area = new GeoBox(0, 0, 1, 1) }, false },
        { new PatchSelection { Area = new GeoBox(50, 3, 54, 8) }, true },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    public void A_closure_is_of_the_links_that_meet_every_selector(PatchSelection selection, bool closes) =>
        Assert.Equal(closes ? [CheckRule.Windows] : [], With(Patch(selection, PatchEffect.Closed, 0)).BrokenRules());

    [Fact]
    public void Names_are_those_of_the_links_own_mode()
    {
        var scene = Scene.WithLink("r1", row => row with { Name = "A1 (oost)" });
        CheckScene Closed(PatchSelection selection) =>
            scene with { Scenario = scene.Scenario with { Patches = [Patch(selection, PatchEffect.Closed, 0)] } };

        Assert.Equal([CheckRule.Windows], Closed(new PatchSelection { Roads = ["a1"] }).BrokenRules());
        Assert.Empty(Closed(new PatchSelection { Lines = ["A1"] }).BrokenRules());
        Assert.Empty(Closed(new PatchSelection { Roads = ["A"] }).BrokenRules());
    }

    [Fact]
    public void A_corridor_means_its_links()
    {
        var own = Scene with
        {
            Dataset = Scene.Dataset with { Corridors = [new("c1", "One", "link", "r1", "notional", "corridors.csv", 2)] },
        };
        var patch = Patch(new PatchSelection { Corridors = ["c1"] }, PatchEffect.Closed, 0);
        Assert.Equal([CheckRule.Windows], (own with { Scenario = own.Scenario with { Patches = [patch] } }).BrokenRules());
    }

    // Second 0 is 01:00 on a Monday. Traffic by road runs from 1,200 s to 6,610 s: 01:20 to 02:50:10.
    [Theory]
    [InlineData(2 * 60, 3 * 60, DayTypes.Weekday, false)]
    [InlineData(2 * 60, 3 * 60, DayTypes.Sunday, true)]
    [InlineData(3 * 60, 24 * 60, DayTypes.All, true)]
    [InlineData(23 * 60, 2 * 60, DayTypes.Sunday, false)] // Sunday night goes on to Monday 02:00
    [InlineData(23 * 60, 2 * 60, DayTypes.Weekday, true)] // the night that begins on Monday is after it
    public void Daily_hours_hold_on_their_days(int from, int to, DayTypes days, bool holds)
    {
        var patch = Patch(new PatchSelection { Mode = TransportMode.Road }, PatchEffect.Closed, 0, 0, 80_000) with
        {
            Daily = new DailyHours(days, from, to),
        };
        Assert.Equal(holds ? [] : [CheckRule.Windows], With(patch).BrokenRules());
    }

    [Fact]
    public void A_speed_factor_by_daily_hours_sets_the_running_time_of_those_who_enter_in_them()
    {
        var patch = Patch(new PatchSelection { Mode = TransportMode.Road }, PatchEffect.SpeedFactor, 10) with
        {
            Daily = new DailyHours(DayTypes.All, 60, 2 * 60),
        };
        Assert.Equal([CheckRule.RunningTime], With(patch).BrokenRules());
        Assert.Empty(With(patch with { Daily = new DailyHours(DayTypes.All, 6 * 60, 7 * 60) }).BrokenRules());
    }
}
