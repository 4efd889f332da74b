using Google.OrTools.Sat;
using Google.Protobuf;
using MilMobility.Solvers.MathOptWire;
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
    public async Task A_wrong_answer_is_error_ENG006(string says, long first, long second, double objective, double bound)
    {
        var engine = new LyingEngine(new CpSolverResponse
        {
            Status = CpSolverStatus.Optimal,
            Solution = { first, second },
            ObjectiveValue = objective,
            BestObjectiveBound = bound,
        });

        var wrong = await Assert.ThrowsAsync<EngineException>(() => SolveAsync(engine, hint: false));

        Assert.Equal("ENG006", wrong.Code);
        Assert.Contains(says, wrong.Message);
    }

    /// <summary>Termination reason 1 is optimal; the true optimum is the first column at 3.</summary>
    [Theory]
    [InlineData("breaks a rule", 1, 1, 8, 8)]
    [InlineData("it costs 5", 0, 1, 3, 3)]
    [InlineData("above a solution's cost", 1, 0, 3, 4.9)]
    public async Task A_wrong_answer_of_branch_and_bound_is_error_ENG006(
        string says, double first, double second, double objective, double bound)
    {
        var values = new SparseDoubleVector { Ids = { 0, 1 }, Values = { first, second } };
        var engine = new LyingEngine(new SolveResponse
        {
            Result = new SolveResult
            {
                Termination = new Termination { Reason = 1, ObjectiveBounds = new ObjectiveBounds { DualBound = bound } },
                Solutions =
                {
                    new Solution { PrimalSolution = new PrimalSolution { VariableValues = values, ObjectiveValue = objective } },
                },
            },
        });

        var wrong = await Assert.ThrowsAsync<EngineException>(() => new GscipPoolSolver(engine).SolveAsync(
            Model(hint: false), EngineFixture.Limits, TestContext.Current.CancellationToken));

        Assert.Equal("ENG006", wrong.Code);
        Assert.Contains(says, wrong.Message);
    }

    [Fact]
    public async Task A_model_with_a_solution_for_a_hint_cannot_be_called_infeasible()
    {
        var engine = new LyingEngine(new CpSolverResponse { Status = CpSolverStatus.Infeasible });

        Assert.Equal("ENG006", (await Assert.ThrowsAsync<EngineException>(() => SolveAsync(engine, hint: true))).Code);
    }

    [Fact]
    public async Task An_honest_answer_passes()
    {
        var engine = new LyingEngine(new CpSolverResponse
        {
            Status = CpSolverStatus.Optimal,
            Solution = { 1, 0 },
            ObjectiveValue = 3,
            BestObjectiveBound = 3,
        });

        Assert.Equal(3, Assert.IsType<Optimal<PoolSolution>>(await SolveAsync(engine, hint: true)).Objective);
    }

    private static Task<SolveOutcome<PoolSolution>> SolveAsync(IOrToolsEngine engine, bool hint) =>
        new CpSatPoolSolver(engine).SolveAsync(Model(hint), EngineFixture.Limits, TestContext.Current.CancellationToken);

    private static PoolModel Model(bool hint)
    {
        var builder = new PoolModelBuilder();
        builder.AddExactlyOne([builder.AddColumn(3), builder.AddColumn(5)]);
        if (!hint) return builder.Build();
        builder.SetHint(0, 0);
        builder.SetHint(1, 1);
        return builder.Build();
    }

    private sealed class LyingEngine(IMessage answer) : IOrToolsEngine
    {
        public Task<byte[]?> SolveCpAsync(
            byte[] model, byte[] parameters, TimeSpan timeLimit, CancellationToken cancellation) =>
            Task.FromResult<byte[]?>(answer.ToByteArray());

        public Task<string> ValidateCpAsync(byte[] model) => Task.FromResult("");

        public Task<(EngineSession Session, byte[] Answer)> CreateLpAsync(byte[] request) =>
            throw new InvalidOperationException("not asked in these tests");

        public Task<byte[]?> SolveLpAsync(
            EngineSession session, uint handle, byte[] update, byte[] request, TimeSpan timeLimit,
            CancellationToken cancellation) => throw new InvalidOperationException("not asked in these tests");

        public Task<byte[]?> SolveMipAsync(byte[] request, TimeSpan timeLimit, CancellationToken cancellation) =>
            Task.FromResult<byte[]?>(answer.ToByteArray());

        public Task DeleteLpAsync(EngineSession session, uint handle) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
