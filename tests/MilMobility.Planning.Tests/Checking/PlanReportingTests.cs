using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>A plan that says of itself, or of its serials, what is not so.</summary>
public sealed class PlanReportingTests
{
    [Fact]
    public void A_dropped_serial_is_missed()
    {
        var scene = Scene;
        scene = scene with { Plan = scene.Plan with { Unmoved = [] } };
        var violation = Assert.Single(scene.Check().Violations, v => v.Rule == CheckRule.Coverage);
        Assert.Equal("D", violation.Subject);
        Assert.Contains("0 vehicles", violation.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_serial_may_not_be_planned_and_unmoved_at_once()
    {
        var scene = Scene;
        var both = new UnmovedSerial(scene.Plan.Planned[0].Serial, UnmovedReason.NoTime, Sentence.None, []);
        scene = scene with { Plan = scene.Plan with { Unmoved = [.. scene.Plan.Unmoved, both] } };
        Assert.Equal([CheckRule.Coverage], scene.BrokenRules());
    }

    [Fact]
    public void A_changed_load_count_is_found_by_coverage_and_footprint()
    {
        var scene = Scene.WithSerial("M1-01", serial => serial with { Loads = [new SerialLoad("A", 9)] });
        var rules = scene.BrokenRules();
        Assert.Contains(CheckRule.Coverage, rules);
        Assert.Contains(CheckRule.Footprint, rules);
    }

    [Fact]
    public void A_falsified_footprint_is_found_and_not_used()
    {
        // The plan claims a lighter vehicle; the limit of r1 is lowered to the claim, and still found broken.
        var scene = Scene
            .WithSerial("M1-01", serial => serial with { Road = CheckScenePlan.TenTrucks with { MassKg = 10_000 } })
            .WithLink("r1", row => row with { MassKg = 10_000 });
        Assert.Equal([CheckRule.Footprint, CheckRule.Limits], scene.BrokenRules());
    }

    [Fact]
    public void A_footprint_that_the_loads_do_not_allow_is_found()
    {
        var scene = Scene.WithSerial("M1-04", serial => serial with { Road = CheckScenePlan.TenTrucks });
        Assert.Equal([CheckRule.Footprint], scene.BrokenRules());
    }

    [Fact]
    public void Serials_say_what_their_movement_says()
    {
        Assert.Equal([CheckRule.Serial], Scene.WithSerial("M1-05", serial => serial with { DueSeconds = 14_000 }).BrokenRules());
        Assert.Equal([CheckRule.Serial], Scene.WithSerial("M1-05", serial => serial with { Priority = 2 }).BrokenRules());
        Assert.Equal([CheckRule.Serial], Scene.WithSerial("M1-05", serial => serial with { Destinations = ["road-halt"] }).BrokenRules());
    }

    [Fact]
    public void A_serial_that_ends_elsewhere_is_found()
    {
        var scene = Scene.WithSteps("M1-01", CheckScenePlan.Discharge(0, 1_200), CheckScenePlan.R1(1_200));
        Assert.Equal([CheckRule.Steps], scene.BrokenRules());
    }

    [Fact]
    public void Hidden_lateness_is_found_in_cost_and_objective()
    {
        var scene = Scene.WithPlanned("M1-05", planned => planned with { Cost = planned.Cost with { Lateness = 0 } });
        scene = scene with { Plan = scene.Plan with { Objective = scene.Plan.Objective with { Lateness = 0 } } };
        var report = scene.Check();
        Assert.Equal([CheckRule.Objective, CheckRule.Objective], report.Violations.Select(v => v.Rule));
        Assert.Equal(5_662_020_000, report.ObjectiveMicroEuros);
    }

    [Fact]
    public void An_earlier_finish_than_the_tails_is_found()
    {
        var scene = Scene.WithPlanned("M1-05", planned => planned with { FinishSeconds = 13_000 });
        Assert.Equal([CheckRule.ReadyAndHorizon], scene.BrokenRules());
    }

    [Theory]
    [InlineData("time")]
    [InlineData("operating")]
    [InlineData("civil")]
    [InlineData("unmoved")]
    public void A_term_that_is_one_micro_euro_off_is_found(string term)
    {
        var scene = Scene;
        var stated = scene.Plan.Objective;
        var changed = term switch
        {
            "time" => stated with { Time = stated.Time - 1 },
            "operating" => stated with { Operating = stated.Operating + 1 },
            "civil" => stated with { Civil = 0 },
            _ => stated with { Unmoved = stated.Unmoved / 2 },
        };
        var violation = Assert.Single((scene with { Plan = scene.Plan with { Objective = changed } }).Check().Violations);
        Assert.Equal((CheckRule.Objective, term), (violation.Rule, violation.Subject));
    }

    [Theory]
    [InlineData(5_662_020_000, true)]
    [InlineData(5_662_020_001, false)]
    public void The_bound_is_at_most_the_objective(long bound, bool holds)
    {
        var scene = Scene;
        scene = scene with { Plan = scene.Plan with { BoundMicroEuros = bound } };
        Assert.Equal(holds ? [] : [CheckRule.Bound], scene.BrokenRules());
    }

    [Fact]
    public void A_plan_of_another_scenario_is_found()
    {
        var scene = Scene;
        scene = scene with { Plan = scene.Plan with { Scenario = "other", Start = scene.Plan.Start.AddHours(1) } };
        Assert.Equal([CheckRule.Header], scene.BrokenRules());
    }

    [Fact]
    public void Tracked_vehicles_by_road_take_the_transporters_sizes()
    {
        // Three tanks of 60 t on transporters of 15 t and 18 m: 3 x (18 + 42) = 180 m; at 30 km/h 21.6 s, so 22 s, in one packet.
        // The unmoved serial is left out of the scene's costs: only its footprint is looked at.
        var scene = Scene;
        var tank = CheckSceneScenario.Tank("D", "M3", 3) with { ByRoad = true, ByRail = false };
        var expected = CheckScenePlan.TenTrucks with
        {
            VehicleCount = 3, SpeedKmh = 30, ColumnMetres = 180, PassSeconds = 22, PassengerCarUnits = 8,
            Wheeled = new WheeledLoadClass(90), AxleLoadKg = 10_000, MassKg = 75_000, HeightCm = 450, WidthCm = 370,
            VehicleLengthCm = 1_800, TunnelCode = TunnelRestrictionCode.None, CostMicroEurosPerKm = 6_000_000, Escorts = 0,
            HeavyTransporters = 3,
        };
        var left = scene.Plan.Unmoved[0];
        var serial = left.Serial with
        {
            Loads = [new SerialLoad("D", 3)], VehicleCount = 3, LaneMetres = 32, Road = expected, // 3 x 10.5 m = 31.5 m
        };
        scene = scene with
        {
            Scenario = scene.Scenario with
            {
                Requirements = [.. scene.Scenario.Requirements.Select(row => row.Id == "D" ? tank : row)],
                HeavyTransporter = new HeavyTransporter(15_000, 1_800, 300, 100, 10_000, new WheeledLoadClass(90), 30),
            },
            Plan = scene.Plan with { Unmoved = [left with { Serial = serial }] },
        };
        Assert.Empty(scene.BrokenRules());
        var without = scene with { Scenario = scene.Scenario with { HeavyTransporter = null } };
        Assert.Equal([CheckRule.Footprint], without.BrokenRules());
    }

    [Fact]
    public void A_plan_broken_beyond_reading_gives_violations_and_no_exception()
    {
        var scene = Scene;
        var serial = scene.Plan.Planned[0].Serial;
        var hollow = serial with { Id = null!, Movement = null!, Loads = null!, Origins = null!, Destinations = [null!] };
        PlanStep[] steps =
        [
            null!, new MoveStep(null!, null!, null!, (TransportMode)9, int.MinValue, int.MaxValue),
            new HoldStep(null!, TransportMode.Road, 5, -5),
            new TransferStep("nowhere", "a", "b", int.MaxValue, int.MinValue),
            new MoveStep("r1", "road-port", "road-halt", TransportMode.Road, int.MinValue, int.MaxValue),
            new TransferStep("discharge", "sea-port", "road-port", int.MinValue, int.MinValue),
            new MoveStep("w2", "water-lock", "water-exit", TransportMode.Water, int.MaxValue, int.MaxValue),
        ];
        var huge = serial with { Loads = [new SerialLoad("A", int.MaxValue), null!, new SerialLoad("nothing", -1)] };
        var plan = scene.Plan with
        {
            Objective = null!,
            Planned =
            [
                null!, new PlannedSerial(null!, null!, 0, null!), new PlannedSerial(hollow, steps, int.MinValue, null!),
                new PlannedSerial(huge, steps, 0, null!), new PlannedSerial(serial, null!, 0, null!),
            ],
            Unmoved = [null!, new UnmovedSerial(hollow, (UnmovedReason)99, null!, null!)],
        };
        Assert.False((scene with { Plan = plan }).Check().Holds);
        Assert.False((scene with { Plan = scene.Plan with { Planned = null!, Unmoved = null! } }).Check().Holds);
    }

    [Fact]
    public void Violations_of_a_rule_are_listed_up_to_the_limit_and_then_counted()
    {
        // Sixty serials of an unknown movement: one violation each of the serial rule.
        var scene = Scene;
        var strangers = Enumerable.Range(0, 60).Select(i => new UnmovedSerial(
            scene.Plan.Planned[0].Serial with { Id = $"X-{i}", Movement = "unknown" }, UnmovedReason.NoMode, Sentence.None, []));
        var report = (scene with { Plan = scene.Plan with { Unmoved = [.. scene.Plan.Unmoved, .. strangers] } }).Check();
        Assert.Equal(51, report.Violations.Count(v => v.Rule == CheckRule.Serial));
        Assert.Equal("... and 10 more violations of this rule", report.Violations.Last(v => v.Rule == CheckRule.Serial).Message.Text);
    }

    private static CheckScene Scene => CheckScene.Valid();
}
