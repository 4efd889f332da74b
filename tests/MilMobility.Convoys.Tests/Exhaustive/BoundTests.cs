using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Planning;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Master;
using MilMobility.Solvers;

namespace MilMobility.Convoys.Tests.Exhaustive;

/// <summary>What is called a bound stays below the optimum found by trying everything, and every plan above it.</summary>
public sealed class BoundTests
{
    private const int MillisecondsPerSecond = 1_000;

    /// <summary>Unmoved cost of <see cref="ConvoyColumns"/>.</summary>
    private const long UnmovedHorizons = 10;

    /// <summary>A thousandth of the fuzzing asked for, or a dozen.</summary>
    private static int MasterSeeds =>
        int.TryParse(Environment.GetEnvironmentVariable("MILMOBILITY_FUZZ"), out var inputs) ? Math.Max(12, inputs / 1_000) : 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void The_Lagrangian_of_any_tolls_is_at_most_the_optimum(int percentPriced)
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var (problem, optimum) = Of(seed);
            Tighten(problem, new Random(seed));
            var tolls = RandomTolls(problem, new Random(seed + percentPriced), percentPriced);
            var pricer = problem.NewPricer();
            long bound = 0;
            for (var k = 0; k < problem.CommodityCount; k++)
            {
                var cheapest = pricer.Price(k, tolls, columnsMax: 1, Cancellation).BoundAtTolls;
                bound += problem.SerialsOf(k) * Math.Min(problem.UnmovedCost(k), cheapest);
            }

            bound -= tolls.Rent(problem.Capacity);

