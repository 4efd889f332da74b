using System.Diagnostics;
using MilMobility.Convoys.Planning;

namespace MilMobility.Cli.Output;

/// <summary>Progress of `milmob cmp solve` on standard error: a line for a new stage, else at most one every few seconds.</summary>
public sealed class CmpProgress : IProgress<ConvoyProgress>, IDisposable
{
    private const int MillisecondsMin = 2000;

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string _stage = "";
    private long _nextMilliseconds;
    private bool _ended;

    public void Report(ConvoyProgress value)
    {
        lock (_lock)
        {
            var now = _clock.ElapsedMilliseconds;
            if (_ended || (now < _nextMilliseconds && (value.Stage == _stage || now < _nextMilliseconds - MillisecondsMin + 200))) return;
            (_stage, _nextMilliseconds) = (value.Stage, now + MillisecondsMin);
            var best = value.ObjectiveSeconds is { } objective ? $"  best {objective} s" : "";
            Console.Error.WriteLine($"{now / 1000.0,6:F1} s  {value.Stage}{best}  bound {value.BoundSeconds} s");
        }
    }

    public void Dispose()
    {
        lock (_lock) _ended = true;
    }
}
