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

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_a_search_of_all_trips_those_cut_off_are_found_as_from_nothing(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, Nodes, links: 90);
        IReadOnlyList<VehicleClass> cars = [Cars(scene.Trips)];
        var (random, options) = (new Random(seed), new EquilibriumOptions { IterationsMax = 1 });
        var cancellation = TestContext.Current.CancellationToken;
        var start = Value(UserEquilibrium.Find(scene.Network, cars, new EquilibriumOptions(), cancellation));
        var (connected, cutOff) = (0, 0);
        for (var draw = 0; draw < 60; draw++)
        {
            var shut = Value(scene.Network.With(
                [.. Enumerable.Range(0, 1 + (draw % 6)).Select(_ => LinkChange.Close(random.Next(scene.Links.Count)))]));
            var warm = UserEquilibrium.Find(shut, cars, options, cancellation, start);
            var cold = UserEquilibrium.Find(shut, [.. cars], options, cancellation);
            Assert.Equal(cold is Invalid<EquilibriumSolution>, warm is Invalid<EquilibriumSolution>);
            Assert.Equal(cold.Diagnostics, warm.Diagnostics);
            if (cold is Invalid<EquilibriumSolution>) cutOff++;
            else connected++;
        }

        Assert.InRange(connected, 1, 59);
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
