using MilMobility.Optimisation.Columns;
using MilMobility.Solvers;
using MilMobility.Solvers.Linear;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// The restricted master: the linear relaxation of <see cref="IColumnProblem"/> over the columns found and the capacity rows made
/// so far.
/// <code>
///   min   sum_p cost_p x_p + sum_k unmoved_k z_k
///   s.t.  sum_(p of k) x_p + z_k = serials_k                      dual mu_k
///         sum_p a_p,r(t) x_p &lt;= capacity_r     rows made so far   dual -toll_r(t)
/// </code>
/// Rows come only where a solution needs them, and go when none has paid for them for some rounds, with the columns that none
/// has taken (<see cref="Clean"/>): a simplex iteration costs what the rows are, few of which ever bind together.
/// Money is scaled for the solver's tolerances; what leaves this class is in the
/// problem's unit again. Not thread-safe.
/// </summary>
internal sealed class MasterProgram : IDisposable
{
    /// <summary>It is cleaned once this share of the rows may go.</summary>
    private const double CleanShare = 0.5;

    private const double RowTolerance = 1e-6;

    /// <summary>Mean cost of a serial in the solver's numbers.</summary>
    private const double ScaledMeanCost = 100;

    private readonly IColumnProblem _problem;
    private readonly Func<ILinearProgram>? _renew;
    private readonly double _scale;
    private readonly List<Column> _columns = [];
    private readonly List<int> _variables = [];
    private readonly List<int> _columnIdle = [];
    private readonly List<int> _rowIdle = [];
    private readonly Dictionary<(int, object), int> _known = [];
    private readonly Dictionary<int, int> _fixed = [];
    private readonly List<(int Resource, int Point)> _rows = [];
    private readonly int[]?[] _rowAt;
    private readonly List<int>?[] _columnsOf;
    private readonly SortedDictionary<int, double> _entries = [];
    private ILinearProgram _program;
    private bool _ownsProgram;

    /// <param name="problem">The problem.</param>
    /// <param name="program">An empty linear program; the caller disposes it.</param>
    /// <param name="meanCost">Mean cost of a serial, for the scale.</param>
    /// <param name="renew">Makes an empty program to go on in without what is idle; null to keep everything.</param>
    public MasterProgram(IColumnProblem problem, ILinearProgram program, long meanCost, Func<ILinearProgram>? renew)
    {
        _problem = problem;
        _program = program;
        _renew = renew;
        _scale = Math.Max(1, meanCost) / ScaledMeanCost;
        _rowAt = new int[]?[problem.ResourceCount];
        _columnsOf = new List<int>?[problem.ResourceCount];
        AddCommodities();
    }

    public int RowCount => _rows.Count;

    public int ColumnCount => _columns.Count;

    /// <summary>Adds a column unless it is there; true if it was new.</summary>
    public bool Add(Column column)
    {
        var index = _columns.Count;
        if (!_known.TryAdd((column.Commodity, column.Journey), index)) return false;
        _columns.Add(column);
        _columnIdle.Add(0);
        _entries.Clear();
        foreach (var use in column.PricedUses)
        {
            AddMember(use.Resource, index);
            AddEntries(use);
        }

        int[] rows = [column.Commodity, .. _entries.Keys];
        double[] coefficients = [1, .. _entries.Values];
        _variables.Add(_program.AddColumn(column.Cost / _scale, 0, double.PositiveInfinity, rows, coefficients));
        return true;
    }

    /// <summary>Learns which columns count in new cuts.</summary>
    public void Count(Range cuts)
    {
        var (first, end) = (cuts.Start.Value, cuts.End.Value);
        for (var index = 0; index < _columns.Count && first < end; index++)
        {
            foreach (var use in _columns[index].PricedUses)
            {
                if (use.Resource >= first && use.Resource < end) AddMember(use.Resource, index);
            }
        }
    }

