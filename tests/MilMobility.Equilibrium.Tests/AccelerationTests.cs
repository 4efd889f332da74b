using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Bushes;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using MilMobility.Equilibrium.Paths;
using static MilMobility.Equilibrium.Tests.Scene;

namespace MilMobility.Equilibrium.Tests;

/// <summary>What only makes the search faster changes no answer.</summary>
public sealed class AccelerationTests
{
    private const int Zones = 8;
    private const int Nodes = 30;
    private const double Gap = 1e-11;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Known_segments_known_costs_and_visits_again_at_once_lead_to_the_same_equilibrium(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, Nodes, links: 120);
        var random = new Random(seed);
        var narrow = Enumerable.Range(0, 10).Select(_ => random.Next(scene.Links.Count)).Distinct();
        var changed = Value(scene.Network.With([.. narrow.Select(a => new LinkChange(a, Capacity: 15))]));
        var start = Solve(scene.Network, Cars(scene.Trips), 1e-6);
        var plain = Find(changed, scene, new EquilibriumSwitches(EvensPairs: false, KnowsCosts: false, Revisits: false), null);

        foreach (var from in (EquilibriumSolution?[])[null, start])
        {
            foreach (var switches in (EquilibriumSwitches[])[new(), new(EvensPairs: false), new(KnowsCosts: false), new(Revisits: false)])
            {
                var faster = Find(changed, scene, switches, from);
                Assert.Equal(plain.Objective, faster.Objective, 1e-10 * plain.Objective);
                Assert.InRange(faster.RelativeGap, -1e-13, Gap);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_costs_are_known_the_cheapest_paths_are_those_found_from_nothing(int seed)
    {
        var topology = RandomNetwork.Make(seed, Zones, Nodes, links: 120).Network.Topology;
        var random = new Random(seed);
        var (plain, fast) = (new ShortestPaths(topology), new ShortestPaths(topology));
        for (var origin = 0; origin < Zones; origin++)
        {
            var cost = RandomCosts(topology, random);
            plain.From(origin, cost);
            // Costs of real paths are the cheapest or more; at some nodes none is known.
            double Known(double c) =>
                random.Next(3) switch { 0 => c, 1 => c * (1 + random.NextDouble()), _ => double.PositiveInfinity };
            var known = plain.Cost.Select(Known).ToArray();
            fast.From(origin, cost, known);
            Equal(plain.Cost, fast.Cost, 1e-12 * plain.Cost.Where(double.IsFinite).Max());
            fast.From(origin, cost, new double[Nodes]);
            // Costs below those of any path stay below: a gap is then told too large, never too small.
            Assert.All(Enumerable.Range(0, Nodes), node => Assert.InRange(fast.Cost[node], 0, plain.Cost[node]));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_bush_finds_the_cheapest_costs_of_the_whole_network_from_its_own(int seed)
    {
        var topology = RandomNetwork.Make(seed, Zones, Nodes, links: 120).Network.Topology;
        var random = new Random(seed);
        var (search, work) = (new ShortestPaths(topology), new BushWorkspace(topology));
        for (var origin = 0; origin < Zones; origin++)
        {
            var bush = new Bush(new OriginTrips(0, origin, [], [], []));
            search.From(origin, RandomCosts(topology, random));
            BushLoading.TakeTree(bush, search, work);
            var cost = RandomCosts(topology, random);
            BushExtension.Label(bush, cost, work);
            var isCheaper = BushSearch.Run(bush, cost, work);
            search.From(origin, cost);

            Assert.Equal(search.Cost.Select((c, node) => c < work.Cheapest[node] * (1 - 1e-12)).Contains(true), isCheaper);
            Equal(search.Cost, work.Best, 1e-12 * search.Cost.Where(double.IsFinite).Max());
            Assert.All(work.Improved, node => Assert.Equal(node, topology.Head[work.Arrival[node]]));
            foreach (var node in work.Improved)
            {
                var arrival = work.Arrival[node];
                Assert.Equal(work.Best[node], work.Best[topology.Tail[arrival]] + cost[arrival], 1e-9);
            }
        }
    }

    /// <summary>
    /// <code>
    /// 0 - 2 - 3 - 1    both ways; 2 and 3 are joined by a way round over 4
    ///      \ /
    ///       4
    /// </code>
    /// </summary>
    [Fact]
    public void A_closed_link_has_a_way_round_or_its_trips_are_looked_at()
    {
        var links = new (int From, int To)[] { (0, 2), (2, 3), (3, 1), (2, 4), (4, 3), (1, 3), (3, 2), (2, 0) };
        var network = Network(5, 2, 2, [.. links.Select(l => Linear(l.From, l.To, 1, 1))]);
        bool HasWaysRound(params int[] closed)
        {
            var shut = Value(network.With([.. closed.Select(LinkChange.Close)]));
            return Reach.HasWaysRound(network.Topology, network.IsClosed, shut.IsClosed);
        }

        Assert.True(HasWaysRound());
        Assert.True(HasWaysRound(1));
        Assert.False(HasWaysRound(1, 4));
        Assert.False(HasWaysRound(0));
        Assert.False(HasWaysRound(6));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_every_closed_link_has_a_way_round_no_trip_is_cut_off(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, Nodes, links: 90);
        var random = new Random(seed);
        var (withWays, cutOff) = (0, 0);
        for (var draw = 0; draw < 60; draw++)
        {
            var shut = Value(scene.Network.With(
                [.. Enumerable.Range(0, 1 + (draw % 6)).Select(_ => LinkChange.Close(random.Next(scene.Links.Count)))]));
            var options = new EquilibriumOptions { IterationsMax = 1 };
            var isCut = UserEquilibrium.Find(shut, [Cars(scene.Trips)], options, TestContext.Current.CancellationToken)
                is Invalid<EquilibriumSolution>;
            var hasWays = Reach.HasWaysRound(scene.Network.Topology, scene.Network.IsClosed, shut.IsClosed);
            Assert.False(isCut && hasWays);
            (withWays, cutOff) = (withWays + (hasWays ? 1 : 0), cutOff + (isCut ? 1 : 0));
        }

        Assert.InRange(withWays, 1, 59);
        Assert.InRange(cutOff, 1, 59);
    }

    private static double[] RandomCosts(Topology topology, Random random) =>
        [.. Enumerable.Range(0, topology.LinkCount).Select(_ => random.Next(10) == 0 ? 0 : random.NextDouble())];

    private static EquilibriumSolution Find(
        AssignmentNetwork network, RandomNetwork scene, EquilibriumSwitches switches, EquilibriumSolution? start) =>
        Value(UserEquilibrium.Find(
            network, [Cars(scene.Trips)], new EquilibriumOptions { RelativeGap = Gap, Switches = switches },
            TestContext.Current.CancellationToken, start));
}
