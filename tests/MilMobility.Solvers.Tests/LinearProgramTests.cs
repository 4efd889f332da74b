using MilMobility.Solvers.Linear;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Tests;

public sealed class LinearProgramTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Precision = 1e-6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Commodity 1 sends 4 from A to C, by A-C at 5 a unit or by A-B-C at 2; commodity 2 sends 3 from B to C, by B-C at 1 or
    /// by another road at 6. B-C carries 5. A unit of B-C saves commodity 1 three and commodity 2 five, so commodity 2 takes
    /// 3, commodity 1 takes 2 and sends 2 the long way: 3*1 + 2*2 + 2*5 = 17. One more unit of B-C is worth 3 (its dual is
    /// -3); a unit of commodity 1 costs 5, of commodity 2 costs 1 + 3 = 4; and 4*5 + 3*4 - 5*3 = 17.
    /// </summary>
    [Fact]
    public async Task A_multicommodity_flow_has_the_duals_of_its_bottleneck()
    {
        using var program = new OrToolsSolvers().NewLinearProgram();
        var demand1 = program.AddRow(4, 4, [], []);
        var demand2 = program.AddRow(3, 3, [], []);
        var capacity = program.AddRow(double.NegativeInfinity, 5, [], []);
        program.AddColumn(5, 0, Infinity, [demand1], [1]);
        program.AddColumn(2, 0, Infinity, [demand1, capacity], [1, 1]);
        program.AddColumn(1, 0, Infinity, [demand2, capacity], [1, 1]);
        program.AddColumn(6, 0, Infinity, [demand2], [1]);

        var optimal = Assert.IsType<LpOptimal>(await program.SolveAsync(TestLimits.Ample, Cancellation));

        Assert.Equal(17, optimal.Objective, Precision);
        Assert.Equal([2, 2, 3, 0], optimal.Primal.Select(x => Math.Round(x, 6)));
        Assert.Equal([5, 4, -3], optimal.Duals.Select(y => Math.Round(y, 6)));
        Assert.Equal([0, 0, 0, 2], optimal.ReducedCosts.Select(d => Math.Round(d, 6)));
    }

    /// <summary>min -x - y, x + y at most 4, x and y in 0..3: -4. Then x = 0: -3. Then y costs -2: -6. Then y at most 1: -2.</summary>
    [Fact]
    public async Task Bounds_costs_and_rows_change_between_solves()
    {
        using var program = new OrToolsSolvers().NewLinearProgram();
        var x = program.AddColumn(-1, 0, 3, [], []);
        var y = program.AddColumn(-1, 0, 3, [], []);
        program.AddRow(double.NegativeInfinity, 4, [x, y], [1, 1]);
        Assert.Equal(-4, await ObjectiveAsync(program), Precision);

        program.SetColumnBounds(x, 0, 0);
        Assert.Equal(-3, await ObjectiveAsync(program), Precision);

        program.SetCost(y, -2);
        Assert.Equal(-6, await ObjectiveAsync(program), Precision);

        var row = program.AddRow(double.NegativeInfinity, 1, [y], [1]);
        Assert.Equal(-2, await ObjectiveAsync(program), Precision);

        program.SetRowBounds(row, double.NegativeInfinity, 2);
        Assert.Equal(-4, await ObjectiveAsync(program), Precision);
    }

    [Fact]
    public async Task Columns_added_between_solves_give_the_objective_of_all_at_once()
    {
        const int rows = 60;
        using var growing = new OrToolsSolvers().NewLinearProgram();
        using var whole = new OrToolsSolvers().NewLinearProgram();
        AddUnmovedSlack(growing, rows);
        AddUnmovedSlack(whole, rows);
        var random = new Random(20_260_101);
        double last = await ObjectiveAsync(growing);
        Assert.Equal(60 * 1_000, last, Precision);
        for (var batch = 0; batch < 8; batch++)
        {
            for (var column = 0; column < 50; column++)
            {
                var cost = random.Next(10, 100);
                var covered = Enumerable.Range(0, rows).OrderBy(_ => random.Next()).Take(5).ToArray();
                growing.AddColumn(cost, 0, Infinity, covered, [1, 1, 1, 1, 1]);
                whole.AddColumn(cost, 0, Infinity, covered, [1, 1, 1, 1, 1]);
            }

            var objective = await ObjectiveAsync(growing);
            Assert.True(objective <= last + Precision, $"{objective} after more columns, {last} before");
            last = objective;
        }

        Assert.Equal(await ObjectiveAsync(whole), last, 1e-4);
    }

    [Fact]
    public async Task A_solve_goes_on_from_the_last_basis()
    {
        using var program = new OrToolsSolvers().NewLinearProgram();
        AddCovering(program);
        var first = Assert.IsType<LpOptimal>(await program.SolveAsync(TestLimits.Ample, Cancellation));

        // What is dearer than its worth changes nothing.
        program.AddColumn(10_000, 0, Infinity, [0], [1]);
        var second = Assert.IsType<LpOptimal>(await program.SolveAsync(TestLimits.Ample, Cancellation));

        Assert.Equal(first.Objective, second.Objective, Precision);
        Assert.True(first.Effort.Work > 0.01, $"{first.Effort.Work} thousand iterations");
        Assert.Equal(0, second.Effort.Work);
    }

    [Fact]
    public async Task A_cancelled_solve_stops_and_the_next_one_ends()
    {
        using var cancelled = new CancellationTokenSource();
        using var program = new OrToolsSolvers().NewLinearProgram();
        AddCovering(program);
        await cancelled.CancelAsync();

        var stopped = await program.SolveAsync(TestLimits.Ample, cancelled.Token);

        Assert.Equal(StopReason.Cancelled, Assert.IsType<LpStopped>(stopped).Stop);
        Assert.IsType<LpOptimal>(await program.SolveAsync(TestLimits.Ample, Cancellation));
    }

    /// <summary>Random coverings, each larger than the one before, until one takes longer than the wait for its cancellation.</summary>
    [Fact]
    public async Task A_running_solve_stops_when_cancelled()
    {
        for (var rows = 500; rows <= 8_000; rows *= 2)
        {
            using var program = new OrToolsSolvers().NewLinearProgram();
            AddRandomCovering(program, rows);
            using var cancel = new CancellationTokenSource();
            var solving = program.SolveAsync(new SolveLimits(TimeSpan.FromMinutes(5), 1e6, 1), cancel.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
            await cancel.CancelAsync();
            if (await solving is LpOptimal) continue;

            Assert.Equal(StopReason.Cancelled, Assert.IsType<LpStopped>(await solving).Stop);
            return;
        }

        Assert.Fail("no solve was running when it was cancelled");
    }

    [Fact]
    public async Task The_iteration_limit_stops_a_solve_that_the_next_one_continues()
    {
        using var program = new OrToolsSolvers().NewLinearProgram();
        AddCovering(program);

        var stopped = await program.SolveAsync(new SolveLimits(TimeSpan.FromSeconds(30), 0.005, 1), Cancellation);

        Assert.Equal(StopReason.WorkLimit, Assert.IsType<LpStopped>(stopped).Stop);
        Assert.InRange(stopped.Effort.Work, 0, 0.01);
        Assert.IsType<LpOptimal>(await program.SolveAsync(TestLimits.Ample, Cancellation));
    }

    [Fact]
    public async Task Infeasible_and_unbounded_programs_are_called_so()
    {
        using var infeasible = new OrToolsSolvers().NewLinearProgram();
        infeasible.AddRow(2, Infinity, [infeasible.AddColumn(1, 0, 1, [], [])], [1]);
        using var unbounded = new OrToolsSolvers().NewLinearProgram();
        unbounded.AddRow(2, Infinity, [unbounded.AddColumn(-1, 0, Infinity, [], [])], [1]);

        Assert.IsType<LpInfeasible>(await infeasible.SolveAsync(TestLimits.Ample, Cancellation));
        Assert.IsType<LpUnbounded>(await unbounded.SolveAsync(TestLimits.Ample, Cancellation));
    }

    [Fact]
    public async Task A_program_that_cannot_be_meant_is_refused_at_the_call_that_makes_it()
    {
        using var program = new OrToolsSolvers().NewLinearProgram();
        var column = program.AddColumn(1, 0, 1, [], []);

        Assert.Throws<ArgumentException>(() => program.AddRow(2, 1, [column], [1]));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [column, column], [1, 1]));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [3], [1]));
        Assert.Throws<ArgumentException>(() => program.AddRow(0, 1, [column], [double.NaN]));
        Assert.Throws<ArgumentException>(() => program.SetCost(column, double.PositiveInfinity));
    }

    [Fact]
    public void A_certificate_fails_for_a_solution_that_is_not_best()
    {
        // min x, x at least 2: x = 3 with dual 1 is feasible and costs 3, but the dual proves only 2.
        var data = new LpData();
        data.AddRow(2, Infinity, [], []);
        data.AddColumn(1, 0, Infinity, [0], [1]);

        Assert.Null(LpCertificate.FirstFault(data, [2], [1], LpCertificate.ReducedCosts(data, [1])));
        Assert.Contains("differ", LpCertificate.FirstFault(data, [3], [1], LpCertificate.ReducedCosts(data, [1])));
        Assert.Contains("row 0", LpCertificate.FirstFault(data, [1], [1], LpCertificate.ReducedCosts(data, [1])));
        Assert.Contains("no limit", LpCertificate.FirstFault(data, [2], [2], LpCertificate.ReducedCosts(data, [2])));
    }

    private static void AddUnmovedSlack(ILinearProgram program, int rows)
    {
        for (var i = 0; i < rows; i++) program.AddColumn(1_000, 0, Infinity, [program.AddRow(1, 1, [], [])], [1]);
    }

    private static void AddRandomCovering(ILinearProgram program, int rows)
    {
        var random = new Random(3);
        var all = Enumerable.Range(0, rows).ToArray();
        for (var i = 0; i < rows; i++) program.AddRow(1, Infinity, [], []);
        for (var j = 0; j < 4 * rows; j++)
        {
            random.Shuffle(all);
            var coefficients = Enumerable.Range(0, 40).Select(_ => 0.1 + random.NextDouble()).ToArray();
            program.AddColumn(random.Next(1, 100_000), 0, Infinity, all.AsSpan(0, 40), coefficients);
        }
    }

    /// <summary>50 rows, each to be covered once by 300 random columns of 4 rows or, at a price, by nothing.</summary>
    private static void AddCovering(ILinearProgram program)
    {
        AddUnmovedSlack(program, 50);
        var random = new Random(7);
        for (var column = 0; column < 300; column++)
        {
            var covered = Enumerable.Range(0, 50).OrderBy(_ => random.Next()).Take(4).ToArray();
            program.AddColumn(random.Next(10, 100), 0, Infinity, covered, [1, 1, 1, 1]);
        }
    }

    private static async Task<double> ObjectiveAsync(ILinearProgram program) =>
        Assert.IsType<LpOptimal>(await program.SolveAsync(TestLimits.Ample, Cancellation)).Objective;
}
