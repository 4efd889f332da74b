using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Scenarios.Tests;

/// <summary>
/// Policy levers and civil floors as an author writes them. The good scenario has 13 lines; the horizon is 48 h from a Monday.
/// </summary>
public sealed class LeverReadingTests
{
    private static MissionScenario Valid(string text) => ScenarioFolder.Valid(ScenarioFolder.GoodYaml + text + "\n");

    private static void Refused(string text, string code, int line, params string[] parts) =>
        ScenarioFolder.Single(ScenarioFolder.Findings(ScenarioFolder.GoodYaml + text + "\n"), code, line, parts);

    [Fact]
    public void A_scenario_without_levers_has_none()
    {
        var scenario = ScenarioFolder.Valid();
        Assert.Empty(scenario.Levers.NightWindows);
        Assert.Empty(scenario.Levers.Caps);
        Assert.Empty(scenario.CivilFloors);
        Assert.Null(scenario.Regime.RailPriority);
    }

    [Fact]
    public void A_night_window_has_hours_by_kind_of_day()
    {
        var window = Assert.Single(Valid("""
            night_windows:
              - road: [A15, A2]
                manager: RWS
                hours: [{ days: weekday, from: 22:00, to: 05:00 }, { from: 00:00, to: 24:00, days: [saturday, sunday] }]
            """).Levers.NightWindows);

        Assert.Equal(["A15", "A2"], window.Where.Roads);
        Assert.Equal(["RWS"], window.Where.Managers);
        Assert.Equal(("road A15 or A2, manager RWS", "weg A15 of A2, beheerder RWS"), (window.Words.Text, window.Words.TextNl));
        Assert.Equal(
            [new DailyHours(DayTypes.Weekday, 1320, 300), new DailyHours(DayTypes.Saturday | DayTypes.Sunday, 0, 1440)], window.Hours);
    }

    [Fact]
    public void Headways_caps_and_staging_are_in_seconds_and_counts()
    {
        var levers = Valid("""
            headways: [{ target: ab, gap: 20min }]
            caps: [{ corridor: c2, mode: road, vehicles: 240, per: hour }, { corridor: c3, serials: 20, per: day }]
            staging: [{ kind: rest-area, vehicles: 48 }, { at: rotterdam-botlek, lane_m: 2000, tracks: 1 }]
            """).Levers;

        var headway = Assert.Single(levers.Headways);
        Assert.Equal((1200, "ab"), (headway.Seconds, Assert.Single(headway.Where.Targets)));
        Assert.Equal([(240, true, CapPeriod.Hour), (20, false, CapPeriod.Day)], levers.Caps.Select(c => (c.Most, c.InVehicles, c.Per)));
        Assert.Equal(TransportMode.Road, levers.Caps[0].Where.Mode);
        Assert.Equal((48, null), (levers.Staging[0].Vehicles, levers.Staging[0].LaneMetres));
        Assert.Equal((2000, 1), (levers.Staging[1].LaneMetres, levers.Staging[1].Tracks));
    }

    [Fact]
    public void Staging_has_a_least_stay_and_a_latest_call_forward()
    {
        var staging = Valid(
            "staging: [{ kind: staging, min_stay: 6h, call_forward_by: +30h }, { at: moerdijk, lane_m: 400 }]").Levers.Staging;
        Assert.Equal((21_600, 108_000), (staging[0].StayMinSeconds, staging[0].CallForwardBySeconds));
        Assert.Equal((0, null), (staging[1].StayMinSeconds, staging[1].CallForwardBySeconds));
    }

    [Fact]
    public void A_civil_floor_names_sector_mode_place_window_and_basis()
    {
        var floors = Valid("""
            civil_floors:
              - { sector: food-and-water, mode: road, road: A15, percent: 97, from: +6h, to: +30h, daily_from: 05:00, daily_to: 10:00,
                  basis: agreed }
              - { sector: energy, mode: water, lock: volkerak, per_hour: 3, basis: agreed }
              - { sector: health, mode: rail, percent: 95, basis: agreed }
            """).CivilFloors;

        Assert.Equal((VitalSector.FoodAndWater, 97, null), (floors[0].Sector, floors[0].Percent, floors[0].UnitsPerHour));
        Assert.Equal((21_600, 108_000), (floors[0].FromSeconds, floors[0].ToSeconds));
        Assert.Equal(new DailyHours(DayTypes.All, 300, 600), floors[0].Daily);
        Assert.Equal((3, "volkerak"), (floors[1].UnitsPerHour, Assert.Single(floors[1].Where.Locks)));
        // The mode alone is everything of the mode.
        Assert.Equal((TransportMode.Rail, 172_800), (floors[2].Where.Mode, floors[2].ToSeconds));
    }

    [Theory]
    [InlineData("off", RailLevers.None)]
    [InlineData("ad-hoc", RailLevers.RetimeFreight | RailLevers.DivertFreight)]
    [InlineData(
        "urgent-pre-emption",
        RailLevers.RetimeFreight | RailLevers.DivertFreight | RailLevers.CancelFreight | RailLevers.CancelPassenger)]
    public void A_rail_priority_stands_for_the_steps_that_it_permits(string rule, RailLevers levers)
    {
        var regime = Valid($"phase: crisis\nregime: {{ rail_priority: {rule}, basis: law }}").Regime;
        Assert.Equal(levers, regime.RailLevers);
        Assert.Equal("law", regime.Basis);
    }

    [Fact]
    public void Levers_within_the_rail_priority_are_those_named() => Assert.Equal(
        RailLevers.RetimeFreight,
        Valid("phase: grey-zone\nregime: { rail_priority: ad-hoc, rail_levers: retime-freight, basis: agreed }").Regime.RailLevers);

    [Fact]
    public void What_contradicts_itself_is_refused_with_its_line()
    {
        Refused("caps: [{ corridor: c2, per: hour }]", "SCN036", 14, "vehicles is missing", "serials");
        Refused("caps: [{ corridor: c2, vehicles: 2, serials: 2, per: hour }]", "SCN036", 14, "one of the two");
        Refused("caps: [{ vehicles: 2, per: hour }]", "SCN032", 14, "corridor");
        Refused("staging: [{ kind: rest-area }]", "SCN037", 14, "vehicles");
        Refused("staging: [{ vehicles: 3 }]", "SCN032", 14, "at, kind");
        Refused("staging: [{ kind: staging, call_forward_by: +49h }]", "SCN038", 14, "call_forward_by");
        Refused("staging: [{ kind: staging, min_stay: 31d }]", "SCN008", 14, "min_stay");
        Refused("night_windows: [{ road: A15 }]", "SCN006", 14, "hours");
        Refused("civil_floors: [{ sector: energy, mode: road, basis: x }]", "SCN036", 14, "percent");
        Refused("civil_floors: [{ sector: sport, mode: road, percent: 1, basis: x }]", "SCN009", 14, "food-and-water");
        Refused("civil_floors: [{ sector: energy, mode: road, percent: 1, from: +9h, to: +8h, basis: x }]", "SCN024", 14);
        Refused("phase: grey-zone\nregime: { rail_priority: ad-hoc, rail_levers: cancel-freight, basis: x }", "SCN035", 15, "ad-hoc");
        Refused("phase: grey-zone\nregime: { rail_priority: urgent-pre-emption, basis: x }", "SCN035", 15, "crisis or conflict");
        Refused("phase: crisis\nregime: { rail_priority: ad-hoc }", "SCN025", 15, "legal basis");
    }
}
