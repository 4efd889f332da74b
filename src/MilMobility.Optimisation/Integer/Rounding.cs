using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// Makes plans of a fractional one. Each round draws for every serial a column of the fractional plan at its alpha-point, the
/// time by which a share alpha of it has gone, and builds a draft in one of three ways:
///
/// - values: the drawn columns with the largest values first, then the rest by search in the order of their points;
/// - points: serials in the order of their points, each by its drawn column if that fits, else by search;
/// - order: serials in the order of their points, each by search alone.
///
/// Rounds do not see one another, so they run side by side and the plans do not depend on how many do.
/// Literature: Goemans, Queyranne, Schulz, Skutella and Wang 2002, scheduling by
/// alpha-points (10.1137/S089548019936223X).
/// </summary>
public static class Rounding
{
    private static readonly int WayCount = Enum.GetValues<Way>().Length;

    private enum Way { Order, Points, Values }

    /// <param name="fractional">Columns with how many serials take each.</param>
    /// <param name="commodities">Number of commodities.</param>
    /// <param name="newDraft">Makes an empty draft; called from several threads.</param>
    /// <param name="options">Rounds and seed.</param>
    /// <param name="done">Told of each round's plan, one at a time, in any order; null for nobody.</param>
    /// <param name="cancellation">Ends the rounds: those begun are kept as far as they came.</param>
    /// <returns>The plans, in order of round; the cheapest, of equal ones the first, is the one to keep.</returns>
    public static IReadOnlyList<PlanColumns> Round(
        IReadOnlyList<(Column Column, double Value)> fractional, int commodities, Func<IPlanDraft> newDraft,
        RoundingOptions options, Action<PlanColumns>? done, CancellationToken cancellation)
    {
        var plan = new FractionalPlan(fractional, commodities);
        var plans = new PlanColumns?[options.Rounds];
        var gate = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads) };
        Parallel.For(0, options.Rounds, parallel, round =>
        {
            if (cancellation.IsCancellationRequested) return;
            var draft = newDraft();
            Build(draft, plan, commodities, round, options.Seed, cancellation);
            var built = PlanColumns.Of(draft);
            lock (gate)
            {
                plans[round] = built;
                done?.Invoke(built);
            }
        });
        return [.. plans.OfType<PlanColumns>()];
    }

    /// <summary>Serials of each commodity, in order.</summary>
    internal static List<int>[] SerialsByCommodity(IPlanDraft draft, int commodities)
    {
        var serials = new List<int>[commodities];
        for (var k = 0; k < commodities; k++) serials[k] = [];
        for (var s = 0; s < draft.SerialCount; s++) serials[draft.CommodityOf(s)].Add(s);
        return serials;
    }

    private static void Build(
        IPlanDraft draft, FractionalPlan plan, int commodities, int round, int seed, CancellationToken cancellation)
    {
        var random = new SplitMix(((ulong)(uint)seed << 32) | (uint)round);
        var drawn = Draw(draft, plan, commodities, round, random);
        var way = (Way)(round % WayCount);
        var order = Enumerable.Range(0, draft.SerialCount).OrderBy(s => drawn[s]?.Start ?? int.MaxValue).ThenBy(s => s);
        try
        {
            if (way == Way.Values)
            {
                foreach (var serial in order.ToList().OrderByDescending(s => drawn[s]?.Value ?? 0))
                {
                    if (drawn[serial] is { } entry) draft.TryAdd(serial, entry.Column);
                }
            }

            foreach (var serial in order)
            {
                if (draft[serial] is not null) continue;
                var added = way == Way.Points && drawn[serial] is { } entry && draft.TryAdd(serial, entry.Column);
                if (!added) draft.Insert(serial, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // What is in so far is a valid plan; the rest counts as unmoved.
        }
    }

    /// <summary>[serials] what each takes: at one half in the first rounds, then at random points of its own.</summary>
    private static FractionalPlan.Entry?[] Draw(
        IPlanDraft draft, FractionalPlan plan, int commodities, int round, SplitMix random)
    {
        var drawn = new FractionalPlan.Entry?[draft.SerialCount];
        var serials = SerialsByCommodity(draft, commodities);
        for (var k = 0; k < commodities; k++)
        {
            var alpha = round < WayCount ? 0.5 : random.NextUnit();
            var points = plan.At(k, serials[k].Count, alpha);
            for (var i = 0; i < points.Length; i++) drawn[serials[k][i]] = points[i];
        }

        return drawn;
    }
}
