namespace MilMobility.Solvers.Linear;

/// <summary>
/// A linear program that grows: rows and columns are added and bounds and costs changed between solves, and each solve
/// starts from the last one's basis.
/// <code>
///   min   sum_j cost_j x_j
///   s.t.  lower_i &lt;= sum_j a_ij x_j &lt;= upper_i     each row i, dual y_i
///         lower_j &lt;= x_j &lt;= upper_j                 each column j, reduced cost d_j = cost_j - sum_i a_ij y_i
/// </code>
/// A row that binds at its lower side has y_i at least 0, at its upper side at most 0. Limits may be infinite.
/// Bad indices and empty ranges throw <see cref="ArgumentException"/> at the call. Not thread-safe.
/// </summary>
public interface ILinearProgram : IDisposable
{
    int RowCount { get; }

    int ColumnCount { get; }

    /// <summary>Adds a row over the columns given (none for a row that later columns fill); returns its index.</summary>
    int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients);

    /// <summary>Adds a column over the rows given; returns its index.</summary>
    int AddColumn(double cost, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> coefficients);

    void SetRowBounds(int row, double lower, double upper);

    void SetColumnBounds(int column, double lower, double upper);

    void SetCost(int column, double cost);

    /// <summary>Solves from where the last solve ended. Cancellation is not an error: it gives <see cref="LpStopped"/>.</summary>
    /// <exception cref="Runtime.EngineException">The engine cannot be used, or its answer is wrong (ENG006).</exception>
    Task<LpOutcome> SolveAsync(SolveLimits limits, CancellationToken cancellation);
}
