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
/// Turns of trains on random small networks of fixed seeds. A failing seed is the bug report. Two fifths of the turns at a node are free, a
/// fifth are forbidden, two fifths reversals of 1 to 10 min; links are of 2 to 6 km at 1 km a minute, some parallel, some one-way; two
/// thirds of the nodes have a yard, some too short for the train.
/// </summary>
public sealed class TurnTests
{
    private const int Minute = 60;

    /// <summary>On an empty network: the answer of a Dijkstra over arcs, which reads the rows of the dataset alone.</summary>
    [Fact]
    public void The_search_is_as_good_as_a_dijkstra_over_arcs_on_three_thousand_random_networks()
    {
        int reached = 0, reversed = 0, dearer = 0;
        for (var seed = 0; seed < 3_000; seed++)
        {
            var scene = new TurnScene(seed, nodes: 7, links: 11, horizonMinutes: 600);
            var best = new ArcDijkstra(scene.Dataset, "n6").Cost();
            var found = scene.Find(scene.Empty);
            Assert.True(best == found.CostMicroEuros, $"seed {seed}: {found.CostMicroEuros}, by arcs {best}");
            var bound = scene.Request.Bounds.Cost[0];
            Assert.True(bound <= best, $"seed {seed}: bound {bound} above the cheapest {best}");
            Assert.Equal(best, scene.Find(scene.Empty, guided: false).CostMicroEuros);
            if (found.Itinerary is not { } itinerary) continue;
            reached++;
            if (itinerary.Steps.Any(s => s.Kind == StepKind.Hold)) reversed++;
            if (best > new ArcDijkstra(scene.Dataset with { Turns = [] }, "n6").Cost()) dearer++;
            scene.AssertObeysTurns(itinerary, seed);
        }

        Assert.True(reached > 1_000 && reversed > 200 && dearer > 500, $"the networks try little: {reached}, {reversed}, {dearer}");
    }

    /// <summary>
    /// Among other trains on the links and in the yards: the best of all journeys in whole minutes that the ledger takes.
    /// </summary>
    [Fact]
    public void The_search_is_as_good_as_trying_every_journey_among_other_trains()
    {
        int reached = 0, reversed = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var scene = new TurnScene(seed, nodes: 5, links: 6, horizonMinutes: 40);
            var ledger = scene.Occupied();
            var found = scene.Find(ledger);
            var best = new TurnEnumeration(scene.Dataset, scene.Network, scene.Rules, scene.Request, ledger).Best();
            Assert.True(best == found.CostMicroEuros, $"seed {seed}: {found.CostMicroEuros}, of all journeys {best}");
            if (found.Itinerary is not { } itinerary) continue;
            reached++;
            if (scene.AssertObeysTurns(itinerary, seed)) reversed++;
        }

