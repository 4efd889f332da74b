using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Search;

namespace MilMobility.Convoys.Planning;

/// <summary>
/// First plans by insertion in several orders, side by side. An order that leaves convoys unmoved is tried again with those in
/// front. Plans are compared in the order of their numbers, so the outcome does not depend on the cores.
/// </summary>
internal sealed class FirstPlans(ConvoyColumns problem, int seed, int threads)
{
    /// <summary>Orders between two looks at the work; the same on every machine.</summary>
    private const int OrdersPerBatch = 4;

    private const int OrdersMax = 64;
    private const int PromotionsMax = 6;

    private readonly InsertionOrders _orders = new(problem);
    private readonly Lock _lock = new();

    /// <summary>Work of all insertions.</summary>
    public long Work { get; private set; }

    /// <summary>The best draft of all orders; it may be of part of the convoys if it was cancelled.</summary>
    /// <param name="workMax">No further orders after this work.</param>
    /// <param name="found">Told of each plan's objective, one at a time, in any order.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public ConvoyDraft Best(long workMax, Action<long> found, CancellationToken cancellation)
    {
        ConvoyDraft? best = null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
        for (var first = 0; first < OrdersMax; first += OrdersPerBatch)
        {
            var drafts = new ConvoyDraft[OrdersPerBatch];
            var start = first;
            Parallel.For(0, OrdersPerBatch, parallel, i =>
            {
                drafts[i] = Build(start + i, cancellation);
                lock (_lock) found(drafts[i].Objective);
            });
            foreach (var draft in drafts)
            {
                Work += draft.Work;
                if (best is null || draft.Objective < best.Objective) best = draft;
            }

            if (Work >= workMax || best!.Objective <= Enough() || cancellation.IsCancellationRequested) break;
        }

        return best!;
    }

    /// <summary>All convoys on their shortest ways at once: an objective that cannot be beaten.</summary>
    private long Enough()
    {
        var instance = problem.Instance;
        long seconds = 0;
        for (var k = 0; k < instance.ConvoyCount; k++)
            seconds += problem.Distances.To(instance.To[k])[instance.From[k]] + instance.PassSeconds[k];
        return JourneyRequest.MillisecondsPerSecond * seconds;
    }

    private ConvoyDraft Build(int number, CancellationToken cancellation)
    {
        var draft = new ConvoyDraft(problem);
        var order = _orders.Order(number, seed);
        try
        {
            for (var promotion = 0; ; promotion++)
            {
                List<int> unmoved = [.. order.Where(k => !draft.Insert(k, cancellation))];
                if (unmoved.Count == 0 || promotion == PromotionsMax) return draft;
                foreach (var k in order) draft.Remove(k);
                order = [.. unmoved, .. order.Except(unmoved)];
            }
        }
        catch (OperationCanceledException)
        {
            // Those inserted so far are a plan that keeps every rule; the others stay.
            return draft;
        }
    }
}
