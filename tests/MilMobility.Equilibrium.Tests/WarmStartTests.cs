using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using static MilMobility.Equilibrium.Tests.Scene;

namespace MilMobility.Equilibrium.Tests;

/// <summary>Started from another equilibrium, an assignment ends in the same flows as from nothing.</summary>
public sealed class WarmStartTests
{
    private const int Zones = 8;
    private const double Gap = 1e-11;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Closed_links_lose_all_their_flow_and_the_rest_is_the_equilibrium_without_them(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, nodes: 30, links: 120);
        var before = Solve(scene.Network, Cars(scene.Trips), 1e-6);
        // The busiest links that are not of the ring, without which all stays connected.
        var closed = Enumerable.Range(30 - Zones, scene.Links.Count - 30 + Zones)
            .Where(a => scene.Links[a].From >= Zones && scene.Links[a].To >= Zones)
            .OrderByDescending(a => before.CarUnits[a]).Take(4).ToList();
        var network = Value(scene.Network.With([.. closed.Select(LinkChange.Close)]));
        var rebuilt = Network(30, Zones, Zones, [.. scene.Links.Where((_, a) => !closed.Contains(a))]);

        var warm = Solve(network, Cars(scene.Trips), Gap, before);
        var cold = Solve(network, Cars(scene.Trips), Gap);
        var without = Solve(rebuilt, Cars(scene.Trips), Gap);

        Assert.True(closed.Sum(a => before.CarUnits[a]) > 0);
        Assert.All(closed, a => Assert.Equal(0, warm.CarUnits[a]));
        Assert.All(closed, a => Assert.Equal(0, cold.CarUnits[a]));
        Assert.Equal(without.Objective, warm.Objective, 1e-9 * without.Objective);
        Assert.Equal(without.Objective, cold.Objective, 1e-9 * without.Objective);
        Assert.InRange(warm.RelativeGap, -1e-13, Gap);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Reopened_links_changed_capacities_times_and_trips_are_taken_up(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, nodes: 30, links: 120);
        var random = new Random(seed);
        var shut = Value(scene.Network.With([LinkChange.Close(100), LinkChange.Close(110)]));
        var start = Solve(shut, Cars(scene.Trips), 1e-6);
        var changed = Value(shut.With(
            [
                LinkChange.Open(100), new(3, Capacity: 200), new(5, Capacity: 8), new(7, FreeFlowTime: 30), new(9, FreeFlowTime: 0),
            ]));
        var trips = scene.Trips.Where(_ => random.Next(6) > 0).Select(t => t with { Vehicles = t.Vehicles * (0.5 + random.NextDouble()) })
            .Append(new ZoneTrips(2, 5, 3)).ToList();

