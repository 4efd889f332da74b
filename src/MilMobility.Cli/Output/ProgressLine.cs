using System.Diagnostics;
using MilMobility.Pipeline;
using MilMobility.Reporting.Text;

namespace MilMobility.Cli.Output;

/// <summary>
/// Progress on standard error: one line rewritten in a terminal, a line every few seconds in a log. Reports may come from any
/// thread.
/// </summary>
public sealed class ProgressLine : IProgress<RunProgress>, IDisposable
{
    private const int TerminalMillisecondsMin = 100;
    private const int LogMillisecondsMin = 3000;

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private string _stage = "";
    private long _nextMilliseconds;
    private int _width;

    public void Report(RunProgress value)
    {
        lock (_lock)
        {
            var now = _clock.ElapsedMilliseconds;
            if (now < _nextMilliseconds && value.Stage == _stage) return;
            _stage = value.Stage;
            _nextMilliseconds = now + (_terminal ? TerminalMillisecondsMin : LogMillisecondsMin);
            var line = Line(value, now);
            if (_terminal)
            {
                // A line that the terminal breaks could not be rewritten.
                line = line[..Math.Min(line.Length, Math.Max(20, Console.WindowWidth - 1))];
                Console.Error.Write($"\r{line.PadRight(_width)}");
                _width = line.Length;
            }
            else
            {
                Console.Error.WriteLine(line);
            }
        }
    }

    /// <summary>Ends the rewritten line.</summary>
    public void Dispose()
    {
        if (_terminal && _width > 0) Console.Error.Write($"\r{new string(' ', _width)}\r");
    }

    private static string Line(RunProgress value, long milliseconds)
    {
        var best = value.ObjectiveMicroEuros is { } objective ? $"  best {Formats.Euros(objective)}" : "";
        var gap = value.Gap is { } share ? $"  gap {Formats.Percent(share)}"
            : value.ObjectiveMicroEuros is null ? "" : "  bound not yet known";
        var bound = value.BoundMicroEuros is { } proven ? $"  bound {Formats.Euros(proven)}" : "";
        return $"{milliseconds / 1000.0,6:F1} s {Formats.Percent(value.Fraction, 0),6}  {value.Stage}: {value.Detail}{best}{bound}{gap}";
    }
}