    /// <summary>Makes the capacity row of a resource at a grid second unless it is there; true if it was new.</summary>
    public bool AddRow(int resource, int point)
    {
        var rowAt = _rowAt[resource] ??= new int[(_problem.HorizonSeconds / _problem.GridSeconds(resource)) + 1];
        if (rowAt[point] != 0) return false;
        var second = point * _problem.GridSeconds(resource);
        var variables = new List<int>();
        var coefficients = new List<double>();
        foreach (var index in _columnsOf[resource] ?? [])
        {
            double taken = 0;
            foreach (var use in _columns[index].PricedUses)
            {
                if (use.Resource == resource && use.From <= second && second < use.To) taken += use.Amount;
            }

            if (taken == 0) continue;
            variables.Add(_variables[index]);
            coefficients.Add(taken);
        }

        rowAt[point] = _program.AddRow(
            double.NegativeInfinity, _problem.Capacity(resource), [.. variables], [.. coefficients]);
        _rows.Add((resource, point));
        _rowIdle.Add(0);
        return true;
    }

    /// <summary>Fixes one more serial of its commodity on a column.</summary>
    public void Fix(Column column)
    {
        Add(column);
        var index = _known[(column.Commodity, column.Journey)];
        var number = _fixed[index] = _fixed.GetValueOrDefault(index) + 1;
        _program.SetColumnBounds(_variables[index], number, double.PositiveInfinity);
    }

    /// <summary>Takes every fixing back.</summary>
    public void Release()
    {
        foreach (var index in _fixed.Keys) _program.SetColumnBounds(_variables[index], 0, double.PositiveInfinity);
        _fixed.Clear();
    }

    /// <summary>Solves from the last basis; null if a limit or the cancellation came first.</summary>
    public async Task<MasterSolution?> SolveAsync(SolveLimits limits, CancellationToken cancellation)
    {
        if (await _program.SolveAsync(limits, cancellation).ConfigureAwait(false) is not LpOptimal optimal) return null;
        var chosen = new List<(Column, double)>();
        for (var i = 0; i < _columns.Count; i++)
        {
            var value = optimal.Primal[_variables[i]];
            if (value > RowTolerance) chosen.Add((_columns[i], value));
            _columnIdle[i] = value > RowTolerance ? 0 : _columnIdle[i] + 1;
        }

        var worth = new double[_problem.CommodityCount];
        for (var k = 0; k < worth.Length; k++) worth[k] = optimal.Duals[k] * _scale;
        var prices = new GridVector(_problem);
        for (var i = 0; i < _rows.Count; i++)
        {
            var (resource, point) = _rows[i];
            var dual = -optimal.Duals[_rowAt[resource]![point]] * _scale;
            _rowIdle[i] = dual > 0 ? 0 : _rowIdle[i] + 1;
            if (dual > 0) prices.Set(resource, point, dual);
        }

        return new MasterSolution(optimal.Objective * _scale, chosen, worth, prices, optimal.Effort);
    }

    /// <summary>
    /// Makes the rows that a solution breaks, in each stretch of seconds over capacity where it is highest; returns how many.
    /// </summary>
    public int Separate(MasterSolution solution, int rowsMax)
    {
        var taken = new GridVector(_problem);
        foreach (var (column, value) in solution.Chosen) taken.Add(column, value);
        var broken = new List<(double Excess, int Resource, int Point)>();
        var buffer = Array.Empty<double>();
        foreach (var resource in taken.Resources)
        {
            var values = taken.Dense(resource, ref buffer, out var first);
            FindBroken(resource, first, values, broken);
        }

        broken.Sort((a, b) => a.Excess != b.Excess ? b.Excess.CompareTo(a.Excess)
            : a.Resource != b.Resource ? a.Resource.CompareTo(b.Resource) : a.Point.CompareTo(b.Point));
        var made = 0;
        foreach (var (_, resource, point) in broken)
        {
            if (made == rowsMax) break;
            if (AddRow(resource, point)) made++;
        }

        return made;
    }

