using System.Globalization;
using Google.OrTools.LinearSolver;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Pools;

/// <summary>
/// <see cref="ISetPartitioningSolver"/> by SCIP: branch and bound on the linear relaxation, one thread. It is the
/// second opinion beside <see cref="CpSatPoolSolver"/>, stronger where the relaxation is tight and weaker where rows only exclude.
/// A unit of work is one branch-and-bound node. Each solution is rounded to integers, then checked and priced here; a wrong
/// one is error ENG006. SCIP computes in doubles: numbers of the model must be below 2^53 in size once the costs' common
/// divisor is taken out (ENG005), and a bound counts after its rounding error, a relative 1e-9, is taken off, so that costs
/// beyond some 1e9 units end as <see cref="Feasible{T}"/> with <see cref="StopReason.Precision"/> instead of proven.
/// Thread-safe.
/// </summary>
public sealed class ScipPoolSolver : ISetPartitioningSolver
{
    /// <summary>SCIP tells numbers apart by this share of their size.</summary>
    private const double RelativeError = 1e-9;

    private const double AbsoluteError = 1e-3;

    public Task<SolveOutcome<PoolSolution>> SolveAsync(PoolModel model, SolveLimits limits, CancellationToken cancellation)
    {
        var costUnit = DoublePrecision.CostUnit(model);
        if (DoublePrecision.FirstInexact(model, costUnit) is { } inexact)
            throw new EngineException("ENG005", $"a mixed-integer solve computes in doubles, and {inexact} has none of its own");
        return NativeRun.StartAsync(() => cancellation.IsCancellationRequested
            ? Cancelled(model)
            : Outcome(model, costUnit, Solve(model, costUnit, limits, cancellation), limits));
    }

    /// <summary>Turns SCIP's answer into an outcome; nothing in it is believed that can be recomputed.</summary>
    /// <exception cref="EngineException">ENG006: the solution, its cost, a bound or a proof is wrong.</exception>
    internal static SolveOutcome<PoolSolution> Outcome(PoolModel model, long costUnit, MipAnswer answer, SolveLimits limits)
    {
        var hint = model.FeasibleHint();
        if (answer.Status == Solver.ResultStatus.INFEASIBLE)
        {
            if (hint is not null) throw Wrong("a model is called infeasible whose hint is a solution");
            return new Infeasible<PoolSolution>(answer.Effort);
        }

        var best = BestOf(model, costUnit, answer, hint);
        var bound = BoundOf(model, costUnit, answer.Bound);
        var stop = answer.IsCancelled ? StopReason.Cancelled
            : answer.Status == Solver.ResultStatus.OPTIMAL ? StopReason.Precision
            : answer.Effort.WallSeconds < 0.98 * limits.Time.TotalSeconds ? StopReason.WorkLimit
            : StopReason.TimeLimit;
        if (best is null) return new NoSolution<PoolSolution>(bound, stop, answer.Effort);

        var objective = model.ObjectiveOf(best);
        if (bound > objective) throw Wrong($"the bound {bound} is above a solution's cost {objective}");
        var solution = new PoolSolution(best);
        return bound == objective
            ? new Optimal<PoolSolution>(solution, objective, answer.Effort)
            : new Feasible<PoolSolution>(solution, objective, bound, stop, answer.Effort);
    }

    private static SolveOutcome<PoolSolution> Cancelled(PoolModel model)
    {
        var bound = model.LeastCost();
        return model.FeasibleHint() is not { } hint
            ? new NoSolution<PoolSolution>(bound, StopReason.Cancelled, SolveEffort.None)
            : new Feasible<PoolSolution>(
                new PoolSolution(hint), model.ObjectiveOf(hint), bound, StopReason.Cancelled, SolveEffort.None);
    }

