using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Prices;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;
using MilMobility.TestScenes;

namespace MilMobility.Routing.Tests;

/// <summary>
/// A serial with every kind of resource before it; all times are whole minutes. Random lengths, capacities and price bands.
/// <code>
///   a ==== b ---- c ---- d      road, some of it single; a rest area at b
///          | load   | unload
///          r ------ s           rail, single or not; a track at r and s
///          w [lock] v           water, a lock at w; a berth at w and v
/// </code>
/// </summary>
internal sealed class TollScene
{
    public const int Minute = 60;
    public const int HorizonMinutes = 45;

    private TollScene(Random random)
    {
        Network = NetworkOf(random);
        Rules = RulesOf(random);
        Profile = ProfileCompiler.Compile(SerialOf(random), Network, Rules);
        Prices = PricesOf(Network, random);
        Empty = new ReservationLedger(Network, Rules, Prices);
        Resources = new TollResources(Network, Rules);
        var (from, to) = (Network.NodeIndex["a"], Network.NodeIndex["d"]);
        Request = PlainJourney.Request(Network, Profile, Rules, from, to) with { DueSeconds = 25 * Minute };
    }

    public CompiledNetwork Network { get; }

    public MovementRules Rules { get; }

    public SerialProfile Profile { get; }

    public PriceBandTable Prices { get; }

    public ReservationLedger Empty { get; }

    public TollResources Resources { get; }

    public SearchRequest Request { get; }

    public static TollScene Of(Random random) => new(random);

    private static CompiledNetwork NetworkOf(Random random) => new SceneBuilder()
        .Node("a", TransportMode.Road, "site", 0, 0)
        .Node("b", TransportMode.Road, "rest-area", 1000, 0, place: "pb")
        .Node("c", TransportMode.Road, "exit", 2000, 0, place: "pc")
        .Node("d", TransportMode.Road, "border", 3000, 0)
        .Node("r", TransportMode.Rail, "yard", 1000, 500, place: "pb")
        .Node("s", TransportMode.Rail, "yard", 2000, 500, place: "pc")
        .Node("w", TransportMode.Water, "lock", 1000, -500, place: "pb")
        .Node("v", TransportMode.Water, "quay", 2000, -500, place: "pc")
        .Link("ab", "a", "b", 1000 * (1 + random.Next(3)), 60, random.Next(2))
        .Link("bc", "b", "c", 1000 * (8 + random.Next(6)), 60, random.Next(2))
        .Link("cd", "c", "d", 1000 * (1 + random.Next(3)), 60, random.Next(2))
        .Link("rs", "r", "s", 1000 * (1 + random.Next(6)), 60, 1 + random.Next(2))
        .Link("wv", "w", "v", 200 * (1 + random.Next(3)), 12)
        .Facility("fb", "b", "rest-area", 10, HoldUnit.Vehicles)
        .Facility("fr", "r", "yard", 1, HoldUnit.Tracks)
        .Facility("fw", "w", "quay", 1, HoldUnit.Berths)
        .Facility("fs", "s", "yard", 1, HoldUnit.Tracks)
        .Facility("fv", "v", "quay", 1, HoldUnit.Berths)
        .Lock("w", 2, (200, 1200))
        .Transfer("br", "b", "r", "load-rail", random.Next(2), 120, 1 + random.Next(2))
        .Transfer("sc", "s", "c", "unload-rail", random.Next(2), 120, 1 + random.Next(2))
        .Transfer("bw", "b", "w", "load-barge", random.Next(2), 120, 1 + random.Next(2))
        .Transfer("vc", "v", "c", "unload-barge", random.Next(2), 120, 1 + random.Next(2))
        .Compile();

    private static MovementRules RulesOf(Random random) => new()
    {
        HorizonSeconds = HorizonMinutes * Minute,
        RoadHeadwaySeconds = Minute,
        RailHeadwaySeconds = 2 * Minute,
        DriveMaxSeconds = (12 + random.Next(3)) * Minute,
        HaltSeconds = 3 * Minute,
        TransferMicroEuros = 5000,
        PoolCount = [2, MovementRules.Unlimited, 3, 4],
        PoolBlockSeconds = [20 * Minute, MovementRules.Unlimited, 15 * Minute, 16 * Minute],
    };

    /// <summary>One cell per link or lock: free up to 10 units, then 3,000 each up to 400 more.</summary>
    private static PriceBandTable PricesOf(CompiledNetwork network, Random random) => new()
    {
        ResourceCount = network.ArcCount + network.LockCount,
        HourCount = 1,
        SetOfCell = [.. Enumerable.Range(0, network.ArcCount + network.LockCount).Select(_ => random.Next(2))],
        SetStart = [0, 0, 2],
        BandWidth = [10, 400],
        BandPriceMicroEuros = [0, 3000],
    };

    private static Serial SerialOf(Random random) => SixTrucks.By(escorts: random.Next(2)) with
    {
        DueSeconds = 25 * Minute,
        Rail = new RailFootprint
        {
            Wagons = 6,
            TrainLengthMetres = 140,
            TrainMassKg = 0,
            AxleLoadKg = 0,
            MetreLoadKg = 0,
            SpeedKmh = 60,
            PassSeconds = Minute,
            Traction = Traction.Diesel,
            Gauge = LoadingGauge.G1,
            CostMicroEurosPerKm = 3000,
        },
        Water = new WaterFootprint
        {
            VesselLengthMetres = 110,
            BeamCm = 1100,
            DraughtCm = 0,
            AirDraughtCm = 0,
            CemtClass = 1,
            SpeedKmh = 12,
            PassSeconds = Minute,
            CostMicroEurosPerKm = 2000,
        },
    };
}
