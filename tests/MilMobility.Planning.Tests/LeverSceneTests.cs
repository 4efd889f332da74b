using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>
/// What policy levers do to plans, and that the checker notices each breach: a plan made without a lever is checked with it. Every plan
/// made with one is checked by the plan checker, which reads the levers itself. Second 0 is 01:00 local on a Monday.
/// </summary>
public sealed class LeverSceneTests
{
    private const int Hour = 3600;

    // a ---10 km--- b: 20 vehicles need 600 s and pass in 60 s; the headway is 300 s.
    private static SceneBuilder Road(int lanes = 2) => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0).Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000, lanesOrTracks: lanes);

    private static PatchSelection Link(params string[] ids) => new() { Targets = ids };

    private static PolicyLevers Night(params DailyHours[] hours) => new() { NightWindows = [new NightWindow(Link("ab"),
        Sentence.AsIs("ab"), hours, 1)] };

    private static PolicyLevers Gap(int seconds) => new() { Headways = [new StatedHeadway(Link("ab"), Sentence.AsIs("ab"), seconds, 1)] };

    private static PolicyLevers Cap(int most, bool inVehicles, CapPeriod per, params string[] links) =>
        new() { Caps = [new EntryCap(Link(links.Length == 0 ? ["ab"] : links), Sentence.AsIs("ab"), most, inVehicles, per, 1)] };

    /// <summary>Rules that a plan made without levers breaks once they are there.</summary>
    private static string[] Broken(MissionScene scene, PolicyLevers levers)
    {
        var plan = scene.Plan();
        scene.Levers = levers;
        var check = PlanChecker.Check(scene.Scenario(), scene.Dataset, scene.Free(), plan);
        return [.. check.Violations.Select(v => v.Rule).Distinct()];
    }

    private static MissionScene With(MissionScene scene, PolicyLevers levers)
    {
        scene.Levers = levers;
        return scene;
    }

    private static int[] Starts(MovementPlan plan) =>
        [.. plan.Planned.Select(p => p.Steps.OfType<MoveStep>().First().StartSeconds).Order()];

    private static MissionScene Convoys(int count, SceneBuilder? network = null)
    {
        var scene = new MissionScene(network ?? Road());
        for (var i = 0; i < count; i++) scene.Movement($"M{i}", "a", "b", 20);
        return scene;
    }

    [Fact]
    public void A_convoy_waits_for_the_night_window_and_is_out_of_it_in_time()
    {
        // From 02:00 (3,600 s) it may go.
        Assert.Equal([3_600], Starts(With(Convoys(1), Night(new DailyHours(DayTypes.All, 120, 300))).Plan()));
        // 01:00 to 01:11: 660 s are just enough; with a minute less it goes from 23:00 (79,200 s) the next time, past midnight.
        Assert.Equal([0], Starts(With(Convoys(1), Night(new DailyHours(DayTypes.All, 60, 71))).Plan()));
        var late = Night(new DailyHours(DayTypes.All, 60, 70), new DailyHours(DayTypes.All, 23 * 60, 30));
        Assert.Equal([22 * Hour], Starts(With(Convoys(1), late).Plan()));
    }

    [Fact]
    public void Hours_count_by_the_day_on_which_they_begin_and_several_windows_all_hold()
    {
        // The first hour is Monday's morning after Sunday's night: only Sunday's hours open it.
        Assert.Equal([0], Starts(With(Convoys(1), Night(new DailyHours(DayTypes.Sunday, 22 * 60, 5 * 60))).Plan()));
        Assert.Equal([21 * Hour], Starts(With(Convoys(1), Night(new DailyHours(DayTypes.Weekday, 22 * 60, 5 * 60))).Plan()));
        var two = new PolicyLevers
        {
            NightWindows =
            [
                new NightWindow(Link("ab"), Sentence.AsIs("ab"), [new DailyHours(DayTypes.All, 0, 240)], 1),
                new NightWindow(new PatchSelection { LinkClasses = ["motorway"] }, Sentence.AsIs("motorway"),
                    [new DailyHours(DayTypes.All, 180, 600)], 2),
            ],
        };
        Assert.Equal([2 * Hour], Starts(With(Convoys(1), two).Plan()));
    }

    [Fact]
    public void The_checker_notices_a_column_outside_the_night_window()
    {
        Assert.Equal([CheckRule.NightWindows], Broken(Convoys(1), Night(new DailyHours(DayTypes.All, 120, 300))));
        Assert.Equal([CheckRule.NightWindows], Broken(Convoys(1), Night(new DailyHours(DayTypes.All, 60, 70))));
        Assert.Empty(Broken(Convoys(1), Night(new DailyHours(DayTypes.All, 60, 71))));
    }

    [Fact]
    public void A_stated_headway_keeps_columns_further_apart_and_a_smaller_one_changes_nothing()
    {
        Assert.Equal([0, 360], Starts(Convoys(2).Plan()));
        Assert.Equal([0, 1_260], Starts(With(Convoys(2), Gap(1_200)).Plan()));
        Assert.Equal([0, 360], Starts(With(Convoys(2), Gap(200)).Plan()));
    }

    [Fact]
    public void A_stated_headway_holds_between_opposite_directions_of_a_single_road()
    {
        MissionScene Both() => new MissionScene(Road(lanes: 0)).Movement("M", "a", "b", 20).Movement("N", "b", "a", 20);
        // The first is clear at 660 s.
        Assert.Equal([0, 960], Starts(Both().Plan()));
        Assert.Equal([0, 1_860], Starts(With(Both(), Gap(1_200)).Plan()));
        Assert.Equal([CheckRule.Headways], Broken(Both(), Gap(1_200)));
    }

    [Fact]
    public void The_checker_notices_columns_closer_than_the_stated_headway()
    {
        Assert.Equal([CheckRule.Headways], Broken(Convoys(2), Gap(301)));
        Assert.Empty(Broken(Convoys(2), Gap(300)));
    }

    [Fact]
    public void A_cap_lets_so_many_vehicles_in_per_hour()
    {
        Assert.Equal([0, 360, 720, 1_080], Starts(Convoys(4).Plan()));
        Assert.Equal([0, 360, 3_600, 3_960], Starts(With(Convoys(4), Cap(40, true, CapPeriod.Hour)).Plan()));
        Assert.Equal([0, 3_600, 7_200, 10_800], Starts(With(Convoys(4), Cap(1, false, CapPeriod.Hour)).Plan()));
    }

    [Fact]
    public void A_cap_per_day_counts_from_local_midnight()
    {
        // Midnight is at 23 h; a third day is beyond the horizon.
        var plan = With(Convoys(3), Cap(20, true, CapPeriod.Day)).Plan();
        Assert.Equal([0, 23 * Hour], Starts(plan));
        Assert.Single(plan.Unmoved);
    }

    [Fact]
    public void A_serial_larger_than_the_cap_is_unmoved_for_that_reason()
    {
        var unmoved = Assert.Single(With(Convoys(1), Cap(19, true, CapPeriod.Hour)).Plan().Unmoved);
        Assert.Contains("cap of 19 vehicles", unmoved.Detail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_serial_counts_once_however_long_it_is_on_the_links()
    {
        // Two links of 50 km: the second is entered 3,000 s after the first. One serial an hour: the others come at 3,600 s and 7,200 s,
        // the first of them while its forerunner is on the second link, which it had entered in the hour before.
        SceneBuilder Chain() => new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0).Node("m", TransportMode.Road, "junction", 50_000, 0)
            .Node("b", TransportMode.Road, "border", 100_000, 0)
            .Link("am", "a", "m", lengthMetres: 50_000).Link("mb", "m", "b", lengthMetres: 50_000);
        var cap = Cap(1, false, CapPeriod.Hour, "am", "mb");
        var later = new MissionScene(Chain()).Movement("M", "a", "b", 20, ready: 3_000).Movement("N", "a", "b", 20, ready: 3_600);
        // M enters the second link at 6,000 s, in the hour in which N enters the first.
        Assert.Equal([3_000, 3_600], Starts(With(later, cap).Plan()));
    }

    [Fact]
    public void The_checker_notices_more_than_a_cap_lets_in()
    {
        Assert.Equal([CheckRule.Caps], Broken(Convoys(3), Cap(59, true, CapPeriod.Hour)));
        Assert.Empty(Broken(Convoys(3), Cap(60, true, CapPeriod.Hour)));
        Assert.Equal([CheckRule.Caps], Broken(Convoys(3), Cap(2, false, CapPeriod.Day)));
    }

    [Fact]
    public void A_limit_on_staging_leaves_room_for_fewer()
    {
        // Five hours of road, a halt needed after four: both halt at the rest area, which takes 100 vehicles.
        MissionScene Long() => new MissionScene(new SceneBuilder()
                .Node("a", TransportMode.Road, "port", 0, 0).Node("rest", TransportMode.Road, "rest-area", 150_000, 0)
                .Node("b", TransportMode.Road, "border", 300_000, 0)
                .Link("ar", "a", "rest", lengthMetres: 150_000).Link("rb", "rest", "b", lengthMetres: 150_000)
                .Facility("f", "rest", "rest-area", 100, HoldUnit.Vehicles))
            .Movement("M", "a", "b", 20).Movement("N", "a", "b", 20);
        PolicyLevers Most(int vehicles) => new() { Staging = [new StagingLimit([], ["rest-area"], vehicles, null, null, null, 1)] };

        // 150 min to the rest area, 15 min of halt: the second comes 360 s behind and halts beside the first.
        Assert.Equal([0, 360], Starts(Long().Plan()));
        // Room for one: the first keeps it for its halt of 900 s and its pass of 60 s.
        Assert.Equal([0, 960], Starts(With(Long(), Most(39)).Plan()));
        Assert.Equal(2, With(Long(), Most(19)).Plan().Unmoved.Count);
        Assert.Equal([CheckRule.Staging], Broken(Long(), Most(39)));
        Assert.Empty(Broken(Long(), Most(40)));
    }

    //   sea ~ ramp ~> quay --- 10 km --- b: two convoys off a ship, 20 minutes each on the ramp, 660 s on the road
    private static MissionScene Port(int ramps = 1) => new MissionScene(new SceneBuilder()
            .Node("sea", TransportMode.Sea, "berth", 0, 0, place: "port")
            .Node("quay", TransportMode.Road, "port", 100, 0, place: "port")
            .Node("b", TransportMode.Road, "border", 10_100, 0)
            .Facility("staging", "quay", "staging", 440, HoldUnit.LaneMetres)
            .Transfer("ramp", "sea", "quay", "discharge-roro", vehiclesPerHour: 60, positions: ramps)
            .Link("qb", "quay", "b", lengthMetres: 10_000))
        .Movement("M", "port", "b", 40, ship: new Ship("S", 0, 12 * Hour, DischargeMode.RoRo, 150));

    private static PolicyLevers Staged(int stay, int? callForward = null) => new()
    {
        Staging = [new StagingLimit(["port"], ["staging"], null, null, null, null, 1)
            { StayMinSeconds = stay, CallForwardBySeconds = callForward }],
    };

    [Fact]
    public void What_comes_off_a_ship_stays_its_least_time_before_it_marches_out()
    {
        Assert.Equal([1_200, 2_400], Starts(Port().Plan()));
        Assert.Equal([1_200 + Hour, 2_400 + Hour], Starts(With(Port(), Staged(Hour)).Plan()));
        // Room for one convoy: the second leaves the ramp when the first is gone.
        var narrow = With(Port(), Staged(Hour) with
        {
            Staging = [.. Staged(Hour).Staging, new StagingLimit(["port"], [], null, 439, null, null, 2)],
        });
        Assert.Equal([1_200 + Hour, 1_200 + Hour + 60 + Hour], Starts(narrow.Plan()));
        Assert.Equal([CheckRule.StagingTimes], Broken(Port(), Staged(60)));
        Assert.Empty(Broken(Port(), Staged(0)));
    }

    [Fact]
    public void Nothing_waits_beyond_the_latest_call_forward()
    {
        // The night window opens at 02:00 (3,600 s): both wait for it; called forward six minutes later, both do.
        var window = new NightWindow(Link("qb"), Sentence.AsIs("qb"), [new DailyHours(DayTypes.All, 120, 600)], 1);
        PolicyLevers By(int time) => Staged(0, time) with { NightWindows = [window] };
        Assert.Equal([3_600, 3_960], Starts(With(Port(2), By(3_960)).Plan()));
        // One goes with the window; the other stays aboard, so that it comes off when it can go on at once.
        Assert.Equal([3_600, 3_960], Starts(With(Port(2), By(3_600)).Plan()));
        Assert.Equal([3_600, 3_960], Starts(With(Port(2), By(0)).Plan()));
        // Stays of an hour end at 4,800 s and 6,000 s.
        Assert.Equal([CheckRule.StagingTimes], Broken(With(Port(), Staged(Hour)), Staged(0, 5_999)));
        Assert.Empty(Broken(With(Port(), Staged(Hour)), Staged(0, 6_000)));
    }

    [Fact]
    public void What_must_stay_beyond_its_call_forward_is_not_moved()
    {
        Assert.Equal(2, With(Port(), Staged(Hour, Hour)).Plan().Unmoved.Count);
        Assert.Single(With(Port(), Staged(Hour, Hour + 1_200)).Plan().Unmoved);
    }

    [Fact]
    public void Who_drives_through_a_place_need_not_stay_there_and_who_halts_there_must()
    {
        // Five hours by way of the rest area, a halt of 900 s after four at most: it stays for two hours instead.
        MissionScene Drive(int minutes) => new MissionScene(new SceneBuilder()
                .Node("a", TransportMode.Road, "port", 0, 0).Node("rest", TransportMode.Road, "rest-area", 1_000 * minutes, 0)
                .Node("b", TransportMode.Road, "border", 2_000 * minutes, 0)
                .Link("ar", "a", "rest", lengthMetres: 1_000 * minutes).Link("rb", "rest", "b", lengthMetres: 1_000 * minutes)
                .Facility("f", "rest", "rest-area", 100, HoldUnit.Vehicles))
            .Movement("M", "a", "b", 20);
        var twoHours = new StagingLimit([], ["rest-area"], null, null, null, null, 1) { StayMinSeconds = 2 * Hour };
        var stay = new PolicyLevers { Staging = [twoHours] };
        Assert.Equal((2 * 60 * 60) + 60, With(Drive(60), stay).Plan().Planned[0].FinishSeconds);
        Assert.Equal((2 * 150 * 60) + 900 + 60, Drive(150).Plan().Planned[0].FinishSeconds);
        Assert.Equal((2 * 150 * 60) + (2 * Hour) + 60, With(Drive(150), stay).Plan().Planned[0].FinishSeconds);
        Assert.Equal([CheckRule.StagingTimes], Broken(Drive(150), stay));
    }

    [Fact]
    public void Levers_only_tighten_so_that_no_plan_becomes_cheaper()
    {
        var free = Convoys(4).Plan().Objective.TotalMicroEuros;
        foreach (var levers in new[] { Night(new DailyHours(DayTypes.All, 90, 600)), Gap(900), Cap(2, false, CapPeriod.Hour) })
            Assert.True(With(Convoys(4), levers).Plan().Objective.TotalMicroEuros > free, "a lever that binds costs");
        Assert.True(
            With(Port(), Staged(Hour)).Plan().Objective.TotalMicroEuros > Port().Plan().Objective.TotalMicroEuros, "a stay costs its time");
    }
}
