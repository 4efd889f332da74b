using System.Buffers.Binary;
using System.Diagnostics;
using Google.OrTools.Sat;
using Google.Protobuf;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Tests;

public sealed class NodeEngineTests
{
    private static readonly SolveLimits s_minute = new(TimeSpan.FromSeconds(60), work: 1e6, seed: 1);

    private static readonly SolveLimits s_tenthOfWork = new(TimeSpan.FromSeconds(60), work: 0.1, seed: 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static void KillProcessOf(NodeEngine engine)
    {
        using var process = Process.GetProcessById(engine.ProcessId!.Value);
        process.Kill();
        process.WaitForExit();
    }

    [Fact]
    public async Task A_cancelled_solve_answers_quickly_with_the_best_it_has()
    {
        await using var solvers = new OrToolsSolvers();
        var clock = Stopwatch.StartNew();
        Assert.IsType<Feasible<PoolSolution>>(
            await solvers.SetPartitioning.SolveAsync(Instances.MarketSplit(), s_tenthOfWork, Cancellation));
        var firstSolve = clock.Elapsed;

        // What found a solution once, however loaded the machine, finds it again in that time.
        using var cancel = new CancellationTokenSource();
        var solving = solvers.SetPartitioning.SolveAsync(Instances.MarketSplit(), s_minute, cancel.Token);
        await Task.Delay(firstSolve + TimeSpan.FromSeconds(1), Cancellation);
        Assert.False(solving.IsCompleted);

        clock.Restart();
        await cancel.CancelAsync();
        var outcome = await solving;

        Assert.Equal(StopReason.Cancelled, Assert.IsType<Feasible<PoolSolution>>(outcome).Stop);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4);

        // The engine still works, and its clock has not run out for the next solve.
        var next = await solvers.SetPartitioning.SolveAsync(Instances.MarketSplit(), s_tenthOfWork, Cancellation);
        Assert.Equal(StopReason.WorkLimit, Assert.IsType<Feasible<PoolSolution>>(next).Stop);
    }

    [Fact]
    public async Task A_killed_process_is_started_again_and_answers()
    {
        await using var engine = new NodeEngine();
        var solver = new CpSatPoolSolver(engine);
        await solver.SolveAsync(Instances.MarketSplit(), s_tenthOfWork, Cancellation);
        var solving = solver.SolveAsync(
            Instances.MarketSplit(), new SolveLimits(TimeSpan.FromSeconds(60), work: 0.3, seed: 1), Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(0.3), Cancellation);
        Assert.False(solving.IsCompleted);
        KillProcessOf(engine);

        var feasible = Assert.IsType<Feasible<PoolSolution>>(await solving);

        Assert.Equal(StopReason.WorkLimit, feasible.Stop);
        Assert.Equal(2, engine.Sessions);
    }

    [Fact]
    public async Task A_process_killed_twice_is_error_ENG003()
    {
        await using var engine = new NodeEngine();
        var solving = new CpSatPoolSolver(engine).SolveAsync(Instances.MarketSplit(), s_minute, Cancellation);
        await WaitForSessionAsync(engine, 1, solving);
        KillProcessOf(engine);
        await WaitForSessionAsync(engine, 2, solving);
        KillProcessOf(engine);

        var lost = await Assert.ThrowsAsync<EngineLostException>(() => solving);

        Assert.Equal("ENG003", lost.Code);
    }

    [Fact]
    public async Task No_process_is_left_when_the_engine_is_disposed_in_mid_solve()
    {
        var engine = new NodeEngine();
        var solving = new CpSatPoolSolver(engine).SolveAsync(Instances.MarketSplit(), s_minute, Cancellation);
        await WaitForSessionAsync(engine, 1, solving);
        var id = engine.ProcessId!.Value;

        await engine.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        await Assert.ThrowsAnyAsync<Exception>(() => solving);
    }

