using Google.OrTools.Sat;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Pools;

/// <summary>
/// <see cref="ISetPartitioningSolver"/> by CP-SAT, one worker. Exactly-one and at-most-one rows over 0-1 variables are
/// passed on as such (they are what CP-SAT propagates and cuts best); every other row is linear. Each solution is checked
/// and priced here; a wrong one is error ENG006. Thread-safe.
/// </summary>
/// <param name="presolve">Whether to shrink the model first, for models with much to derive, such as flow rows.</param>
public sealed class CpSatPoolSolver(bool presolve = false) : ISetPartitioningSolver
{
    public async Task<SolveOutcome<PoolSolution>> SolveAsync(
        PoolModel model, SolveLimits limits, CancellationToken cancellation)
    {
        // Pools come in their tight form. Presolve, probing above all, spent 3 units of work on 900 columns without reaching the search;
        // without it the optimum is proved in 0.1.
        var answer = await CpSat.SolveAsync(Encode(model), limits, presolve, cancellation);
        return Outcome(model, answer);
    }

    internal static SolveOutcome<PoolSolution> Outcome(PoolModel model, CpAnswer answer) =>
        CpOutcome.Of(
            answer,
            values => new PoolSolution(values),
            solution => model.FirstViolation(solution.Values),
            solution => model.ObjectiveOf(solution.Values),
            model.FeasibleHint() is { } hint ? new PoolSolution(hint) : null);

    internal static CpModelProto Encode(PoolModel model)
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
