using MilMobility.Solvers.Pools;

namespace MilMobility.Solvers.Tests;

/// <summary>What every solver of pools must do; one class per solver derives from it.</summary>
public abstract class PoolSolverTests(ISetPartitioningSolver solver)
{
    protected ISetPartitioningSolver Solver { get; } = solver;

    /// <summary>
    /// Three serials, each with a fast column (cost 5, uses 2 of one hour cell) and a slow one (cost 9, uses nothing).
    /// The cell has 2 free and a band of 2 at price 1. Fast columns: one 5+9+9 = 23; two 5+5+9 + 2 of the band = 21;
    /// three would use 6 of 4. So 21.
    /// </summary>
    protected static PoolModel ThreeSerialsAndOneCell(bool hintSlow)
    {
        var builder = new PoolModelBuilder();
        var fast = new int[3];
        for (var k = 0; k < 3; k++)
        {
            fast[k] = builder.AddColumn(cost: 5);
            var slow = builder.AddColumn(cost: 9);
            var unmoved = builder.AddColumn(cost: 1_000);
            builder.AddExactlyOne([fast[k], slow, unmoved]);
            if (!hintSlow) continue;
            builder.SetHint(fast[k], 0);
            builder.SetHint(slow, 1);
            builder.SetHint(unmoved, 0);
        }

        var band = builder.AddSlack(width: 2, costPerUnit: 1);
        builder.AddAtMost(2, [.. fast, band], [2, 2, 2, -1]);
        if (hintSlow) builder.SetHint(band, 0);
        return builder.Build();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Price_bands_are_bought_while_they_pay(bool hintSlow)
    {
        var outcome = await Solver.SolveAsync(
            ThreeSerialsAndOneCell(hintSlow), TestLimits.Ample, TestContext.Current.CancellationToken);

        var optimal = Assert.IsType<Optimal<PoolSolution>>(outcome);
        Assert.Equal(21, optimal.Objective);
        Assert.Equal(2, new[] { 0, 3, 6 }.Count(optimal.Solution.IsChosen));
    }

    /// <summary>
    /// Duals u = (2, 3, 1, 4), v = (3, 0, 0, 0) satisfy u_i + v_j at most c_ij and sum to 13; the assignment
    /// 1-2, 2-1, 3-3, 4-4 costs 2 + 6 + 1 + 4 = 13. So both are best.
    /// </summary>
    [Fact]
    public async Task An_assignment_of_four_costs_13()
    {
        int[,] costs = { { 9, 2, 7, 8 }, { 6, 4, 3, 7 }, { 5, 8, 1, 8 }, { 7, 6, 9, 4 } };
        var builder = new PoolModelBuilder();
        for (var i = 0; i < 16; i++) builder.AddColumn(costs[i / 4, i % 4]);
        for (var i = 0; i < 4; i++)
        {
            builder.AddExactlyOne([4 * i, 4 * i + 1, 4 * i + 2, 4 * i + 3]);
            builder.AddExactlyOne([i, 4 + i, 8 + i, 12 + i]);
        }

        var outcome = await Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        var optimal = Assert.IsType<Optimal<PoolSolution>>(outcome);
        Assert.Equal(13, optimal.Objective);
        Assert.All(new[] { 1, 4, 10, 15 }, chosen => Assert.True(optimal.Solution.IsChosen(chosen)));
    }

    [Fact]
    public async Task Columns_that_exclude_each_other_are_not_chosen_together()
    {
        // Two serials, fast at 1 and slow at 4; the fast ones meet on a single track: 1 + 4 = 5.
        var builder = new PoolModelBuilder();
        int fast1 = builder.AddColumn(1), slow1 = builder.AddColumn(4), fast2 = builder.AddColumn(1), slow2 = builder.AddColumn(4);
        builder.AddExactlyOne([fast1, slow1]);
        builder.AddExactlyOne([fast2, slow2]);
        builder.AddAtMostOne([fast1, fast2]);

        var outcome = await Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        Assert.Equal(5, Assert.IsType<Optimal<PoolSolution>>(outcome).Objective);
    }

    [Fact]
    public async Task A_pool_without_a_choice_is_infeasible()
    {
        var builder = new PoolModelBuilder();
        var only = builder.AddColumn(1);
        builder.AddExactlyOne([only]);
        builder.AddAtMost(4, [only], [5]);

        var outcome = await Solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        Assert.IsType<Infeasible<PoolSolution>>(outcome);
    }

    [Fact]
    public async Task An_answer_is_never_worse_than_a_feasible_hint()
    {
        // The work limit ends the search before it begins; the hint moves every serial slowly for 9 + 9 + 9 = 27.
        var outcome = await Solver.SolveAsync(
            ThreeSerialsAndOneCell(hintSlow: true), new SolveLimits(TimeSpan.FromSeconds(10), work: 1e-9, seed: 1),
            TestContext.Current.CancellationToken);

        var objective = outcome switch
        {
            Optimal<PoolSolution> optimal => optimal.Objective,
            Feasible<PoolSolution> feasible => feasible.Objective,
            _ => long.MaxValue,
        };
        Assert.InRange(objective, 21, 27);
    }

    [Fact]
    public async Task A_solve_cancelled_before_it_starts_answers_with_the_hint()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var outcome = await Solver.SolveAsync(ThreeSerialsAndOneCell(hintSlow: true), TestLimits.Ample, cancelled.Token);

        var feasible = Assert.IsType<Feasible<PoolSolution>>(outcome);
        Assert.Equal((27, 0, StopReason.Cancelled), (feasible.Objective, feasible.Bound, feasible.Stop));
    }
}
