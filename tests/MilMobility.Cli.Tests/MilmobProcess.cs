using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MilMobility.Cli.Tests;

/// <summary>How a call of the program ended.</summary>
internal sealed record Ended(int ExitCode, string Out, string Err, long PeakBytes)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Lines of standard error that are findings: they start with a code.</summary>
    public IReadOnlyList<string> Findings =>
        [.. Err.Split('\n').Where(l => l.Length > 6 && char.IsAsciiLetterUpper(l[0]) && char.IsAsciiDigit(l[5]) && l[6] == ' ')];
}

/// <summary>The built program as a child process, found beside the tests. Ended when the test ends, whatever happens.</summary>
internal sealed class MilmobProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _err = new();
    private long _peakBytes;

    private MilmobProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Err
    {
        get
        {
            lock (_err) return _err.ToString();
        }
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Ended> RunAsync(string folder, params string[] args)
    {
        await using var process = Start(folder, args);
        return await process.EndAsync();
    }

    public static MilmobProcess Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "milmob.dll"), .. args])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            // A call of a second or two never earns back what measuring its code for a better compilation costs.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        var milmob = new MilmobProcess(new Process { StartInfo = start });
        milmob._process.OutputDataReceived += (_, line) => milmob.Take(milmob._out, line.Data);
        milmob._process.ErrorDataReceived += (_, line) => milmob.Take(milmob._err, line.Data);
        milmob._process.Start();
        milmob._process.BeginOutputReadLine();
        milmob._process.BeginErrorReadLine();
        return milmob;
    }

    public async Task<Ended> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (!_process.HasExited)
        {
            SamplePeak();
            await Task.WhenAny(_process.WaitForExitAsync(limit.Token), Task.Delay(50, limit.Token));
            limit.Token.ThrowIfCancellationRequested();
        }

        await _process.WaitForExitAsync(limit.Token);
        lock (_out) return new Ended(_process.ExitCode, _out.ToString(), Err, _peakBytes);
    }

    public void Kill() => _process.Kill();

    /// <summary>Waits until standard error says something.</summary>
    public async Task SaysAsync(string text)
    {
        var patience = Stopwatch.StartNew();
        while (!Err.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"ended before it said '{text}': {Err}");
            Assert.True(patience.Elapsed < Patience, $"did not say '{text}': {Err}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ctrl-C. Where the tests' own shell ignores it, so does a child; an orderly stop is handled the same way.</summary>
    public void Interrupt()
    {
        var ignored = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        Signal((Convert.ToUInt64(ignored[7..].Trim(), 16) & 2) == 0 ? "INT" : "TERM");
    }

    public void Signal(string name)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{name}", $"{Id}"]) { UseShellExecute = false })!;
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        // Its engine process ends by itself when its standard input does.
        if (!_process.HasExited) _process.Kill();
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
    }

    private void Take(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    private void SamplePeak()
    {
        try
        {
            _process.Refresh();
            _peakBytes = Math.Max(_peakBytes, _process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the answer; the last sample stands.
            _peakBytes = Math.Max(_peakBytes, 0);
        }
    }
}
