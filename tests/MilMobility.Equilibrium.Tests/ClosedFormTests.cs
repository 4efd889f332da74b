using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using static MilMobility.Equilibrium.Tests.Scene;

namespace MilMobility.Equilibrium.Tests;

/// <summary>
/// Equilibria derived by hand. Two routes from 0 to 1, by node 2 and by node 3:
///
///       /-- 2 --\
///     0          1
///       \-- 3 --/
/// </summary>
public sealed class ClosedFormTests
{
    [Theory]
    [InlineData(30, 50.0 / 3)] // 10 + x = 20 + (30 - x) / 2, so x = 50/3
    [InlineData(5, 5)] // 10 + 5 < 20: nobody takes the other
    [InlineData(10, 10)] // 10 + 10 = 20: just nobody does
    public void Two_linear_routes_share_the_trips_where_their_times_meet(double trips, double upper)
    {
        var network = Network(4, 2, 2, Linear(0, 2, 10, 1), Constant(2, 1, 0), Linear(0, 3, 20, 0.5), Constant(3, 1, 0));
        var solution = Solve(network, Cars(new ZoneTrips(0, 1, trips)));

        Equal([upper, upper, trips - upper, trips - upper], solution.CarUnits, 1e-8);
        var lower = trips - upper;
        // Integrals of 10 + x and 20 + x / 2.
        Assert.Equal((10 * upper) + (upper * upper / 2) + (20 * lower) + (lower * lower / 4), solution.Objective, 1e-8);
        Assert.Equal((upper * (10 + upper)) + (lower * (20 + (lower / 2))), solution.TotalTravelTime, 1e-8);
        Assert.InRange(solution.RelativeGap, -1e-14, 1e-12);
        Assert.Equal(EquilibriumStop.Gap, solution.Stop);
    }

    [Fact]
    public void Two_quartic_routes_of_one_length_share_by_capacity()
    {
        // Equal times mean equal v / c: 30 trips over capacities 10 and 20 are 10 and 20, at t = 6 * (1 + 0.15).
        var network = Network(
            4, 2, 2, new(0, 2, 10, 6, 0.15, 4), Constant(2, 1, 0), new(0, 3, 20, 6, 0.15, 4), Constant(3, 1, 0));
        var solution = Solve(network, Cars(new ZoneTrips(0, 1, 30)));

        Equal([10, 10, 20, 20], solution.CarUnits, 1e-6);
        Assert.Equal(6.9, solution.Time[0], 1e-6);
        // The integral of t0 * (1 + b * (v / c)^4) at v = c is t0 * c * (1 + b / 5).
        Assert.Equal(6 * 30 * 1.03, solution.Objective, 1e-9);
    }

    [Fact]
    public void A_power_below_one_has_its_equilibrium_though_its_slope_is_infinite_without_flow()
    {
        // 2 * (1 + sqrt(v)) = 6 where v = 4; the other six trips take the constant route. Objective 8 + 4/3 * 8 + 36.
        var network = Network(4, 2, 2, new(0, 2, 1, 2, 1, 0.5), Constant(2, 1, 0), Constant(0, 3, 6), Constant(3, 1, 0));
        var solution = Solve(network, Cars(new ZoneTrips(0, 1, 10)));

        Equal([4, 4, 6, 6], solution.CarUnits, 1e-6);
        Assert.Equal(44 + (32.0 / 3), solution.Objective, 1e-9);
    }

    [Fact]
    public void A_steep_power_with_fractions_is_solved_like_any_other()
    {
        // (v / 2)^16.83 = 1 where v = 2: route 0-2-1 takes 5 * 2 = 10, as the other one always does.
        var network = Network(4, 2, 2, new(0, 2, 2, 5, 1, 16.83), Constant(2, 1, 0), Constant(0, 3, 10), Constant(3, 1, 0));
        Equal([2, 2, 98, 98], Solve(network, Cars(new ZoneTrips(0, 1, 100))).CarUnits, 1e-9);
    }

