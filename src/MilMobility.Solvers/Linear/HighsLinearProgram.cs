using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MilMobility.Solvers.Runtime;
using static MilMobility.Solvers.Linear.HighsLibrary;

namespace MilMobility.Solvers.Linear;

/// <summary>
/// <see cref="ILinearProgram"/> by the dual simplex of HiGHS, one thread, presolve off so that a solve starts from the last basis.
/// The 27 masters of one convoy instance (to 4,000 rows) took it 25 s, OR-Tools' GLOP 63 s and CLP 87 s; the 29 of
/// `three-corridor-transit` 0.8 s and GLOP 1.9 s (two cores, busy).
/// An answer that fails its certificate, or that HiGHS itself calls unknown, is asked for again from scratch, once.
/// </summary>
public sealed unsafe class HighsLinearProgram : ILinearProgram
{
    private const double IterationsPerWork = 1_000;

    private readonly LpData _data = new();
    private readonly LpChanges _changes = new();
    private readonly HighsHandle _highs;

    /// <summary>Not 0 once the running solve is to end; HiGHS reads it through <see cref="AnswerInterrupt"/>.</summary>
    private int* _isCancelled;

    /// <exception cref="EngineException">ENG001: the library cannot be loaded.</exception>
    public HighsLinearProgram()
    {
        _highs = NativeRun.Loaded(Highs_create);
        _isCancelled = (int*)NativeMemory.AllocZeroed(sizeof(int));
        Require(Highs_setBoolOptionValue(_highs, "output_flag", 0), "an option");
        Require(Highs_setIntOptionValue(_highs, "threads", 1), "an option");
        Require(Highs_setStringOptionValue(_highs, "parallel", "off"), "an option");
        Require(Highs_setStringOptionValue(_highs, "solver", "simplex"), "an option");
        Require(Highs_setStringOptionValue(_highs, "presolve", "off"), "an option");
        Require(Highs_setCallback(_highs, &AnswerInterrupt, _isCancelled), "a callback");
        Require(Highs_startCallback(_highs, SimplexInterrupt), "a callback");
    }

    public int RowCount => _data.RowLower.Count;

