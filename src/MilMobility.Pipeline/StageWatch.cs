using System.Diagnostics;

namespace MilMobility.Pipeline;

/// <summary>Wall-clock seconds by stage, for the manifest.</summary>
internal sealed class StageWatch
{
    private readonly Stopwatch _total = Stopwatch.StartNew();
    private readonly Dictionary<string, double> _seconds = new(StringComparer.Ordinal);

    public DateTimeOffset StartedUtc { get; } = DateTimeOffset.UtcNow;

    public double TotalSeconds => _total.Elapsed.TotalSeconds;

    public IReadOnlyDictionary<string, double> Seconds => _seconds;

    public T Time<T>(string stage, Func<T> work)
    {
        var start = _total.Elapsed;
        var result = work();
        _seconds[stage] = (_total.Elapsed - start).TotalSeconds;
        return result;
    }

    public async Task<T> TimeAsync<T>(string stage, Func<Task<T>> work)
    {
        var start = _total.Elapsed;
        var result = await work().ConfigureAwait(false);
        _seconds[stage] = (_total.Elapsed - start).TotalSeconds;
        return result;
    }
}
