using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Serialisation;
using MilMobility.Solvers;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests.Scenes;

/// <summary>
/// A mission on a tiny network with round numbers: 60 km/h (1 km a minute), vehicles of 10 m with gaps of 40 m, so that
/// 20 vehicles are 1 km and pass in 60 s; headway 300 s by road and 180 s by rail; time costs 1,000 micro-euros per vehicle and
/// second. Every plan is checked by the plan checker before it is returned.
/// </summary>
internal sealed class MissionScene(SceneBuilder network)
{
    private readonly List<Movement> _movements = [];
    private readonly List<Requirement> _requirements = [];

    public int HorizonSeconds { get; set; } = 24 * 3600;

    public RoadMarch Road { get; set; } = new(60, 40, 100, 0, 20, 300, 4 * 3600, 900, 0, EscortRule.None);

    /// <summary>Locomotive 20 m, wagons 20 m that take one vehicle each of 10 m to 19.5 m, at most 740 m and 2,000 t.</summary>
    public TrainTemplate Rail { get; set; } =
        new(60, 2000, 80_000, 2000, 1950, 20_000, 4, 740, 2_000_000, Traction.Diesel, 180, 0);

    public VesselTemplate Water { get; set; } = new(12, 110, 1140, 300, 700, 5, 1000, 2_000_000, 0);

    public HeavyTransporter? Transporter { get; set; }

    public List<AssetPool> Pools { get; } = [];

    public List<NetworkPatch> Patches { get; } = [];

    public PolicyLevers Levers { get; set; } = PolicyLevers.None;

    public List<CivilFloor> Floors { get; } = [];

    /// <summary>Parameters of the civil model that the checker reads.</summary>
    public Dictionary<string, double> Parameters { get; } = new(StringComparer.Ordinal);

    public LegalRegime Regime { get; set; } = new(0, 0, 0, RailLevers.None, "");

    public int Restarts { get; set; } = 4;

    public int Seed { get; set; } = 7;

    /// <summary>Steps of work; a scene of a few serials has long found its best plan by then.</summary>
    public long WorkMax { get; set; } = 2_000_000;

    public ObjectiveMode Mode { get; set; }

    public decimal UnmovedEurosPerVehicle { get; set; } = 10_000;

    /// <summary>A movement of wheeled vehicles by road, unless the row says otherwise.</summary>
    public MissionScene Movement(
        string id, string from, string to, int vehicles, int ready = 0, int due = 20 * 3600, int priority = 3, bool hardDue = false,
        Ship? ship = null, Func<Requirement, Requirement>? with = null)
    {
        _movements.Add(new Movement(
            id, DemandClass.Transit, priority, from, ship, to.Split(' '), ready, due, hardDue, "", _movements.Count + 1));
        var row = new Requirement
        {
            Id = $"{id}-r",
            Movement = id,
            Unit = "unit",
            VehicleType = "truck",
            Count = vehicles,
            MassKg = 20_000,
            AxleLoadKg = 8_000,
            Wheeled = new WheeledLoadClass(20),
            LengthCm = 1000,
            WidthCm = 250,
            HeightCm = 350,
            PcuHundredths = 200,
            ByRoad = true,
            ByRail = false,
            ByWater = false,
            Gauge = LoadingGauge.G1,
            TunnelCode = TunnelRestrictionCode.None,
            DangerousGoodsClass = "",
            Line = _requirements.Count + 2,
        };
        _requirements.Add(with?.Invoke(row) ?? row);
        return this;
    }

