using MilMobility.Solvers.Scheduling;

namespace MilMobility.Solvers.Tests;

public sealed class SchedulingTests
{
    private readonly ISchedulingSolver _solver = new OrToolsSolvers().Scheduling;

    /// <summary>Job shop ft06 (Fisher and Thompson, 1963): machine and duration of each operation; the best makespan is 55.</summary>
    private static readonly int[][] s_ft06 =
    [
        [2, 1, 0, 3, 1, 6, 3, 7, 5, 3, 4, 6],
        [1, 8, 2, 5, 4, 10, 5, 10, 0, 10, 3, 4],
        [2, 5, 3, 4, 5, 8, 0, 9, 1, 1, 4, 7],
        [1, 5, 0, 5, 2, 5, 3, 3, 4, 8, 5, 9],
        [2, 9, 1, 3, 4, 5, 5, 4, 0, 3, 3, 1],
        [1, 3, 3, 3, 5, 9, 0, 10, 4, 4, 2, 1],
    ];

    [Fact]
    public async Task The_job_shop_ft06_takes_55()
    {
        var builder = new SchedulingModelBuilder();
        var machines = Enumerable.Range(0, 6).Select(_ => new List<int>()).ToArray();
        foreach (var job in s_ft06)
        {
            for (var step = 0; step < 6; step++)
            {
                var interval = builder.AddInterval(0, 200, job[2 * step + 1]);
                machines[job[2 * step]].Add(interval);
                if (step > 0) builder.AddPrecedence(interval - 1, interval);
            }
        }

        foreach (var machine in machines) builder.AddNoOverlap(machine.ToArray());
        builder.SetMakespanCost(1);

        Assert.Equal(55, await OptimumAsync(builder));
    }

    /// <summary>
    /// Three barges of 10 s need 2, 2 and 1 cranes of 3: two can work together only with the small one. The large two follow
    /// each other, ends 10 and 20; the small one ends at 10 beside either: sum of ends 40.
    /// </summary>
    [Fact]
    public async Task Cranes_are_shared_up_to_their_number()
    {
        var builder = new SchedulingModelBuilder();
        for (var i = 0; i < 3; i++) builder.AddLatenessCost(builder.AddInterval(0, 100, 10), due: 0, costPerSecond: 1);
        builder.AddCumulative(3, [0, 1, 2], [2, 2, 1]);

        Assert.Equal(40, await OptimumAsync(builder));
    }

    /// <summary>
    /// Two ships, due at 10, each at berth A (10 s, free) or berth B (12 s, 5 to use). Both at A: the second ends at 20, 10
    /// late. One at B: ends at 12, 2 late, plus 5: 7. A gap of 3 after A's ship changes nothing.
    /// </summary>
    [Fact]
    public async Task A_dearer_berth_is_used_when_waiting_costs_more()
    {
        var builder = new SchedulingModelBuilder();
        var atA = new int[2];
        for (var ship = 0; ship < 2; ship++)
        {
            atA[ship] = builder.AddOptionalInterval(0, 100, 10, presenceCost: 0);
            var atB = builder.AddOptionalInterval(0, 100, 12, presenceCost: 5);
            builder.AddChoice([atA[ship], atB]);
            builder.AddLatenessCost(atA[ship], due: 10, costPerSecond: 1);
            builder.AddLatenessCost(atB, due: 10, costPerSecond: 1);
        }

        builder.AddNoOverlap(atA);
        builder.AddNoOverlap([1, 3]);
        builder.AddPrecedence(atA[0], atA[1], lag: 3);

        Assert.Equal(7, await OptimumAsync(builder));
    }

    [Fact]
    public async Task Two_intervals_that_must_overlap_on_one_track_are_infeasible()
    {
        var builder = new SchedulingModelBuilder();
        builder.AddNoOverlap([builder.AddInterval(0, 5, 10), builder.AddInterval(0, 5, 10)]);

        var outcome = await _solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);

        Assert.IsType<Infeasible<Schedule>>(outcome);
    }

    [Fact]
    public async Task A_solve_cancelled_before_it_starts_answers_with_the_hint()
    {
        var builder = new SchedulingModelBuilder();
        builder.AddInterval(0, 100, 10);
        builder.SetMakespanCost(2);
        builder.SetHint(0, start: 30);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var outcome = await _solver.SolveAsync(builder.Build(), TestLimits.Ample, cancelled.Token);

        Assert.Equal(80, Assert.IsType<Feasible<Schedule>>(outcome).Objective);
    }

    [Fact]
    public void The_check_finds_each_kind_of_violation()
    {
        var builder = new SchedulingModelBuilder();
        int a = builder.AddInterval(0, 50, 10), b = builder.AddInterval(0, 50, 10);
        int c = builder.AddOptionalInterval(0, 50, 10, 0), d = builder.AddOptionalInterval(0, 50, 10, 0);
        builder.AddChoice([c, d]);
        builder.AddPrecedence(a, c, lag: 5);
        builder.AddNoOverlap([a, b]);
        builder.AddCumulative(1, [b, c], [1, 1]);
        var model = builder.Build();

        string? Violation(long[] starts, params bool[] present) =>
            ScheduleCheck.FirstViolation(model, new Schedule(starts, present));

        Assert.Null(Violation([0, 10, 20, 0], true, true, true, false));
        Assert.Contains("absent", Violation([0, 10, 20, 0], true, false, true, false));
        Assert.Contains("starts at 51", Violation([0, 51, 20, 0], true, true, true, false));
        Assert.Contains("choice 0", Violation([0, 10, 20, 30], true, true, true, true));
        Assert.Contains("at least 15", Violation([0, 30, 14, 0], true, true, true, false));
        Assert.Contains("overlap", Violation([0, 9, 20, 0], true, true, true, false));
        Assert.Contains("demand 2", Violation([0, 10, 19, 0], true, true, true, false));
    }

    private async Task<long> OptimumAsync(SchedulingModelBuilder builder)
    {
        var outcome = await _solver.SolveAsync(
            builder.Build(), TestLimits.Ample, TestContext.Current.CancellationToken);
        return Assert.IsType<Optimal<Schedule>>(outcome).Objective;
    }
}
