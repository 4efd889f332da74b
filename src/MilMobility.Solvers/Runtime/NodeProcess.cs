using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MilMobility.Solvers.Runtime;

/// <summary>
/// One running engine process and its frames (described in engine/src/main.mjs). Requests may overlap; each answer finds
/// its request by id. When the process ends, every open request fails with <see cref="EngineLostException"/>. The process
/// ends itself when its standard input closes, so it cannot outlive this one.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private const int HeaderBytes = 9;
    private const int FrameBytesMax = 1 << 30;
    private const int ErrorCharactersKept = 2_000;
    private const int ExitNodeTooOld = 64;
    private static readonly TimeSpan s_exitLimit = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<EngineAnswer>> _open = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;
    private readonly Task _readingErrors;
    private int _lastId;
    private volatile EngineException? _end;

    private NodeProcess(Process process)
    {
        _process = process;
        _input = process.StandardInput.BaseStream;
        _readingErrors = Task.Run(ReadErrorsAsync);
        _reading = Task.Run(ReadAnswersAsync);
    }

    public int Id => _process.Id;

    public bool HasEnded => _end is not null;

    /// <summary>Starts the process; errors ENG001 (no Node.js) and ENG002 (no engine files).</summary>
    public static NodeProcess Start(EngineOptions options)
    {
        var script = Path.Combine(options.Folder, "main.mjs");
        if (!File.Exists(script))
        {
            throw new EngineException(
                "ENG002", $"engine file '{script}' is missing; build src/MilMobility.Solvers, which fetches the engine");
        }

        var start = new ProcessStartInfo(options.NodeProgram)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = options.Folder,
        };
        start.ArgumentList.Add("main.mjs");
        // NODE_OPTIONS and the like must not change what the engine does.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("NODE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return new NodeProcess(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw NodeMissing($"'{options.NodeProgram}' cannot be started: {e.Message}");
        }
    }

    /// <summary>Sends one request; the task completes with the engine's answer.</summary>
    public (uint Id, Task<EngineAnswer> Answer) Send(EngineOperation operation, params ReadOnlyMemory<byte>[] parts)
    {
        var id = (uint)Interlocked.Increment(ref _lastId);
        var completion = new TaskCompletionSource<EngineAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[id] = completion;
        return (id, WriteThenAwaitAsync(id, operation, parts, completion.Task));
    }

    /// <summary>Ends the process at once; open requests fail with <paramref name="reason"/>.</summary>
    public void Kill(EngineLostException reason)
    {
        _end ??= reason;
        KillProcess();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _input.Close();
        }
        catch (IOException)
        {
            // The process is gone already; there is nothing left to flush.
        }

        using (var limit = new CancellationTokenSource(s_exitLimit))
        {
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                KillProcess();
            }
        }

        await _reading;
        await _readingErrors;
        _process.Dispose();
        _writing.Dispose();
    }

    private static EngineException NodeMissing(string found) =>
        new("ENG001", $"{found}; install Node.js 20 or newer (https://nodejs.org) and put it on the PATH");

    private async Task<EngineAnswer> WriteThenAwaitAsync(
        uint id, EngineOperation operation, ReadOnlyMemory<byte>[] parts, Task<EngineAnswer> answer)
    {
        var length = parts.Sum(p => (long)p.Length) + HeaderBytes - 4;
        if (length > FrameBytesMax)
        {
            _open.TryRemove(id, out _);
            throw new EngineException("ENG005", $"the model takes {length} bytes; must be at most {FrameBytesMax}");
        }

        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), id);
        header[8] = (byte)operation;
        await _writing.WaitAsync();
        try
        {
            await _input.WriteAsync(header);
            foreach (var part in parts) await _input.WriteAsync(part);
            await _input.FlushAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The reading side knows how the process ended and fails this request with it.
        }
        finally
        {
            _writing.Release();
        }

        // The reading side may have ended, and failed the requests it knew, before this one was entered.
        if (_end is not null) FailOpenRequests();
        return await answer;
    }

    private async Task ReadAnswersAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        var header = new byte[HeaderBytes];
        try
        {
            while (true)
            {
                await output.ReadExactlyAsync(header);
                var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
                if (length is < HeaderBytes - 4 or > FrameBytesMax) break;
                var payload = new byte[length - (HeaderBytes - 4)];
                await output.ReadExactlyAsync(payload);
                var id = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
                if (_open.TryRemove(id, out var completion))
                    completion.TrySetResult(new EngineAnswer((EngineAnswerKind)header[8], payload));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // End of the stream: the process has ended, and the code below says how.
        }

        KillProcess();
        await _process.WaitForExitAsync();
        await _readingErrors;
        _end ??= EndOf(_process.ExitCode);
        FailOpenRequests();
    }

    private EngineException EndOf(int exitCode)
    {
        var errors = _errors.ToString().Trim();
        return exitCode == ExitNodeTooOld
            ? NodeMissing(errors)
            : new EngineLostException("ENG003", $"the engine process ended with exit code {exitCode}: {errors}");
    }

    private void FailOpenRequests()
    {
        foreach (var id in _open.Keys)
        {
            if (_open.TryRemove(id, out var completion)) completion.TrySetException(_end!);
        }
    }

    private async Task ReadErrorsAsync()
    {
        var buffer = new char[1024];
        for (int count; (count = await _process.StandardError.ReadAsync(buffer)) > 0;)
        {
            _errors.Append(buffer, 0, count);
            if (_errors.Length > ErrorCharactersKept) _errors.Remove(0, _errors.Length - ErrorCharactersKept);
        }
    }

    private void KillProcess()
    {
        try
        {
            // The engine starts no process of its own. Ending a whole tree would first stop this one and then read every process of
            // the machine; a fault of that reading, as others end meanwhile, would leave it stopped, and its readers waiting.
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
