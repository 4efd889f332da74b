using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Tests;

/// <summary>
/// A run small enough to check by hand. It starts on Saturday 27 March 2027 at 22:00 UTC (23:00 local, +01:00); summer time begins
/// three hours later, at second 10 800 (Sunday 28 March, 02:00 becomes 03:00 local).
/// <code>
/// road   r1 --N1 10 km-- r2 --A2 20 km-- r3 --A2 5 km-- r4      A-01: off at 01:00, halt of 45 min at r3, crosses the change
/// port   p1 ==transfer== y1 --line 30 km-- y2                   B-01: 1 h of loading, then a train
/// </code>
/// </summary>
internal static class TinyReport
{
    public const int SummerTime = 3 * 3600;

    public static MissionReport Make(
        string unit = "1 Bn", string title = "Tiny", ClassificationMarking marking = ClassificationMarking.Public,
        IReadOnlyList<UnmovedSerial>? unmoved = null) => new()
        {
            Manifest = Manifest(marking),
            Scenario = Scenario(title),
            Plan = Plan(unit, unmoved ?? []),
            Impact = Impact(),
            Check = new CheckReport([], new Dictionary<string, long> { ["halts"] = 3, ["limits"] = 9 }, 3_000_000_000),
            Map = Map(),
            Clock = new LocalClock(new DateTimeOffset(2027, 3, 27, 22, 0, 0, TimeSpan.Zero), [(0, 3600), (SummerTime, 7200)]),
        };

    public static Serial RoadSerial(string id, string unit) => new()
    {
        Id = id, Movement = "A", Unit = unit, Class = DemandClass.Transit, Priority = 2, Loads = [new SerialLoad("truck", 20)],
        VehicleCount = 20, LaneMetres = 220, ReadySeconds = 0, DueSeconds = 10_000, HardDue = false, Corridor = "c1",
        Origins = ["r1"], Destinations = ["r4"],
        Road = new RoadFootprint
        {
            VehicleCount = 20, SpeedKmh = 50, ColumnMetres = 1000, PassSeconds = 72, PassengerCarUnits = 40, AxleLoadKg = 10_000,
            Wheeled = new WheeledLoadClass(24), Tracked = new TrackedLoadClass(0), MassKg = 20_000, HeightCm = 380, WidthCm = 255,
            VehicleLengthCm = 1000, TunnelCode = TunnelRestrictionCode.None, CostMicroEurosPerKm = 20_000_000, Escorts = 1,
            HeavyTransporters = 0,
        },
    };

    private static Serial RailSerial() => new()
    {
        Id = "B-01", Movement = "B", Unit = "2 Tk", Class = DemandClass.OwnForces, Priority = 1, Loads = [new SerialLoad("tank", 12)],
        VehicleCount = 12, LaneMetres = 110, ReadySeconds = 0, DueSeconds = 20_000, HardDue = true, Corridor = "c1",
        DangerousGoods = "1 (C)", Origins = ["p1"], Destinations = ["y2"],
        Rail = new RailFootprint
        {
            Wagons = 14, TrainLengthMetres = 320, TrainMassKg = 1_150_500, AxleLoadKg = 22_500, MetreLoadKg = 6_400, SpeedKmh = 80,
            PassSeconds = 15, Traction = Traction.Diesel, Gauge = LoadingGauge.GB, CostMicroEurosPerKm = 25_000_000,
        },
    };

    private static MovementPlan Plan(string unit, IReadOnlyList<UnmovedSerial> unmoved) => new()
    {
        Scenario = "tiny", Start = new DateTimeOffset(2027, 3, 27, 22, 0, 0, TimeSpan.Zero), HorizonSeconds = 86_400, Seed = 7,
        Objective = new PlanObjective(1_000_000_000, 500_000_000, 1_200_000_000, 300_000_000, 0),
        BoundMicroEuros = 2_700_000_000, BoundMethod = "independent optima",
        Pool = new PoolOutcome(4, "optimal", 3_100_000_000, 3_000_000_000, 2_900_000_000),
        Planned =
        [
            new PlannedSerial(
                RoadSerial("A-01", unit),
                [
                    new HoldStep("r1", TransportMode.Road, 0, 7200),
                    new MoveStep("l1", "r1", "r2", TransportMode.Road, 7200, 7920),
                    new MoveStep("l2", "r2", "r3", TransportMode.Road, 7920, 9360),
                    new HoldStep("r3", TransportMode.Road, 9360, 12_060),
                    new MoveStep("l3", "r3", "r4", TransportMode.Road, 12_060, 12_420),
                    new HoldStep("r4", TransportMode.Road, 12_420, 12_492),
                ],
                12_492, new SerialCost(1, 2, 3)),
            new PlannedSerial(
                RailSerial(),
                [
                    new TransferStep("t1", "p1", "y1", 0, 3600),
                    new MoveStep("l4", "y1", "y2", TransportMode.Rail, 3600, 4950),
                    new HoldStep("y2", TransportMode.Rail, 4950, 4965),
                ],
                4965, new SerialCost(4, 5, 6)),
        ],
        Unmoved = unmoved,
    };

