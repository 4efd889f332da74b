using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Tests;

public sealed class MixedIntegerTests() : PoolSolverTests(new OrToolsSolvers().MixedInteger)
{
    private readonly ISetPartitioningSolver _cpSat = new OrToolsSolvers().SetPartitioning;

    /// <summary>
    /// A knapsack of 10 with items of weight 4, 5, 7 worth 10, 11, 15 each, at most 2, 1 and 2 of them: the relaxation takes 2 of
    /// weight 4 and 2/5 of weight 5 for 24.4; whole numbers reach 4 + 5 for 21 or 4 + 4 for 20 (7 alone 15). So 21.
    /// </summary>
    [Fact]
    public async Task A_fractional_relaxation_is_branched_to_whole_numbers()
    {
        var builder = new PoolModelBuilder();
        int[] items = [builder.AddVariable(0, 2, -10), builder.AddVariable(0, 1, -11), builder.AddVariable(0, 2, -15)];
        builder.AddAtMost(10, items, [4, 5, 7]);

        var outcome = await Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        var optimal = Assert.IsType<Optimal<PoolSolution>>(outcome);
        Assert.Equal(-21, optimal.Objective);
        Assert.Equal([1, 1, 0], optimal.Solution.Values);
    }

    /// <summary>Six random pools of 8 serials with 6 columns each over 12 cells.</summary>
    [Fact]
    public async Task Branch_and_bound_agrees_with_CP_SAT_on_random_pools()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var model = Instances.RandomPool(seed);

            var mip = await Solver.SolveAsync(model, TestLimits.Ample, TestContext.Current.CancellationToken);
            var cp = await _cpSat.SolveAsync(model, TestLimits.Ample, TestContext.Current.CancellationToken);

            var expected = Assert.IsType<Optimal<PoolSolution>>(cp).Objective;
            Assert.True(mip is Optimal<PoolSolution> { Objective: var found } && found == expected, $"seed {seed}: {mip}");
        }
    }

    [Fact]
    public async Task A_search_ended_by_the_node_limit_says_so_with_a_bound()
    {
        var limits = new SolveLimits(TimeSpan.FromSeconds(60), work: 5, seed: 7);

        var outcome = await Solver.SolveAsync(Instances.MarketSplit(), limits, TestContext.Current.CancellationToken);

        var feasible = Assert.IsType<Feasible<PoolSolution>>(outcome);
        Assert.Equal(StopReason.WorkLimit, feasible.Stop);
        Assert.InRange(feasible.Effort.Work, 1, 6);
        Assert.True(feasible.Bound < feasible.Objective);
    }

    [Fact]
    public async Task A_running_search_that_is_cancelled_answers_with_its_best()
    {
        using var cancel = new CancellationTokenSource();
        var limits = new SolveLimits(TimeSpan.FromMinutes(5), work: 1e9, seed: 1);
        // With a hint there is a solution from the start, however slow the machine is.
        var model = Instances.MarketSplit(hinted: true);
        var solving = Solver.SolveAsync(model, limits, cancel.Token);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await cancel.CancelAsync();
        var feasible = Assert.IsType<Feasible<PoolSolution>>(await solving);

        Assert.Equal(StopReason.Cancelled, feasible.Stop);
        Assert.InRange(feasible.Objective, feasible.Bound, model.ObjectiveOf(model.FeasibleHint()!));
    }

    /// <summary>In units of their divisor 10^6 the costs are 3,000,000,007 and 1 more: 10 digits, beyond what 1e-9 tells apart.</summary>
    [Fact]
    public async Task A_cost_that_doubles_cannot_tell_apart_is_not_called_proven()
    {
        const long cost = 3_000_000_007_000_000;
        var builder = new PoolModelBuilder();
        builder.AddExactlyOne([builder.AddColumn(cost), builder.AddColumn(cost + 1_000_000)]);

        var outcome = await Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        var feasible = Assert.IsType<Feasible<PoolSolution>>(outcome);
        Assert.Equal(StopReason.Precision, feasible.Stop);
        Assert.InRange(feasible.Bound, cost - 10_000_000, cost - 1_000_000);
    }

    [Fact]
    public async Task A_cost_without_a_double_of_its_own_is_refused()
    {
        var builder = new PoolModelBuilder();
        builder.AddExactlyOne([builder.AddColumn((1L << 53) + 1), builder.AddColumn(1)]);

        var refused = await Assert.ThrowsAsync<EngineException>(() => Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken));

        Assert.Equal("ENG005", refused.Code);
        Assert.Contains("variable 0", refused.Message);
    }
}
