using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadAssessment;

namespace MilMobility.Civil.Tests;

/// <summary>The deterministic queue of one road over the hours.</summary>
public sealed class RoadQueuesTests
{
    /// <remarks>
    /// 4,000 an hour, one lane of two from 0.5 to 0.7 h, 3,000 come: as <see cref="MovingBottleneck.Queue"/> has it, 200 are behind time
    /// at 0.7 h and none at 0.9 h, 0.4 x 200 / 2 = 40.
    /// </remarks>
    [Fact]
    public void One_restriction_is_the_triangle_in_closed_form()
    {
        var timeline = new CapacityTimeline(4000);
        timeline.Restrict(0.5, 0.7, 2000);
        var queue = RoadQueues.Of(timeline, _ => 3000, _ => 1, 24);
        Assert.Equal(40, Assert.Single(queue.Delays).After, 9);
        Assert.Equal(MovingBottleneck.Queue(4000, 2000, 3000, 0.2).DelayHours, queue.Delays[0].After, 9);
        Assert.Equal(200, queue.UnitsMax, 9);
        Assert.True(queue.IsCleared);
    }

    /// <remarks>
    /// A peak from 1 to 2 h brings 1,200 on 1,000: 200 wait at its end anyhow, and 800 an hour later they clear at 200 an hour, in 1 h:
    /// 100 + 100 unit-hours. A block of 0.1 h in the peak adds 100 units until the queue would have gone at 3 h and
    /// 0.5 h more while they clear: 0.1 x 100 / 2 + 100 (3 - 1.6) + 100 x 0.5 / 2 = 5 + 140 + 25 = 170.
    /// </remarks>
    [Fact]
    public void A_column_in_a_queue_delays_all_that_wait_behind_it()
    {
        var timeline = new CapacityTimeline(1000);
        timeline.Restrict(1.5, 1.6, 0);
        var queue = RoadQueues.Of(timeline, hour => hour == 1 ? 1200 : 800, _ => 1, 24);
        Assert.Equal([1, 2, 3], queue.Delays.Select(d => d.Hour));
        Assert.Equal(170, queue.Delays.Sum(d => d.After - d.Before), 9);
        Assert.Equal(200, queue.Delays.Sum(d => d.Before), 9);
    }

    [Fact]
    public void A_queue_that_never_clears_is_said_to_stand()
    {
        var timeline = new CapacityTimeline(1000);
        timeline.Restrict(0.5, 0.6, 0);
        var queue = RoadQueues.Of(timeline, _ => 1000, _ => 1, 5);
        Assert.False(queue.IsCleared);
        // 100 units from 0.6 h on, to the end of the five hours: 5 + 4.4 x 100.
        Assert.Equal(445, queue.Delays.Sum(d => d.After), 9);
    }

    [Fact]
    public void Without_a_restriction_both_queues_are_the_same_to_the_last_bit()
    {
        var queue = RoadQueues.Of(new CapacityTimeline(1000), hour => hour % 3 == 0 ? 1400.1 : 703.3, _ => 0.93, 24);
        Assert.Empty(queue.Delays);
    }

    /// <remarks>
    /// Whatever lets less by at every moment has the longer queue at every moment: more columns, the same columns with less capacity beside
    /// them. Twice the columns are the columns and others.
    /// </remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void More_columns_never_cost_less_and_more_capacity_never_more(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 200; trial++)
        {
            var capacity = 1000 + (3000 * random.NextDouble());
            var demand = Enumerable.Range(0, 12).Select(_ => capacity * random.NextDouble() * 1.1).ToArray();
            var columns = Enumerable.Range(0, 1 + random.Next(6))
                .Select(_ => (From: 8 * random.NextDouble(), Hours: 0.4 * random.NextDouble(), Share: random.NextDouble())).ToList();
            var once = Delay(capacity, columns);
            Assert.True(Delay(capacity, [.. columns, .. columns.Select(c => c with { From = 8 * random.NextDouble() })]) >= once - 1e-6);
            Assert.True(Delay(capacity, [.. columns.Select(c => c with { Share = Math.Min(1, c.Share + 0.1) })]) <= once + 1e-6);

            double Delay(double all, IReadOnlyList<(double From, double Hours, double Share)> taken)
            {
                var timeline = new CapacityTimeline(all);
                foreach (var (from, hours, share) in taken) timeline.Restrict(from, from + hours, share * all);
                return RoadQueues.Of(timeline, hour => demand[hour], _ => 1, demand.Length).Delays.Sum(d => d.After - d.Before);
            }
        }
    }
}
