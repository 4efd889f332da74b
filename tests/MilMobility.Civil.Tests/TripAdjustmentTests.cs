using MilMobility.Civil.RoadDemand;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;

namespace MilMobility.Civil.Tests;

/// <summary>Trips brought nearer to flows, on networks where the answer is known.</summary>
public sealed class TripAdjustmentTests
{
    /// <summary>Two roads from zone 0 to zone 1, as in <see cref="RoadImpactTests"/>: of 3,500 trips 3,000 take a, 500 take b.</summary>
    private static readonly CivilRoadNetwork TwoRoads = RoadScene.Network(
        2, isAtGrade: false, RoadScene.Road("a", 0, 1, 10, 100, 2, 2000), RoadScene.Road("b", 0, 1, 16, 80, 1, 2000));

    /// <remarks>Six sevenths of the trips take a: 700 trips are 600 and 100, and a value of 7 on a and 14 on b is 8 in the mean.</remarks>
    [Fact]
    public void Shares_load_trips_and_average_values_as_the_equilibrium_spreads_them()
    {
        var shares = Shares(TwoRoads, 3500, 0);
        var flow = shares.Load([0, 700, 0, 0]);
        Assert.Equal(600, flow[0], 4);
        Assert.Equal(100, flow[1], 4);
        var (values, means) = (new double[flow.Length], new double[4]);
        (values[0], values[1]) = (7, 14);
        shares.Means(values, means);
        Assert.Equal(8, means[1], 6);
    }

    /// <remarks>
    /// 1,000 trips on one road that has 1,500: dZ/dg = (1,000 - 1,500) / 1,500 = -1/3, the change is 1,000 / 3, and the best length
    /// 1.5 of it closes the gap of 500 in one step. With a factor of at most 1.2 it is 1,200.
    /// </remarks>
    [Theory]
    [InlineData(10, 1500)]
    [InlineData(1.2, 1200)]
    public void One_pair_on_one_road_takes_the_flow_stated_within_its_factor(double factorMax, double expected)
    {
        var network = RoadScene.Network(2, isAtGrade: false, RoadScene.Road("a", 0, 1, 10, 100, 2, 2000));
        double[] trips = [0, 1000, 0, 0];
        TripAdjustment.Adjust(Shares(network, 1000, 0), trips, [0, 1000, 0, 0], [1500], [1], factorMax, 1, CancellationToken.None);
        Assert.Equal(expected, trips[1], 9);
        Assert.Equal(0, trips[2]);
    }

    /// <remarks>There and back on two roads: 600 and 300 trips, and flows that say 900 and nothing. What nobody counted stays.</remarks>
    [Fact]
    public void Flows_without_weight_decide_nothing()
    {
        var network = RoadScene.Network(
            2, isAtGrade: false, RoadScene.Road("there", 0, 1, 10, 100, 2, 2000), RoadScene.Road("back", 1, 0, 10, 100, 2, 2000));
        double[] trips = [0, 600, 300, 0];
        TripAdjustment.Adjust(Shares(network, 600, 300), trips, [0, 600, 300, 0], [900, 5000], [1, 0], 10, 20, CancellationToken.None);
        Assert.Equal(900, trips[1], 6);
        Assert.Equal(300, trips[2], 9);
    }

    /// <remarks>
    /// Two roads that state 1,000 and 2,000 for the same trips, all of which pass both: the least of (g - 1,000)^2 / 1,000
    /// + (g - 2,000)^2 / 2,000 is where g (1 / 1,000 + 1 / 2,000) = 2, g = 2 / 0.0015 = 1,333.33; with weights 1 and 3,
    /// g = 4 / (1 / 1,000 + 3 / 2,000) = 1,600.
    /// </remarks>
    [Theory]
    [InlineData(1, 2 / 0.0015)]
    [InlineData(3, 1600)]
    public void Flows_that_contradict_each_other_are_weighed(double weight, double expected)
    {
        var network = RoadScene.Network(
            3, isAtGrade: false, RoadScene.Road("a", 0, 2, 10, 100, 2, 9000), RoadScene.Road("b", 2, 1, 10, 100, 2, 9000));
        double[] trips = [0, 700, 0, 0];
        TripAdjustment.Adjust(
            Shares(network, 700, 0), trips, [0, 700, 0, 0], [1000, 2000], [1, weight], 10, 5, CancellationToken.None);
        Assert.Equal(expected, trips[1], 6);
    }

    private static PathShares Shares(CivilRoadNetwork network, double there, double back)
    {
        VehicleClass cars = new("car", [new(0, 1, there), new(1, 0, back)]);
        return PathShares.Of(RoadScene.Value(UserEquilibrium.Find(
            network.Assignment, [cars], new EquilibriumOptions { RelativeGap = 1e-12 }, CancellationToken.None)));
    }
}
