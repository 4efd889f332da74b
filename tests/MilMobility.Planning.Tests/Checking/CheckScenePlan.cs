using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>The plan of <see cref="CheckScene"/>, footprints and costs worked out by hand.</summary>
internal static class CheckScenePlan
{
    /// <summary>
    /// Ten trucks of 8 m with 42 m between them: 500 m, 50 s at 10 m/s, and 60 s between its two packets of five.
    /// </summary>
    public static readonly RoadFootprint TenTrucks = new()
    {
        VehicleCount = 10, SpeedKmh = 36, ColumnMetres = 500, PassSeconds = 110, PassengerCarUnits = 25,
        Wheeled = new WheeledLoadClass(20), Tracked = new TrackedLoadClass(0), AxleLoadKg = 9_000, MassKg = 18_000, HeightCm = 350,
        WidthCm = 250, VehicleLengthCm = 800, TunnelCode = TunnelRestrictionCode.C, CostMicroEurosPerKm = 20_000_000, Escorts = 1,
        HeavyTransporters = 0,
    };

    /// <summary>
    /// Two tanks of 9.5 m and 0.5 m between them on 19.5 m of wagon: five wagons of 20 m and 20 m of locomotive. A wagon weighs
    /// 20 + 120 t on 8 axles. The train's 120 m pass in 6 s, which counts as the least, 60 s.
    /// </summary>
    public static readonly RailFootprint TenTanks = new()
    {
        Wagons = 5, TrainLengthMetres = 120, TrainMassKg = 780_000, AxleLoadKg = 17_500, MetreLoadKg = 7_000, SpeedKmh = 72,
        PassSeconds = 60, Traction = Traction.Electric, Gauge = LoadingGauge.GB, CostMicroEurosPerKm = 30_000_000,
    };

    /// <summary>Two trucks of 18 t on a wagon of 20 t: 56 t on 8 axles and 20 m.</summary>
    private static readonly RailFootprint TenTrucksByRail = TenTanks with
    {
        TrainMassKg = 80_000 + (5 * 20_000) + (10 * 18_000), AxleLoadKg = 7_000, MetreLoadKg = 2_800, Gauge = LoadingGauge.G1,
    };

    private static readonly WaterFootprint OneBarge = new()
    {
        VesselLengthMetres = 100, BeamCm = 1_140, DraughtCm = 280, AirDraughtCm = 650, CemtClass = 5, SpeedKmh = 18,
        PassSeconds = 60, CostMicroEurosPerKm = 20_000_000,
    };

    /// <summary>
    /// Time: 10,000 micro-euros per second for ten vehicles, 5,000 for five. Lateness: M1-05 is 560 s late at 5 x 36 EUR x 2 per hour =
    /// 100,000 per second. Operating: 35 km at 20 EUR, 30 km at 30, 15 km at 20, and 50 EUR per transfer. Civil: two columns of
    /// ceil(1,800 x 110 / 3,600) = 55 pcu in hour 0 on r1 and in hour 1 on r2, 10 beyond the free 100 each. Unmoved: two vehicles at
    /// 1,000 EUR x 0.5.
    /// </summary>
    public static MovementPlan Build() => new()
    {
        Scenario = "check-scene",
        Start = CheckSceneScenario.Start,
        HorizonSeconds = CheckScene.Horizon,
        Seed = 1,
        Objective = new PlanObjective(406_000_000, 56_000_000, 4_200_000_000, 20_000, 1_000_000_000),
        BoundMicroEuros = 5_000_000_000,
        BoundMethod = "by hand",
        Pool = new PoolOutcome(0, "not-run", 0, 0, 0),
        Planned =
        [
            new PlannedSerial(ByRoad("M1-01"), March(1_200, [Discharge(0, 1_200)]), 5_410, new SerialCost(54_100_000, 0, 750_000_000)),
            new PlannedSerial(
                ByRoad("M1-02"), March(2_400, [Aboard(0, 1_200), Discharge(1_200, 2_400)]), 6_610,
                new SerialCost(66_100_000, 0, 750_000_000)),
            new PlannedSerial(ByRail(), TrainOut(), 9_560, new SerialCost(95_600_000, 0, 1_000_000_000)),
            new PlannedSerial(
                ByWater("M1-04"),
                [Aboard(0, 3_600), Discharge(3_600, 4_500), LoadBarge(4_500), .. Voyage(6_900)],
                11_160, new SerialCost(55_800_000, 0, 400_000_000)),
            new PlannedSerial(
                ByWater("M1-05"),
                [Aboard(0, 4_500), Discharge(4_500, 5_400), Staged(5_400, 6_900), LoadBarge(6_900), .. Voyage(9_300)],
                13_560, new SerialCost(67_800_000, 56_000_000, 400_000_000)),
            new PlannedSerial(Returning(), TrainBack(4_500), 6_660, new SerialCost(66_600_000, 0, 900_000_000)),
        ],
        Unmoved = [new UnmovedSerial(Left(), UnmovedReason.NoTime, Sentence.AsIs("by hand"), [])],
    };