        Assert.True(reached > 100 && reversed > 15, $"the networks try little: {reached}, {reversed}");
    }

    /// <summary>A random network with one train from the first node to the last.</summary>
    private sealed class TurnScene
    {
        private readonly Random _random;

        public TurnScene(int seed, int nodes, int links, int horizonMinutes)
        {
            Rules = RulesUpTo(horizonMinutes * Minute);
            _random = new Random(seed);
            Dataset = Build(nodes, links);
            Network = NetworkCompiler.CompileBaseline(Dataset);
            var profile = ProfileCompiler.Compile(TenWagons.To($"n{nodes - 1}"), Network, Rules);
            Request = PlainJourney.Request(Network, profile, Rules, 0, nodes - 1) with { LateMicroEurosPerSecond = 0 };
        }

        public NetworkDataset Dataset { get; }

        public CompiledNetwork Network { get; }

        public SearchRequest Request { get; }

        public MovementRules Rules { get; }

        public ReservationLedger Empty => new(Network, Rules, new PriceBandTable
        {
            ResourceCount = Network.ArcCount,
            HourCount = (Rules.HorizonSeconds / 3600) + 1,
            SetOfCell = new int[Network.ArcCount * ((Rules.HorizonSeconds / 3600) + 1)],
            SetStart = [0, 0],
            BandWidth = [],
            BandPriceMicroEuros = [],
        });

        /// <summary>Others on the links for a while, and in the yards.</summary>
        public ReservationLedger Occupied()
        {
            var ledger = Empty;
            for (var i = 0; i < 10; i++)
            {
                var arc = _random.Next(Network.ArcCount);
                var entry = _random.Next(25) * Minute;
                ledger.TryAdd([new ResourceUse(UseKind.Arc, arc, entry, entry + (_random.Next(2, 7) * Minute), Minute)]);
                var from = _random.Next(25) * Minute;
                ledger.TryAdd(
                    [new ResourceUse(UseKind.Hold, _random.Next(Network.NodeCount), from, from + (_random.Next(1, 9) * Minute), 1)]);
            }

            return ledger;
        }

        public SearchResult Find(ReservationLedger ledger, bool guided = true) => new ItinerarySearch(Network, Rules)
            .Find(Request, ledger, new SearchOptions(SlackPermille: 0, Guided: guided), CancellationToken.None);

        /// <summary>No forbidden turn, and every reversal stood out, by the rows; true if there is one.</summary>
        public bool AssertObeysTurns(Itinerary itinerary, int seed)
        {
            var steps = itinerary.Steps;
            var reverses = false;
            for (var i = 1; i < steps.Length; i++)
            {
                var held = steps[i - 1].Kind == StepKind.Hold;
                var before = held ? i - 2 : i - 1;
                if (steps[i].Kind != StepKind.Move || before < 0) continue;
                var turn = Turns.Find(
                    Dataset, Network.NodeId[Network.ArcFrom(steps[i].Index)], Network.LinkId[steps[before].Index >> 1],
                    Network.LinkId[steps[i].Index >> 1]);
                if (turn is null) continue;
                Assert.True(turn.ReversalMinutes is not null, $"seed {seed}: takes {turn}");
                var stands = held ? steps[i - 1].EndSeconds - steps[i - 1].StartSeconds : 0;
                Assert.True(stands >= turn.ReversalMinutes * Minute, $"seed {seed}: stands {stands} s for {turn}");
                reverses = true;
            }

            return reverses;
        }

        private static MovementRules RulesUpTo(int horizon) => new()
        {
            HorizonSeconds = horizon,
            RoadHeadwaySeconds = Minute,
            RailHeadwaySeconds = Minute,
            DriveMaxSeconds = MovementRules.Unlimited,
            HaltSeconds = Minute,
            TransferMicroEuros = 0,
            PoolCount = [.. Enumerable.Repeat(MovementRules.Unlimited, MovementRules.PoolKinds)],
            PoolBlockSeconds = [.. Enumerable.Repeat(MovementRules.Unlimited, MovementRules.PoolKinds)],
        };

        private NetworkDataset Build(int nodes, int links)
        {
            var scene = new SceneBuilder();
            for (var n = 0; n < nodes; n++) scene.Node($"n{n}", TransportMode.Rail, "yard", n * 1000, n % 2 * 1000);
            var ends = new List<(int From, int To)>();
            for (var l = 0; l < links; l++)
            {
                var from = _random.Next(nodes);
                var to = (from + 1 + _random.Next(nodes - 1)) % nodes;
                ends.Add((from, to));
                scene.Link($"l{l}", $"n{from}", $"n{to}", 1000 * (2 + _random.Next(5)), 60, 2, twoWay: _random.Next(5) > 0);
            }

            for (var n = 0; n < nodes; n++)
            {
                if (_random.Next(3) > 0)
                    scene.Facility($"y{n}", $"n{n}", "yard", 1, HoldUnit.Tracks, _random.Next(4) == 0 ? TenWagons.LengthMetres - 1 : null);
                var here = Enumerable.Range(0, links).Where(l => ends[l].From == n || ends[l].To == n).ToList();
                for (var i = 0; i < here.Count; i++)
                {
                    for (var j = i; j < here.Count; j++)
                    {
                        var kind = _random.Next(5);
                        if (kind == 2) scene.Turn($"n{n}", $"l{here[i]}", $"l{here[j]}");
                        if (kind > 2) scene.Turn($"n{n}", $"l{here[j]}", $"l{here[i]}", 1 + _random.Next(10));
                    }
                }
            }

            return scene.Build();
        }
    }
}

/// <summary>The rows of turns, read one by one.</summary>
internal static class Turns
{
    public static TurnRow? Find(NetworkDataset dataset, string node, string from, string to) => dataset.Turns.FirstOrDefault(
        t => t.Node == node && ((t.FromLink == from && t.ToLink == to) || (t.FromLink == to && t.ToLink == from)));
}
