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
/// The search against enumeration. On a grid of a minute - all lengths, closures, blocks and headways are whole minutes, so the
/// optimum lies on it - every path, every departure and every hold is tried against the ledger, and the cheapest that it takes
/// must cost what the search says.
/// </summary>
public sealed class BruteForceTests
{
    private const int Minute = 60;
    private const int HorizonMinutes = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    //       b
    //   a <   > d      rest areas at b and c; links of 2 to 6 minutes; the serial passes in one minute, headway one minute
    //       c
    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_search_finds_the_cheapest_of_all_itineraries(int seed)
    {
        var (best, found) = Solve(seed);
        Assert.Equal(best, found);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sparing_elapsed_times_that_cannot_bind_changes_no_cost(int seed) =>
        Assert.Equal(Solve(seed, spares: false).Found, Solve(seed).Found);

    [Fact]
    public void Most_of_the_instances_have_an_itinerary() =>
        Assert.InRange(Enumerable.Range(1, 40).Count(seed => Solve(seed).Found < long.MaxValue), 30, 40);

    private static (long Best, long Found) Solve(int seed, bool spares = true)
    {
        var random = new Random(seed);
        var network = Network(random);
        var rules = Rules();
        var prices = Prices(network, random);
        var serial = SixTrucks.By(random.Next(2) * 4);
        var profile = ProfileCompiler.Compile(serial, network, rules);
        var ledger = new ReservationLedger(network, rules, prices);
        Occupy(ledger, network, random);
        var request = PlainJourney.Request(network, profile, rules, network.NodeIndex["a"], network.NodeIndex["d"]);
        var found = new ItinerarySearch(network, rules)
            .Find(request, ledger, new SearchOptions(SlackPermille: 0, Spares: spares), CancellationToken.None);
        var best = new Enumeration(network, rules, request, ledger).Best();
        return (best, found.CostMicroEuros);
    }

    private static MovementRules Rules() => new()
    {
        HorizonSeconds = HorizonMinutes * Minute,
        RoadHeadwaySeconds = Minute,
        RailHeadwaySeconds = Minute,
        DriveMaxSeconds = 7 * Minute,
        HaltSeconds = 3 * Minute,
        TransferMicroEuros = 0,
        PoolCount = [1, MovementRules.Unlimited, MovementRules.Unlimited, MovementRules.Unlimited],
        PoolBlockSeconds = [25 * Minute, MovementRules.Unlimited, MovementRules.Unlimited, MovementRules.Unlimited],
    };

    private static CompiledNetwork Network(Random random)
    {
        var scene = new SceneBuilder()
            .Node("a", TransportMode.Road, "site", 0, 0)
            .Node("b", TransportMode.Road, "rest-area", 1000, 1000)
            .Node("c", TransportMode.Road, "rest-area", 1000, -1000)
            .Node("d", TransportMode.Road, "border", 2000, 0);
        foreach (var (id, from, to) in new[] { ("ab", "a", "b"), ("ac", "a", "c"), ("bd", "b", "d"), ("cd", "c", "d"), ("bc", "b", "c") })
            scene.Link(id, from, to, 1000 * (2 + random.Next(5)), 100, random.Next(2), twoWay: id == "bc");
        scene.Facility("rb", "b", "rest-area", 10, HoldUnit.Vehicles).Facility("rc", "c", "rest-area", 10, HoldUnit.Vehicles);
        var patches = new List<NetworkPatch>();
        foreach (var link in new[] { "ab", "ac", "bd", "cd" })
        {
            var from = random.Next(15) * Minute;
            if (random.Next(2) == 0)
                patches.Add(new NetworkPatch(link, PatchEffect.Closed, 0, from, from + (random.Next(1, 15) * Minute), 1));
        }

        return scene.Compile(patches, horizonSeconds: HorizonMinutes * Minute);
    }

    /// <summary>Others on the links for a while, and in one rest area.</summary>
    private static void Occupy(ReservationLedger ledger, CompiledNetwork network, Random random)
    {
        for (var i = 0; i < 12; i++)
        {
            var arc = 2 * random.Next(network.LinkCount);
            var entry = random.Next(30) * Minute;
            ledger.TryAdd([new ResourceUse(UseKind.Arc, arc, entry, entry + (random.Next(2, 8) * Minute), Minute)]);
        }

        var from = random.Next(20) * Minute;
        ledger.TryAdd([new ResourceUse(UseKind.Hold, network.NodeIndex["b"], from, from + (8 * Minute), 5)]);
        ledger.TryAdd([new ResourceUse(UseKind.Pool, 0, random.Next(10) * Minute, (12 + random.Next(10)) * Minute, 1)]);
    }

    /// <summary>One cell per link: free up to 10 units, then 3,000 each up to 40; the serial takes 20 or so.</summary>
    private static PriceBandTable Prices(CompiledNetwork network, Random random) => new()
    {
        ResourceCount = network.ArcCount,
        HourCount = 1,
        SetOfCell = [.. Enumerable.Range(0, network.ArcCount).Select(_ => random.Next(2))],
        SetStart = [0, 0, 2],
        BandWidth = [10, 400],
        BandPriceMicroEuros = [0, 3000],
    };

    /// <summary>Depth-first over moves and holds in whole minutes, each complete journey tried against the ledger.</summary>
    private sealed class Enumeration(
        CompiledNetwork network, MovementRules rules, SearchRequest request, ReservationLedger ledger)
    {
        private readonly List<ItineraryStep> _steps = [];
        private long _best = long.MaxValue;

        public long Best()
        {
            for (var start = 0; start < HorizonMinutes; start++)
            {
                if (start > 0) _steps.Add(new(StepKind.Hold, request.Origins[0], 0, start * Minute));
                Move(request.Origins[0], start * Minute, start * Minute, start * Minute, 0);
                _steps.Clear();
            }

            return _best;
        }

        private void Move(int node, int time, int lastHalt, int legStart, int depth)
        {
            if (request.Bounds.IsDestination[node])
            {
                Try(time + request.Profile.PassSeconds[0]);
                return;
            }

            for (var i = network.OutStart[node]; i < network.OutStart[node + 1] && depth < 3; i++)
            {
                var arc = network.OutArcs[i];
                var end = time + request.Profile.ArcSeconds[arc];
                if (end - lastHalt > rules.DriveMaxSeconds || IsClosed(arc, time, end + Minute)) continue;
                if ((long)end + Minute - legStart > request.Profile.LegLimitSeconds[0]) continue;
                _steps.Add(new(StepKind.Move, arc, time, end));
                Stay(network.ArcTo(arc), end, lastHalt, legStart, depth + 1);
                _steps.RemoveAt(_steps.Count - 1);
            }
        }

        private void Stay(int node, int time, int lastHalt, int legStart, int depth)
        {
            Move(node, time, lastHalt, legStart, depth);
            if (request.Bounds.IsDestination[node]) return;
            for (var until = time + Minute; until <= HorizonMinutes * Minute; until += Minute)
            {
                _steps.Add(new(StepKind.Hold, node, time, until));
                Move(node, until, until - time >= rules.HaltSeconds ? until : lastHalt, legStart, depth);
                _steps.RemoveAt(_steps.Count - 1);
            }
        }

        private bool IsClosed(int arc, int from, int to)
        {
            for (var i = network.ClosedStart[arc]; i < network.ClosedStart[arc + 1]; i++)
            {
                if (from < network.ClosedTo[i] && network.ClosedFrom[i] < to) return true;
            }

            return false;
        }

        private void Try(int finish)
        {
            if (finish > rules.HorizonSeconds) return;
            var own = (request.TimeMicroEurosPerSecond * finish)
                + (request.LateMicroEurosPerSecond * Math.Max(0, finish - request.DueSeconds))
                + _steps.Where(s => s.Kind == StepKind.Move).Sum(s => request.Profile.ArcCost[s.Index]);
            if (own >= _best) return;
            var uses = new List<ResourceUse>();
            var itinerary = new Itinerary([.. _steps], finish, own, 0, 0, 0);
            ItineraryUses.Collect(itinerary, request.Profile, network, rules, uses);
            var before = ledger.CivilMicroEuros;
            if (ledger.TryAdd(uses) >= 0) return;
            _best = Math.Min(_best, own + ledger.CivilMicroEuros - before);
            ledger.Remove(uses);
        }
    }
}
