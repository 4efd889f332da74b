namespace MilMobility.Solvers.Pools;

/// <summary>
/// Builds a <see cref="PoolModel"/>. Errors are thrown at the call that makes them (<see cref="ArgumentException"/> with the
/// index and the value); sums that could overflow are refused, so that a solution can be checked in 64-bit integers.
/// Not thread-safe.
/// </summary>
public sealed class PoolModelBuilder
{
    /// <summary>Largest absolute value a row or the objective may reach: a quarter of what 64 bits hold.</summary>
    public const long ReachMax = 1L << 61;

    private readonly List<long> _variableLower = [];
    private readonly List<long> _variableUpper = [];
    private readonly List<long> _cost = [];
    private readonly List<long?> _hint = [];
    private readonly List<long> _rowLower = [];
    private readonly List<long> _rowUpper = [];
    private readonly List<int> _rowStart = [0];
    private readonly List<int> _entryVariable = [];
    private readonly List<long> _entryCoefficient = [];
    private readonly List<int> _lastRowOf = [];
    private Int128 _objectiveReach;

    public int VariableCount => _cost.Count;

    public int RowCount => _rowLower.Count;

    /// <summary>A column that is chosen (1) or not (0); returns its index.</summary>
    public int AddColumn(long cost) => AddVariable(0, 1, cost);

    /// <summary>A priced slack or band of at most <paramref name="width"/> units; returns its index.</summary>
    public int AddSlack(long width, long costPerUnit) => AddVariable(0, width, costPerUnit);

    /// <summary>An integer variable; returns its index.</summary>
    public int AddVariable(long lower, long upper, long cost)
    {
        if (lower > upper) throw new ArgumentException($"variable {VariableCount}: {lower} to {upper} is empty");
        _objectiveReach += Int128.Abs(cost) * Largest(lower, upper);
        if (_objectiveReach > ReachMax || Largest(lower, upper) > ReachMax)
        {
            throw new ArgumentException(
                $"variable {VariableCount}: range {lower} to {upper} at cost {cost} takes the objective beyond {ReachMax}");
        }

        _variableLower.Add(lower);
        _variableUpper.Add(upper);
        _cost.Add(cost);
        _hint.Add(null);
        _lastRowOf.Add(-1);
        return VariableCount - 1;
    }

    /// <summary>Exactly one of these 0-1 variables is 1; add the unmoved slack among them. Returns the row's index.</summary>
    public int AddExactlyOne(ReadOnlySpan<int> variables) => AddRow(1, 1, variables, []);

    /// <summary>At most one of these 0-1 variables is 1 (columns that exclude each other). Returns the row's index.</summary>
    public int AddAtMostOne(ReadOnlySpan<int> variables) => AddRow(long.MinValue, 1, variables, []);

    /// <summary>
    /// The weighted sum is at most the capacity. Banded slack takes coefficient -1: use - s1 - s2 &lt;= free capacity.
    /// </summary>
    public int AddAtMost(long capacity, ReadOnlySpan<int> variables, ReadOnlySpan<long> coefficients) =>
        AddRow(long.MinValue, capacity, variables, coefficients);

    /// <summary>lower &lt;= weighted sum &lt;= upper; returns the row's index.</summary>
    /// <param name="lower">Least sum; <see cref="long.MinValue"/> for none.</param>
    /// <param name="upper">Greatest sum; <see cref="long.MaxValue"/> for none.</param>
    /// <param name="variables">Indices, each at most once.</param>
    /// <param name="coefficients">One per variable; empty when all are 1.</param>
    public int AddRow(long lower, long upper, ReadOnlySpan<int> variables, ReadOnlySpan<long> coefficients)
    {
        if (lower > upper) throw new ArgumentException($"row {RowCount}: {lower} to {upper} is empty");
        if (coefficients.Length != 0 && coefficients.Length != variables.Length)
            throw new ArgumentException($"row {RowCount}: {variables.Length} variables, {coefficients.Length} coefficients");

        Int128 reach = 0;
        for (var e = 0; e < variables.Length; e++)
        {
            var variable = variables[e];
            var coefficient = coefficients.Length == 0 ? 1 : coefficients[e];
            if (variable < 0 || variable >= VariableCount)
                throw new ArgumentException($"row {RowCount}: variable {variable}; must be 0 to {VariableCount - 1}");
            if (_lastRowOf[variable] == RowCount)
                throw new ArgumentException($"row {RowCount}: variable {variable} stands in it twice");
            reach += Int128.Abs(coefficient) * Largest(_variableLower[variable], _variableUpper[variable]);
            if (reach > ReachMax) throw new ArgumentException($"row {RowCount}: its sum may pass {ReachMax}");
            _lastRowOf[variable] = RowCount;
            _entryVariable.Add(variable);
            _entryCoefficient.Add(coefficient);
        }

        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        _rowStart.Add(_entryVariable.Count);
        return RowCount - 1;
    }

    /// <summary>
    /// A value to start from. When every variable has one and they form a solution, no answer is worse than it.
    /// </summary>
    public void SetHint(int variable, long value)
    {
        if (variable < 0 || variable >= VariableCount)
            throw new ArgumentException($"hint: variable {variable}; must be 0 to {VariableCount - 1}");
        _hint[variable] = value;
    }

    public PoolModel Build() => new()
    {
        VariableLower = [.. _variableLower],
        VariableUpper = [.. _variableUpper],
        Cost = [.. _cost],
        RowLower = [.. _rowLower],
        RowUpper = [.. _rowUpper],
        RowStart = [.. _rowStart],
        EntryVariable = [.. _entryVariable],
        EntryCoefficient = [.. _entryCoefficient],
        Hint = [.. _hint],
    };

    private static Int128 Largest(long lower, long upper) => Int128.Max(Int128.Abs(lower), Int128.Abs(upper));
}
