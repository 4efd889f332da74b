namespace MilMobility.Seeds;

/// <summary>A brigade in transit through three corridors: seven ships in three days, own forces and sustainment beside them.</summary>
internal static class BrigadeScenario
{
    public const string Name = "three-corridor-transit";
    private const int WindowHours = 20;

    private static readonly (string Name, string Port, int ArrivesHour, int LengthM, Corridor Corridor)[] Ships =
    [
        ("S1", "rotterdam-botlek", 6, 200, Corridor.Central),
        ("S2", "vlissingen-sloehaven", 8, 200, Corridor.South),
        ("S3", "eemshaven", 10, 200, Corridor.North),
        ("S4", "rotterdam-europoort", 30, 195, Corridor.Central),
        ("S5", "vlissingen-sloehaven", 36, 200, Corridor.South),
        ("S6", "eemshaven", 42, 200, Corridor.North),
        ("S7", "rotterdam-botlek", 54, 200, Corridor.Central),
    ];

    public static (string Yaml, string Csv) Write()
    {
        var scenario = new ScenarioText();
        var random = new SplitMix(20270308);
        for (var i = 0; i < Ships.Length; i++)
        {
            var (name, port, arrives, length, corridor) = Ships[i];
            scenario.Ship(name, port, arrives, WindowHours, length);
            ShipLoad.Add(scenario, random, name, $"battlegroup {i + 1}", arrives, corridor);
        }

        AddOwnForces(scenario);
        AddSustainment(scenario);
        return (scenario.Yaml(Before(scenario.Vehicles), Behind), scenario.Csv());
    }

    private static void AddOwnForces(ScenarioText scenario)
    {
        scenario.Movement("O1", "own-forces", 2, "from: site-veluwe, ready: D+1 00:00", "exit-zevenaar, exit-oldenzaal", 66, "c2");
        scenario.Row("O1", "own battalion A", VehicleType.Apc, 40, "road");
        scenario.Row("O1", "own battalion A", VehicleType.Truck, 32, "road");
        scenario.Movement("O2", "own-forces", 2, "from: site-brabant, ready: D+1 00:00", "exit-venlo", 66, "c3");
        scenario.Row("O2", "own battalion B", VehicleType.Apc, 40, "road");
        scenario.Row("O2", "own battalion B", VehicleType.Utility, 32, "road");
        scenario.Movement("O3", "territorial-defence", 4, "from: site-north, ready: D 12:00", "eemshaven", 60, "c1");
        scenario.Row("O3", "guard company", VehicleType.LightTruck, 24, "road");
        scenario.Movement("O4", "own-forces", 1, "from: site-veluwe, ready: D 18:00", "exit-zevenaar, exit-oldenzaal", 72, "c2");
        scenario.Row("O4", "own tank platoon on transporters", VehicleType.Tank, 4, "road");
        scenario.Movement("O5", "own-forces", 2, "from: site-brabant, ready: D+1 12:00", "exit-venlo", 84, "c3");
        scenario.Row("O5", "own bridge section on transporters", VehicleType.BridgeLayer, 4, "road");
    }

    private static void AddSustainment(ScenarioText scenario)
    {
        scenario.Movement("U1", "sustainment", 3, "from: rotterdam-waalhaven, ready: D+1 06:00", "exit-zevenaar", 84, "c2");
        scenario.Row("U1", "supply battalion", VehicleType.Truck, 66, "rail+water");
        scenario.Movement("U2", "sustainment", 3, "from: rotterdam-europoort, ready: D+1 00:00", "exit-zevenaar", 72, "c2");
        scenario.Row("U2", "fuel company", VehicleType.DieselTanker, 24, "road");
        scenario.Movement("U3", "sustainment", 2, "from: site-twente, ready: D+2 00:00", "exit-oldenzaal", 90, "c1");
        scenario.Row("U3", "missile company", VehicleType.Missiles, 12, "road");
        scenario.Movement("U4", "homebase-support", 5, "from: site-limburg, ready: D+1 06:00", "vlissingen-sloehaven", 96, "c3");
        scenario.Row("U4", "transport company", VehicleType.ContainerTruck, 20, "road");
    }

    private static string Before(int vehicles) => $$"""
        # yaml-language-server: $schema=scenario.schema.json
        #
        # A brigade in transit: {{vehicles}} vehicles from seven ships and six sites, three notional corridors, five days.
        # Fictional volumes, generic vehicles, notional corridors; nothing here describes a real plan, unit or military route.
        # Written by seeds/generator with seed 20270308: change the generator, not this file.

        name: {{Name}}
        title: "Brigade transit through three notional corridors"
        marking: public
        policy_rows: [A01, A02, A03, A04, A09, A10, A21, B01, B04, B07, B08, B11, B14, C01, C03, C05, C07, E01, E06, F01, G01]

        network: ../networks/nl
        start: 2027-03-08T00:00          # Monday, Europe/Amsterdam
        horizon_h: 120
        requirements: {{Name}}.csv
        phase: grey-zone

        """;

    private const string Behind = $$"""
        # Tracked vehicles do not use the road unaided; one platoon and one section get the few transporters that there are.
        {{ScenarioText.March}}

        pools:
          - { id: escorts, kind: escort, count: 8, block: 12h }
          - { id: transporters, kind: heavy-transporter, count: 8, block: 24h }
          - { id: train-sets, kind: train-set, count: 16, block: 24h }
          - { id: barges, kind: barge, count: 12, block: 48h }

        {{ScenarioText.Curfews}}

        regime:
          civil_floor_road_percent: 90
          civil_floor_rail_percent: 85
          civil_floor_water_percent: 80
          rail_levers: [retime-freight, divert-freight]
          basis: "scenario assumption: agreement with freight operators; no statutory lever is used"

        limits: { seed: 1, restarts: 8, columns_per_serial: 24, pool_work: 5, gap_percent: 0.5, time_max_s: 600 }

        """;
}
