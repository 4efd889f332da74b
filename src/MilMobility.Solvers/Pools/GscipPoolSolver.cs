using Google.Protobuf;
using MilMobility.Solvers.Linear;
using MilMobility.Solvers.MathOptWire;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Pools;

/// <summary>
/// <see cref="ISetPartitioningSolver"/> by SCIP through MathOpt: branch and bound on the linear relaxation, one thread. It is the
/// second opinion beside <see cref="CpSatPoolSolver"/>, stronger where the relaxation is tight and weaker where rows only exclude.
/// A unit of work is one branch-and-bound node. Each solution is rounded to integers, then checked and priced here; a wrong
/// one is error ENG006. SCIP computes in doubles: numbers of the model must be below 2^53 in size once the costs' common
/// divisor is taken out (ENG005), and a bound counts after its rounding error, a relative 1e-9, is taken off, so that costs
/// beyond some 1e9 units end as <see cref="Feasible{T}"/> with <see cref="StopReason.Precision"/> instead of proven.
/// Thread-safe; solves on one engine queue.
/// </summary>
public sealed class GscipPoolSolver(IOrToolsEngine engine) : ISetPartitioningSolver
{
    /// <summary>SCIP tells numbers apart by this share of their size.</summary>
    private const double RelativeError = 1e-9;

    private const double AbsoluteError = 1e-3;

    private enum Termination { Optimal = 1, Infeasible = 2, NoSolutionFound = 6, Feasible = 9 }

    public async Task<SolveOutcome<PoolSolution>> SolveAsync(
        PoolModel model, SolveLimits limits, CancellationToken cancellation)
    {
        var costUnit = MipWire.CostUnit(model);
        if (MipWire.FirstInexact(model, costUnit) is { } inexact)
            throw new EngineException("ENG005", $"a mixed-integer solve computes in doubles, and {inexact} has none of its own");
        var hint = model.FeasibleHint();
        var request = MipWire.Solve(model, costUnit, limits).ToByteArray();
        var bytes = await engine.SolveMipAsync(request, limits.Time, cancellation);
        if (bytes is null) return Cancelled(model, hint);

        var response = SolveResponse.Parser.ParseFrom(bytes);
        if (response.Status is { Code: not 0 } status)
            throw new EngineException("ENG005", $"MathOpt refuses the model: {status.Message} (status {status.Code})");
        return Read(model, costUnit, response.Result, hint, limits, cancellation.IsCancellationRequested);
    }

    private static SolveOutcome<PoolSolution> Cancelled(PoolModel model, long[]? hint)
    {
        var bound = model.LeastCost();
        return hint is null
            ? new NoSolution<PoolSolution>(bound, StopReason.Cancelled, SolveEffort.None)
            : new Feasible<PoolSolution>(
                new PoolSolution(hint), model.ObjectiveOf(hint), bound, StopReason.Cancelled, SolveEffort.None);
    }

    private static SolveOutcome<PoolSolution> Read(
        PoolModel model, long costUnit, SolveResult result, long[]? hint, SolveLimits limits, bool cancelled)
    {
        var effort = new SolveEffort(result.SolveStats?.NodeCount ?? 0, LpWire.SecondsOf(result));
        var reason = (Termination)result.Termination.Reason;
        if (!Enum.IsDefined(reason))
            throw new EngineException("ENG007", $"SCIP ended for reason {result.Termination.Reason}: {result.Termination.Detail}");
        if (reason == Termination.Infeasible)
        {
            if (hint is not null) throw Wrong("a model is called infeasible whose hint is a solution");
            return new Infeasible<PoolSolution>(effort);
        }

        var best = BestOf(model, costUnit, result, hint);
        var bound = BoundOf(model, costUnit, result);
        var stop = cancelled ? StopReason.Cancelled
            : reason == Termination.Optimal ? StopReason.Precision
            : effort.WallSeconds < 0.98 * limits.Time.TotalSeconds ? StopReason.WorkLimit
            : StopReason.TimeLimit;
        if (best is null) return new NoSolution<PoolSolution>(bound, stop, effort);

        var objective = model.ObjectiveOf(best);
        if (bound > objective) throw Wrong($"the bound {bound} is above a solution's cost {objective}");
        var solution = new PoolSolution(best);
        return bound == objective
            ? new Optimal<PoolSolution>(solution, objective, effort)
            : new Feasible<PoolSolution>(solution, objective, bound, stop, effort);
    }

    /// <summary>The cheapest of SCIP's solutions and the hint, each integer and checked; null when there is none.</summary>
    private static long[]? BestOf(PoolModel model, long costUnit, SolveResult result, long[]? hint)
    {
        var best = hint;
        foreach (var stated in result.Solutions)
        {
            if (stated.PrimalSolution is not { } primal) continue;
            var values = MipWire.Rounded(primal.VariableValues, model.VariableCount);
            if (model.FirstViolation(values) is { } violation) throw Wrong($"its solution breaks a rule: {violation}");
            var objective = model.ObjectiveOf(values);
            var inUnits = objective / costUnit;
            if (Math.Abs(primal.ObjectiveValue - inUnits) > Math.Max(0.5, 1e-6 * Math.Abs((double)inUnits)))
                throw Wrong($"it prices its solution {primal.ObjectiveValue:R} units of {costUnit}; it costs {objective}");
            if (best is null || objective < model.ObjectiveOf(best)) best = values;
        }

        return best;
    }

    private static long BoundOf(PoolModel model, long costUnit, SolveResult result)
    {
        var least = model.LeastCost();
        var stated = result.Termination.ObjectiveBounds?.DualBound ?? double.NegativeInfinity;
        if (!double.IsFinite(stated) || Math.Abs(stated) > 4e18 / costUnit) return least;
        var units = (long)Math.Ceiling(stated - AbsoluteError - RelativeError * Math.Abs(stated));
        return Math.Max(least, units * costUnit);
    }

    private static EngineException Wrong(string what) => new("ENG006", $"the engine's answer is wrong: {what}");
}
