using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Tests.Toy;
using MilMobility.Solvers;

namespace MilMobility.Optimisation.Tests.Master;

/// <summary>The bound against the optimum by exhaustive search, and the switches against one another.</summary>
public sealed class ColumnGenerationTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public void The_ascent_never_passes_the_optimum_and_rises_above_the_independent_optima()
    {
        var raised = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            var toy = Toy(seed, 4);
            var optimum = toy.Optimum();
            using var generation = new ColumnGeneration(toy, new ColumnGenerationOptions { AscentRounds = 60 });
            generation.PriceFree(_ => { }, None);
            var free = generation.Bound;
            Assert.True(free <= optimum, $"seed {seed}: free {free}, optimum {optimum}");
            generation.Ascend(() => optimum, _ => { }, () => true, None);
            Assert.True(generation.Bound <= optimum, $"seed {seed}: bound {generation.Bound}, optimum {optimum}");
            if (generation.Bound > free) raised++;
        }

        Assert.True(raised > 30, $"only {raised} of 60 bounds rose");
    }

    [Fact]
    public async Task The_master_meets_its_bound_below_the_optimum()
    {
        var solvers = new OrToolsSolvers();
        double worst = 0;
        for (ulong seed = 0; seed < 12; seed++)
        {
            var toy = Toy(seed, 5);
            var optimum = toy.Optimum();
            var bound = await BoundAsync(toy, solvers, new ColumnGenerationOptions { AscentRounds = 40, MasterGap = 1e-4 });
            Assert.True(bound <= optimum, $"seed {seed}: bound {bound}, optimum {optimum}");
            worst = Math.Max(worst, (optimum - bound) / (double)optimum);
        }

        // The time-indexed relaxation of one or two machines is known to be tight (Dyer and Wolsey 1990).
        Assert.True(worst < 0.12, $"worst gap {worst:P1}");
    }

    [Fact]
    public async Task Every_switch_leaves_the_answer_as_it_is()
    {
        var solvers = new OrToolsSolvers();
        var all = new ColumnGenerationOptions { AscentRounds = 40, MasterGap = 1e-5, Threads = 2 };
        ColumnGenerationOptions[] others =
        [
            all with { PricingFilter = false }, all with { AscentRounds = 0 }, all with { Stabilisation = 0 },
            all with { ColumnsPerRound = 1 }, all with { Threads = 1 },
            all with { Cleaning = true, IdleRoundsMax = 2, CleanRowsMin = 1 },
        ];
        for (ulong seed = 0; seed < 3; seed++)
        {
            var toy = Toy(seed, 5);
            var bound = await BoundAsync(toy, solvers, all);
            foreach (var other in others)
            {
                var again = await BoundAsync(toy, solvers, other);
                Assert.True(Math.Abs(again - bound) <= 1e-3 * bound, $"seed {seed}, {other}: {again} against {bound}");
            }
        }
    }

    [Fact]
    public async Task The_same_run_twice_gives_the_same_bound_columns_and_work()
    {
        var solvers = new OrToolsSolvers();
        var toy = Toy(5, 5);
        var first = await RunAsync(toy, solvers, new ColumnGenerationOptions());
        var second = await RunAsync(toy, solvers, new ColumnGenerationOptions());
        Assert.Equal(first.Bound, second.Bound);
        Assert.Equal(first.Work, second.Work);
        Assert.Equal(first.Fractional.Select(f => (f.Column.Journey, f.Value)), second.Fractional.Select(f => (f.Column.Journey, f.Value)));
    }

    [Fact]
    public void The_filter_saves_searches()
    {
        var toy = Toy(1, 5);
        using var generation = new ColumnGeneration(toy, new ColumnGenerationOptions { AscentRounds = 20 });
        generation.PriceFree(_ => { }, None);
        generation.Ascend(() => 1_000_000, _ => { }, () => true, None);
        Assert.True(generation.Searches.Saved > 0);
    }

    [Fact]
    public void A_cancelled_ascent_keeps_the_bound_it_has()
    {
        var toy = Toy(2, 5);
        using var generation = new ColumnGeneration(toy, new ColumnGenerationOptions());
        generation.PriceFree(_ => { }, None);
        using var source = new CancellationTokenSource();
        var rounds = 0;
        Assert.Throws<OperationCanceledException>(() => generation.Ascend(
            () => 1_000_000, _ => { }, () =>
            {
                if (++rounds == 5) source.Cancel();
                return true;
            }, source.Token));
        Assert.Equal(5, rounds);
        Assert.InRange(generation.Bound, 1, toy.Optimum());
    }

    /// <summary>Costs in thousands, as whole tolls are coarse beside single units.</summary>
    private static ToyMachines Toy(ulong seed, int jobs)
    {
        var random = new SplitMix(seed);
        var made = new ToyJob[jobs];
        for (var j = 0; j < jobs; j++)
        {
            made[j] = new ToyJob(
                random.Next(2 * jobs), 2 + random.Next(6), 1000 * (1 + random.Next(9)), 1_000_000, random.Next(2));
        }

        return new ToyMachines(made, 1 + (int)(seed % 2), 2, 10 * jobs);
    }

    private static async Task<long> BoundAsync(ToyMachines toy, OrToolsSolvers solvers, ColumnGenerationOptions options) =>
        (await RunAsync(toy, solvers, options)).Bound;

    private static async Task<ColumnGeneration> RunAsync(ToyMachines toy, OrToolsSolvers solvers, ColumnGenerationOptions options)
    {
        using var generation = new ColumnGeneration(toy, options);
        var columns = new List<Column>();
        generation.PriceFree(columns.Add, None);
        var draft = new ToyDraft(toy);
        for (var serial = 0; serial < toy.SerialCount; serial++) draft.Insert(serial, None);
        for (var serial = 0; serial < toy.SerialCount; serial++) columns.Add(draft[serial]!);
        generation.Ascend(() => draft.Objective, columns.Add, () => true, None);
        using var program = solvers.NewLinearProgram();
        using var session = generation.OpenMaster(program, columns, _ => { }, solvers.NewLinearProgram);
        await session.SolveAsync(_ => true, None);
        return generation;
    }
}