    [Fact]
    public async Task The_engine_process_ends_in_mid_solve_when_its_parent_is_gone()
    {
        // A killed parent is, to the engine process, an end of its standard input.
        var start = new ProcessStartInfo("node", ["main.mjs"])
        {
            WorkingDirectory = new EngineOptions().Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var model = CpSatPoolSolver.Encode(Instances.MarketSplit()).ToByteArray();
        var parameters = new SatParameters { MaxTimeInSeconds = 60, NumWorkers = 1 }.ToByteArray();
        var frame = new byte[13];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)(9 + model.Length + parameters.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), 1);
        frame[8] = (byte)EngineOperation.SolveCp;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(9), (uint)model.Length);
        await process.StandardInput.BaseStream.WriteAsync((byte[])[.. frame, .. model, .. parameters], Cancellation);
        await process.StandardInput.BaseStream.FlushAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        Assert.False(process.HasExited);

        process.StandardInput.Close();

        var hasEnded = process.WaitForExit(TimeSpan.FromSeconds(5));
        if (!hasEnded) process.Kill();
        Assert.True(hasEnded, "the process still runs");
    }

    [Fact]
    public async Task An_invalid_model_is_error_ENG005_with_what_is_wrong()
    {
        await using var engine = new NodeEngine();
        var model = new CpModelProto { Objective = new CpObjectiveProto() };
        model.Constraints.Add(new ConstraintProto { ExactlyOne = new BoolArgumentProto { Literals = { 7 } } });

        var refused = await Assert.ThrowsAsync<EngineException>(
            () => CpSat.SolveAsync(engine, model, EngineFixture.Limits, presolve: true, Cancellation));

        Assert.Equal("ENG005", refused.Code);
        Assert.Contains("exactly_one", refused.Message);
        Assert.Contains("exactly_one", await engine.ValidateCpAsync(model.ToByteArray()));
    }

    [Fact]
    public async Task A_missing_Node_is_error_ENG001_naming_what_to_install()
    {
        await using var engine = new NodeEngine(new EngineOptions { NodeProgram = "no-such-node" });

        var missing = await Assert.ThrowsAsync<EngineException>(() => engine.ValidateCpAsync([]));

        Assert.Equal("ENG001", missing.Code);
        Assert.Contains("install Node.js 20 or newer", missing.Message);
    }

    [Fact]
    public async Task Missing_engine_files_are_error_ENG002()
    {
        await using var engine = new NodeEngine(new EngineOptions { Folder = "no-such-folder" });

        Assert.Equal("ENG002", (await Assert.ThrowsAsync<EngineException>(() => engine.ValidateCpAsync([]))).Code);
    }

    [Fact]
    public async Task A_Node_that_is_too_old_is_error_ENG001()
    {
        using var folder = new ScriptFolder("process.stderr.write('Node.js 16 is too old\\n'); process.exitCode = 64;");
        await using var engine = new NodeEngine(new EngineOptions { Folder = folder.Path });

        var tooOld = await Assert.ThrowsAsync<EngineException>(() => engine.ValidateCpAsync([]));

        Assert.Equal("ENG001", tooOld.Code);
        Assert.Contains("Node.js 16 is too old", tooOld.Message);
    }

    [Fact]
    public async Task A_silent_process_is_ended_and_after_the_second_one_is_error_ENG004()
    {
        // It answers the greeting (request 1 of each process) and nothing else.
        using var folder = new ScriptFolder(
            "process.stdin.once('data', () => process.stdout.write(Buffer.from([5,0,0,0, 1,0,0,0, 0])));");
        await using var engine = new NodeEngine(
            new EngineOptions { Folder = folder.Path, SolveGrace = TimeSpan.FromSeconds(0.5) });
        var limits = new SolveLimits(TimeSpan.FromSeconds(0.1), 1, 1);

        var silent = await Assert.ThrowsAsync<EngineLostException>(
            () => new CpSatPoolSolver(engine).SolveAsync(Instances.MarketSplit(), limits, Cancellation));

        Assert.Equal("ENG004", silent.Code);
        Assert.Equal(2, engine.Sessions);
        Assert.Null(engine.ProcessId);
    }

    private static async Task WaitForSessionAsync(NodeEngine engine, int session, Task solving)
    {
        while (engine.Sessions < session || engine.ProcessId is null)
        {
            Assert.False(solving.IsCompleted, $"it ended before session {session}: {solving.Exception}");
            await Task.Delay(10, Cancellation);
        }
    }

    /// <summary>A folder with a main.mjs of its own, removed afterwards.</summary>
    private sealed class ScriptFolder : IDisposable
    {
        public ScriptFolder(string script) => File.WriteAllText(System.IO.Path.Combine(Path, "main.mjs"), script);

        public string Path { get; } = Directory.CreateTempSubdirectory("milmob-engine-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