    public static HoldStep Aboard(int from, int to) => new("sea-port", TransportMode.Sea, from, to);

    public static HoldStep Staged(int from, int to) => new("road-port", TransportMode.Road, from, to);

    public static HoldStep Rest(int from, int to) => new("road-halt", TransportMode.Road, from, to);

    /// <summary>10 min and a minute per vehicle.</summary>
    public static TransferStep Discharge(int from, int to) => new("discharge", "sea-port", "road-port", from, to);

    /// <summary>30 min and two minutes for each of five vehicles.</summary>
    public static TransferStep LoadBarge(int from) => new("load-barge", "road-port", "water-port", from, from + 2_400);

    public static MoveStep R1(int from) => new("r1", "road-port", "road-halt", TransportMode.Road, from, from + 2_000);

    public static MoveStep R2(int from) => new("r2", "road-halt", "road-exit", TransportMode.Road, from, from + 1_500);

    public static MoveStep W1(int from) => new("w1", "water-port", "water-lock", TransportMode.Water, from, from + 1_800);

    /// <summary>20 min of lockage and 6 km at 5 m/s.</summary>
    public static MoveStep W2(int from) => new("w2", "water-lock", "water-exit", TransportMode.Water, from, from + 2_400);

    public static PlanStep[] Voyage(int from) => [W1(from), W2(from + 1_800)];

    /// <summary>20 km, the halt of 600 s, 15 km.</summary>
    public static PlanStep[] March(int from, PlanStep[] before) =>
        [.. before, R1(from), Rest(from + 2_000, from + 2_600), R2(from + 2_600)];

    /// <summary>Out of the exit, 600 s in the yard, in over the single track.</summary>
    public static PlanStep[] TrainBack(int from) =>
    [
        new HoldStep("rail-exit", TransportMode.Rail, 0, from),
        new MoveStep("t2", "rail-exit", "rail-mid", TransportMode.Rail, from, from + 500),
        new HoldStep("rail-mid", TransportMode.Rail, from + 500, from + 1_100),
        new MoveStep("t1", "rail-mid", "rail-port", TransportMode.Rail, from + 1_100, from + 2_100),
    ];

    private static PlanStep[] TrainOut() =>
    [
        Aboard(0, 2_400),
        Discharge(2_400, 3_600),
        new TransferStep("load-rail", "road-port", "rail-port", 3_600, 7_200),
        new MoveStep("t1", "rail-port", "rail-mid", TransportMode.Rail, 7_200, 8_200),
        new HoldStep("rail-mid", TransportMode.Rail, 8_200, 9_000),
        new MoveStep("t2", "rail-mid", "rail-exit", TransportMode.Rail, 9_000, 9_500),
    ];

    private static Serial ByRoad(string id) => OffShip(id, "A", 10, 90) with { Road = TenTrucks };

    private static Serial ByRail() => OffShip("M1-03", "B", 10, 105) with { Rail = TenTanks };

    private static Serial ByWater(string id) => OffShip(id, "C", 5, 45) with { Water = OneBarge };

    private static Serial OffShip(string id, string row, int count, int laneMetres) => new()
    {
        Id = id,
        Movement = "M1",
        Unit = "unit",
        Class = DemandClass.Transit,
        Priority = 1,
        Loads = [new SerialLoad(row, count)],
        VehicleCount = count,
        LaneMetres = laneMetres,
        ReadySeconds = 0,
        DueSeconds = 13_000,
        HardDue = false,
        Ship = CheckSceneScenario.Vessel,
        Corridor = "south",
        Origins = ["sea-port"],
        Destinations = ["road-exit", "rail-exit", "water-exit"],
    };

    private static Serial Returning() => OffShip("M2-01", "E", 10, 90) with
    {
        Movement = "M2", Class = DemandClass.OwnForces, Priority = 2, DueSeconds = 20_000, HardDue = true, Ship = null, Corridor = "",
        Origins = ["rail-exit"], Destinations = ["rail-port", "road-port"], Rail = TenTrucksByRail,
    };

    private static Serial Left() => OffShip("M3-01", "D", 2, 18) with
    {
        Movement = "M3", Class = DemandClass.OwnForces, Priority = 3, DueSeconds = 10_000, Ship = null, Corridor = "",
        Origins = ["road-exit"], Destinations = ["road-port"],
        Road = TenTrucks with
        {
            VehicleCount = 2, ColumnMetres = 100, PassSeconds = 10, PassengerCarUnits = 5, TunnelCode = TunnelRestrictionCode.None,
            CostMicroEurosPerKm = 4_000_000, Escorts = 0,
        },
    };
}
