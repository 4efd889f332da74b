namespace MilMobility.Seeds;

/// <summary>
/// Ten times the brigade over 30 days, across the change to summer time (28 March 2027): a ship every 40 hours or so at five ports
/// for 24 days, with weekly own-force moves and daily sustainment.
/// </summary>
internal static class CorpsScenario
{
    public const string Name = "corps-transit";
    private const int WindowHours = 24, LastArrivalHour = 24 * 24, CycleHours = 40, Weeks = 4;

    private static readonly (string Port, int FirstHour, int LengthM, Corridor Corridor)[] Ports =
    [
        ("rotterdam-botlek", 6, 200, Corridor.Central),
        ("vlissingen-sloehaven", 14, 200, Corridor.South),
        ("eemshaven", 22, 200, Corridor.North),
        ("rotterdam-europoort", 28, 195, Corridor.Central),
        ("amsterdam-westhaven", 34, 200, Corridor.Central),
    ];

    public static (string Yaml, string Csv) Write()
    {
        var scenario = new ScenarioText();
        var random = new SplitMix(20270328);
        var ships = 0;
        foreach (var (port, first, length, corridor) in Ports)
        {
            for (var hour = first; hour <= LastArrivalHour; hour += CycleHours + random.Next(-4, 4))
            {
                var name = $"S{++ships:00}";
                scenario.Ship(name, port, hour, WindowHours, length);
                ShipLoad.Add(scenario, random, name, $"battlegroup {ships}", hour, corridor);
            }
        }

        for (var week = 0; week < Weeks; week++) AddWeek(scenario, week);
        for (var day = 1; day <= 25; day++) AddDay(scenario, day);
        return (scenario.Yaml(Before(scenario.Vehicles, ships), Behind), scenario.Csv());
    }

    private static void AddWeek(ScenarioText scenario, int week)
    {
        var hour = week * 168 + 24;
        var ready = $"ready: {ScenarioText.At(hour)}";
        void Own(string id, string site, string to, string corridor, VehicleType type, int count)
        {
            scenario.Movement($"O{week + 1}{id}", "own-forces", 2, $"from: {site}, {ready}", to, hour + 48, corridor);
            scenario.Row($"O{week + 1}{id}", $"own battalion {week + 1}{id}", type, count, "road");
        }

        Own("A", "site-veluwe", "exit-zevenaar, exit-oldenzaal", "c2", VehicleType.Apc, 72);
        Own("B", "site-brabant", "exit-venlo", "c3", VehicleType.Truck, 72);
        Own("C", "site-twente", "exit-oldenzaal", "c1", VehicleType.LightTruck, 48);
        Own("D", "site-veluwe", "exit-zevenaar, exit-oldenzaal", "c2", VehicleType.Tank, 4);
        Own("E", "site-north", "exit-nieuweschans", "c1", VehicleType.Missiles, 12);
    }

    private static void AddDay(ScenarioText scenario, int day)
    {
        var hour = day * 24;
        void Supply(string id, int readyHour, string from, string to, string corridor, VehicleType type, int count, string modes)
        {
            var name = $"U{day:00}{id}";
            var ready = hour + readyHour;
            scenario.Movement(name, "sustainment", 3, $"from: {from}, ready: {ScenarioText.At(ready)}", to, ready + 60, corridor);
            scenario.Row(name, $"supply column {day}{id}", type, count, modes);
        }

        Supply("A", 6, "rotterdam-waalhaven", "exit-zevenaar", "c2", VehicleType.Truck, 24, "rail+water");
        Supply("B", 0, "rotterdam-europoort", "exit-zevenaar", "c2", VehicleType.DieselTanker, 18, "road");
        Supply("C", 12, "site-limburg", "exit-venlo", "c3", VehicleType.ContainerTruck, 18, "road");
    }

    private static string Before(int vehicles, int ships) => $$"""
        # yaml-language-server: $schema=scenario.schema.json
        #
        # A corps in transit: {{vehicles}} vehicles from {{ships}} ships, sites and depots, three notional corridors, thirty days,
        # across the change to summer time on Sunday 28 March 2027.
        # Fictional volumes, generic vehicles, notional corridors; nothing here describes a real plan, unit or military route.
        # Written by seeds/generator with seed 20270328: change the generator, not this file.

        name: {{Name}}
        title: "Corps transit through three notional corridors in thirty days"
        marking: public
        policy_rows:
          [A01, A02, A03, A04, A09, A10, A21, B01, B02, B03, B04, B07, B08, B11, B12, B14, C01, C03, C05, C07, C08, E01, E06, F01, G01]

        network: ../networks/nl
        start: 2027-03-08T00:00          # Monday, Europe/Amsterdam, still winter time
        horizon_h: 720
        requirements: {{Name}}.csv
        phase: crisis

        """;

    private const string Behind = $$"""
        {{ScenarioText.March}}

        pools:
          - { id: escorts, kind: escort, count: 12, block: 12h }
          - { id: transporters, kind: heavy-transporter, count: 8, block: 24h }
          - { id: train-sets, kind: train-set, count: 24, block: 24h }
          - { id: barges, kind: barge, count: 20, block: 48h }

        {{ScenarioText.Curfews}}

        regime:
          civil_floor_road_percent: 85
          civil_floor_rail_percent: 80
          civil_floor_water_percent: 75
          rail_levers: [retime-freight, divert-freight, cancel-freight]
          basis: "scenario assumption: agreement with freight operators; no statutory lever is used"

        limits: { seed: 1, restarts: 2, columns_per_serial: 12, pool_work: 3, gap_percent: 3, time_max_s: 3600 }

        """;
}
