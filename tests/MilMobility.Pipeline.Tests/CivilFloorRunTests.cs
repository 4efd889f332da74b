using MilMobility.Civil.Pricing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Pipeline.Tests;

/// <summary>Civil floors on the embedded network: where the bands end, and what planner and checker make of it.</summary>
public sealed class CivilFloorRunTests
{
    private const string PortRoad = "road-n254-from-vlissingen-to-vlissingen-sloehaven";
    private const string Motorway = "road-a4-from-dinteloord-to-halsteren";

    private static CivilFloor Floor(string link, int? percent, int? units, DailyHours? daily = null) => new(
        VitalSector.FoodAndWater, TransportMode.Road, new PatchSelection { Targets = [link] }, Sentence.AsIs(link), 0,
            48 * 3600, daily, percent, units,
        "test", 1);

    private static MissionScenario With(MissionScenario scenario, params CivilFloor[] floors) => Variants.Short(scenario) with
    {
        CivilFloors = floors,
        Regime = scenario.Regime with { CivilFloorRoadPercent = 90 },
    };

    /// <summary>Width of the bands of a link in an hour.</summary>
    private static int Width(string link, int hour, params CivilFloor[] floors)
    {
        var input = Seeds.Input(Seeds.HandCheck);
        var scenario = With(input.Scenario, floors);
        var network = Assert.IsType<Valid<CompiledNetwork>>(NetworkCompiler.Compile(
            input.Dataset, [], [], scenario.Clock, scenario.HorizonSeconds, floors: scenario.CivilFloors)).Value;
        var table = Assert.IsType<Valid<CivilPricing>>(CivilPricer.Price(network, scenario)).Value.Table;
        var set = table.SetOfCell[(2 * network.LinkIndex[link] * table.HourCount) + hour];
        return table.BandWidth[table.SetStart[set]..table.SetStart[set + 1]].Sum();
    }

    [Fact]
    public void The_bands_end_where_the_strictest_floor_begins()
    {
        // 4,300 pcu/h; on a weekday at 8 o'clock cars 0.428 and lorries 0.144 of it, 2,459.6 pcu, so that 1,840 are free. The regime keeps
        // 90 percent: 245 may be displaced; a floor of 97 percent leaves 73, of 100 none, of 80 the regime's.
        Assert.Equal(1_840 + 245, Width(Motorway, 8));
        Assert.Equal(1_840 + 73, Width(Motorway, 8, Floor(Motorway, 97, null)));
        Assert.Equal(1_840, Width(Motorway, 8, Floor(Motorway, 100, null), Floor(Motorway, 95, null)));
        Assert.Equal(1_840 + 245, Width(Motorway, 8, Floor(Motorway, 80, null)));
        // 2,400 pcu kept leave 59 of the civil traffic; 3,000 are more than it has, and take from the free room.
        Assert.Equal(1_840 + 59, Width(Motorway, 8, Floor(Motorway, null, 2_400)));
        Assert.Equal(1_300, Width(Motorway, 8, Floor(Motorway, null, 3_000)));
    }

    [Fact]
    public void A_floor_holds_in_its_hours_only_the_hour_that_it_touches_included()
    {
        var morning = Floor(Motorway, 100, null, new DailyHours(DayTypes.Weekday, (8 * 60) + 59, 600));
        Assert.Equal(1_840, Width(Motorway, 8, morning));
        Assert.Equal(Width(Motorway, 10), Width(Motorway, 10, morning));
        Assert.Equal(Width(Motorway, 7), Width(Motorway, 7, morning));
    }

    [Fact]
    public async Task A_plan_keeps_off_a_road_whose_floor_leaves_no_room_and_the_checker_knows_plans_that_do_not()
    {
        var free = await Mission.PlanAsync(Seeds.HandCheck, s => With(s));
        Assert.Contains(free.Plan.Planned.SelectMany(p => p.Steps.OfType<MoveStep>()), m => m.Link == PortRoad);

        // 1,400 pcu/h, 1,390 kept: no column is that small.
        var kept = await Mission.PlanAsync(Seeds.HandCheck, s => With(s, Floor(PortRoad, null, 1_390)));
        Assert.True(kept.Check.Holds, string.Join('\n', kept.Check.Violations));
        Assert.DoesNotContain(kept.Plan.Planned.SelectMany(p => p.Steps.OfType<MoveStep>()), m => m.Link == PortRoad);
        Assert.Contains("civil-floors", kept.RulesBrokenBy(free.Plan));
        Assert.DoesNotContain("civil-floors", free.RulesBrokenBy(free.Plan));
    }
}
