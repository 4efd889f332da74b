using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using static MilMobility.Equilibrium.Tests.Scene;

namespace MilMobility.Equilibrium.Tests;

/// <summary>What holds on every network, tried on random ones against a slow reference.</summary>
public sealed class InvariantTests
{
    private const int Zones = 8;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_has_a_cheaper_path_and_the_reference_finds_nothing_better(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, nodes: 30, links: 110);
        var solution = Solve(scene.Network, Cars(scene.Trips), 1e-11);

        var reference = new FrankWolfe(scene, Zones);
        var time = scene.Links.Select((l, a) => RandomNetwork.Time(l, solution.CarUnits[a])).ToArray();
        var total = time.Zip(solution.CarUnits, (t, v) => t * v).Sum();
        Assert.Equal(total, solution.TotalTravelTime, 1e-9 * total);
        Assert.InRange((total / reference.Cheapest(time).Cost) - 1, -1e-12, 2e-11);

        reference.Run(200);
        Assert.Equal(reference.Objective(solution.CarUnits), solution.Objective, 1e-10 * solution.Objective);
        Assert.InRange(solution.Objective, reference.LowerBound * (1 - 1e-10), reference.Objective(reference.Flow) * (1 + 1e-10));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_enters_a_node_leaves_it_but_for_the_trips_that_begin_and_end_there(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, nodes: 25, links: 90);
        var solution = Solve(scene.Network, Cars(scene.Trips), 1e-8);

        var balance = new double[scene.Network.NodeCount];
        for (var a = 0; a < scene.Links.Count; a++)
        {
            balance[scene.Links[a].From] -= solution.CarUnits[a];
            balance[scene.Links[a].To] += solution.CarUnits[a];
            Assert.True(solution.CarUnits[a] >= 0);
        }

        foreach (var trip in scene.Trips)
        {
            balance[trip.Origin] += trip.Vehicles;
            balance[trip.Destination] -= trip.Vehicles;
        }

        Assert.All(balance, b => Assert.Equal(0, b, 1e-9));
        // No path passes a zone: what leaves it is what begins there.
        for (var zone = 0; zone < Zones; zone++)
        {
            var leaving = scene.Links.Select((l, a) => l.From == zone ? solution.CarUnits[a] : 0).Sum();
            Assert.Equal(scene.Trips.Where(t => t.Origin == zone).Sum(t => t.Vehicles), leaving, 1e-9);
        }
    }

    [Fact]
    public void Twice_the_trips_on_twice_the_capacity_is_the_same_traffic_twice()
    {
        var scene = RandomNetwork.Make(3, Zones, nodes: 30, links: 110);
        var wide = Network(30, Zones, Zones, [.. scene.Links.Select(l => l with { Capacity = 2 * l.Capacity })]);
        var once = Solve(scene.Network, Cars(scene.Trips), 1e-12);
        var twice = Solve(wide, Cars([.. scene.Trips.Select(t => t with { Vehicles = 2 * t.Vehicles })]), 1e-12);

        Assert.Equal(2 * once.Objective, twice.Objective, 1e-10 * once.Objective);
        Equal(once.Time, twice.Time, 1e-5);
    }

    [Fact]
    public void The_names_of_nodes_and_the_order_of_links_and_trips_change_nothing()
    {
        var scene = RandomNetwork.Make(4, Zones, nodes: 30, links: 110);
        // Zones stay zones: both blocks are turned round.
        int Renamed(int node) => node < Zones ? Zones - 1 - node : 30 + Zones - 1 - node;
        var renamed = Network(
            30, Zones, Zones, [.. scene.Links.Reverse().Select(l => l with { From = Renamed(l.From), To = Renamed(l.To) })]);
        var trips = scene.Trips.Reverse().Select(t => t with { Origin = Renamed(t.Origin), Destination = Renamed(t.Destination) });

        var first = Solve(scene.Network, Cars(scene.Trips), 1e-12);
        var second = Solve(renamed, Cars([.. trips]), 1e-12);
        Assert.Equal(first.Objective, second.Objective, 1e-11 * first.Objective);
    }

    [Fact]
    public void The_same_input_gives_the_same_bits()
    {
        var scene = RandomNetwork.Make(5, Zones, nodes: 30, links: 110);
        var first = Solve(scene.Network, Cars(scene.Trips), 1e-9);
        var second = Solve(scene.Network, Cars(scene.Trips), 1e-9);
        Assert.Equal(first.CarUnits, second.CarUnits);
        Assert.Equal(first.Iterations, second.Iterations);
    }

    [Fact]
    public void More_trips_never_lower_the_objective()
    {
        var scene = RandomNetwork.Make(6, Zones, nodes: 30, links: 110);
        var objectives = Enumerable.Range(1, 6)
            .Select(k => Cars([.. scene.Trips.Select(t => t with { Vehicles = k * t.Vehicles })]))
            .Select(cars => Solve(scene.Network, cars, 1e-9).Objective).ToList();
        Assert.Equal(objectives.Order(), objectives);
        Assert.Equal(6, objectives.Distinct().Count());
    }

    [Fact]
    public void Without_trips_there_is_no_flow_and_no_gap()
    {
        var scene = RandomNetwork.Make(1, Zones, nodes: 30, links: 110);
        var solution = Solve(scene.Network, Cars());
        Assert.All(solution.CarUnits, v => Assert.Equal(0, v));
        Assert.Equal((0.0, 0.0, EquilibriumStop.Gap), (solution.Objective, solution.RelativeGap, solution.Stop));
    }
}
