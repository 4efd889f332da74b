using System.Diagnostics;
using System.Xml.Linq;
using Google.OrTools.Sat;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Tests;

public sealed class NativeEngineTests
{
    private static readonly SolveLimits s_minute = new(TimeSpan.FromSeconds(60), work: 1e6, seed: 1);

    private static readonly SolveLimits s_tenthOfWork = new(TimeSpan.FromSeconds(60), work: 0.1, seed: 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_version_in_manifests_is_the_one_the_package_pins()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) folder = folder.Parent!;
        var pinned = XDocument.Load(Path.Combine(folder.FullName, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(p => p.Attribute("Include")?.Value == "Google.OrTools").Attribute("Version")!.Value;

        Assert.Equal(OrToolsSolvers.EngineVersion, $"Google.OrTools {pinned}");
    }

    [Fact]
    public async Task A_cancelled_solve_answers_quickly_with_the_best_it_has()
    {
        var solver = new OrToolsSolvers().SetPartitioning;
        var clock = Stopwatch.StartNew();
        Assert.IsType<Feasible<PoolSolution>>(await solver.SolveAsync(Instances.MarketSplit(), s_tenthOfWork, Cancellation));
        var firstSolve = clock.Elapsed;

        // What found a solution once, however loaded the machine, finds it again in that time.
        using var cancel = new CancellationTokenSource();
        var solving = solver.SolveAsync(Instances.MarketSplit(), s_minute, cancel.Token);
        await Task.Delay(firstSolve + TimeSpan.FromSeconds(1), Cancellation);
        Assert.False(solving.IsCompleted);

        clock.Restart();
        await cancel.CancelAsync();
        var outcome = await solving;

        Assert.Equal(StopReason.Cancelled, Assert.IsType<Feasible<PoolSolution>>(outcome).Stop);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task Solves_side_by_side_give_what_they_give_alone()
    {
        var solver = new OrToolsSolvers().SetPartitioning;
        Task<SolveOutcome<PoolSolution>> SolveAsync() => solver.SolveAsync(Instances.MarketSplit(), s_tenthOfWork, Cancellation);

        var alone = Assert.IsType<Feasible<PoolSolution>>(await SolveAsync());
        var together = await Task.WhenAll(SolveAsync(), SolveAsync(), SolveAsync());

        Assert.All(together, outcome =>
        {
            var feasible = Assert.IsType<Feasible<PoolSolution>>(outcome);
            Assert.Equal((alone.Objective, alone.Bound, alone.Stop), (feasible.Objective, feasible.Bound, feasible.Stop));
            Assert.Equal(alone.Solution.Values, feasible.Solution.Values);
        });
    }

    [Fact]
    public async Task An_invalid_model_is_error_ENG005_with_what_is_wrong()
    {
        var model = new CpModelProto { Objective = new CpObjectiveProto() };
        model.Constraints.Add(new ConstraintProto { ExactlyOne = new BoolArgumentProto { Literals = { 7 } } });

        var refused = await Assert.ThrowsAsync<EngineException>(
            () => CpSat.SolveAsync(model, TestLimits.Ample, presolve: true, Cancellation));

        Assert.Equal("ENG005", refused.Code);
        Assert.Contains("exactly_one", refused.Message);
    }

    [Fact]
    public void A_library_that_cannot_be_loaded_is_error_ENG001_with_its_platforms()
    {
        var missing = Assert.Throws<EngineException>(() => NativeRun.Loaded<int>(
            () => throw new TypeInitializationException("PINVOKE", new DllNotFoundException("no libortools here"))));

        Assert.Equal("ENG001", missing.Code);
        Assert.Contains("no libortools here", missing.Message);
        Assert.Contains("glibc", missing.Message);
        Assert.Throws<InvalidOperationException>(() => NativeRun.Loaded<int>(() => throw new InvalidOperationException("a fault of ours")));
    }
}
