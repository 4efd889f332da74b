using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>
/// What an assessment is made from, on a tiny network: every hour of the week alike, march speed 50 km/h, the parameters of the
/// embedded network. A plan is stated move by move.
/// </summary>
internal sealed class CivilScene(SceneBuilder network)
{
    private static readonly Lazy<NetworkDataset> Embedded = new(() =>
        RoadScene.Value(DatasetReader.Read(ReferenceData.Network, CancellationToken.None)));

    public int HorizonHours { get; init; } = 24;

    /// <summary>Zones at nodes of the scene, with their inhabitants.</summary>
    public IReadOnlyList<(string Node, int Inhabitants)> Zones { get; init; } = [];

    /// <summary>Parameters that differ from those of the embedded network.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Patches in force, such as low water.</summary>
    public IReadOnlyList<NetworkPatch> Patches { get; init; } = [];

    public AssessmentInput Input(params IReadOnlyList<PlannedSerial> planned)
    {
        var dataset = network.Build();
        var nodes = dataset.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        dataset = dataset with
        {
            ValuesOfTime = Embedded.Value.ValuesOfTime,
            CivilParameters = Embedded.Value.CivilParameters.Concat(Parameters).GroupBy(p => p.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
            Zones =
            [
                .. Zones.Select((z, i) => new ZoneRow(
                    z.Node, z.Node, z.Inhabitants, nodes[z.Node].Lat, nodes[z.Node].Lon, "scene/zones.csv", i + 2)),
            ],
        };
        var scenario = Scenario();
        var compiled = RoadScene.Value(NetworkCompiler.Compile(
            dataset, Patches, [], scenario.Clock, scenario.HorizonSeconds, "scene.yaml"));
        return new AssessmentInput(compiled, RoadScene.Value(CivilPricer.Price(compiled, scenario)), scenario, Plan(scenario, planned));
    }

    /// <summary>A column on its way; the head's times in seconds.</summary>
    public static PlannedSerial Column(
        string id, int passSeconds, params IReadOnlyList<(string Link, string From, string To, int Start, int End)> moves)
    {
        var footprint = new RoadFootprint
        {
            VehicleCount = 10, SpeedKmh = 50, ColumnMetres = 500, PassSeconds = passSeconds, PassengerCarUnits = 20,
            Wheeled = new WheeledLoadClass(20), Tracked = new TrackedLoadClass(0), AxleLoadKg = 8_000, MassKg = 20_000, HeightCm = 350,
            WidthCm = 250, VehicleLengthCm = 1000, TunnelCode = TunnelRestrictionCode.None, CostMicroEurosPerKm = 0, Escorts = 0,
            HeavyTransporters = 0,
        };
        return Planned(Unit(id, moves) with { Road = footprint }, TransportMode.Road, passSeconds, moves);
    }

    /// <summary>A barge of 110 m by 11.4 m on its way, 7 m high unless it says otherwise.</summary>
    public static PlannedSerial Barge(
        string id, int airDraughtCm, params IReadOnlyList<(string Link, string From, string To, int Start, int End)> moves)
    {
        var footprint = new WaterFootprint
        {
            VesselLengthMetres = 110, BeamCm = 1140, DraughtCm = 250, AirDraughtCm = airDraughtCm, CemtClass = 5, SpeedKmh = 12,
            PassSeconds = 60, CostMicroEurosPerKm = 0,
        };
        return Planned(Unit(id, moves) with { Water = footprint }, TransportMode.Water, 60, moves);
    }

    private static Serial Unit(string id, IReadOnlyList<(string Link, string From, string To, int Start, int End)> moves) => new()
    {
        Id = id, Movement = id, Unit = id, Class = DemandClass.Transit, Priority = 3, Loads = [], VehicleCount = 10, LaneMetres = 110,
        ReadySeconds = 0, DueSeconds = 86_400, HardDue = false, Corridor = "", Origins = [moves[0].From], Destinations = [moves[^1].To],
    };

    private static PlannedSerial Planned(
        Serial serial, TransportMode mode, int passSeconds,
        IReadOnlyList<(string Link, string From, string To, int Start, int End)> moves) => new(
        serial, [.. moves.Select(m => new MoveStep(m.Link, m.From, m.To, mode, m.Start, m.End))], moves[^1].End + passSeconds,
        new SerialCost(0, 0, 0));

    public static CivilFigure Figure(ModeAssessment mode, string metric) => Assert.Single(mode.Figures, f => f.Metric == metric);

    private static MovementPlan Plan(MissionScenario scenario, IReadOnlyList<PlannedSerial> planned) => new()
    {
        Scenario = "scene", Start = scenario.Start, HorizonSeconds = scenario.HorizonSeconds, Seed = 1,
        Objective = new PlanObjective(0, 0, 0, 0, 0), BoundMicroEuros = 0, BoundMethod = "none",
        Pool = new PoolOutcome(0, "not-run", 0, 0, 0), Planned = planned, Unmoved = [],
    };

    private MissionScenario Scenario()
    {
        var start = new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);
        return new MissionScenario
        {
            Name = "scene", Title = "scene", File = "scene.yaml", Marking = ClassificationMarking.Public,
            OutputMarking = ClassificationMarking.Public, PolicyRows = [], NetworkFolder = "scene", Start = start,
            HorizonSeconds = HorizonHours * 3600, Clock = new LocalClock(start, [(0, 3600)]),
            FileHashes = new Dictionary<string, string>(StringComparer.Ordinal), RequirementsFile = "scene.csv", Movements = [],
            Requirements = [], Road = new RoadMarch(50, 40, 20, 0, 20, 300, 14_400, 900, 0, EscortRule.None),
            Rail = new TrainTemplate(60, 2000, 80_000, 2000, 1950, 20_000, 4, 740, 2_000_000, Traction.Diesel, 180, 0),
            Water = new VesselTemplate(12, 110, 1140, 300, 700, 5, 1000, 2_000_000, 0), Pools = [], Curfews = [], Patches = [],
            Phase = ThreatPhase.Peace, Regime = new LegalRegime(0, 0, 0, RailLevers.None, ""),
            Weights = new ObjectiveWeights(3.6m, 36m, 10_000m, 1m, 100, [100, 100, 100, 100, 100]),
            Limits = new PlanLimits(1, 1, 1, 0, 60),
        };
    }
}
