using MilMobility.Solvers.Pools;

namespace MilMobility.Planning.Pool;

/// <summary>
/// Rows of the pool's model for columns that exclude one another: one at-most-one row per maximal set of spans that meet (spans on
/// a line: the sets are the cliques of an interval graph, found by one sweep), and rows for pairs. A set with columns of one
/// serial only needs no row, and a row is written once. Not thread-safe.
/// </summary>
internal sealed class ConflictRows(PoolModelBuilder model)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>At most one of the spans that cover a moment, at every moment.</summary>
    public void AddExclusive(List<Span> spans) => Sweep(spans, active =>
    {
        if (SerialsOf(active) < 2) return;
        int[] variables = [.. active.Select(s => s.Column.Variable).Distinct().Order()];
        if (_written.Add(string.Join(' ', variables))) model.AddAtMostOne(variables);
    });

    /// <summary>At most a capacity in amounts of the spans that cover a moment, at every moment where it could be exceeded.</summary>
    public void AddCumulative(List<Span> spans, int capacity) => Sweep(spans, active =>
    {
        var amounts = active.GroupBy(s => s.Column).Select(g => (Column: g.Key, Amount: (long)g.Sum(s => s.Amount)))
            .OrderBy(a => a.Column.Variable).ToList();
        var reach = amounts.GroupBy(a => a.Column.Serial).Sum(g => g.Max(a => a.Amount));
        if (reach <= capacity) return;
        int[] variables = [.. amounts.Select(a => a.Column.Variable)];
        long[] coefficients = [.. amounts.Select(a => a.Amount)];
        if (_written.Add($"{capacity}: {string.Join(' ', variables)} * {string.Join(' ', coefficients)}"))
            model.AddAtMost(capacity, variables, coefficients);
    });

    /// <summary>At most one of two.</summary>
    public void AddPair(Column a, Column b)
    {
        if (a.Serial == b.Serial) return;
        int[] pair = a.Variable < b.Variable ? [a.Variable, b.Variable] : [b.Variable, a.Variable];
        if (_written.Add($"{pair[0]} {pair[1]}")) model.AddAtMostOne(pair);
    }

    /// <summary>If the column is chosen, none of the others: <c>M column + sum others &lt;= M</c>, M the serials among them.</summary>
    public void AddAgainst(Column column, List<Column> others)
    {
        int[] rest = [.. others.Where(o => o.Serial != column.Serial).Select(o => o.Variable).Distinct().Order()];
        if (rest.Length == 0) return;
        var many = others.Where(o => o.Serial != column.Serial).Select(o => o.Serial).Distinct().Count();
        if (!_written.Add($"{column.Variable} against {string.Join(' ', rest)}")) return;
        model.AddAtMost(many, [column.Variable, .. rest], [many, .. Enumerable.Repeat(1L, rest.Length)]);
    }

    /// <summary>Calls for each maximal set of spans that share a moment.</summary>
    private static void Sweep(List<Span> spans, Action<List<Span>> clique)
    {
        spans.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Column.Variable.CompareTo(b.Column.Variable));
        var active = new List<Span>();
        var grown = false;
        foreach (var span in spans)
        {
            if (active.Exists(s => s.To <= span.From))
            {
                if (grown) clique(active);
                grown = false;
                active.RemoveAll(s => s.To <= span.From);
            }

            active.Add(span);
            grown = true;
        }

        if (grown) clique(active);
    }

    private static int SerialsOf(List<Span> spans)
    {
        var first = spans[0].Column.Serial;
        return spans.Exists(s => s.Column.Serial != first) ? 2 : 1;
    }
}
