using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadImpacts;

namespace MilMobility.Civil.Tests;

/// <summary>What columns leave of an hour's capacity.</summary>
public sealed class CapacityLossTests
{
    /// <remarks>
    /// 10 km at 100 km/h, two lanes; the column, 5 km at 50 km/h, enters at 0.2 h. The far end sees one lane from 0.3 to 0.5 h:
    /// 4,000 - 2,000 x 0.2 = 3,600. In the hour before nothing, in a period from 0.4 to 0.8 h a quarter: 4,000 - 500.
    /// </remarks>
    [Fact]
    public void A_road_loses_the_lane_for_the_time_that_its_far_end_is_restricted()
    {
        var network = RoadScene.Network(2, isAtGrade: false, RoadScene.Road("a", 0, 1, 10, 100, 2, 4000));
        ConvoyPassage[] passages = [new(0, 0.2, 50, 5)];
        var timeline = Assert.Single(CapacityLoss.Timelines(network, passages)).Value;
        Assert.Equal(3600, timeline.Mean(0, 1), 6);
        Assert.Equal(3500, timeline.Mean(0.4, 0.8), 6);
        Assert.Equal(4000, timeline.Mean(-1, 0));
    }

    /// <remarks>
    /// Two columns at 0.1-0.3 and 0.2-0.5 h in the same lane: it is taken for 0.4 h, not 0.5. A block at
    /// 0.4-0.6 h leaves 0.3 h of one lane.
    /// </remarks>
    [Fact]
    public void Columns_that_follow_each_other_take_the_same_lane()
    {
        var timeline = new CapacityTimeline(4000);
        timeline.Restrict(0.1, 0.3, 2000);
        timeline.Restrict(0.2, 0.5, 2000);
        Assert.Equal(4000 - (2000 * 0.4), timeline.Mean(0, 1), 9);
        timeline.Restrict(0.4, 0.6, 0);
        Assert.Equal(4000 - (2000 * 0.3) - (4000 * 0.2), timeline.Mean(0, 1), 9);
        Assert.Equal(4000, timeline.Mean(0.6, 1));
    }

    /// <remarks>
    ///          2
    ///          |
    ///     0 -- 4 -- 1      The column comes from 0 and goes on to 1; its head is at the crossing at 0.5 h, its tail 0.2 h later.
    ///          |           From 2 and 3 nobody crosses for 0.2 h: 1,000 - 200. From 1 traffic comes on undisturbed.
    ///          3
    /// </remarks>
    [Fact]
    public void Nobody_cuts_through_a_column_where_roads_cross()
    {
        CivilRoad[] roads =
        [
            RoadScene.Road("from-0", 0, 4, 25, 50, 1, 1000), RoadScene.Road("to-1", 4, 1, 25, 50, 1, 1000),
            RoadScene.Road("from-1", 1, 4, 25, 50, 1, 1000), RoadScene.Road("from-2", 2, 4, 25, 50, 1, 1000),
            RoadScene.Road("from-3", 3, 4, 25, 50, 1, 1000),
        ];
        ConvoyPassage[] passages = [new(0, 0, 50, 10, NextRoad: 1)];
        var timelines = CapacityLoss.Timelines(RoadScene.Network(5, isAtGrade: true, roads), passages);
        Assert.Equal([0, 3, 4], timelines.Keys);
        Assert.All(timelines.Values, t => Assert.Equal(800, t.Mean(0, 1), 6));
        var bridges = CapacityLoss.Timelines(RoadScene.Network(5, isAtGrade: false, roads), passages);
        Assert.Equal([0], bridges.Keys);
    }

    [Fact]
    public void A_motorway_at_an_exit_is_not_blocked_by_a_column_that_crosses_below_it()
    {
        var network = RoadScene.Network(
            4, isAtGrade: true, RoadScene.Road("below", 2, 0, 5, 50, 1, 1000),
            RoadScene.Road("above", 1, 0, 5, 100, 2, 4000) with { HasCrossings = false });
        Assert.Equal([0], CapacityLoss.Timelines(network, [new(0, 0, 50, 10)]).Keys);
    }
}
