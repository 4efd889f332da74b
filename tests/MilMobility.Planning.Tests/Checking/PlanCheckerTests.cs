using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>The hand-written plan holds; each single change breaks the rule it should, and no other.</summary>
public sealed class PlanCheckerTests
{
    [Fact]
    public void A_valid_plan_holds_and_its_objective_is_the_one_worked_out_by_hand()
    {
        var report = CheckScene.Valid().Check();
        Assert.Empty(report.Violations.Select(v => $"{v.Rule} {v.Subject}: {v.Message}"));
        Assert.Equal(5_662_020_000, report.ObjectiveMicroEuros);
    }

    [Fact]
    public void Every_rule_is_tried_on_the_valid_plan()
    {
        var tried = CheckScene.Valid().Check().RulesChecked;
        Assert.Equal(CheckRule.All.Order(StringComparer.Ordinal), tried.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(tried, pair => pair.Value == 0);
    }

    [Fact]
    public void A_move_that_starts_late_leaves_a_gap()
    {
        var scene = Scene.WithSteps(
            "M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_300), CheckScenePlan.Rest(3_300, 3_900),
            CheckScenePlan.R2(3_900));
        Assert.Equal([CheckRule.Steps], scene.BrokenRules());
    }

    [Fact]
    public void A_first_step_after_the_ready_time_is_found()
    {
        var scene = Scene.WithSteps("M2-01", [.. CheckScenePlan.TrainBack(4_500).Skip(1)]);
        Assert.Equal([CheckRule.ReadyAndHorizon], scene.BrokenRules());
    }

    [Fact]
    public void A_dropped_halt_makes_the_march_too_long()
    {
        // 2,000 s and 1,500 s without a halt; 3,000 s are allowed.
        var scene = Scene.WithSteps(
            "M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_200), CheckScenePlan.R2(3_200));
        Assert.Equal([CheckRule.Halts], scene.BrokenRules());
    }

    [Fact]
    public void A_halt_one_second_short_does_not_count()
    {
        var scene = Scene.WithSteps(
            "M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_200), CheckScenePlan.Rest(3_200, 3_799),
            CheckScenePlan.R2(3_799));
        Assert.Equal([CheckRule.Halts], scene.BrokenRules());
    }

    [Fact]
    public void A_tunnel_of_the_wrong_category_is_found()
    {
        // Goods of code C may use the category B tunnel of r2, not the category C tunnel of r2-tunnel.
        var scene = Scene.WithSteps(
            "M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_200), CheckScenePlan.Rest(3_200, 3_800),
            CheckScenePlan.R2(3_800) with { Link = "r2-tunnel" });
        Assert.Equal([CheckRule.Limits], scene.BrokenRules());
    }

    [Fact]
    public void A_move_that_is_too_short_is_found()
    {
        var scene = Scene.WithSteps(
            "M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_200), CheckScenePlan.Rest(3_200, 3_800),
            CheckScenePlan.R2(3_800) with { EndSeconds = 5_299 });
        Assert.Equal([CheckRule.RunningTime], scene.BrokenRules());
    }

    [Fact]
    public void A_transfer_that_is_too_short_is_found()
    {
        var scene = Scene.WithSteps("M1-01", CheckScenePlan.March(1_199, [CheckScenePlan.Discharge(0, 1_199)]));
        Assert.Equal([CheckRule.RunningTime], scene.BrokenRules());
    }

    [Fact]
    public void A_serial_that_overtakes_is_found_although_entries_are_apart()
    {
        // r1 at 18 km/h when M1-01 enters: it leaves at 5,200 s, after M1-02 that leaves at 4,400 s.
        var scene = Scene.WithPatch("r1", PatchEffect.SpeedFactor, 18, 1_200, 1_201).WithSteps(
            "M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_200) with { EndSeconds = 5_200 },
            CheckScenePlan.Rest(5_200, 8_000), CheckScenePlan.R2(8_000));
        var separation = Assert.Single(scene.Check().Violations, v => v.Rule == CheckRule.Separation);
        Assert.Equal("r1", separation.Subject);
        Assert.Equal(["M1-01", "M1-02"], separation.Serials);
        Assert.DoesNotContain(CheckRule.RunningTime, scene.BrokenRules());
    }

    [Theory]
    [InlineData(890, true)] // M1-01 enters at 2,090 s: 2,090 + 110 + 300 = 2,500 <= 2,500
    [InlineData(891, false)]
    public void Serials_on_one_arc_keep_pass_time_and_headway(int wait, bool holds)
    {
        var depart = 1_200 + wait;
        var scene = Scene
            .WithFacility("rest", rest => rest with { HoldCapacity = 20 })
            .WithFacility("staging", staging => staging with { HoldCapacity = 180 })
            .WithSteps("M1-01", CheckScenePlan.March(
                depart, [CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.Staged(1_200, depart)]))
            .WithSteps("M1-02", CheckScenePlan.March(
                2_500, [CheckScenePlan.Aboard(0, 1_200), CheckScenePlan.Discharge(1_200, 2_400), CheckScenePlan.Staged(2_400, 2_500)]));
        Assert.Equal(holds ? [] : [CheckRule.Separation], scene.BrokenRules());
    }

    [Theory]
    [InlineData(4_860, true)] // on t1 over [5,960, 6,960), clear at 6,960 + 60 + 180 = 7,200
    [InlineData(4_861, false)]
    public void Opposite_trains_on_single_track_are_wholly_apart(int depart, bool holds)
    {
        var scene = Scene.WithSteps("M2-01", CheckScenePlan.TrainBack(depart));
        Assert.Equal(holds ? [] : [CheckRule.SingleTrack], scene.BrokenRules());
    }

    [Fact]
    public void Opposite_trains_may_meet_on_double_track()
    {
        var scene = Scene.WithLink("t1", link => link with { LanesOrTracks = 2 }).WithSteps("M2-01", CheckScenePlan.TrainBack(4_900));
        Assert.Empty(scene.BrokenRules());
    }

    [Theory]
    [InlineData(6_659, false)]
    [InlineData(6_660, true)]
    public void A_transfer_waits_for_the_tail(int start, bool holds)
    {
        // The head arrives at rail-port at 6,600 s, the tail 60 s later; a yard there makes the hold legal.
        var train = CheckScenePlan.TrainBack(4_500);
        var scene = Scene;
        var yard = scene.Dataset.Facilities.Single(f => f.Id == "yard") with { Id = "port-yard", Node = "rail-port" };
        scene = scene with { Dataset = scene.Dataset with { Facilities = [.. scene.Dataset.Facilities, yard] } };
        scene = scene.WithSteps(
            "M2-01",
            [
                .. train, new HoldStep("rail-port", TransportMode.Rail, 6_600, start),
                new TransferStep("unload-rail", "rail-port", "road-port", start, start + 3_600),
            ]);
        Assert.Equal(holds ? [] : [CheckRule.AfterTail], scene.BrokenRules());
    }

    [Fact]
    public void A_transfer_straight_after_a_move_is_before_the_tail()
    {
        var scene = Scene.WithSteps(
            "M2-01", [.. CheckScenePlan.TrainBack(4_500), new TransferStep("unload-rail", "rail-port", "road-port", 6_600, 10_200)]);
        Assert.Equal([CheckRule.AfterTail], scene.BrokenRules());
    }

    [Fact]
    public void A_hold_where_nothing_can_hold_is_found()
    {
        var scene = Scene.WithSteps(
            "M1-04", CheckScenePlan.Aboard(0, 3_600), CheckScenePlan.Discharge(3_600, 4_500), CheckScenePlan.LoadBarge(4_500),
            new HoldStep("water-port", TransportMode.Water, 6_900, 7_000), CheckScenePlan.W1(7_000), CheckScenePlan.W2(8_800));
        Assert.Equal([CheckRule.Holding], scene.BrokenRules());
    }

    [Fact]
    public void Two_holds_in_a_row_are_found()
    {
        var scene = Scene.WithSteps(
            "M2-01", [new HoldStep("rail-exit", TransportMode.Rail, 0, 100), .. CheckScenePlan.TrainBack(4_500).Select((step, i) =>
                i == 0 ? step with { StartSeconds = 100 } : step)]);
        Assert.Equal([CheckRule.Holding, CheckRule.Steps], scene.BrokenRules());
    }

    [Fact]
    public void Lockages_beyond_the_chambers_that_fit_are_found()
    {
        // M1-04 waits until 10,500 s; its lockage lasts until 11,700 s, that of M1-05 starts at 11,100 s. One chamber is too short.
        var scene = Scene.WithSteps(
            "M1-04", CheckScenePlan.Aboard(0, 3_600), CheckScenePlan.Discharge(3_600, 4_500), CheckScenePlan.LoadBarge(4_500),
            CheckScenePlan.W1(6_900), new HoldStep("water-lock", TransportMode.Water, 8_700, 10_500), CheckScenePlan.W2(10_500));
        var violation = Assert.Single(scene.Check().Violations, v => v.Rule == CheckRule.Locks);
        Assert.Equal((11_100, 11_700), (violation.FromSeconds, violation.ToSeconds));
        Assert.Equal(["M1-04", "M1-05"], violation.Serials);
        Assert.Equal([CheckRule.Locks], scene.BrokenRules());
    }

    [Fact]
    public void Transfers_beyond_the_positions_are_found()
    {
        var scene = Scene.WithSteps(
            "M1-05", [CheckScenePlan.Aboard(0, 4_500), CheckScenePlan.Discharge(4_500, 5_400), CheckScenePlan.LoadBarge(5_400),
                .. CheckScenePlan.Voyage(7_800)]);
        // Its lockage then starts at 9,600 s, 300 s before the other's ends.
        Assert.Equal([CheckRule.Locks, CheckRule.Transfers], scene.BrokenRules());
    }

    [Theory]
    [InlineData(6_300, true)]
    [InlineData(6_301, false)]
    public void A_discharge_ends_within_the_berth_window(int start, bool holds)
    {
        var scene = Scene.WithSteps(
            "M1-05", [CheckScenePlan.Aboard(0, start), CheckScenePlan.Discharge(start, start + 900),
                CheckScenePlan.LoadBarge(start + 900), .. CheckScenePlan.Voyage(start + 3_300)]);
        Assert.Equal(holds ? [] : [CheckRule.Transfers], scene.BrokenRules());
    }

    [Fact]
    public void A_lolo_ship_does_not_discharge_over_a_ramp()
    {
        var scene = Scene.WithMovement("M1", m => m with { Ship = m.Ship! with { Discharge = DischargeMode.LoLo } });
        Assert.Equal([CheckRule.Transfers], scene.BrokenRules());
    }

    private static CheckScene Scene => CheckScene.Valid();
}
