using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.Pricing;

namespace MilMobility.Civil.Tests;

/// <summary>A corridor with a column, worked out by hand in the time-space diagram.</summary>
/// <remarks>
/// Two lanes of 2,000, free speed 100, jam density 120 a lane: density at capacity 40, wave speed 4,000 / (240 - 40) = 20 km/h.
/// 3,000 come; a column of no length drives 6 km at 60 km/h, for 0.1 h. Beside it 2,000 pass at 100 km/h: 2,000 x (1 - 60 / 100) = 800
/// an hour overtake it. Behind it k = (20 x 240 - 800) / (20 + 60) = 50 and the flow is 20 x (240 - 50) = 3,800, at 76 km/h; check: 3,800 -
/// 50 x 60 = 800. Traffic that comes has density 30, so the queue's end moves at (3,800 - 3,000) / (50 - 30) = 40 km/h, and the
/// queue grows by 20 km/h to 2 km.
/// </remarks>
public sealed class MovingBottleneckTests
{
    private static readonly TriangularRoad TwoLanes = new(4000, 2, 100, 120);

    [Fact]
    public void The_queue_behind_a_column_has_the_state_that_lets_by_what_fits_beside_it()
    {
        var queue = MovingBottleneck.Following(TwoLanes, 3000, 60)!.Value;
        Assert.Equal(20, TwoLanes.WaveSpeedKmh, 9);
        Assert.Equal(50, queue.Density, 9);
        Assert.Equal(3800, queue.Flow, 9);
        Assert.Equal(40, queue.TailSpeedKmh, 9);
        Assert.Equal(2, queue.GrowthKmh * 0.1, 9);
    }

    /// <remarks>
    /// The queue lies in the triangle of the time-space diagram between (0 h, 0 km), the column's end (0.1, 6), and where the queue's end
    /// meets the wave that runs back from there: 40 t = 6 - 20 (t - 0.1) at t = 8 / 60. Its area is 0.1 x (60 - 40) x (8 / 60) / 2 =
    /// 2 / 15 km h. A km of it holds 50 units where 3,800 an hour at free speed would need 38: 12 are late, 12 x 2 / 15 = 1.6 unit-hours.
    /// From the counts at the far end: 6 / 60 - 6 / 100 = 0.04 h of 2,000 instead of 3,000, 40 late, made good at 1,000 in 0.04 h:
    /// 40 x 0.08 / 2 = 1.6.
    /// </remarks>
    [Fact]
    public void Delay_counted_at_the_far_end_is_the_area_of_the_queue_in_time_and_space()
    {
        var hours = MovingBottleneck.RestrictedHours(6, 100, 0, 60);
        var queue = MovingBottleneck.Queue(4000, TwoLanes.Beside, 3000, hours);
        Assert.Equal(0.04, hours, 12);
        Assert.Equal(40, queue.UnitsMax, 9);
        Assert.Equal(0.04, queue.ClearingHours, 12);
        Assert.Equal(12 * 2.0 / 15, queue.DelayHours, 9);
    }

    /// <remarks>
    /// One lane of 1,800, free speed 90, jam density 120: density at capacity 20, wave speed 18. 600 come; the column, 2.25 km at
    /// 45 km/h, passes a point in 0.05 h and drives 9 km. Nobody overtakes: behind it all drive 45 km/h. For 0.05 + 9 / 45 - 9 / 90 =
    /// 0.15 h nobody comes out, 90 are late, made good at 1,200 an hour in 0.075 h: 90 x 0.225 / 2 = 10.125.
    /// </remarks>
    [Fact]
    public void On_a_single_lane_all_drive_at_the_speed_of_the_column()
    {
        var road = new TriangularRoad(1800, 1, 90, 120);
        var following = MovingBottleneck.Following(road, 600, 45)!.Value;
        var queue = MovingBottleneck.Queue(1800, road.Beside, 600, MovingBottleneck.RestrictedHours(9, 90, 2.25, 45));
        Assert.Equal(45, following.Flow / following.Density, 9);
        Assert.Equal(90, queue.UnitsMax, 9);
        Assert.Equal(10.125, queue.DelayHours, 9);
    }

    [Fact]
    public void No_queue_forms_while_the_demand_fits_beside_the_column()
    {
        Assert.Null(MovingBottleneck.Following(TwoLanes, 2000, 60));
        Assert.Equal(default, MovingBottleneck.Queue(4000, 2000, 2000, 0.5));
        Assert.Null(MovingBottleneck.Following(TwoLanes, 3000, 100));
        Assert.Equal(0.05, MovingBottleneck.RestrictedHours(6, 80, 4, 80), 12);
    }

    [Fact]
    public void A_queue_that_meets_its_capacity_never_clears() =>
        Assert.Equal(double.PositiveInfinity, MovingBottleneck.Queue(4000, 2000, 4000, 0.1).DelayHours);

    /// <remarks>
    /// With p = 0.06, v = 50 and u = 100 the far end of 6 km is restricted for 0.12 h, twice p: the price is the delay there,
    /// four times that of a point passed in p hours. On a corridor of five such roads, if all traffic goes all the way, the restricted time
    /// is 0.36 h = 3 x 0.12: the delay is 9 / 5 = 1.8 times the sum of the five prices.
    /// </remarks>
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(5, 1.8)]
    public void The_price_of_a_road_is_the_delay_on_it_and_bounds_that_of_a_corridor_from_below(int roads, double ratio)
    {
        var laneUnits = 2000 * 0.06;
        var one = MovingBottleneck.RestrictedHours(6.0, 100, 0.06 * 50, 50);
        var price = roads * laneUnits * LaneLoss.HoursPerUnit(4000, 2, 3000, 0.06, one);
        var hours = MovingBottleneck.RestrictedHours(6.0 * roads, 100, 0.06 * 50, 50);
        var delay = MovingBottleneck.Queue(4000, 2000, 3000, hours).DelayHours;
        Assert.Equal(ratio, delay / price, 9);
        Assert.Equal(4, one / 0.06 * (one / 0.06), 9);
    }
}
