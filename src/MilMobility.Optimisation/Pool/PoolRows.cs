using MilMobility.Optimisation.Columns;
using MilMobility.Solvers.Pools;

namespace MilMobility.Optimisation.Pool;

/// <summary>
/// Rows of the choice from a pool. Capacities become one row per maximal set of spans that share a moment (spans on a line: the
/// sets are the cliques of an interval graph, found by one sweep); a row is written once, and only where it can bind. Not
/// thread-safe.
/// </summary>
public sealed class PoolRows
{
    private readonly PoolModelBuilder _model;
    private readonly Func<int, int> _serialsOf;
    private readonly HashSet<UInt128> _written = [];
    private readonly Dictionary<int, (PoolColumn Column, long Amount)> _amounts = [];
    private readonly Dictionary<int, (long Sum, long Most)> _reach = [];

    /// <param name="model">Takes the rows.</param>
    /// <param name="columns">Columns up for choice; variable j is column j.</param>
    /// <param name="others">Columns of the serials that keep theirs.</param>
    /// <param name="serialsOf">Serials of a commodity that are up for choice.</param>
    internal PoolRows(
        PoolModelBuilder model, IReadOnlyList<PoolColumn> columns, IReadOnlyList<Column> others, Func<int, int> serialsOf)
    {
        _model = model;
        _serialsOf = serialsOf;
        Columns = columns;
        Others = others;
    }

    /// <summary>Columns up for choice, in order of commodity.</summary>
    public IReadOnlyList<PoolColumn> Columns { get; }

    /// <summary>Columns of the serials that keep theirs, one entry per serial.</summary>
    public IReadOnlyList<Column> Others { get; }

    /// <summary>At most a capacity of the spans that cover a moment, at every moment where it could be exceeded.</summary>
    /// <param name="spans">All of them; sorted by this call.</param>
    /// <param name="capacity">Units; the spans without a column are taken off.</param>
    public void AddCapacity(List<PoolSpan> spans, long capacity)
    {
        spans.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : VariableOf(a).CompareTo(VariableOf(b)));
        var active = new List<PoolSpan>();
        var (grown, firstEnd) = (false, int.MaxValue);
        foreach (var span in spans)
        {
            if (firstEnd <= span.From)
            {
                if (grown) AddSet(active, capacity);
                grown = false;
                active.RemoveAll(s => s.To <= span.From);
                firstEnd = int.MaxValue;
                foreach (var left in active) firstEnd = Math.Min(firstEnd, left.To);
            }

            active.Add(span);
            firstEnd = Math.Min(firstEnd, span.To);
            grown |= span.Column is not null;
        }

        if (grown) AddSet(active, capacity);
    }

    /// <summary>At most one serial on the two columns; nothing where they are the same or of a commodity with one serial.</summary>
    public void AddPair(PoolColumn a, PoolColumn b)
    {
        if (a.Variable == b.Variable) return;
        if (a.Column.Commodity == b.Column.Commodity && _serialsOf(a.Column.Commodity) == 1) return;
        int[] pair = a.Variable < b.Variable ? [a.Variable, b.Variable] : [b.Variable, a.Variable];
        if (!_written.Add(HashOf(1, pair, []))) return;
        _model.AddAtMostOne(pair);
    }

    /// <summary>
    /// If a column is chosen, none of the others: <c>M column + sum others &lt;= M</c>, M the serials that could take those.
    /// </summary>
    public void AddAgainst(PoolColumn column, IEnumerable<PoolColumn> others)
    {
        var rest = others.Where(o => o.Variable != column.Variable
                && (o.Column.Commodity != column.Column.Commodity || _serialsOf(o.Column.Commodity) > 1))
            .DistinctBy(o => o.Variable).OrderBy(o => o.Variable).ToList();
        if (rest.Count == 0) return;
        var many = rest.GroupBy(o => o.Column.Commodity).Sum(g => Math.Min(_serialsOf(g.Key), g.Sum(o => (long)o.Most)));
        int[] variables = [column.Variable, .. rest.Select(o => o.Variable)];
        long[] coefficients = [many, .. Enumerable.Repeat(1L, rest.Count)];
        if (_written.Add(HashOf(many, variables, coefficients))) _model.AddAtMost(many, variables, coefficients);
    }

    /// <summary>A priced slack of at most a width, with its value in the plan at hand; returns its variable.</summary>
    public int AddSlack(long width, long costPerUnit, long hint)
    {
        var variable = _model.AddSlack(width, costPerUnit);
        _model.SetHint(variable, Math.Clamp(hint, 0, width));
        return variable;
    }

    /// <summary>The weighted sum is at most the limit.</summary>
    public void AddAtMost(long limit, ReadOnlySpan<int> variables, ReadOnlySpan<long> coefficients) =>
        _model.AddAtMost(limit, variables, coefficients);

    /// <summary>
    /// Most that serials can take of something together, each column taking an amount: what a row must be able to exceed.
    /// </summary>
    public long ReachOf(IEnumerable<(PoolColumn Column, long Amount)> amounts)
    {
        _reach.Clear();
        foreach (var (column, amount) in amounts)
        {
            var (sum, most) = _reach.GetValueOrDefault(column.Column.Commodity);
            _reach[column.Column.Commodity] = (sum + (column.Most * amount), Math.Max(most, amount));
        }

        long reach = 0;
        foreach (var (commodity, (sum, most)) in _reach) reach += Math.Min(sum, most * _serialsOf(commodity));
        return reach;
    }

    private static int VariableOf(PoolSpan span) => span.Column?.Variable ?? -1;

    private void AddSet(List<PoolSpan> active, long capacity)
    {
        _amounts.Clear();
        foreach (var span in active)
        {
            if (span.Column is { } column)
                _amounts[column.Variable] = (column, _amounts.GetValueOrDefault(column.Variable).Amount + span.Amount);
            else capacity -= span.Amount;
        }

        capacity = Math.Max(0, capacity);
        if (ReachOf(_amounts.Values) <= capacity) return;
        int[] variables = [.. _amounts.Keys.Order()];
        long[] coefficients = [.. variables.Select(v => _amounts[v].Amount)];
        if (!_written.Add(HashOf(capacity, variables, coefficients))) return;
        if (capacity == 1 && !coefficients.AsSpan().ContainsAnyExcept(1L)) _model.AddAtMostOne(variables);
        else _model.AddAtMost(capacity, variables, coefficients);
    }

    /// <summary>
    /// 128 bits that tell rows apart (two lanes of FNV-1a): two rows share them once in 1e20 choices, and the draft refuses what
    /// a missing row lets pass.
    /// </summary>
    private static UInt128 HashOf(long limit, ReadOnlySpan<int> variables, ReadOnlySpan<long> coefficients)
    {
        const ulong prime = 0x100000001B3;
        var (a, b) = (0xCBF29CE484222325UL ^ (ulong)limit, 0x84222325CBF29CE4UL + (ulong)limit);
        var ones = !coefficients.ContainsAnyExcept(1L);
        for (var i = 0; i < variables.Length; i++)
        {
            var word = ((ulong)(uint)variables[i] << 32) ^ (ones ? 1 : (ulong)coefficients[i]);
            a = (a ^ word) * prime;
            b = ulong.RotateLeft(b + word, 29) * 0x9E3779B97F4A7C15;
        }

        return new UInt128(a, b);
    }
}
