using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Monolithic;
using MilMobility.Convoys.Tests.Exhaustive;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;

namespace MilMobility.Convoys.Tests.Monolithic;

/// <summary>One model of the whole instance against trying everything.</summary>
public sealed class MonolithicTests
{
    private static readonly OrToolsSolvers s_solvers = new();

    private const long Never = 200;

    private static SolveLimits Limits => new(TimeSpan.FromSeconds(60), work: 1_000_000, seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task CP_SAT_and_branch_and_bound_find_the_optimum_of_trying_everything(int firstSeed)
    {
        for (var seed = firstSeed; seed <= 12; seed += 2)
        {
            var instance = TinyConvoys.Random(seed);
            var expected = ExhaustiveSearch.Optimum(instance, _ => Never);
            foreach (var solver in new[] { s_solvers.ConstraintProgram, s_solvers.MixedInteger })
            {
                var plan = await Solve(solver, instance, new MonolithicOptions());

                Assert.True(plan.IsExact && plan.Stop is null, $"seed {seed}: {plan}");
                Assert.True((expected, expected) == (plan.CostSeconds, plan.BoundSeconds), $"seed {seed}: {expected}, {plan}");
                Assert.Equal(expected, CostOf(instance, plan));
            }
        }
    }

    [Fact]
    public async Task A_restricted_model_gives_plans_without_clashes_and_a_bound_that_holds()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var instance = TinyConvoys.Random(seed);
            var optimum = ExhaustiveSearch.Optimum(instance, _ => Never);

            var plan = await Solve(
                s_solvers.ConstraintProgram, instance, new MonolithicOptions { StepSeconds = 3, PathsMax = 2, DelaySecondsMax = 12 });

            Assert.False(plan.IsExact);
            Assert.InRange(plan.CostSeconds, optimum, long.MaxValue);
            Assert.InRange(plan.BoundSeconds, 1, optimum);
            Assert.Equal(plan.CostSeconds, CostOf(instance, plan));
        }
    }

    /// <summary>Every time in an instance is made three times as long; steps of 3 s then lose nothing.</summary>
    [Fact]
    public async Task A_step_that_divides_every_time_is_exact()
    {
        var small = TinyConvoys.Random(5);
        var optimum = ExhaustiveSearch.Optimum(small, _ => Never);

        var plan = await Solve(s_solvers.ConstraintProgram, Tripled(small), new MonolithicOptions(), unmoved: 3 * Never);

        Assert.Equal((3, true), (plan.Size.StepSeconds, plan.IsExact));
        Assert.Equal((3 * optimum, 3 * optimum), (plan.CostSeconds, plan.BoundSeconds));
    }

    [Fact]
    public async Task A_model_beyond_a_limit_is_reported_with_its_size()
    {
        var solver = new MonolithicSolver(s_solvers.ConstraintProgram);

        var variables = await solver.SolveAsync(
            TinyConvoys.Random(1), new MonolithicOptions { VariablesMax = 50 }, _ => Never, Limits,
            TestContext.Current.CancellationToken);
        var entries = await solver.SolveAsync(
            TinyConvoys.Random(1), new MonolithicOptions { EntriesMax = 500 }, _ => Never, Limits,
            TestContext.Current.CancellationToken);

        Assert.Contains("50 variables", Assert.IsType<MonolithicTooLarge>(variables).Reason);
        Assert.InRange(Assert.IsType<MonolithicTooLarge>(entries).Size.Entries, 501, 100_000);
    }

    private static async Task<MonolithicPlan> Solve(
        ISetPartitioningSolver solver, ConvoyInstance instance, MonolithicOptions options, long unmoved = Never) =>
        Assert.IsType<MonolithicPlan>(await new MonolithicSolver(solver).SolveAsync(
            instance, options, _ => unmoved, Limits, TestContext.Current.CancellationToken));

    private static long? CostOf(ConvoyInstance instance, MonolithicPlan plan) => ExhaustiveSearch.CostOf(
        instance,
        plan.Journeys.ToDictionary(j => j.Id, j => (j.Path.ToArray(), j.HeadSeconds.ToArray()), StringComparer.Ordinal),
        _ => Never);

    private static ConvoyInstance Tripled(ConvoyInstance instance) => new(
        "tripled", instance.NodeCount, 3 * instance.HorizonSeconds,
        [.. Enumerable.Range(0, instance.EdgeCount)
            .Select(e => new ConvoyEdge(instance.EdgeFrom[e], instance.EdgeTo[e], 3 * instance.TravelSeconds[e]))],
        [.. Enumerable.Range(0, instance.ConvoyCount).Select(k => new Convoy(
            instance.ConvoyIds[k], instance.From[k], instance.To[k], 3 * instance.ReadySeconds[k],
            instance.DueSeconds[k] == ConvoyInstance.NoDue ? null : 3 * instance.DueSeconds[k], 3 * instance.PassSeconds[k]))]);
}