    /// <summary>
    /// Goes on in a new program without the idle rows and columns, if they are many; what is needed again is found again.
    /// Bounds come from prices alone, so that they hold whatever went.
    /// </summary>
    /// <param name="idleMax">Solutions without a price or a value after which a row or a column may go.</param>
    /// <param name="rowsMin">Below so many rows nothing goes.</param>
    public void Clean(int idleMax, int rowsMin)
    {
        if (_renew is null || _fixed.Count > 0 || _rows.Count < rowsMin) return;
        var idle = _rowIdle.Count(i => i > idleMax);
        if (idle == 0 || idle < CleanShare * _rows.Count) return;
        var rows = _rows.Where((_, i) => _rowIdle[i] <= idleMax).ToList();
        var columns = _columns.Where((_, i) => _columnIdle[i] <= idleMax).ToList();
        Dispose();
        (_program, _ownsProgram) = (_renew(), true);
        foreach (var (resource, _) in _rows) _rowAt[resource] = null;
        _columnsOf.AsSpan().Clear();
        _rows.Clear();
        _rowIdle.Clear();
        _columns.Clear();
        _columnIdle.Clear();
        _variables.Clear();
        _known.Clear();
        AddCommodities();
        foreach (var (resource, point) in rows) AddRow(resource, point);
        foreach (var column in columns) Add(column);
    }

    public void Dispose()
    {
        if (_ownsProgram) _program.Dispose();
    }

    private void AddCommodities()
    {
        for (var k = 0; k < _problem.CommodityCount; k++)
        {
            var serials = _problem.SerialsOf(k);
            _program.AddRow(serials, serials, [], []);
            _program.AddColumn(_problem.UnmovedCost(k) / _scale, 0, double.PositiveInfinity, [k], [1]);
        }
    }

    private void AddMember(int resource, int index)
    {
        var members = _columnsOf[resource] ??= [];
        if (members.Count == 0 || members[^1] != index) members.Add(index);
    }

    private void AddEntries(TimedUse use)
    {
        if (_rowAt[use.Resource] is not { } rowAt) return;
        var grid = _problem.GridSeconds(use.Resource);
        var first = (use.From + grid - 1) / grid;
        var last = Math.Min((use.To + grid - 1) / grid, rowAt.Length);
        for (var i = first; i < last; i++)
        {
            if (rowAt[i] != 0) _entries[rowAt[i]] = _entries.GetValueOrDefault(rowAt[i]) + use.Amount;
        }
    }

    /// <summary>Plateaus over capacity that are local peaks: their middle second speaks for all of them.</summary>
    private void FindBroken(int resource, int firstPoint, ReadOnlySpan<double> taken, List<(double, int, int)> broken)
    {
        var capacity = _problem.Capacity(resource);
        var tolerance = RowTolerance * (1 + capacity);
        for (var i = 0; i < taken.Length;)
        {
            var level = taken[i];
            var end = i + 1;
            while (end < taken.Length && Math.Abs(taken[end] - level) <= tolerance) end++;
            var rises = i == 0 || taken[i - 1] < level;
            var falls = end == taken.Length || taken[end] < level;
            if (level > capacity + tolerance && rises && falls)
                broken.Add((level - capacity, resource, firstPoint + ((i + end - 1) / 2)));
            i = end;
        }
    }
}

/// <summary>An optimum of the restricted master.</summary>
/// <param name="Objective">Objective; no bound of the problem, as columns may be missing.</param>
/// <param name="Chosen">Columns with a positive value, in the order in which they were added.</param>
/// <param name="Worth">[commodities] dual of its serial count: what one more serial would cost.</param>
/// <param name="Prices">Prices of the capacity rows, at least 0.</param>
/// <param name="Effort">What the solver took.</param>
internal sealed record MasterSolution(
    double Objective, IReadOnlyList<(Column Column, double Value)> Chosen, double[] Worth, GridVector Prices, SolveEffort Effort);
