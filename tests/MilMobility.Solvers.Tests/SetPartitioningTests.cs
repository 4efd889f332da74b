using MilMobility.Solvers.Pools;

namespace MilMobility.Solvers.Tests;

public sealed class SetPartitioningTests() : PoolSolverTests(new OrToolsSolvers().SetPartitioning)
{
    [Fact]
    public async Task Costs_in_micro_euros_are_exact_beyond_the_precision_of_a_double()
    {
        // 2^53 + 1 has no double of its own.
        const long cost = (1L << 53) + 1;
        var builder = new PoolModelBuilder();
        builder.AddExactlyOne([builder.AddColumn(cost), builder.AddColumn(cost + 1)]);

        var outcome = await Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        Assert.Equal(cost, Assert.IsType<Optimal<PoolSolution>>(outcome).Objective);
    }

    [Fact]
    public async Task A_search_ended_by_the_work_limit_says_so_and_repeats_itself()
    {
        var limits = new SolveLimits(TimeSpan.FromSeconds(60), work: 0.2, seed: 7);
        var model = Instances.MarketSplit();

        var first = await Solver.SolveAsync(model, limits, TestContext.Current.CancellationToken);
        var second = await Solver.SolveAsync(model, limits, TestContext.Current.CancellationToken);

        var a = Assert.IsType<Feasible<PoolSolution>>(first);
        var b = Assert.IsType<Feasible<PoolSolution>>(second);
        Assert.Equal(StopReason.WorkLimit, a.Stop);
        Assert.InRange(a.Effort.Work, 0.15, 0.35);
        Assert.Equal(a.Effort.Work, b.Effort.Work);
        Assert.Equal(a.Solution.Values, b.Solution.Values);
        Assert.Equal(a.Bound, b.Bound);
        Assert.True(a.Bound <= a.Objective);
    }

    [Fact]
    public void A_model_that_cannot_be_meant_is_refused_at_the_call_that_makes_it()
    {
        var builder = new PoolModelBuilder();
        var column = builder.AddColumn(1);

        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => builder.AddExactlyOne([column, column])).Message);
        Assert.Contains("variable 7", Assert.Throws<ArgumentException>(() => builder.AddAtMostOne([7])).Message);
        Assert.Contains("empty", Assert.Throws<ArgumentException>(() => builder.AddVariable(2, 1, 0)).Message);
        Assert.Contains("beyond", Assert.Throws<ArgumentException>(() => builder.AddSlack(1L << 40, 1L << 40)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SolveLimits(TimeSpan.FromSeconds(1), double.PositiveInfinity, 0));
    }
}
