using MilMobility.Civil.RoadDemand;
using MilMobility.Civil.RoadImpacts;

namespace MilMobility.Civil.Tests;

/// <summary>Trips between zones, their ways, and how they fit.</summary>
public sealed class RoadDemandTests
{
    /// <remarks>
    /// Rows 1, 1, 2 and columns 2, 1, 1 from a matrix of ones: nothing sets the cells apart, so each is its row times its column over the
    /// total: 1 x 2 / 4 = 0.5 in the first.
    /// </remarks>
    [Fact]
    public void Without_a_preference_cells_are_the_product_of_their_sums()
    {
        var cells = Enumerable.Repeat(7.0, 9).ToArray();
        var (_, error) = Furness.Balance(cells, [1, 1, 2], [2, 1, 1], 1e-12, 100);
        Assert.InRange(error, 0, 1e-12);
        double[] expected = [0.5, 0.25, 0.25, 0.5, 0.25, 0.25, 1, 0.5, 0.5];
        for (var k = 0; k < 9; k++) Assert.Equal(expected[k], cells[k], 12);
    }

    /// <remarks>
    /// Balancing multiplies rows and columns and so keeps the cross ratio of four cells: with sums of 3 everywhere, x on the diagonal and
    /// 3 - x beside it, (x / (3 - x))^2 = (4 x 1) / (1 x 1), x / (3 - x) = 2, x = 2.
    /// </remarks>
    [Fact]
    public void Balancing_keeps_the_cross_ratios_of_the_cells()
    {
        double[] cells = [4, 1, 1, 1];
        Furness.Balance(cells, [3, 3], [3, 3], 1e-13, 1000);
        Assert.Equal(2, cells[0], 9);
        Assert.Equal(1, cells[1], 9);
        Assert.Equal(2, cells[3], 9);
    }

    [Fact]
    public void A_matrix_that_is_not_square_is_refused() =>
        Assert.Throws<ArgumentException>(() => Furness.Balance([1, 2, 3], [1, 2], [1, 2], 1e-9, 10));

    /// <remarks>
    /// Three alike, 1 h apart but the third 2 h from both. All rows sum to 1/3; with a between the first two and b to the third,
    /// a + b = 1/3 and 2 b = 1/3, whatever the deterrence: three zones leave no choice. Four zones in two pairs do: an hour within
    /// a pair, two between: a + 2 b = 1/4, and with a square of alike zones a / b = exp(l).
    /// </remarks>
    [Fact]
    public void Deterrence_is_the_logarithm_of_how_much_nearer_trips_are()
    {
        double[] three = GravityModel.Shares([5, 5, 5], [0, 1, 2, 1, 0, 2, 2, 2, 0], 0.7);
        for (var to = 1; to < 3; to++) Assert.Equal(1.0 / 6, three[to], 7);
        var four = GravityModel.Shares([5, 5, 5, 5], [0, 1, 2, 2, 1, 0, 2, 2, 2, 2, 0, 1, 2, 2, 1, 0], 0.7);
        Assert.Equal(1, four.Sum(), 9);
        Assert.Equal(0.25, four[1] + (2 * four[2]), 9);
        Assert.Equal(Math.Exp(0.7), four[1] / four[2], 9);
    }

    [Fact]
    public void A_zone_with_most_of_the_inhabitants_cannot_be_balanced_and_says_so() =>
        Assert.Throws<InvalidOperationException>(() => GravityModel.Shares([90, 5, 5], new double[9], 1));

    /// <remarks>
    ///     zone 0 - 0 --- 1 --- 2 - zone 1      10 km each at 100 km/h; a way round past 3 of 2 x 15 km is slower.
    ///              \---- 3 ----/               Connectors take 0.05 and 0.1 h: 0.05 + 0.2 + 0.1 = 0.35 h.
    /// </remarks>
    [Fact]
    public void Trips_without_traffic_take_the_fastest_way()
    {
        CivilRoad[] roads =
        [
            RoadScene.Road("a", 0, 1, 10, 100, 1, 1000), RoadScene.Road("b", 1, 2, 10, 100, 1, 1000),
            RoadScene.Road("c", 0, 3, 15, 100, 1, 1000), RoadScene.Road("d", 3, 2, 15, 100, 1, 1000),
        ];
        var network = RoadScene.Value(CivilRoadNetwork.Compile(
            "scene", new bool[4], 2, roads, [new(0, 0, 0.05, 0), new(1, 2, 0.1, 0)], new TravelTimeFunction(0.15, 4)));
        var trees = FreeFlowTrees.Of(network);
        Assert.Equal(0.35, trees.Hours[1], 12);
        Assert.Equal(double.PositiveInfinity, trees.Hours[2]);
        Assert.Equal([60, 60, 0, 0], trees.Load([5, 60, 7, 5]));
    }

    /// <remarks>
    /// 100 against 80 and 44 against 56: GEH sqrt(2 x 400 / 180) = 2.108 and sqrt(2 x 144 / 100) = 1.697, median 1.903. Squared errors 544,
    /// the mean of 80 and 56 is 68, deviations 2 x 144 = 288: R2 = 1 - 544 / 288. Km 100 x 1 + 44 x 3 = 232 over 80 + 168 = 248.
    /// </remarks>
    [Fact]
    public void The_fit_is_told_as_worked_out_by_hand()
    {
        var fit = DemandFit.Of([100, 44], [80, 56], [1, 3]);
        Assert.Equal((2.10819 + 1.69706) / 2, fit.GehMedian, 5);
        Assert.Equal(1 - (544.0 / 288), fit.R2, 12);
        Assert.Equal(232.0 / 248, fit.KmRatio, 12);
        Assert.Equal(1, fit.ShareBelow5);
    }

    [Fact]
    public void The_hour_classes_share_the_day() =>
        Assert.Equal(Enumerable.Range(0, 24), HourClass.All.SelectMany(h => h.Hours).Order());
}
