using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using static MilMobility.Equilibrium.Tests.Scene;

namespace MilMobility.Equilibrium.Tests;

public sealed class ClassTests
{
    [Fact]
    public void Tolls_and_distance_weigh_as_the_class_says()
    {
        // 10 + v with a toll of 5, against 20: 15 + v = 20 where v = 5. A distance of 4 at half a minute brings that to 3.
        var network = TolledRoutes();
        var trips = new ZoneTrips(0, 1, 9);

        Equal([5, 5, 4, 4], Solve(network, new VehicleClass("cars", [trips], TollWeight: 1)).CarUnits, 1e-9);
        Equal([3, 3, 6, 6], Solve(network, new VehicleClass("cars", [trips], 1, 1, 0.5)).CarUnits, 1e-9);
        Equal([9, 9, 0, 0], Solve(network, Cars(trips)).CarUnits, 1e-9);
    }

    /// <summary>
    /// Eight mind the toll and four do not. Those four pay at most 20 as long as no more than ten drive there, so all are on
    /// the tolled road; of the eight as many join as bring it to v = 5: one.
    /// </summary>
    [Fact]
    public void Classes_that_mind_the_toll_differently_part_where_each_is_best_off()
    {
        VehicleClass[] classes =
            [new("mind", [new(0, 1, 8)], TollWeight: 1), new("do not", [new(0, 1, 4)])];
        var solution = Solve(TolledRoutes(), classes);

        Equal([1, 1, 7, 7], solution.Vehicles[0], 1e-9);
        Equal([4, 4, 0, 0], solution.Vehicles[1], 1e-9);
        Equal([5, 5, 7, 7], solution.CarUnits, 1e-9);
        Assert.Equal((5 * 15) + (7 * 20), solution.TotalTravelTime, 1e-8);
        // One of the eight pays the toll of 5.
        Assert.Equal((5 * 15) + (7 * 20) + 5, solution.TotalCost, 1e-8);
    }

    [Fact]
    public void A_lorry_takes_as_much_road_as_its_passenger_car_units_and_is_counted_once()
    {
        // 20 cars and 5 lorries of two units are 30 units: 50/3 of them on the upper route, shared in proportion.
        var network = Network(4, 2, 2, Linear(0, 2, 10, 1), Constant(2, 1, 0), Linear(0, 3, 20, 0.5), Constant(3, 1, 0));
        var solution = Solve(network, [new VehicleClass("cars", [new(0, 1, 20)]), new VehicleClass("lorries", [new(0, 1, 5)], 2)]);

        Assert.Equal(50.0 / 3, solution.CarUnits[0], 1e-8);
        Equal([100.0 / 9, 80.0 / 9], [solution.Vehicles[0][0], solution.Vehicles[0][2]], 1e-8);
        Equal([25.0 / 9, 20.0 / 9], [solution.Vehicles[1][0], solution.Vehicles[1][2]], 1e-8);
        // 25 vehicles, each 10 + 50/3 under way.
        Assert.Equal(25 * 80.0 / 3, solution.TotalTravelTime, 1e-7);
    }

    [Fact]
    public void Classes_that_see_the_same_costs_add_up_to_one_class_of_their_units()
    {
        var random = RandomNetwork.Make(7, zones: 6, nodes: 20, links: 70);
        ZoneTrips[] lorries = [.. random.Trips.Where((_, i) => i % 3 == 0).Select(t => t with { Vehicles = t.Vehicles / 4 })];
        var joint = random.Trips.Select(t => t with { }).Concat(lorries.Select(t => t with { Vehicles = 2 * t.Vehicles })).ToList();

        var apart = Solve(random.Network, [new VehicleClass("cars", random.Trips), new VehicleClass("lorries", lorries, 2)], 1e-11);
        var together = Solve(random.Network, Cars(joint), 1e-11);

        Equal(together.CarUnits, apart.CarUnits, 1e-6);
        Equal(together.CarUnits, [.. apart.Vehicles[0].Zip(apart.Vehicles[1], (car, lorry) => car + (2 * lorry))], 1e-6);
    }

    [Fact]
    public void A_class_without_trips_is_no_fault()
    {
        var solution = Solve(TolledRoutes(), [Cars(new ZoneTrips(0, 1, 9)), new VehicleClass("lorries", [], 2, 1)]);
        Equal([0, 0, 0, 0], solution.Vehicles[1], 0);
        Assert.Equal(9, solution.Vehicles[0][0], 1e-9);
    }

    private static AssignmentNetwork TolledRoutes() => Network(
        4, 2, 2, Linear(0, 2, 10, 1) with { Toll = 5, Length = 4 }, Constant(2, 1, 0), Constant(0, 3, 20), Constant(3, 1, 0));
}