    public int ColumnCount => _data.Cost.Count;

    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients) =>
        _data.AddRow(lower, upper, columns, coefficients);

    public int AddColumn(
        double cost, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> coefficients) =>
        _data.AddColumn(cost, lower, upper, rows, coefficients);

    public void SetRowBounds(int row, double lower, double upper)
    {
        RequireIndex("row", row, RowCount);
        LpData.RequireRange($"row {row}", lower, upper);
        (_data.RowLower[row], _data.RowUpper[row]) = (lower, upper);
        if (row < _changes.SentRows) _changes.RowBounds.Add(row);
    }

    public void SetColumnBounds(int column, double lower, double upper)
    {
        RequireIndex("column", column, ColumnCount);
        LpData.RequireRange($"column {column}", lower, upper);
        (_data.ColumnLower[column], _data.ColumnUpper[column]) = (lower, upper);
        if (column < _changes.SentColumns) _changes.ColumnBounds.Add(column);
    }

    public void SetCost(int column, double cost)
    {
        RequireIndex("column", column, ColumnCount);
        LpData.RequireFinite($"column {column}: cost", cost);
        _data.Cost[column] = cost;
        if (column < _changes.SentColumns) _changes.Costs.Add(column);
    }

    public Task<LpOutcome> SolveAsync(SolveLimits limits, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isCancelled is null, this);
        return NativeRun.StartAsync(() => Solve(limits, cancellation));
    }

    public void Dispose()
    {
        _highs.Dispose();
        NativeMemory.Free(_isCancelled);
        _isCancelled = null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AnswerInterrupt(int kind, byte* text, void* dataOut, int* dataIn, void* userData)
    {
        // The first field of the data that goes in is whether to interrupt.
        if (dataIn is not null) *dataIn = Volatile.Read(ref *(int*)userData);
    }

    private static void RequireIndex(string what, int index, int count)
    {
        if (index < 0 || index >= count) throw new ArgumentException($"{what} {index}; must be 0 to {count - 1}");
    }

    private static void Require(int status, string what)
    {
        if (status < 0) throw new EngineException("ENG005", $"HiGHS refuses {what} of the program");
    }

    private LpOutcome Solve(SolveLimits limits, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return new LpStopped(StopReason.Cancelled, SolveEffort.None);
        *_isCancelled = 0;
        using var registration = cancellation.Register(() => Volatile.Write(ref *_isCancelled, 1));
        SendChanges();
        Require(Highs_setIntOptionValue(_highs, "random_seed", limits.Seed), "the seed");
        var iterations = Math.Ceiling(Math.Min(limits.Work * IterationsPerWork, int.MaxValue));
        Require(Highs_setIntOptionValue(_highs, "simplex_iteration_limit", (int)iterations), "the work limit");
        Require(Highs_setDoubleOptionValue(_highs, "time_limit", limits.Time.TotalSeconds), "the time limit");
        try
        {
            return Run();
        }
        catch (EngineException e) when (e.Code is "ENG006" or "ENG007")
        {
            Require(Highs_clearSolver(_highs), "a new start");
            return Run();
        }
    }

    private LpOutcome Run()
    {
        // A program without rows or columns is nothing that HiGHS solves; without columns each row is 0.
        if (ColumnCount == 0 && RowCount == 0) return new LpOptimal(0, [], [], [], SolveEffort.None);
        var start = Stopwatch.GetTimestamp();
        Require(Highs_zeroAllClocks(_highs), "the clock");
        Highs_run(_highs);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _ = Highs_getIntInfoValue(_highs, "simplex_iteration_count", out var iterations);
        var effort = new SolveEffort(Math.Max(0, iterations) / IterationsPerWork, seconds);
        return Highs_getModelStatus(_highs) switch
        {
            HighsStatus.Optimal => Certified(effort),
            HighsStatus.Infeasible => new LpInfeasible(effort),
            HighsStatus.Unbounded => new LpUnbounded(effort),
            HighsStatus.TimeLimit => new LpStopped(StopReason.TimeLimit, effort),
            HighsStatus.IterationLimit => new LpStopped(StopReason.WorkLimit, effort),
            HighsStatus.Interrupted => new LpStopped(StopReason.Cancelled, effort),
            var status => throw new EngineException("ENG007", $"HiGHS ended with model status {status}"),
        };
    }

    private LpOptimal Certified(SolveEffort effort)
    {
        var (primal, duals) = (new double[ColumnCount], new double[RowCount]);
        Require(Highs_getSolution(_highs, primal, new double[ColumnCount], new double[RowCount], duals), "a question for the solution");
        var reducedCosts = LpCertificate.ReducedCosts(_data, duals);
        if (LpCertificate.FirstFault(_data, primal, duals, reducedCosts) is { } fault)
            throw new EngineException("ENG006", $"the engine's linear solution is wrong: {fault}");
        return new LpOptimal(LpCertificate.Objective(_data, primal), primal, duals, reducedCosts, effort);
    }

    private void SendChanges()
    {
        foreach (var row in _changes.RowBounds)
            Require(Highs_changeRowBounds(_highs, row, _data.RowLower[row], _data.RowUpper[row]), $"the limits of row {row}");
        foreach (var column in _changes.ColumnBounds)
        {
            var status = Highs_changeColBounds(_highs, column, _data.ColumnLower[column], _data.ColumnUpper[column]);
            Require(status, $"the limits of column {column}");
        }

        foreach (var column in _changes.Costs)
            Require(Highs_changeColCost(_highs, column, _data.Cost[column]), $"the cost of column {column}");
        SendRows();
        SendColumns();
        _changes.MarkSent(_data);
    }

    /// <summary>New rows, with what they have in columns that HiGHS knows.</summary>
    private void SendRows()
    {
        var (first, count) = (_changes.SentRows, RowCount - _changes.SentRows);
        if (count == 0) return;
        var known = _changes.SentColumns;
        var (starts, columns, coefficients) = LpEntries.Grouped(
            _data.Entries, _changes.SentEntries, count, e => e.Column < known ? e.Row - first : -1, e => e.Column);
        var status = Highs_addRows(
            _highs, count, Tail(_data.RowLower, first), Tail(_data.RowUpper, first), columns.Length, starts, columns, coefficients);
        Require(status, $"rows {first} to {RowCount - 1}");
    }

    /// <summary>New columns, with all they have: the rows are there by now.</summary>
    private void SendColumns()
    {
        var (first, count) = (_changes.SentColumns, ColumnCount - _changes.SentColumns);
        if (count == 0) return;
        var (starts, rows, coefficients) = LpEntries.Grouped(
            _data.Entries, _changes.SentEntries, count, e => e.Column - first, e => e.Row);
        var status = Highs_addCols(
            _highs, count, Tail(_data.Cost, first), Tail(_data.ColumnLower, first), Tail(_data.ColumnUpper, first), rows.Length, starts,
            rows, coefficients);
        Require(status, $"columns {first} to {ColumnCount - 1}");
    }

    private static double[] Tail(List<double> values, int first) => CollectionsMarshal.AsSpan(values)[first..].ToArray();
}