    private static MipAnswer Solve(PoolModel model, long costUnit, SolveLimits limits, CancellationToken cancellation)
    {
        using var solver = Solver.CreateSolver("SCIP")
            ?? throw new EngineException("ENG007", "this build of OR-Tools has no SCIP");
        var variables = Load(solver, model, costUnit);
        var nodes = (long)Math.Ceiling(Math.Min(limits.Work, 1e15));
        var isAccepted = solver.SetSolverSpecificParametersAsString(string.Create(
            CultureInfo.InvariantCulture, $"limits/nodes = {nodes}\nlimits/gap = 0\nrandomization/randomseedshift = {limits.Seed}"));
        if (!isAccepted) throw new EngineException("ENG007", "SCIP refuses its limits");
        solver.SetTimeLimit((long)Math.Ceiling(limits.Time.TotalMilliseconds));
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        using var stop = cancellation.Register(() => solver.InterruptSolve());
        var status = solver.Solve(parameters);
        var effort = new SolveEffort(solver.Nodes(), solver.WallTime() / 1e3);
        return status switch
        {
            Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE => new MipAnswer(
                status, Array.ConvertAll(variables, v => v.SolutionValue()), solver.Objective().Value(), solver.Objective().BestBound(),
                cancellation.IsCancellationRequested, effort),
            Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.NOT_SOLVED => new MipAnswer(
                status, null, double.NaN, solver.Objective().BestBound(), cancellation.IsCancellationRequested, effort),
            _ => throw new EngineException("ENG007", $"SCIP ended with status {status}"),
        };
    }

    private static Variable[] Load(Solver solver, PoolModel model, long costUnit)
    {
        var objective = solver.Objective();
        var variables = new Variable[model.VariableCount];
        for (var j = 0; j < variables.Length; j++)
        {
            variables[j] = solver.MakeIntVar(model.VariableLower[j], model.VariableUpper[j], "");
            if (model.Cost[j] != 0) objective.SetCoefficient(variables[j], model.Cost[j] / costUnit);
        }

        for (var i = 0; i < model.RowCount; i++)
        {
            var row = solver.MakeConstraint(
                model.RowLower[i] == long.MinValue ? double.NegativeInfinity : model.RowLower[i],
                model.RowUpper[i] == long.MaxValue ? double.PositiveInfinity : model.RowUpper[i], "");
            for (var e = model.RowStart[i]; e < model.RowStart[i + 1]; e++)
                row.SetCoefficient(variables[model.EntryVariable[e]], model.EntryCoefficient[e]);
        }

        var hinted = Enumerable.Range(0, variables.Length).Where(j => model.Hint[j] is not null).ToArray();
        if (hinted.Length > 0)
        {
            using var vector = new MPVariableVector(hinted.Select(j => variables[j]));
            solver.SetHint(vector, [.. hinted.Select(j => (double)model.Hint[j]!.Value)]);
        }

        return variables;
    }

    /// <summary>The cheaper of SCIP's solution and the hint, integer and checked; null when there is none.</summary>
    private static long[]? BestOf(PoolModel model, long costUnit, MipAnswer answer, long[]? hint)
    {
        if (answer.Values is null) return hint;
        var values = Array.ConvertAll(answer.Values, v => (long)Math.Round(v));
        if (model.FirstViolation(values) is { } violation) throw Wrong($"its solution breaks a rule: {violation}");
        var objective = model.ObjectiveOf(values);
        var inUnits = objective / costUnit;
        if (Math.Abs(answer.Objective - inUnits) > Math.Max(0.5, 1e-6 * Math.Abs((double)inUnits)))
            throw Wrong($"it prices its solution {answer.Objective:R} units of {costUnit}; it costs {objective}");
        return hint is not null && model.ObjectiveOf(hint) < objective ? hint : values;
    }

    private static long BoundOf(PoolModel model, long costUnit, double stated)
    {
        var least = model.LeastCost();
        if (!double.IsFinite(stated) || Math.Abs(stated) > 4e18 / costUnit) return least;
        var units = (long)Math.Ceiling(stated - AbsoluteError - RelativeError * Math.Abs(stated));
        return Math.Max(least, units * costUnit);
    }

    private static EngineException Wrong(string what) => new("ENG006", $"the engine's answer is wrong: {what}");
}

/// <summary>What SCIP said.</summary>
/// <param name="Status">Status.</param>
/// <param name="Values">Length: variables of the model; null without a solution.</param>
/// <param name="Objective">Its own figure for the solution's cost, in units of the costs' common divisor.</param>
/// <param name="Bound">Lower bound in the same units; any value that is not finite says nothing.</param>
/// <param name="IsCancelled">Whether the solve was cancelled before it ended.</param>
/// <param name="Effort">Branch-and-bound nodes and seconds.</param>
internal sealed record MipAnswer(
    Solver.ResultStatus Status, double[]? Values, double Objective, double Bound, bool IsCancelled, SolveEffort Effort);