    [Fact]
    public void At_power_zero_the_time_is_constant_and_has_b_in_it()
    {
        // 5 * (1 + 0.5) = 7.5 is dearer than 7 at any flow, and cheaper than 8.
        var dear = Network(4, 2, 2, new(0, 2, 1, 5, 0.5, 0), Constant(2, 1, 0), Constant(0, 3, 7), Constant(3, 1, 0));
        var cheap = Network(4, 2, 2, new(0, 2, 1, 5, 0.5, 0), Constant(2, 1, 0), Constant(0, 3, 8), Constant(3, 1, 0));

        Equal([0, 0, 9, 9], Solve(dear, Cars(new ZoneTrips(0, 1, 9))).CarUnits, 0);
        var solution = Solve(cheap, Cars(new ZoneTrips(0, 1, 9)));
        Equal([9, 9, 0, 0], solution.CarUnits, 0);
        Assert.Equal(67.5, solution.Objective, 1e-12);
    }

    [Fact]
    public void Links_without_free_flow_time_cost_nothing_and_make_no_cycles()
    {
        // 2 and 3 are joined by free links both ways, so that all four paths are shortest ones.
        var network = Network(
            4, 2, 2, Linear(0, 2, 1, 1), Linear(0, 3, 1, 1), Constant(2, 3, 0), Constant(3, 2, 0), Linear(2, 1, 1, 1), Linear(3, 1, 1, 1));
        var solution = Solve(network, Cars(new ZoneTrips(0, 1, 8)));

        Equal([4, 4], [.. solution.CarUnits.Take(2)], 1e-9);
        Equal([4, 4], [.. solution.CarUnits.Skip(4)], 1e-9);
        Assert.Equal(80, solution.TotalTravelTime, 1e-9);
    }

    /// <summary>
    /// Braess: 1-3 and 4-2 take 10 v, 1-4 and 3-2 take 50 + v, the bridge 3-4 takes 10 + v (nodes 1-based as in the paper). Six
    /// trips: with the bridge two on each of the three paths, each at 92; without it three on either path, each at 83.
    /// </summary>
    [Fact]
    public void A_bridge_makes_everybody_late_in_Braess_network()
    {
        var (network, cars) = Braess();
        var with = Solve(network, cars);
        var without = Solve(Value(network.With([LinkChange.Close(3)])), cars);

        Equal([4, 2, 2, 2, 4], with.CarUnits, 1e-7);
        Equal([3, 3, 3, 0, 3], without.CarUnits, 1e-7);
        Assert.Equal(6 * 92, with.TotalTravelTime, 1e-5);
        Assert.Equal(6 * 83, without.TotalTravelTime, 1e-5);
        Assert.Equal(386, with.Objective, 1e-6);
    }

    /// <summary>
    /// With 10 + v / 100 on the bridge, x on each outer path and y on it: 11 x + 10 y + 50 = 20 x + 20.01 y + 10 and 2 x + y =
    /// 6.
    /// </summary>
    [Fact]
    public void A_wider_bridge_makes_it_worse()
    {
        var (network, cars) = Braess();
        var x = 20.06 / 11.02;
        var each = 10 * (6 - x) + 50 + x;
        var wider = Solve(Value(network.With([new LinkChange(3, Capacity: 1000)])), cars);
        Assert.Equal(6 * each, wider.TotalTravelTime, 1e-5);
        Assert.True(each > 92);
    }

    [Fact]
    public void No_path_passes_a_zone()
    {
        // The way through zone 2 takes 2, the way around 10; zone 2 itself is reached and left.
        var network = Network(
            4, 3, 3, Constant(0, 2, 1), Constant(2, 1, 1), Constant(0, 3, 5), Constant(3, 1, 5));
        var trips = Cars(new ZoneTrips(0, 1, 7), new ZoneTrips(0, 2, 2), new ZoneTrips(2, 1, 1));

        Equal([2, 1, 7, 7], Solve(network, trips).CarUnits, 0);
        var open = Network(4, 3, 0, Constant(0, 2, 1), Constant(2, 1, 1), Constant(0, 3, 5), Constant(3, 1, 5));
        Equal([9, 8, 0, 0], Solve(open, trips).CarUnits, 0);
    }

    public static (AssignmentNetwork Network, VehicleClass Cars) Braess() => (
        Network(
            4, 2, 0, new(0, 2, 1, 1e-8, 1e9, 1), Linear(0, 3, 50, 1), Linear(2, 1, 50, 1), Linear(2, 3, 10, 1),
            new(3, 1, 1, 1e-8, 1e9, 1)),
        Cars(new ZoneTrips(0, 1, 6)));
}