        var warm = Solve(changed, Cars(trips), Gap, start);
        var cold = Solve(changed, Cars(trips), Gap);
        Assert.Equal(cold.Objective, warm.Objective, 1e-9 * cold.Objective);
        Assert.Equal(0, warm.CarUnits[110]);
    }

    [Fact]
    public void From_its_own_equilibrium_nothing_is_left_to_do()
    {
        var scene = RandomNetwork.Make(2, Zones, nodes: 30, links: 120);
        var cold = Solve(scene.Network, Cars(scene.Trips), 1e-10);
        var again = Solve(scene.Network, Cars(scene.Trips), 1e-9, cold);
        Assert.Equal(1, again.Iterations);
        Equal(cold.CarUnits, again.CarUnits, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Classes_known_from_the_start_are_taken_as_they_are_and_findings_stay(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, nodes: 30, links: 120);
        IReadOnlyList<VehicleClass> cars = [new VehicleClass("cars", [.. scene.Trips, new ZoneTrips(1, 1, 7)])];
        var options = new EquilibriumOptions { RelativeGap = Gap };
        var random = new Random(seed);
        var halved = Value(scene.Network.With(
            [
                .. Enumerable.Range(0, 20).Select(_ => random.Next(scene.Links.Count)).Distinct()
                    .Select(a => new LinkChange(a, Capacity: scene.Links[a].Capacity / 2)),
            ]));
        var start = Value(UserEquilibrium.Find(scene.Network, cars, options, TestContext.Current.CancellationToken));
        var warm = UserEquilibrium.Find(halved, cars, options, TestContext.Current.CancellationToken, start);
        var cold = UserEquilibrium.Find(halved, [.. cars], options, TestContext.Current.CancellationToken);

        Assert.Equal([EquilibriumCodes.TripsWithinZone], warm.Diagnostics.Select(d => d.Code));
        Assert.Equal(cold.Diagnostics, warm.Diagnostics);
        Assert.Equal(Value(cold).Objective, Value(warm).Objective, 1e-9 * Value(cold).Objective);
        Assert.InRange(Value(warm).RelativeGap, -1e-13, Gap);
    }

    [Fact]
    public void Trips_cut_off_by_closing_are_reported_warm_as_they_are_cold()
    {
        var scene = RandomNetwork.Make(3, Zones, nodes: 30, links: 120);
        IReadOnlyList<VehicleClass> cars = [Cars(scene.Trips)];
        var options = new EquilibriumOptions();
        var start = Value(UserEquilibrium.Find(scene.Network, cars, options, TestContext.Current.CancellationToken));
        var zone = scene.Trips[0].Destination;
        var cut = Value(scene.Network.With(
            [.. Enumerable.Range(0, scene.Links.Count).Where(a => scene.Links[a].To == zone).Select(LinkChange.Close)]));
        var warm = UserEquilibrium.Find(cut, cars, options, TestContext.Current.CancellationToken, start);
        var cold = UserEquilibrium.Find(cut, [.. cars], options, TestContext.Current.CancellationToken);

        Assert.IsType<Invalid<EquilibriumSolution>>(cold);
        Assert.IsType<Invalid<EquilibriumSolution>>(warm);
        Assert.NotEmpty(cold.Diagnostics);
        Assert.Equal(cold.Diagnostics, warm.Diagnostics);
    }

    [Fact]
    public void The_equilibrium_started_from_stays_as_it_is()
    {
        var scene = RandomNetwork.Make(2, Zones, nodes: 30, links: 120);
        var start = Solve(scene.Network, Cars(scene.Trips), 1e-10);
        var changed = Value(scene.Network.With([LinkChange.Close(100), new(3, Capacity: 5)]));
        var first = Solve(changed, Cars(scene.Trips), 1e-10, start);
        var second = Solve(changed, Cars(scene.Trips), 1e-10, start);
        Assert.Equal(first.CarUnits, second.CarUnits);
        Assert.Equal(1, Solve(scene.Network, Cars(scene.Trips), 1e-9, start).Iterations);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Columns_shared_with_the_equilibrium_started_from_are_copied_before_they_change(int seed)
    {
        var scene = RandomNetwork.Make(seed, Zones, nodes: 30, links: 120);
        var start = Solve(scene.Network, Cars(scene.Trips), 1e-6);
        var columns = start.Bushes.Select(b => (b.Order.ToArray(), b.Start.ToArray(), b.Link.ToArray(), b.Flow.ToArray())).ToList();
        var random = new Random(seed);
        var closed = Value(scene.Network.With([LinkChange.Close(100), LinkChange.Close(110)]));
        var halved = Value(scene.Network.With([.. Enumerable.Range(0, 40).Select(a => new LinkChange(3 * a, Capacity: 6))]));
        var trips = scene.Trips.Select(t => t with { Vehicles = t.Vehicles * (0.5 + random.NextDouble()) }).ToList();

        var once = Solve(closed, Cars(scene.Trips), Gap, start);
        Solve(halved, Cars(trips), Gap, start);
        Solve(halved, Cars(trips), Gap, once);

        Assert.Equal(start.Bushes.Count, columns.Count);
        foreach (var (bush, (order, first, link, flow)) in start.Bushes.Zip(columns))
        {
            Assert.Equal(order, bush.Order);
            Assert.Equal(first, bush.Start);
            Assert.Equal(link, bush.Link);
            Assert.Equal(flow, bush.Flow);
        }
    }

    [Fact]
    public void Classes_are_known_again_by_how_they_mind_tolls_and_distance()
    {
        var scene = RandomNetwork.Make(9, Zones, nodes: 30, links: 120);
        var tolled = Network(30, Zones, Zones, [.. scene.Links.Select((l, a) => l with { Toll = a % 4, Length = a % 3 })]);
        VehicleClass cars = new("cars", scene.Trips, TollWeight: 1);
        VehicleClass lorries = new("lorries", [.. scene.Trips.Select(t => t with { Vehicles = t.Vehicles / 5 })], 2, DistanceWeight: 1);
        var start = Solve(tolled, [cars, lorries], 1e-8);
        var changed = Value(tolled.With([LinkChange.Close(100)]));

        var warm = Solve(changed, [lorries, cars], 1e-11, start);
        var cold = Solve(changed, [cars, lorries], 1e-11);
        Assert.Equal(cold.Objective, warm.Objective, 1e-9 * cold.Objective);
        Equal(cold.Vehicles[0], warm.Vehicles[1], 1e-4);
    }

    [Fact]
    public void Another_network_is_no_start()
    {
        var (one, two) = (RandomNetwork.Make(1, Zones, 30, 120), RandomNetwork.Make(1, Zones, 30, 120));
        var start = Solve(one.Network, Cars(one.Trips), 1e-3);
        Assert.Throws<ArgumentException>(() => Solve(two.Network, Cars(two.Trips), 1e-3, start));
    }
}
