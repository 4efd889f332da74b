using MilMobility.Optimisation;
using MilMobility.Routing.Bounds;

namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// Orders in which serials are inserted. Order 0: priority, due time, size. Order 1: priority, then slack (due less ready less
/// fastest journey). Order 2: slack alone, whatever the priority. Further ones: orders 0 and 1 with seeded jitter of up to a
/// quarter of the list. Deterministic for a seed. Thread-safe.
/// </summary>
public sealed class InsertionOrders(PlanProblem problem, int seed)
{
    private const double JitterShare = 0.25;

    public int[] Order(int restart) => restart switch
    {
        0 => ByDue(),
        1 => BySlack(),
        2 => Sorted(k => (0, Slack(k), -problem.Serials[k].VehicleCount)),
        _ => Jitter(restart % 2 == 1 ? ByDue() : BySlack(), restart),
    };

    private int[] ByDue() => Sorted(k => (
        problem.Serials[k].Priority, problem.Serials[k].DueSeconds, -problem.Serials[k].VehicleCount));

    private int[] BySlack() => Sorted(k => (problem.Serials[k].Priority, Slack(k), -problem.Serials[k].VehicleCount));

    private int Slack(int k)
    {
        var request = problem.Requests[k];
        var fastest = request.Origins.Select(n => request.Bounds.Seconds[n]).DefaultIfEmpty(ReverseBounds.Unreachable).Min();
        return fastest == ReverseBounds.Unreachable ? int.MaxValue : request.DueSeconds - request.ReadySeconds - fastest;
    }

    private int[] Sorted(Func<int, (int, int, int)> key) =>
        [.. Enumerable.Range(0, problem.Count).OrderBy(key).ThenBy(k => k)];

    private int[] Jitter(int[] order, int restart)
    {
        var random = new SplitMix(((ulong)(uint)seed << 32) | (uint)restart);
        var reach = Math.Max(2, order.Length * JitterShare);
        var keys = order.Select((_, rank) => rank + (random.NextUnit() * reach)).ToArray();
        int[] jittered = [.. order];
        Array.Sort(keys, jittered);
        return jittered;
    }
}