    public MissionScenario Scenario()
    {
        var start = new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);
        return new MissionScenario
        {
            Name = "scene",
            Title = "scene",
            File = "scene.yaml",
            Marking = ClassificationMarking.Public,
            OutputMarking = ClassificationMarking.Public,
            PolicyRows = [],
            NetworkFolder = "scene",
            Start = start,
            HorizonSeconds = HorizonSeconds,
            Clock = new LocalClock(start, [(0, 3600)]),
            FileHashes = new Dictionary<string, string>(StringComparer.Ordinal),
            RequirementsFile = "scene.csv",
            Movements = _movements,
            Requirements = _requirements,
            Road = Road,
            Rail = Rail,
            Water = Water,
            HeavyTransporter = Transporter,
            Pools = Pools,
            Curfews = [],
            Patches = Patches,
            Levers = Levers,
            CivilFloors = Floors,
            Phase = ThreatPhase.Peace,
            Regime = Regime,
            Weights = new ObjectiveWeights(3.6m, 36m, UnmovedEurosPerVehicle, 1m, 100, [100, 100, 100, 100, 100]) { Mode = Mode },
            Limits = new PlanLimits(Seed, Restarts, 20, 5, 3600) { WorkMax = WorkMax },
        };
    }

    public CompiledNetwork Network() => network.Compile(Patches, horizonSeconds: HorizonSeconds, levers: Levers, floors: Floors);

    public Loaded<CompiledScenario> Compile() => ScenarioCompiler.Compile(Scenario(), Network());

    public CompiledScenario Compiled() => Compile() is Valid<CompiledScenario> valid
        ? valid.Value : throw new InvalidOperationException(string.Join('\n', Compile().Diagnostics));

    /// <summary>Prices that are free and unlimited everywhere.</summary>
    public PriceBandTable Free() => Prices(new Dictionary<(string, int), (int, long)[]>());

    /// <summary>
    /// Bands per (link or lock node, hour): (width, micro-euros) from the cheapest, in both directions of a link; unlimited and
    /// free elsewhere.
    /// </summary>
    public PriceBandTable Prices(IReadOnlyDictionary<(string Resource, int Hour), (int Width, long Price)[]> cells)
    {
        var compiled = Network();
        var hours = HorizonSeconds / 3600;
        var setOf = new int[(compiled.ArcCount + compiled.LockCount) * hours];
        List<int> starts = [0, 0];
        List<int> widths = [];
        List<long> prices = [];
        foreach (var ((name, hour), bands) in cells)
        {
            var set = starts.Count - 1;
            widths.AddRange(bands.Select(b => b.Width));
            prices.AddRange(bands.Select(b => b.Price));
            starts.Add(widths.Count);
            int[] resources = compiled.LinkIndex.TryGetValue(name, out var link)
                ? [2 * link, (2 * link) + 1]
                : [compiled.ArcCount + compiled.NodeLock[compiled.NodeIndex[name]]];
            foreach (var resource in resources) setOf[(resource * hours) + hour] = set;
        }

        return new PriceBandTable
        {
            ResourceCount = compiled.ArcCount + compiled.LockCount,
            HourCount = hours,
            SetOfCell = setOf,
            SetStart = [.. starts],
            BandWidth = [.. widths],
            BandPriceMicroEuros = [.. prices],
        };
    }

    /// <summary>The raw network, as the checker reads it.</summary>
    public NetworkDataset Dataset => network.Build() with { CivilParameters = Parameters };

    public MovementPlan Plan(PriceBandTable? prices = null, OrToolsSolvers? solvers = null)
    {
        prices ??= Free();
        var plan = PlanUnchecked(prices, solvers);
        AssertHolds(plan, prices);
        return plan;
    }

    /// <summary>For plans that are to break a rule which the prices do not know.</summary>
    public MovementPlan PlanUnchecked(PriceBandTable? prices = null, OrToolsSolvers? solvers = null)
    {
        var outcome = MovementPlanner
            .PlanAsync(Compiled(), Network(), prices ?? Free(), solvers, null, CancellationToken.None).GetAwaiter().GetResult();
        return Assert.IsType<Planned>(outcome).Plan;
    }

    public void AssertHolds(MovementPlan plan, PriceBandTable prices)
    {
        var report = PlanChecker.Check(Scenario(), network.Build(), prices, plan);
        Assert.True(report.Holds, string.Join('\n', report.Violations));
        Assert.Equal(plan.Objective.TotalMicroEuros, report.ObjectiveMicroEuros);
        Assert.True(plan.BoundMicroEuros <= plan.Objective.TotalMicroEuros, "the bound is above the objective");
    }
}

/// <summary>Reading plans in tests.</summary>
internal static class PlanReadingExtensions
{
    public static PlannedSerial Of(this MovementPlan plan, string id) =>
        Assert.Single(plan.Planned, p => p.Serial.Id == id);

    /// <summary>Times at which a serial's head enters its links, in order.</summary>
    public static int[] Entries(this MovementPlan plan, string id) =>
        [.. plan.Of(id).Steps.OfType<MoveStep>().Select(m => m.StartSeconds)];

    public static string[] Links(this MovementPlan plan, string id) =>
        [.. plan.Of(id).Steps.OfType<MoveStep>().Select(m => m.Link)];
}
