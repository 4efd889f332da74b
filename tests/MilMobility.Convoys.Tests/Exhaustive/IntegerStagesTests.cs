using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Planning;
using MilMobility.Convoys.Tests.Monolithic;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Pool;
using MilMobility.Solvers;

namespace MilMobility.Convoys.Tests.Exhaustive;

/// <summary>Master, dive and choice from the pool on the real engine, one after the other, against trying everything.</summary>
public sealed class IntegerStagesTests
{
    private static readonly OrToolsSolvers s_solvers = new();

    private const int Instances = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Master_dive_and_pool_bracket_the_optimum_and_mostly_find_it()
    {
        var found = 0;
        for (var seed = 1; seed <= Instances; seed++)
        {
            var problem = new ConvoyColumns(TinyConvoys.Random(seed));
            var optimum = 1000 * ExhaustiveSearch.Optimum(
                problem.Instance, k => problem.UnmovedCost(problem.CommodityOf(k)) / 1000);

            var (bound, dived, chosen) = await StagesAsync(problem);

            Assert.True(bound <= optimum, $"seed {seed}: bound {bound}, optimum {optimum}");
            Assert.True(optimum <= chosen && chosen <= dived, $"seed {seed}: optimum {optimum}, pool {chosen}, dive {dived}");
            if (chosen == optimum) found++;
        }

        Assert.InRange(found, Instances * 2 / 3, Instances);
    }

    /// <summary>No insertion and no neighbourhood search: the bound, the plan of the dive, and that of the choice.</summary>
    private async Task<(long Bound, long Dived, long Chosen)> StagesAsync(ConvoyColumns problem)
    {
        var pool = new ColumnPool(problem, columnsPerSerial: 100);
        void Keep(Column column) => pool.Add(column);
        using var generation = new ColumnGeneration(problem, new ColumnGenerationOptions { Threads = 1 });
        generation.PriceFree(Keep, Cancellation);
        using var program = s_solvers.NewLinearProgram();
        var session = generation.OpenMaster(program, [], Keep);
        Assert.True(await session.SolveAsync(_ => true, Cancellation));
        var draft = new ConvoyDraft(problem);
        await Diving.DiveAsync(session, draft, problem.CommodityCount, new DivingOptions(), Cancellation);
        var dived = draft.Objective;
        var outcome = await PoolChoice.ChooseAsync(
            problem, pool, draft, null, s_solvers.SetPartitioning, new SolveLimits(SolveLimits.TimeMax, 5, 0), null, Cancellation);
        Assert.Equal(PoolStatus.Optimal, outcome.Status);
        return (generation.Bound, dived, draft.Objective);
    }
}
