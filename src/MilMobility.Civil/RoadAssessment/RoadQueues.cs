using MilMobility.Civil.Bottlenecks;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// The deterministic queue at the far end of one road, carried over the hours: what comes in an hour comes evenly, what the timeline
/// lets by passes, the rest waits (Newell 1982, doi:10.1007/978-94-009-5970-5). With and without columns over the same
/// steps, so that without a column the two are the same to the last bit. For one column it is <see cref="MovingBottleneck"/>'s triangle.
/// Limits: nobody diverts; each road for itself: what one road holds back still arrives at the next in time, and queues do
/// not spill back. A corridor that all traffic follows to its end has more delay than its roads' sum, one where each car meets one column
/// on several roads less.
/// </summary>
public static class RoadQueues
{
    /// <summary>Unit-hours lost in each hour from 0, until both queues are the same again after the last restriction.</summary>
    /// <param name="timeline">What the road lets by, in hours since the scenario's start.</param>
    /// <param name="demand">By hour since the scenario's start: units per hour that come.</param>
    /// <param name="factor">By hour: share of the capacity that is there anyhow.</param>
    /// <param name="hours">Hours followed at most.</param>
    public static QueuedRoad Of(CapacityTimeline timeline, Func<int, double> demand, Func<int, double> factor, int hours)
    {
        var delays = new List<QueueDelay>();
        var (before, after, largest) = (0.0, 0.0, 0.0);
        for (var hour = 0; hour < hours; hour++)
        {
            if (hour > timeline.LastHours && before == after) return new QueuedRoad(delays, largest, IsCleared: true);
            var (inflow, share) = (demand(hour), factor(hour));
            var (lostBefore, lostAfter) = (0.0, 0.0);
            foreach (var step in timeline.Steps(hour, hour + 1))
            {
                var length = step.ToHours - step.FromHours;
                lostBefore += Advance(ref before, inflow - (share * timeline.Capacity), length);
                lostAfter += Advance(ref after, inflow - (share * step.Left), length);
                largest = Math.Max(largest, after);
            }

            if (lostAfter != lostBefore) delays.Add(new QueueDelay(hour, lostBefore, lostAfter));
        }

        return new QueuedRoad(delays, largest, before == after);
    }

    /// <summary>Lets a queue grow, or shrink to nothing, for some time; the unit-hours in it meanwhile.</summary>
    private static double Advance(ref double queue, double growth, double hours)
    {
        var (start, end) = (queue, queue + (growth * hours));
        queue = Math.Max(0, end);
        return end >= 0 ? (start + end) / 2 * hours : start * start / (-2 * growth);
    }
}

/// <summary>Queue of one road.</summary>
/// <param name="Delays">Hours in which it differs, ascending.</param>
/// <param name="UnitsMax">Most units in it at the end of a step.</param>
/// <param name="IsCleared">False where it was not followed to its end.</param>
public sealed record QueuedRoad(IReadOnlyList<QueueDelay> Delays, double UnitsMax, bool IsCleared);

/// <summary>Unit-hours lost in an hour without and with the plan.</summary>
public readonly record struct QueueDelay(int Hour, double Before, double After);
