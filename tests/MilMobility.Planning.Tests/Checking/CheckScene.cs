using MilMobility.Domain.Checks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Checking;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>
/// One tiny port with all modes and a valid plan written by hand:
///
///     sea-port --discharge--> road-port ===r1 20 km=== road-halt ---r2 15 km--- road-exit      (r2-tunnel: same ends, category C)
///                              |     \
///                          load-rail  load-barge
///                              |         \
///                          rail-port     water-port ~~w1 9 km~~ water-lock ~~w2 6 km~~ water-exit
///                              ---t1 20 km, single--- rail-mid ===t2 10 km=== rail-exit
///
/// Speeds are chosen so that times are round: road 36 km/h = 10 m/s, rail 72 km/h = 20 m/s, water 18 km/h = 5 m/s. Every limit of a
/// link equals what the serials need, so that one less breaks it.
/// </summary>
public sealed record CheckScene(
    MissionScenario Scenario, NetworkDataset Dataset, PriceBandTable Prices, MovementPlan Plan)
{
    public const int Horizon = 86_400;

    public static CheckScene Valid() => new(CheckSceneScenario.Build(), BuildDataset(), BuildPrices(), CheckScenePlan.Build());

    public CheckReport Check() => PlanChecker.Check(Scenario, Dataset, Prices, Plan);

    /// <summary>Names of the broken rules, the objective's left out: a changed itinerary costs something else.</summary>
    public string[] BrokenRules() =>
        [.. Check().Violations.Select(v => v.Rule).Where(rule => rule != CheckRule.Objective).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Other steps for one serial; its finish follows from them, costs stay as they were.</summary>
    public CheckScene WithSteps(string serial, params PlanStep[] steps) => WithPlanned(serial, planned => planned with
    {
        Steps = steps,
        FinishSeconds = steps[^1].EndSeconds + (steps[^1] is MoveStep { Mode: var mode } ? (mode == TransportMode.Road ? 110 : 60) : 0),
    });

    public CheckScene WithPlanned(string serial, Func<PlannedSerial, PlannedSerial> change) => this with
    {
        Plan = Plan with { Planned = [.. Plan.Planned.Select(p => p.Serial.Id == serial ? change(p) : p)] },
    };

    public CheckScene WithSerial(string serial, Func<Serial, Serial> change) =>
        WithPlanned(serial, planned => planned with { Serial = change(planned.Serial) });

    /// <summary>A movement changed in the scenario and in its serials alike, so that they still agree.</summary>
    public CheckScene WithMovement(string movement, Func<Movement, Movement> change)
    {
        var changed = Scenario.Movements.Select(m => m.Id == movement ? change(m) : m).ToList();
        var own = changed.Single(m => m.Id == movement);
        var planned = Plan.Planned.Select(p => p.Serial.Movement != movement ? p : p with
        {
            Serial = p.Serial with
            {
                ReadySeconds = own.ReadySeconds, DueSeconds = own.DueSeconds, HardDue = own.HardDue, Ship = own.Ship,
            },
        });
        return this with { Scenario = Scenario with { Movements = changed }, Plan = Plan with { Planned = [.. planned] } };
    }

    public CheckScene WithLink(string link, Func<LinkRow, LinkRow> change) => this with
    {
        Dataset = Dataset with { Links = [.. Dataset.Links.Select(l => l.Id == link ? change(l) : l)] },
    };

    public CheckScene WithFacility(string facility, Func<FacilityRow, FacilityRow> change) => this with
    {
        Dataset = Dataset with { Facilities = [.. Dataset.Facilities.Select(f => f.Id == facility ? change(f) : f)] },
    };

    public CheckScene WithPatch(string target, PatchEffect effect, int value, int from, int to) => this with
    {
        Scenario = Scenario with { Patches = [.. Scenario.Patches, new NetworkPatch(target, effect, value, from, to, 1)] },
    };

    public CheckScene WithPool(PoolKind kind, int count, int blockSeconds) => this with
    {
        Scenario = Scenario with
        {
            Pools = [.. Scenario.Pools.Where(p => p.Kind != kind), new AssetPool($"pool-{kind}", kind, count, blockSeconds)],
        },
    };

    private static NetworkDataset BuildDataset() => new SceneBuilder()
        .Node("sea-port", TransportMode.Sea, "berth", 0, 0, "port")
        .Node("road-port", TransportMode.Road, "port", 0, 0, "port")
        .Node("rail-port", TransportMode.Rail, "port", 0, 0, "port")
        .Node("water-port", TransportMode.Water, "port", 0, 0, "port")
        .Node("road-halt", TransportMode.Road, "rest-area", 20_000, 0)
        .Node("rail-mid", TransportMode.Rail, "yard", 20_000, 0)
        .Node("water-lock", TransportMode.Water, "lock", 9_000, 0)
        .Node("road-exit", TransportMode.Road, "border", 35_000, 0, "exit")
        .Node("rail-exit", TransportMode.Rail, "border", 30_000, 0, "exit")
        .Node("water-exit", TransportMode.Water, "border", 15_000, 0, "exit")
        .Link("r1", "road-port", "road-halt", 20_000, 100, 2, 3_600, with: RoadLimits)
        .Link("r2", "road-halt", "road-exit", 15_000, 80, 1, 1_800, linkClass: "n-road", with: RoadLimits)
        .Link("r2-tunnel", "road-halt", "road-exit", 15_000, 80, 1, 1_800, linkClass: "n-road",
            with: l => l with { Tunnel = "Test", TunnelCategory = 'C' })
        .Link("t1", "rail-port", "rail-mid", 20_000, 100, 1, with: RailLimits)
        .Link("t2", "rail-mid", "rail-exit", 10_000, 100, 2, with: RailLimits)
        .Link("w1", "water-port", "water-lock", 9_000, 20, with: WaterLimits)
        .Link("w2", "water-lock", "water-exit", 6_000, 20, with: WaterLimits)
        .Facility("port", "sea-port", "port", berths: 1, maxLengthMetres: 200)
        .Facility("staging", "road-port", "staging", 100, HoldUnit.LaneMetres)
        .Facility("rest", "road-halt", "rest-area", 15, HoldUnit.Vehicles)
        .Facility("yard", "rail-mid", "yard", 1, HoldUnit.Tracks, maxLengthMetres: 120)
        .Facility("mooring", "water-lock", "mooring", 1, HoldUnit.Berths, maxLengthMetres: 100)
        .Lock("water-lock", 20, (100, 1_140), (90, 1_200))
        .Transfer("discharge", "sea-port", "road-port", "discharge-roro", 10, 60)
        .Transfer("load-rail", "road-port", "rail-port", "load-rail", 30, 20)
        .Transfer("unload-rail", "rail-port", "road-port", "unload-rail", 30, 20)
        .Transfer("load-barge", "road-port", "water-port", "load-barge", 30, 30)
        .Build();

    private static LinkRow RoadLimits(LinkRow link) => link with
    {
        Wheeled = 20, Tracked = 0, AxleLoadKg = 9_000, MassKg = 18_000, HeightCm = 350, WidthCm = 250, VehicleLengthCm = 800,
        Tunnel = "Other", TunnelCategory = 'B',
    };

    private static LinkRow RailLimits(LinkRow link) => link with
    {
        AxleLoadKg = 17_500, MetreLoadKg = 7_000, TrainLengthMetres = 120, Gauge = LoadingGauge.GB,
        Electrification = Electrification.Dc1500,
    };

    private static LinkRow WaterLimits(LinkRow link) => link with
    {
        CemtClass = 5, DraughtCm = 280, AirDraughtCm = 650, VesselLengthMetres = 100, BeamCm = 1_140,
    };

    /// <summary>
    /// Seven links and one lock: resources 0-5 road arcs (100 pcu free, 50 at 1,000 micro-euros), 6-9 rail arcs and 14 the lock (one
    /// free, one at a price); fairways 10-13 are unlimited.
    /// </summary>
    private static PriceBandTable BuildPrices() => new()
    {
        ResourceCount = 15,
        HourCount = 24,
        SetOfCell = [.. Enumerable.Range(0, 15 * 24).Select(cell => (cell / 24) switch { < 6 => 1, < 10 => 2, < 14 => 0, _ => 3 })],
        SetStart = [0, 0, 2, 4, 6],
        BandWidth = [100, 50, 1, 1, 1, 1],
        BandPriceMicroEuros = [0, 1_000, 0, 5_000_000, 0, 2_000_000],
    };
}
