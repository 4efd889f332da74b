using Google.Protobuf;
using MilMobility.Solvers.MathOptWire;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Linear;

/// <summary>
/// <see cref="ILinearProgram"/> by MathOpt's incremental GLOP: primal simplex, presolve off (as fast as native CLP on
/// column generation; benchmarks in engine/README.md). After the engine was lost the program is sent again with the last
/// basis, once; an answer that fails its certificate, or that GLOP itself calls imprecise, is asked for again from
/// scratch, once. One program lives in one engine process.
/// </summary>
public sealed class GlopLinearProgram(IOrToolsEngine engine) : ILinearProgram
{
    /// <summary>Share of the time limit from which on a stop is put down to it; GLOP does not say which limit it met.</summary>
    private const double TimeLimitShare = 0.98;

    private enum Termination { Optimal = 1, Infeasible = 2, Unbounded = 3, NoSolutionFound = 6, Feasible = 9 }

    private readonly LpData _data = new();
    private readonly LpChanges _changes = new();
    private (EngineSession Session, uint Handle)? _solver;
    private LpBasis? _basis;
    private bool _startFromBasis;

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

    public async Task<LpOutcome> SolveAsync(SolveLimits limits, CancellationToken cancellation)
    {
        try
        {
            return await SolveOnceAsync(limits, cancellation);
        }
        catch (EngineLostException) when (!cancellation.IsCancellationRequested)
        {
            _solver = null;
        }
        catch (EngineException e) when (e.Code is "ENG006" or "ENG007")
        {
            await ForgetAsync();
            _basis = null;
        }

        return await SolveOnceAsync(limits, cancellation);
    }

    public async ValueTask DisposeAsync() => await ForgetAsync();

    private static void RequireIndex(string what, int index, int count)
    {
        if (index < 0 || index >= count) throw new ArgumentException($"{what} {index}; must be 0 to {count - 1}");
    }

    private async Task ForgetAsync()
    {
        if (_solver is not { } solver) return;
        _solver = null;
        await engine.DeleteLpAsync(solver.Session, solver.Handle);
    }

    private async Task<LpOutcome> SolveOnceAsync(SolveLimits limits, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return new LpStopped(StopReason.Cancelled, SolveEffort.None);
        var solver = _solver ?? await CreateAsync();
        var update = _changes.HasAny(_data) ? LpWire.Update(_data, _changes).ToByteArray() : [];
        var request = LpWire.Solve(limits, _startFromBasis ? _basis : null);
        var bytes = await engine.SolveLpAsync(
            solver.Session, solver.Handle, update, request.ToByteArray(), limits.Time, cancellation);
        if (bytes is null) return new LpStopped(StopReason.Cancelled, SolveEffort.None);

        var result = await ResultOfAsync(SolveResponse.Parser.ParseFrom(bytes));
        _changes.MarkSent(_data);
        _startFromBasis = false;
        return Read(result, limits, cancellation);
    }

    private async Task<(EngineSession Session, uint Handle)> CreateAsync()
    {
        var (session, bytes) = await engine.CreateLpAsync(LpWire.Create(_data).ToByteArray());
        var response = SolveResponse.Parser.ParseFrom(bytes);
        RequireAccepted(response);
        var solver = (session, uint.Parse(response.Messages[0]));
        _solver = solver;
        _basis = Extended(_basis);
        _startFromBasis = _basis is not null;
        _changes.MarkSent(_data);
        return solver;
    }

    private async Task<SolveResult> ResultOfAsync(SolveResponse response)
    {
        try
        {
            RequireAccepted(response);
            return response.Result;
        }
        catch (EngineException)
        {
            // What a refused update leaves behind is unknown; the next solve starts from our own copy.
            await ForgetAsync();
            throw;
        }
    }

    private static void RequireAccepted(SolveResponse response)
    {
        if (response.Status is { Code: not 0 } status)
            throw new EngineException("ENG005", $"MathOpt refuses the model: {status.Message} (status {status.Code})");
    }

    private LpOutcome Read(SolveResult result, SolveLimits limits, CancellationToken cancellation)
    {
        var effort = new SolveEffort(LpWire.WorkOf(result), LpWire.SecondsOf(result));
        var solution = result.Solutions.FirstOrDefault();
        if (solution?.Basis is { } basis) _basis = LpWire.BasisOf(basis, ColumnCount, RowCount);
        switch ((Termination)result.Termination.Reason)
        {
            case Termination.Optimal:
                return Certified(solution!, effort);
            case Termination.Infeasible:
                return new LpInfeasible(effort);
            case Termination.Unbounded:
                return new LpUnbounded(effort);
            case Termination.NoSolutionFound or Termination.Feasible:
                var stop = cancellation.IsCancellationRequested ? StopReason.Cancelled
                    : effort.WallSeconds >= TimeLimitShare * limits.Time.TotalSeconds ? StopReason.TimeLimit
                    : StopReason.WorkLimit;
                return new LpStopped(stop, effort);
            default:
                throw new EngineException(
                    "ENG007", $"GLOP ended for reason {result.Termination.Reason}: {result.Termination.Detail}");
        }
    }

    private LpOptimal Certified(Solution solution, SolveEffort effort)
    {
        var primal = LpWire.Dense(solution.PrimalSolution.VariableValues, ColumnCount);
        var duals = LpWire.Dense(solution.DualSolution.DualValues, RowCount);
        var reducedCosts = LpCertificate.ReducedCosts(_data, duals);
        if (LpCertificate.FirstFault(_data, primal, duals, reducedCosts) is { } fault)
            throw new EngineException("ENG006", $"the engine's linear solution is wrong: {fault}");
        return new LpOptimal(LpCertificate.Objective(_data, primal), primal, duals, reducedCosts, _basis!, effort);
    }

    /// <summary>The basis with columns added since outside it and rows added since in it.</summary>
    private LpBasis? Extended(LpBasis? basis)
    {
        if (basis is null) return null;
        var columns = new LpStatus[ColumnCount];
        for (var j = 0; j < columns.Length; j++)
            columns[j] = j < basis.Columns.Length ? basis.Columns[j] : Outside(_data.ColumnLower[j], _data.ColumnUpper[j]);
        var rows = new LpStatus[RowCount];
        for (var i = 0; i < rows.Length; i++) rows[i] = i < basis.Rows.Length ? basis.Rows[i] : LpStatus.Basic;
        return new LpBasis(columns, rows);
    }

    private static LpStatus Outside(double lower, double upper) =>
        lower == upper ? LpStatus.Fixed
        : double.IsFinite(lower) ? LpStatus.AtLower
        : double.IsFinite(upper) ? LpStatus.AtUpper
        : LpStatus.Free;
}
