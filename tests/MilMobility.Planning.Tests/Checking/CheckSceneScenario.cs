using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>The demand and the templates of <see cref="CheckScene"/>.</summary>
internal static class CheckSceneScenario
{
    /// <summary>Monday 00:00 UTC, 01:00 local.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);

    public static readonly Ship Vessel = new("Ro-ro", 0, 7_200, DischargeMode.RoRo, 200);

    public static MissionScenario Build() => new()
    {
        Name = "check-scene",
        Title = "Check scene",
        File = "check-scene.yaml",
        Marking = ClassificationMarking.Public,
        OutputMarking = ClassificationMarking.Public,
        PolicyRows = [],
        NetworkFolder = "scene",
        Start = Start,
        HorizonSeconds = CheckScene.Horizon,
        Clock = new LocalClock(Start, [(0, 3_600)]),
        FileHashes = new Dictionary<string, string>(StringComparer.Ordinal),
        RequirementsFile = "requirements.csv",
        Movements =
        [
            new Movement("M1", DemandClass.Transit, 1, "port", Vessel, ["exit"], 0, 13_000, false, "south", 1),
            new Movement("M2", DemandClass.OwnForces, 2, "exit", null, ["port"], 0, 20_000, true, "", 2),
            new Movement("M3", DemandClass.OwnForces, 3, "exit", null, ["port"], 0, 10_000, false, "", 3),
        ],
        Requirements =
        [
            Truck("A", "M1", 20, byRoad: true) with { DangerousGoodsClass = "3", TunnelCode = TunnelRestrictionCode.C },
            Tank("B", "M1", 10),
            Truck("C", "M1", 10, byWater: true),
            Truck("D", "M3", 2, byRoad: true),
            Truck("E", "M2", 10, byRail: true),
        ],
        Road = new RoadMarch(36, 42, 5, 60, 10, 300, 3_000, 600, 2_000_000, EscortRule.DangerousGoods),
        Rail = new TrainTemplate(72, 2_000, 80_000, 2_000, 1_950, 20_000, 8, 120, 780_000, Traction.Electric, 180, 30_000_000),
        Water = new VesselTemplate(18, 100, 1_140, 280, 650, 5, 45, 90_000, 20_000_000),
        Pools =
        [
            new AssetPool("escorts", PoolKind.Escort, 2, 6_000),
            new AssetPool("train-sets", PoolKind.TrainSet, 2, 10_000),
            new AssetPool("barges", PoolKind.Barge, 2, 20_000),
        ],
        Curfews = [],
        Patches = [],
        Phase = ThreatPhase.Crisis,
        Regime = new LegalRegime(50, 50, 50, RailLevers.None, "none"),
        Weights = new ObjectiveWeights(3.6m, 36m, 1_000m, 50m, 100, [200, 100, 50, 50, 50]),
        Limits = new PlanLimits(1, 1, 1, 1, 60),
    };

    public static Requirement Truck(
        string id, string movement, int count, bool byRoad = false, bool byRail = false, bool byWater = false) => new()
    {
        Id = id,
        Movement = movement,
        Unit = "unit",
        VehicleType = "truck",
        Count = count,
        MassKg = 18_000,
        AxleLoadKg = 9_000,
        Wheeled = new WheeledLoadClass(20),
        LengthCm = 800,
        WidthCm = 250,
        HeightCm = 350,
        PcuHundredths = 250,
        ByRoad = byRoad,
        ByRail = byRail,
        ByWater = byWater,
        Gauge = LoadingGauge.G1,
        TunnelCode = TunnelRestrictionCode.None,
        DangerousGoodsClass = "",
        Line = 2,
    };

    public static Requirement Tank(string id, string movement, int count) => Truck(id, movement, count, byRail: true) with
    {
        VehicleType = "tank",
        MassKg = 60_000,
        AxleLoadKg = 0,
        Wheeled = null,
        Tracked = new TrackedLoadClass(70),
        LengthCm = 950,
        WidthCm = 370,
        Gauge = LoadingGauge.GB,
    };
}
