namespace MilMobility.Solvers.Pools;

/// <summary>
/// An integer program for choosing from a column pool, columnar and immutable; made by <see cref="PoolModelBuilder"/>.
/// <code>
///   min   sum_j cost_j x_j
///   s.t.  lower_i &lt;= sum_j a_ij x_j &lt;= upper_i      each row i
///         lower_j &lt;= x_j &lt;= upper_j, x_j integer     each variable j
/// </code>
/// Everything is an integer, so that a solution can be checked exactly. CP-SAT was chosen for the pools because they are
/// pure integer programs dominated by exactly-one and at-most-one rows, it takes hints, and it counts its work; the same
/// model goes to branch and bound on the linear relaxation (<see cref="ScipPoolSolver"/>) to compare the two.
/// </summary>
public sealed class PoolModel
{
    internal PoolModel() { }

    /// <summary>Length: variables; smallest value of each.</summary>
    public required long[] VariableLower { get; init; }

    /// <summary>Length: variables; largest value of each.</summary>
    public required long[] VariableUpper { get; init; }

    /// <summary>Length: variables; cost per unit of each, in the caller's unit (micro-euros in plans).</summary>
    public required long[] Cost { get; init; }

    /// <summary>Length: rows; <see cref="long.MinValue"/> for no lower limit.</summary>
    public required long[] RowLower { get; init; }

    /// <summary>Length: rows; <see cref="long.MaxValue"/> for no upper limit.</summary>
    public required long[] RowUpper { get; init; }

    /// <summary>Length: rows + 1; where each row's entries start.</summary>
    public required int[] RowStart { get; init; }

    /// <summary>Length: entries; the variable of each entry.</summary>
    public required int[] EntryVariable { get; init; }

    /// <summary>Length: entries; the coefficient of each entry.</summary>
    public required long[] EntryCoefficient { get; init; }

    /// <summary>Length: variables; a value to start from, null where there is none.</summary>
    public required long?[] Hint { get; init; }

    public int VariableCount => Cost.Length;

    public int RowCount => RowLower.Length;

    /// <summary>Cost of an assignment of one value per variable.</summary>
    public long ObjectiveOf(ReadOnlySpan<long> values)
    {
        long objective = 0;
        for (var j = 0; j < Cost.Length; j++) objective = checked(objective + checked(Cost[j] * values[j]));
        return objective;
    }

    /// <summary>Cost of every variable at its cheaper limit: a lower bound of every assignment's cost.</summary>
    public long LeastCost()
    {
        long least = 0;
        for (var j = 0; j < Cost.Length; j++)
            least = checked(least + checked(Cost[j] * (Cost[j] > 0 ? VariableLower[j] : VariableUpper[j])));
        return least;
    }

    /// <summary>What is wrong with an assignment, such as <c>row 3 = 2; must be 1 to 1</c>; null when nothing is.</summary>
    public string? FirstViolation(ReadOnlySpan<long> values)
    {
        if (values.Length != VariableCount) return $"{values.Length} values; must be {VariableCount}";
        for (var j = 0; j < values.Length; j++)
        {
            if (values[j] < VariableLower[j] || values[j] > VariableUpper[j])
                return $"variable {j} = {values[j]}; must be {VariableLower[j]} to {VariableUpper[j]}";
        }

        for (var i = 0; i < RowCount; i++)
        {
            long sum = 0;
            for (var e = RowStart[i]; e < RowStart[i + 1]; e++)
                sum = checked(sum + checked(EntryCoefficient[e] * values[EntryVariable[e]]));
            if (sum < RowLower[i] || sum > RowUpper[i]) return $"row {i} = {sum}; must be {RowLower[i]} to {RowUpper[i]}";
        }

        return null;
    }

    /// <summary>The hint as a whole assignment, null when it leaves a variable open or breaks a row.</summary>
    public long[]? FeasibleHint()
    {
        if (Array.Exists(Hint, h => h is null)) return null;
        var values = Array.ConvertAll(Hint, h => h!.Value);
        return FirstViolation(values) is null ? values : null;
    }
}
