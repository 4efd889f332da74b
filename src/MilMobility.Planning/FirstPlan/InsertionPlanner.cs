namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// The first plan: serials inserted one after another in a priority order, each by the exact search through what the earlier ones
/// leave free; restarts with other orders, the cheapest wins, of equal ones the earliest. The restarts do not see one
/// another, so they run in parallel and the result does not depend on how many do. Every itinerary made is handed to the
/// collector, in order of restart. Literature: Gopalan 2015 (error bounds of prioritise-and-idle), Tuson and Harrison 2005
/// (10.1057/palgrave.jors.2601914).
/// </summary>
public sealed class InsertionPlanner(PlanProblem problem)
{
    /// <param name="orders">Orders.</param>
    /// <param name="restarts">Number of orders tried.</param>
    /// <param name="done">Called after each restart with its index and plan, in any order of restarts, one at a time.</param>
    /// <param name="cancellation">Ends the run; restarts then come back incomplete.</param>
    /// <returns>[restarts] plans; null for a restart that never began.</returns>
    public PlanSnapshot?[] Run(
        InsertionOrders orders, int restarts, Action<int, PlanSnapshot> done, CancellationToken cancellation)
    {
        var snapshots = new PlanSnapshot?[restarts];
        var gate = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, restarts, options, restart =>
        {
            if (cancellation.IsCancellationRequested && restart > 0) return;
            var snapshot = Insert(orders.Order(restart), cancellation);
            lock (gate)
            {
                snapshots[restart] = snapshot;
                done(restart, snapshot);
            }
        });
        return snapshots;
    }

    private PlanSnapshot Insert(int[] order, CancellationToken cancellation)
    {
        var draft = new PlanDraft(problem);
        try
        {
            foreach (var serial in order) draft.Insert(serial, cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is in so far is a valid plan; the rest counts as unmoved.
            return PlanSnapshot.Of(draft, complete: false);
        }

        return PlanSnapshot.Of(draft, complete: true);
    }
}
