using System.Buffers.Binary;
using System.Text;

namespace MilMobility.Solvers.Runtime;

/// <summary>
/// OR-Tools in a Node process, started at the first call and again after it was lost. A watchdog ends a process that does
/// not answer within the solve's time limit and a grace, or shortly after a cancellation. Solves of one kind (CP-SAT,
/// MathOpt) queue; a second engine is a second process. Thread-safe. Start 0.1 s, a solver's first call 0.5 s more.
/// </summary>
public sealed class NodeEngine(EngineOptions options) : IOrToolsEngine
{
    private static readonly TimeSpan s_housekeepingLimit = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly SemaphoreSlim _cp = new(1, 1);
    private readonly SemaphoreSlim _lp = new(1, 1);
    private NodeProcess? _process;
    private int _sessions;
    private bool _disposed;

    public NodeEngine() : this(new EngineOptions()) { }

    /// <summary>Id of the running engine process, null when none runs.</summary>
    public int? ProcessId => _process is { HasEnded: false } process ? process.Id : null;

    /// <summary>How many processes were started so far.</summary>
    public int Sessions => _sessions;

    public async Task<byte[]?> SolveCpAsync(
        byte[] model, byte[] parameters, TimeSpan timeLimit, CancellationToken cancellation)
    {
        if (!await EnterAsync(_cp, cancellation)) return null;
        try
        {
            return await TwiceAsync(
                EngineOperation.SolveCp, timeLimit, cancellation, Number((uint)model.Length), model, parameters);
        }
        finally
        {
            _cp.Release();
        }
    }

    public async Task<byte[]?> SolveMipAsync(byte[] request, TimeSpan timeLimit, CancellationToken cancellation)
    {
        if (!await EnterAsync(_lp, cancellation)) return null;
        try
        {
            return await TwiceAsync(EngineOperation.SolveMip, timeLimit, cancellation, request);
        }
        finally
        {
            _lp.Release();
        }
    }

    public async Task<string> ValidateCpAsync(byte[] model)
    {
        var (process, _) = await RunningAsync();
        var answer = await AskAsync(
            process, EngineOperation.ValidateCp, options.SolveGrace, CancellationToken.None, model);
        return Encoding.UTF8.GetString(answer!);
    }

    public async Task<(EngineSession Session, byte[] Answer)> CreateLpAsync(byte[] request)
    {
        // A mixed-integer solve may hold MathOpt's thread for longer than the grace of this call.
        await _lp.WaitAsync();
        try
        {
            var (process, session) = await RunningAsync();
            var answer = await AskAsync(
                process, EngineOperation.CreateLp, options.SolveGrace, CancellationToken.None, request);
            return (session, answer!);
        }
        finally
        {
            _lp.Release();
        }
    }

    public async Task<byte[]?> SolveLpAsync(
        EngineSession session, uint handle, byte[] update, byte[] request, TimeSpan timeLimit,
        CancellationToken cancellation)
    {
        if (!await EnterAsync(_lp, cancellation)) return null;
        try
        {
            var process = ProcessOf(session)
                ?? throw new EngineLostException("ENG003", $"the engine process of session {session.Number} is gone");
            return await AskAsync(
                process, EngineOperation.SolveLp, timeLimit + options.SolveGrace, cancellation,
                Number(handle), Number((uint)update.Length), update, request);
        }
        finally
        {
            _lp.Release();
        }
    }

    public async Task DeleteLpAsync(EngineSession session, uint handle)
    {
        if (ProcessOf(session) is not { } process) return;
        try
        {
            await AskAsync(
                process, EngineOperation.DeleteLp, s_housekeepingLimit, CancellationToken.None, Number(handle));
        }
        catch (EngineLostException)
        {
            // With the process the solver is gone too, which is what was asked for.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_disposed) return;
            _disposed = true;
            if (_process is not null) await _process.DisposeAsync();
            _process = null;
        }
        finally
        {
            _starting.Release();
        }
    }

    private static ReadOnlyMemory<byte> Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static async Task<bool> EnterAsync(SemaphoreSlim queue, CancellationToken cancellation)
    {
        try
        {
            await queue.WaitAsync(cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Solves a whole model; once more, on a new process, when the process is lost.</summary>
    private async Task<byte[]?> TwiceAsync(
        EngineOperation operation, TimeSpan timeLimit, CancellationToken cancellation, params ReadOnlyMemory<byte>[] parts)
    {
        try
        {
            return await OnceAsync(operation, timeLimit, cancellation, parts);
        }
        catch (EngineLostException) when (!cancellation.IsCancellationRequested)
        {
            return await OnceAsync(operation, timeLimit, cancellation, parts);
        }
    }

    private async Task<byte[]?> OnceAsync(
        EngineOperation operation, TimeSpan timeLimit, CancellationToken cancellation, ReadOnlyMemory<byte>[] parts)
    {
        var (process, _) = await RunningAsync();
        return await AskAsync(process, operation, timeLimit + options.SolveGrace, cancellation, parts);
    }

    private NodeProcess? ProcessOf(EngineSession session)
    {
        var process = _process;
        return process is { HasEnded: false } && session.Number == _sessions ? process : null;
    }

    private async Task<(NodeProcess Process, EngineSession Session)> RunningAsync()
    {
        await _starting.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_process is { HasEnded: false } running) return (running, new EngineSession(_sessions));
            if (_process is not null) await _process.DisposeAsync();
            _process = NodeProcess.Start(options);
            _sessions++;
            await AskAsync(_process, EngineOperation.Hello, options.StartLimit, CancellationToken.None);
            return (_process, new EngineSession(_sessions));
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Sends and waits; null when the request was cancelled and the engine had nothing to give.</summary>
    private async Task<byte[]?> AskAsync(
        NodeProcess process, EngineOperation operation, TimeSpan limit, CancellationToken cancellation,
        params ReadOnlyMemory<byte>[] parts)
    {
        var (id, answering) = process.Send(operation, parts);
        EngineAnswer answer;
        try
        {
            answer = await answering.WaitAsync(limit, cancellation);
        }
        catch (OperationCanceledException)
        {
            return await CancelAsync(process, id, answering);
        }
        catch (TimeoutException)
        {
            var lost = new EngineLostException(
                "ENG004", $"the engine did not answer {operation} within {limit.TotalSeconds:0.#} s and was ended");
            process.Kill(lost);
            throw lost;
        }

        return Unwrap(operation, answer);
    }

    private async Task<byte[]?> CancelAsync(NodeProcess process, uint id, Task<EngineAnswer> answering)
    {
        var (_, acknowledged) = process.Send(EngineOperation.Cancel, Number(id));
        try
        {
            await acknowledged.WaitAsync(options.CancelGrace);
            return Unwrap(EngineOperation.Cancel, await answering.WaitAsync(options.CancelGrace));
        }
        catch (TimeoutException)
        {
            process.Kill(new EngineLostException("ENG004", "the engine did not stop when cancelled and was ended"));
            return null;
        }
        catch (EngineLostException)
        {
            return null;
        }
    }

    private static byte[]? Unwrap(EngineOperation operation, EngineAnswer answer) => answer.Kind switch
    {
        EngineAnswerKind.Answer => answer.Payload,
        EngineAnswerKind.CancelledBeforeStart => null,
        _ => throw new EngineException(
            "ENG007", $"the engine failed at {operation}: {Encoding.UTF8.GetString(answer.Payload)}"),
    };
}
