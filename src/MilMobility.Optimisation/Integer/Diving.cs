using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// Dives to a plan: fixes the columns that the fractional plan takes nearly whole, or the largest, lets the master re-price with
/// them fixed, and goes on until every serial is in. The draft has the last word: what it refuses is not fixed, and who
/// is still out at the end goes in by search, in the order of the fractional plan. The master is released at the end.
/// Literature: Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa 2019, primal heuristics for branch and price
/// (10.1287/ijoc.2018.0822). One draft, one thread.
/// </summary>
public static class Diving
{
    /// <param name="master">The master, with a fractional plan.</param>
    /// <param name="draft">An empty draft; holds the plan afterwards.</param>
    /// <param name="commodities">Number of commodities.</param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellation">Ends the dive: the draft holds what is in so far.</param>
    /// <returns>How many times the master was asked.</returns>
    public static async Task<int> DiveAsync(
        IDivingMaster master, IPlanDraft draft, int commodities, DivingOptions options, CancellationToken cancellation)
    {
        var serials = Rounding.SerialsByCommodity(draft, commodities);
        var refused = new HashSet<(int, object)>();
        var rounds = 0;
        try
        {
            while (rounds < options.RoundsMax && !cancellation.IsCancellationRequested)
            {
                var taken = Take(master.Fractional, draft, serials, refused, options);
                if (taken.Count == 0) break;
                rounds++;
                if (!await master.FixAsync(taken, cancellation).ConfigureAwait(false)) break;
            }

            InsertRest(master.Fractional, draft, commodities, serials, cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is in so far is a valid plan.
            return rounds;
        }
        finally
        {
            master.Release();
        }

        return rounds;
    }

    /// <summary>Adds to the draft the columns that go in this round.</summary>
    private static List<Column> Take(
        IReadOnlyList<(Column Column, double Value)> fractional, IPlanDraft draft, List<int>[] serials,
        HashSet<(int, object)> refused, DivingOptions options)
    {
        var inDraft = new Dictionary<(int, object), int>();
        foreach (var serial in serials.SelectMany(s => s))
        {
            if (draft[serial] is { } column) inDraft[Key(column)] = inDraft.GetValueOrDefault(Key(column)) + 1;
        }

        var open = fractional.Select(f => (f.Column, Left: f.Value - inDraft.GetValueOrDefault(Key(f.Column))))
            .Where(f => f.Left > options.ValueLeast && !refused.Contains(Key(f.Column)))
            .OrderByDescending(f => f.Left).ThenBy(f => f.Column.Commodity).ThenBy(f => f.Column.Cost).ToList();
        var taken = new List<Column>();
        var most = Math.Max(1, (int)Math.Ceiling(options.ShareOfSerials * draft.SerialCount));
        foreach (var (column, left) in open)
        {
            // Below the threshold, only as many as make progress.
            if (left < options.FixFrom && taken.Count >= most) break;
            for (var number = Math.Max(1, (int)(left + 1 - options.FixFrom)); number > 0; number--)
            {
                var at = serials[column.Commodity].FindIndex(s => draft[s] is null);
                if (at < 0) break;
                if (!draft.TryAdd(serials[column.Commodity][at], column))
                {
                    refused.Add(Key(column));
                    break;
                }

                taken.Add(column);
            }
        }

        return taken;
    }

    private static void InsertRest(
        IReadOnlyList<(Column Column, double Value)> fractional, IPlanDraft draft, int commodities, List<int>[] serials,
        CancellationToken cancellation)
    {
        var plan = new FractionalPlan(fractional, commodities);
        var order = new List<(int Start, int Serial)>();
        for (var k = 0; k < commodities; k++)
        {
            var points = plan.At(k, serials[k].Count, 0.5);
            for (var i = 0; i < points.Length; i++)
            {
                if (draft[serials[k][i]] is null) order.Add((points[i]?.Start ?? int.MaxValue, serials[k][i]));
            }
        }

        order.Sort();
        foreach (var (_, serial) in order) draft.Insert(serial, cancellation);
    }

    private static (int, object) Key(Column column) => (column.Commodity, column.Journey);
}
