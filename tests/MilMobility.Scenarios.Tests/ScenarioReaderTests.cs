using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using static MilMobility.Scenarios.Tests.ScenarioFolder;

namespace MilMobility.Scenarios.Tests;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void The_smallest_scenario_gets_the_documented_defaults()
    {
        var scenario = ScenarioFolder.Valid();

        Assert.Equal(ClassificationMarking.Public, scenario.OutputMarking);
        Assert.Equal(ThreatPhase.Peace, scenario.Phase);
        Assert.Equal(new RoadMarch(50, 50, 20, 120, 30, 300, 16_200, 2700, 1_500_000, EscortRule.DangerousGoods), scenario.Road);
        Assert.Equal(
            new TrainTemplate(90, 2000, 90_000, 1640, 1500, 30_000, 6, 590, 2_500_000, Traction.Diesel, 180, 25_000_000),
            scenario.Rail);
        Assert.Equal(new VesselTemplate(12, 110, 1140, 250, 600, 5, 330, 2_200_000, 20_000_000), scenario.Water);
        Assert.Equal(new LegalRegime(90, 90, 90, RailLevers.None, ""), scenario.Regime);
        Assert.Equal([400, 200, 100, 70, 50], scenario.Weights.PriorityFactorPercent);
        Assert.Equal(new PlanLimits(1, 8, 12, 5, 600), scenario.Limits);
        Assert.Null(scenario.HeavyTransporter);
        Assert.Empty(scenario.Pools);
        Assert.Empty(scenario.Patches);
    }

    [Fact]
    public void A_movement_on_land_has_its_times_in_seconds_since_the_start()
    {
        var movement = Assert.Single(ScenarioFolder.Valid().Movements);

        Assert.Equal("M1", movement.Id);
        Assert.Equal("site-veluwe", movement.From);
        Assert.Equal(["exit-venlo"], movement.To);
        Assert.Equal(6 * 3600, movement.ReadySeconds);
        Assert.Equal(24 * 3600, movement.DueSeconds);
        Assert.Equal(3, movement.Priority);
        Assert.Equal(9, movement.Line);
    }

    [Fact]
    public void A_movement_by_ship_starts_at_its_port_when_the_ship_arrives()
    {
        var yaml = GoodYaml.Replace("    from: site-veluwe\n", "    ship: Alpha\n", StringComparison.Ordinal)
            .Replace("    ready: +6h\n", "", StringComparison.Ordinal)
            + "ships:\n  - { name: Alpha, port: eemshaven, arrives: D 07:00, departs: D+1 07:00, discharge: lo-lo, length_m: 180 }\n";
        var movement = Assert.Single(ScenarioFolder.Valid(yaml).Movements);

        Assert.Equal("eemshaven", movement.From);
        Assert.Equal(7 * 3600, movement.ReadySeconds);
        Assert.Equal(new Ship("Alpha", 7 * 3600, 31 * 3600, DischargeMode.LoLo, 180), movement.Ship);
    }

    [Fact]
    public void Every_optional_section_is_read()
    {
        var inCrisis = GoodYaml.Replace("marking: public", "marking: public\nphase: crisis", StringComparison.Ordinal);
        var scenario = ScenarioFolder.Valid(inCrisis + """
            output_marking: internal
            heavy_transporter: { tare_t: 40.5, width_m: 3.25 }
            pools:
              - { id: p1, kind: train-set, count: 4, block: 1d }
            curfews:
              - { mode: road, link_classes: motorway, regions: [Utrecht], days: [weekday, sunday], from: 22:00, to: 24:00 }
            patches:
              - { target: water-x, effect: draught-limit, draught_m: 2.25 }
              - { target: road-a15-x, effect: speed-factor, percent: 60, from: +1h, to: D 12:00 }
            regime: { civil_floor_rail_percent: 80, rail_levers: [retime-freight, cancel-freight], basis: assumption }
            objective: { transfer_eur: 12.5, priority_factors_percent: [5, 4, 3, 2, 1] }
            """);

        Assert.Equal(ClassificationMarking.Internal, scenario.OutputMarking);
        Assert.Equal(new HeavyTransporter(40_500, 2400, 325, 110, 11_500, new WheeledLoadClass(100), 40), scenario.HeavyTransporter);
        Assert.Equal([new AssetPool("p1", PoolKind.TrainSet, 4, 86_400)], scenario.Pools);
        var curfew = Assert.Single(scenario.Curfews);
        Assert.Equal((TransportMode.Road, DayTypes.Weekday | DayTypes.Sunday, 1320, 1440),
            (curfew.Mode, curfew.Days, curfew.FromMinuteOfDay, curfew.ToMinuteOfDay));
        Assert.Equal(["motorway"], curfew.LinkClasses);
        Assert.Equal(
            [new NetworkPatch("water-x", PatchEffect.DraughtLimit, 225, 0, 48 * 3600, 22),
             new NetworkPatch("road-a15-x", PatchEffect.SpeedFactor, 60, 3600, 12 * 3600, 23)], scenario.Patches);
        Assert.Equal(new LegalRegime(90, 80, 90, RailLevers.RetimeFreight | RailLevers.CancelFreight, "assumption"), scenario.Regime);
        Assert.Equal(12.5m, scenario.Weights.TransferEuros);
        Assert.Equal([5, 4, 3, 2, 1], scenario.Weights.PriorityFactorPercent);
    }

    [Fact]
    public void Paths_start_from_the_scenario_s_folder_and_both_files_are_hashed()
    {
        using var folder = new ScenarioFolder();
        var scenario = Assert.IsType<Valid<MissionScenario>>(folder.Read()).Value;

        Assert.Equal(folder.CsvPath, scenario.RequirementsFile);
        Assert.Equal(Path.Combine(Path.GetDirectoryName(folder.YamlPath)!, "nl"), scenario.NetworkFolder);
        Assert.Equal([folder.CsvPath, folder.YamlPath], scenario.FileHashes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder.YamlPath))),
            scenario.FileHashes[folder.YamlPath]);
    }

    [Fact]
    public void Errors_of_both_files_are_reported_at_once()
    {
        var yaml = GoodYaml.Replace("horizon_h: 48", "horizon_h: 48 h", StringComparison.Ordinal)
            .Replace("due: +24h", "due: tomorrow", StringComparison.Ordinal) + "colour: red\n";
        var csv = Header + "\nR1,M1,company A,truck,zero,20,10,2.55,3.5,24,,road\nR2,M9,company A,truck,1,20,10,2.55,3.5,24,,road\n";
        var findings = ScenarioFolder.Findings(yaml, csv);

        Assert.Equal(
            [("SCN007", 6), ("SCN011", 13), ("SCN005", 14), ("REQ006", 2), ("REQ011", 3)], findings.Select(f => (f.Code, f.Line)));
    }

    [Fact]
    public void A_kind_of_error_is_listed_five_times_and_then_counted()
    {
        var unknown = string.Concat(Enumerable.Range(1, 9).Select(i => $"x{i}x{i}x{i}: 1\n"));
        var findings = ScenarioFolder.Findings(GoodYaml + unknown);

        Assert.Equal(6, findings.Count);
        Assert.Equal("... and 4 more of this kind", findings[^1].Message);
    }
}
