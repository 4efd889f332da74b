using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Tests;

/// <summary>An engine that lies must be found out. The model: choose exactly one of two columns, at 3 and 5.</summary>
public sealed class VerificationTests
{
    [Theory]
    [InlineData("breaks a rule", 1, 1, 8, 8)]
    [InlineData("it costs 5", 0, 1, 3, 3)]
    [InlineData("above a solution's cost", 1, 0, 3, 4)]
    public void A_wrong_answer_is_error_ENG006(string says, long first, long second, double objective, double bound)
    {
        var wrong = Assert.Throws<EngineException>(() => Outcome(hint: false, new CpSolverResponse
        {
            Status = CpSolverStatus.Optimal,
            Solution = { first, second },
            ObjectiveValue = objective,
            BestObjectiveBound = bound,
        }));

        Assert.Equal("ENG006", wrong.Code);
        Assert.Contains(says, wrong.Message);
    }

    [Theory]
    [InlineData("breaks a rule", 1, 1, 8, 8)]
    [InlineData("it costs 5", 0, 1, 3, 3)]
    [InlineData("above a solution's cost", 1, 0, 3, 4.9)]
    public void A_wrong_answer_of_branch_and_bound_is_error_ENG006(
        string says, double first, double second, double objective, double bound)
    {
        var answer = new MipAnswer(
            Solver.ResultStatus.OPTIMAL, [first, second], objective, bound, IsCancelled: false, SolveEffort.None);

        var wrong = Assert.Throws<EngineException>(() => ScipPoolSolver.Outcome(Model(hint: false), costUnit: 1, answer, TestLimits.Ample));

        Assert.Equal("ENG006", wrong.Code);
        Assert.Contains(says, wrong.Message);
    }

    [Fact]
    public void A_model_with_a_solution_for_a_hint_cannot_be_called_infeasible()
    {
        var cp = Assert.Throws<EngineException>(() => Outcome(hint: true, new CpSolverResponse { Status = CpSolverStatus.Infeasible }));
        var mip = Assert.Throws<EngineException>(() => ScipPoolSolver.Outcome(
            Model(hint: true), 1, new MipAnswer(Solver.ResultStatus.INFEASIBLE, null, 0, 0, false, SolveEffort.None), TestLimits.Ample));

        Assert.Equal(("ENG006", "ENG006"), (cp.Code, mip.Code));
    }

    [Fact]
    public void An_honest_answer_passes()
    {
        var outcome = Outcome(hint: true, new CpSolverResponse
        {
            Status = CpSolverStatus.Optimal,
            Solution = { 1, 0 },
            ObjectiveValue = 3,
            BestObjectiveBound = 3,
        });

        Assert.Equal(3, Assert.IsType<Optimal<PoolSolution>>(outcome).Objective);
    }

    private static SolveOutcome<PoolSolution> Outcome(bool hint, CpSolverResponse response)
    {
        var model = Model(hint);
        return CpSatPoolSolver.Outcome(
            model, CpSat.Read(CpSatPoolSolver.Encode(model), response, TestLimits.Ample, isCancelled: false));
    }

    private static PoolModel Model(bool hint)
    {
        var builder = new PoolModelBuilder();
        builder.AddExactlyOne([builder.AddColumn(3), builder.AddColumn(5)]);
        if (!hint) return builder.Build();
        builder.SetHint(0, 0);
        builder.SetHint(1, 1);
        return builder.Build();
    }
}