            Assert.True(bound <= optimum, $"seed {seed}: bound {bound}, optimum {optimum}");
        }
    }

    [Fact]
    public void Dual_ascent_stays_at_most_the_optimum_and_an_insertion_plan_at_least()
    {
        var tight = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var (problem, optimum) = Of(seed);
            var draft = new ConvoyDraft(problem);
            for (var k = 0; k < draft.SerialCount; k++) draft.Insert(k, Cancellation);
            using var generation = new ColumnGeneration(problem, new ColumnGenerationOptions { AscentRounds = 40, Threads = 1 });
            generation.PriceFree(_ => { }, Cancellation);
            generation.Ascend(() => draft.Objective, _ => { }, () => true, Cancellation);

            Assert.True(generation.Bound <= optimum, $"seed {seed}: bound {generation.Bound}, optimum {optimum}");
            Assert.True(draft.Objective >= optimum, $"seed {seed}: plan {draft.Objective}, optimum {optimum}");
            if (generation.Bound >= 0.9 * optimum) tight++;
        }

        // A bound of nothing would pass the lines above.
        Assert.InRange(tight, 75, 150);
    }

    /// <summary>The whole planner with its solvers; most optima are found, and none is passed.</summary>
    [Fact]
    public async Task The_planner_brackets_the_optimum_of_trying_everything()
    {
        var solvers = new OrToolsSolvers();
        var options = new ConvoyPlanOptions { WorkLimit = 300_000, Threads = 1 };
        var found = 0;
        for (var seed = 1; seed <= 16; seed++)
        {
            var instance = TinyConvoys.Random(seed);
            var optimum = ExhaustiveSearch.Optimum(instance, _ => UnmovedHorizons * instance.HorizonSeconds);

            var plan = await ConvoyPlanner.PlanAsync(instance, options, solvers, null, Cancellation);

            Assert.True(plan.Check.Holds, $"seed {seed}: {plan.Check}");
            var (best, bound) = (plan.Trace.Objective / MillisecondsPerSecond, plan.Trace.Bound / MillisecondsPerSecond);
            Assert.True(bound <= optimum && optimum <= best, $"seed {seed}: bound {bound}, optimum {optimum}, plan {best}");
            if (best == optimum) found++;
        }

        Assert.InRange(found, 10, 16);
    }

    /// <summary>A master that leaves idle rows behind against one that keeps all, and both against trying everything.</summary>
    [Fact]
    public async Task A_master_that_leaves_idle_rows_behind_comes_to_the_same_bound()
    {
        var solvers = new OrToolsSolvers();
        var cleanings = 0;
        for (var seed = 1; seed <= MasterSeeds; seed++)
        {
            var (problem, optimum) = Of(seed);
            var (kept, _) = await MasterBoundAsync(problem, cleaning: false, solvers);
            (problem, _) = Of(seed);
            var (cleaned, shrunk) = await MasterBoundAsync(problem, cleaning: true, solvers);

            Assert.True(Math.Max(kept, cleaned) <= optimum, $"seed {seed}: bounds {kept}, {cleaned}, optimum {optimum}");
            // Cuts depend on the fractional plans met, so that the bounds differ a little.
            Assert.True(Math.Abs(cleaned - kept) <= 0.005 * optimum, $"seed {seed}: {cleaned} against {kept}, optimum {optimum}");
            if (shrunk) cleanings++;
        }

        Assert.True(cleanings > 0, "nothing was cleaned");
    }

    private static async Task<(long Bound, bool Shrunk)> MasterBoundAsync(ConvoyColumns problem, bool cleaning, OrToolsSolvers solvers)
    {
        const int RoundsMax = 100;
        var options = new ColumnGenerationOptions
        {
            Threads = 1, MasterGap = 1e-5, AscentRounds = 20, Cleaning = cleaning, CleanRowsMin = 10, IdleRoundsMax = 2,
        };
        using var generation = new ColumnGeneration(problem, options);
        var columns = new List<Column>();
        generation.PriceFree(columns.Add, Cancellation);
        generation.Ascend(() => 2 * generation.Bound, columns.Add, () => true, Cancellation);
        using var program = solvers.NewLinearProgram();
        using var session = generation.OpenMaster(program, columns, _ => { }, solvers.NewLinearProgram);
        var (rounds, rowsBefore, shrunk) = (0, 0, false);
        await session.SolveAsync(
            round =>
            {
                // Rows as they stood before the round's cleaning.
                shrunk |= round.Rows < rowsBefore;
                rowsBefore = round.Rows;
                return ++rounds < RoundsMax;
            }, Cancellation);
        return (generation.Bound, shrunk);
    }

    /// <summary>Prices up to half the cost of a journey, at a share of the grid seconds.</summary>
    /// <summary>Cuts that the answers to several random tolls break together.</summary>
    private static void Tighten(ConvoyColumns problem, Random random)
    {
        const int Rounds = 6;
        var pricer = problem.NewPricer();
        var fractional = new List<(Column, double)>();
        for (var round = 0; round < Rounds; round++)
        {
            var tolls = RandomTolls(problem, random, 30);
            for (var k = 0; k < problem.CommodityCount; k++)
                fractional.AddRange(pricer.Price(k, tolls, 1, Cancellation).Columns.Select(c => (c, 1.0 / Rounds)));
        }

        problem.Tighten(fractional);
    }

    private static Tolls RandomTolls(ConvoyColumns problem, Random random, int percentPriced)
    {
        var tolls = new Tolls(problem);
        for (var r = 0; r < problem.Cuts.FirstResource + problem.Cuts.Count; r++)
        {
            var prices = new long[(problem.HorizonSeconds / problem.GridSeconds(r)) + 1];
            for (var i = 0; i < prices.Length; i++) prices[i] = random.Next(100) < percentPriced ? random.Next(6_000) : 0;
            tolls.Set(r, prices);
        }

        return tolls;
    }

    private static (ConvoyColumns Problem, long OptimumMilliseconds) Of(int seed)
    {
        var instance = TinyConvoys.Random(seed);
        var problem = new ConvoyColumns(instance);
        var optimum = ExhaustiveSearch.Optimum(instance, k => problem.UnmovedCost(problem.CommodityOf(k)) / MillisecondsPerSecond);
        return (problem, MillisecondsPerSecond * optimum);
    }
}
