using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Solvers.Pools;

namespace MilMobility.Optimisation.Pool;

/// <summary>
/// The integer choice from a pool of columns:
/// <code>
///   min  sum_p cost_p x_p + sum_k unmoved_k z_k + what the rules add
///   s.t. sum_(p of k) x_p + z_k = serials_k             each commodity k
///        sum_(p in S) a_pr x_p &lt;= capacity_r             each resource r, each maximal set S of uses that share a moment
///        the rules' own rows
///        x, z whole numbers
/// </code>
/// The hint is the plan at hand. Serials may keep their columns: then only the others are up for choice, and the capacity that
/// is left to them. A pure integer program dominated by exactly-one and at-most-one rows, so CP-SAT solves it.
/// </summary>
internal sealed class PoolCompiler
{
    private readonly IColumnProblem _problem;
    private readonly IPlanDraft _draft;
    private readonly PoolModelBuilder _model = new();
    private readonly List<PoolColumn> _columns = [];
    private readonly List<Column> _current = [];
    private readonly List<Column> _others = [];
    private readonly Dictionary<int, int> _serials = [];
    private readonly Dictionary<int, int> _unmoved = [];
    private readonly Dictionary<(int, object), int> _inPlan = [];

    private PoolCompiler(IColumnProblem problem, IPlanDraft draft)
    {
        _problem = problem;
        _draft = draft;
    }

    /// <param name="problem">The problem.</param>
    /// <param name="draft">The plan at hand.</param>
    /// <param name="free">Serials up for choice, ascending.</param>
    /// <param name="pool">Columns of a commodity; those of the plan are added.</param>
    /// <param name="rules">Further rows, null for none.</param>
    public static PoolProgram Compile(
        IColumnProblem problem, IPlanDraft draft, IReadOnlyList<int> free, Func<int, IReadOnlyList<Column>> pool, IPoolRules? rules)
    {
        var compiler = new PoolCompiler(problem, draft);
        compiler.ReadPlan(free);
        foreach (var commodity in compiler._serials.Keys.Order()) compiler.ListColumns(commodity, pool(commodity));
        compiler.AddCommodities();
        var rows = new PoolRows(
            compiler._model, compiler._columns, compiler._others, k => compiler._serials.GetValueOrDefault(k));
        compiler.AddCapacities(rows);
        rules?.AddRows(rows);
        return new PoolProgram(compiler._model.Build(), compiler._columns);
    }

    private void ReadPlan(IReadOnlyList<int> free)
    {
        var isFree = new bool[_draft.SerialCount];
        foreach (var serial in free)
        {
            isFree[serial] = true;
            var commodity = _draft.CommodityOf(serial);
            _serials[commodity] = _serials.GetValueOrDefault(commodity) + 1;
            if (_draft[serial] is { } column)
                _inPlan[(commodity, column.Journey)] = _inPlan.GetValueOrDefault((commodity, column.Journey)) + 1;
            else _unmoved[commodity] = _unmoved.GetValueOrDefault(commodity) + 1;
        }

        for (var s = 0; s < isFree.Length; s++)
        {
            if (!isFree[s] && _draft[s] is { } column) _others.Add(column);
        }

        _current.AddRange(free.Select(s => _draft[s]).OfType<Column>());
    }

    private void ListColumns(int commodity, IReadOnlyList<Column> pool)
    {
        var listed = new HashSet<object>();
        foreach (var column in pool.Concat(_current.Where(c => c.Commodity == commodity)))
        {
            if (!listed.Add(column.Journey)) continue;
            var most = MostOf(column);
            if (most == 0) continue;
            var hint = Math.Min(most, _inPlan.GetValueOrDefault((commodity, column.Journey)));
            _columns.Add(new PoolColumn(column, _columns.Count, most, hint));
        }
    }

    /// <summary>How many serials its own uses let take a column.</summary>
    private int MostOf(Column column)
    {
        long most = _serials[column.Commodity];
        foreach (var use in column.UseSpan) most = Math.Min(most, _problem.Capacity(use.Resource) / use.Amount);
        return (int)most;
    }

    private void AddCommodities()
    {
        foreach (var column in _columns)
        {
            _model.AddVariable(0, column.Most, column.Column.Cost);
            _model.SetHint(column.Variable, column.Hint);
        }

        var byCommodity = _columns.ToLookup(c => c.Column.Commodity, c => c.Variable);
        foreach (var (commodity, serials) in _serials.OrderBy(s => s.Key))
        {
            var unmoved = _model.AddVariable(0, serials, _problem.UnmovedCost(commodity));
            _model.SetHint(unmoved, _unmoved.GetValueOrDefault(commodity));
            _model.AddRow(serials, serials, [.. byCommodity[commodity], unmoved], []);
        }
    }

    private void AddCapacities(PoolRows rows)
    {
        var spans = new SortedDictionary<int, List<PoolSpan>>();
        foreach (var column in _columns)
        {
            foreach (var use in column.Column.UseSpan)
            {
                if (!spans.TryGetValue(use.Resource, out var list)) spans[use.Resource] = list = [];
                list.Add(new PoolSpan(column, use.From, use.To, use.Amount));
            }
        }

        foreach (var column in _others)
        {
            foreach (var use in column.UseSpan)
            {
                if (spans.TryGetValue(use.Resource, out var list)) list.Add(new PoolSpan(null, use.From, use.To, use.Amount));
            }
        }

        foreach (var (resource, list) in spans) rows.AddCapacity(list, _problem.Capacity(resource));
    }
}

/// <summary>A model and what its first variables are.</summary>
/// <param name="Model">The model.</param>
/// <param name="Columns">Columns; variable j is column j.</param>
internal sealed record PoolProgram(PoolModel Model, IReadOnlyList<PoolColumn> Columns);
