using Google.OrTools.Sat;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Pools;

/// <summary>
/// <see cref="ISetPartitioningSolver"/> by CP-SAT, one worker. Exactly-one and at-most-one rows over 0-1 variables are
/// passed on as such (they are what CP-SAT propagates and cuts best); every other row is linear. Each solution is checked
/// and priced here; a wrong one is error ENG006. Thread-safe; solves on one engine queue.
/// </summary>
public sealed class CpSatPoolSolver(IOrToolsEngine engine) : ISetPartitioningSolver
{
    public async Task<SolveOutcome<PoolSolution>> SolveAsync(
        PoolModel model, SolveLimits limits, CancellationToken cancellation)
    {
        var hint = model.FeasibleHint();
        var answer = await CpSat.SolveAsync(engine, Encode(model), limits, cancellation);
        if (answer.Values is { } values) Verify(model, values, answer);
        var (best, proven) = Better(model, answer, hint);
        if (best is not null)
        {
            var objective = model.ObjectiveOf(best);
            return proven || answer.Bound == objective
                ? new Optimal<PoolSolution>(new PoolSolution(best), objective, answer.Effort)
                : new Feasible<PoolSolution>(
                    new PoolSolution(best), objective, answer.Bound, answer.Stop, answer.Effort);
        }

        return answer.Status == CpStatus.Infeasible
            ? new Infeasible<PoolSolution>(answer.Effort)
            : new NoSolution<PoolSolution>(answer.Bound, answer.Stop, answer.Effort);
    }

    /// <summary>The cheaper of the engine's solution and the hint: a limit may end the search before it has read the hint.</summary>
    private static (long[]? Values, bool Proven) Better(PoolModel model, CpAnswer answer, long[]? hint)
    {
        if (hint is null || answer.Status == CpStatus.Optimal) return (answer.Values, answer.Status == CpStatus.Optimal);
        if (answer.Status == CpStatus.Infeasible)
            throw new EngineException("ENG006", "the engine calls a model infeasible whose hint is a solution");
        var isBetter = answer.Values is { } values && model.ObjectiveOf(values) <= model.ObjectiveOf(hint);
        return (isBetter ? answer.Values : hint, false);
    }

    private static void Verify(PoolModel model, long[] values, CpAnswer answer)
    {
        if (model.FirstViolation(values) is { } violation)
            throw new EngineException("ENG006", $"the engine's solution is wrong: {violation}");
        var objective = model.ObjectiveOf(values);
        if (!CpSat.Agrees(answer.Objective, objective))
            throw new EngineException("ENG006", $"the engine prices its solution {answer.Objective:R}; it costs {objective}");
        if (answer.Bound > objective)
            throw new EngineException("ENG006", $"the engine's bound {answer.Bound} is above its solution's cost {objective}");
    }

    private static CpModelProto Encode(PoolModel model)
    {
        var proto = new CpModelProto { Objective = new CpObjectiveProto() };
        for (var j = 0; j < model.VariableCount; j++)
        {
            proto.Variables.Add(new IntegerVariableProto { Domain = { model.VariableLower[j], model.VariableUpper[j] } });
            if (model.Cost[j] == 0) continue;
            proto.Objective.Vars.Add(j);
            proto.Objective.Coeffs.Add(model.Cost[j]);
        }

        for (var i = 0; i < model.RowCount; i++) proto.Constraints.Add(EncodeRow(model, i));

        for (var j = 0; j < model.VariableCount; j++)
        {
            if (model.Hint[j] is not { } value) continue;
            proto.SolutionHint ??= new PartialVariableAssignment();
            proto.SolutionHint.Vars.Add(j);
            proto.SolutionHint.Values.Add(value);
        }

        return proto;
    }

    private static ConstraintProto EncodeRow(PoolModel model, int row)
    {
        var entries = model.RowStart[row]..model.RowStart[row + 1];
        var variables = model.EntryVariable.AsSpan(entries);
        var coefficients = model.EntryCoefficient.AsSpan(entries);
        var (lower, upper) = (model.RowLower[row], model.RowUpper[row]);
        if (upper == 1 && lower <= 1 && coefficients.IndexOfAnyExcept(1L) < 0 && AreBinary(model, variables))
        {
            var literals = new BoolArgumentProto();
            foreach (var variable in variables) literals.Literals.Add(variable);
            if (lower == 1) return new ConstraintProto { ExactlyOne = literals };
            return new ConstraintProto { AtMostOne = literals };
        }

        var linear = new LinearConstraintProto { Domain = { lower, upper } };
        foreach (var variable in variables) linear.Vars.Add(variable);
        foreach (var coefficient in coefficients) linear.Coeffs.Add(coefficient);
        return new ConstraintProto { Linear = linear };
    }

    private static bool AreBinary(PoolModel model, ReadOnlySpan<int> variables)
    {
        foreach (var variable in variables)
        {
            if (model.VariableLower[variable] != 0 || model.VariableUpper[variable] != 1) return false;
        }

        return true;
    }
}
