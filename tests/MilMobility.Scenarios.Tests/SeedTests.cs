using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Seeds;

namespace MilMobility.Scenarios.Tests;

public sealed class SeedTests
{
    public static TheoryData<string> Scenarios => ["hand-check", "barge-transit", "three-corridor-transit", "corps-transit"];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_seed_is_read_without_any_finding(string name)
    {
        var loaded = Read(name);

        Assert.Empty(loaded.Diagnostics.Select(d => d.ToString()));
        Assert.IsType<Valid<MissionScenario>>(loaded);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_seed_names_its_file_and_its_policy_rows_and_is_public(string name)
    {
        var scenario = Scenario(name);

        Assert.Equal(name, scenario.Name);
        Assert.NotEmpty(scenario.PolicyRows);
        Assert.Equal(Domain.Units.ClassificationMarking.Public, scenario.Marking);
        Assert.EndsWith(System.IO.Path.Combine("networks", "nl"), scenario.NetworkFolder, StringComparison.Ordinal);
    }

    [Fact]
    public void The_generated_seeds_are_what_the_generator_writes()
    {
        foreach (var (name, text) in SeedFiles.All(File.ReadAllText(SeedFolder.File("README.md"))))
        {
            var same = text == File.ReadAllText(SeedFolder.File(name));
            Assert.True(same, $"seeds/{name} differs; run: dotnet run --project seeds/generator -- seeds");
        }

    }

    // Serials are at most serial_vehicles of one movement, so a movement of n vehicles makes at least ceil(n / 24) of them.
    [Theory]
    [InlineData("three-corridor-transit", 1_900, 2_200, 90)]
    [InlineData("corps-transit", 18_500, 22_000, 900)]
    public void A_transit_has_the_size_that_it_claims(string name, int vehiclesMin, int vehiclesMax, int serialsMin)
    {
        var scenario = Scenario(name);

        Assert.InRange(scenario.Requirements.Sum(r => r.Count), vehiclesMin, vehiclesMax);
        var serials = scenario.Requirements.GroupBy(r => r.Movement)
            .Sum(m => (m.Sum(r => r.Count) + scenario.Road.SerialVehicles - 1) / scenario.Road.SerialVehicles);
        Assert.InRange(serials, serialsMin, 2 * serialsMin);
    }

    // A ship's vehicles leave by the ramps at 50 an hour each; every port here has at least 3 ramps, one is enough.
    [Theory]
    [InlineData("three-corridor-transit")]
    [InlineData("corps-transit")]
    public void A_ship_stays_long_enough_to_discharge_over_one_ramp(string name)
    {
        var scenario = Scenario(name);
        var count = scenario.Requirements.GroupBy(r => r.Movement).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        foreach (var ship in scenario.Movements.Where(m => m.Ship is not null).GroupBy(m => m.Ship!))
        {
            var vehicles = ship.Sum(m => count[m.Id]);
            Assert.InRange(vehicles, 200, 350);
            var serials = ship.Sum(m => (count[m.Id] + 23) / 24);
            var seconds = serials * 1800 + (vehicles * 3600 / 50);
            var window = ship.Key.DepartsSeconds - ship.Key.ArrivesSeconds;
            Assert.True(seconds <= window, $"ship {ship.Key.Name}: {vehicles} vehicles, {seconds} s in {window} s");
        }
    }

    [Fact]
    public void The_corps_scenario_crosses_the_change_to_summer_time()
    {
        var clock = Scenario("corps-transit").Clock;

        Assert.Equal(TimeSpan.FromHours(1), clock.At(0).Offset);
        Assert.Equal(TimeSpan.FromHours(2), clock.At(30 * 86_400).Offset);
    }

    private static Loaded<MissionScenario> Read(string name) =>
        ScenarioReader.Read(SeedFolder.File(name + ".yaml"), TestContext.Current.CancellationToken);

    private static MissionScenario Scenario(string name) => Assert.IsType<Valid<MissionScenario>>(Read(name)).Value;
}