    private static NetworkMap Map() => new(
        [
            Node("r1", "Depot", TransportMode.Road, "site", 51.0, 5.0), Node("r2", "Fork", TransportMode.Road, "junction", 51.0, 5.1),
            Node("r3", "Rest", TransportMode.Road, "rest-area", 51.0, 5.3), Node("r4", "Border", TransportMode.Road, "border", 51.0, 5.4),
            Node("p1", "Berth", TransportMode.Sea, "berth", 52.0, 4.0), Node("y1", "Yard", TransportMode.Rail, "yard", 52.0, 4.1),
            Node("y2", "Exit", TransportMode.Rail, "border", 52.0, 4.5),
        ],
        [
            Link("l1", "r1", "r2", TransportMode.Road, "N1", 10_000, (51.0, 5.0), (51.05, 5.05), (51.0, 5.1)),
            // Stored against the direction of travel.
            Link("l2", "r3", "r2", TransportMode.Road, "A2", 20_000, (51.0, 5.3), (51.0, 5.1)),
            Link("l3", "r3", "r4", TransportMode.Road, "A2", 5_000, (51.0, 5.3), (51.0, 5.4)),
            Link("l4", "y1", "y2", TransportMode.Rail, "line", 30_000, (52.0, 4.1), (52.0, 4.5)),
        ],
        [new MapTransfer("t1", "p1", "y1", "port", "load-rail")]);

    private static MapNode Node(string id, string name, TransportMode mode, string kind, double lat, double lon) =>
        new(id, name, mode, kind, lat, lon, "", "Region");

    private static MapLink Link(
        string id, string from, string to, TransportMode mode, string name, int metres, params (double Lat, double Lon)[] shape) =>
        new(id, from, to, mode, name, "main", metres, "Manager", "Region", [.. shape.Select(p => new GeoPoint(p.Lat, p.Lon))]);

    private static ScenarioSummary Scenario(string title) => new(
        "tiny", title, ThreatPhase.GreyZone, "none", ["A01"],
        [new CorridorSummary("c1", "North", "notional", ["p1"], ["y2"], ["l2"])],
        [
            new Movement("A", DemandClass.Transit, 2, "r1", null, ["r4"], 0, 10_000, false, "c1", 3),
            new Movement(
                "B", DemandClass.OwnForces, 1, "p1", new Ship("Vessel", 0, 7200, DischargeMode.RoRo, 180), ["y2"],
                0, 20_000, true, "c1", 9),
        ],
        new RoadMarch(50, 50, 10, 60, 30, 120, 9000, 2700, 1_000_000, EscortRule.None),
        [new AssetPool("escort", PoolKind.Escort, 4, 28_800)]);

    private static CivilImpact Impact() => new()
    {
        // 40 pcu on 20 free ones: 20 displaced.
        Cells = [new CivilCell("l2", TransportMode.Road, false, 2, "Manager", "Region", 100, 80, 40, 20, 20, 1.5, 300_000_000)],
        Totals = new CivilTotals(20, 1.5, 0, 0, 0, 0, 300_000_000),
        ByManager = [new CivilGroup("Manager", 20, 1.5, 300_000_000)], ByMode = [new CivilGroup("Road", 20, 1.5, 300_000_000)],
        ByRegion = [new CivilGroup("Region", 20, 1.5, 300_000_000)], ByHour = [new CivilGroup("2", 20, 1.5, 300_000_000)],
        RailByCategory = [],
        Kept =
        [
            new CivilKept(TransportMode.Road, 0.75, 0.99),
            new CivilKept(TransportMode.Rail, 1, 1), new CivilKept(TransportMode.Water, 1, 1),
        ],
        ValuesOfTime = [new ValueOfTime("freight", "vehicle", 45.5m, "2020", "a source", "2023-11", "assumed")],
        QualityShares = new Dictionary<string, double> { ["assumed"] = 0.75, ["measured"] = 0.25 },
    };

    private static RunManifest Manifest(ClassificationMarking marking) => new()
    {
        Program = "milmob", ProgramVersion = "0.1.0", EngineVersion = "engine 1", Scenario = "tiny", ScenarioFile = "tiny.yaml",
        NetworkName = "net", NetworkVersion = "1", NetworkFolder = "networks/nl",
        Inputs = new Dictionary<string, string> { ["tiny.yaml"] = "ab12" }, InputHash = "cd34", Seed = 7, Marking = marking,
        StartedUtc = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TotalSeconds = 2.5,
        StageSeconds = new Dictionary<string, double> { ["load"] = 0.5, ["plan"] = 2 }, PeakMemoryBytes = 104_857_600, Reproducible = true,
        QualityShares = new Dictionary<string, double> { ["assumed"] = 0.5, ["derived"] = 0.5 },
            Warnings = [Sentence.AsIs("NET001 a warning")],
        Trace = [new TracePoint(0.5, "first plan", 3_100_000_000, 2_700_000_000)],
    };
}
