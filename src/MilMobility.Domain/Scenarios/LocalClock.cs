namespace MilMobility.Domain.Scenarios;

/// <summary>
/// Local civil time (Europe/Amsterdam) of seconds since the scenario's start, across changes of summer time. Built once by the
/// scenario reader from the time-zone database; holds the offsets that are in force within the horizon. Immutable.
/// </summary>
public sealed class LocalClock
{
    private readonly int[] _fromSeconds;
    private readonly int[] _offsetSeconds;

    /// <param name="start">The scenario's start.</param>
    /// <param name="offsets">
    /// Offset from UTC in seconds, each with the second since the start from which it holds; the first from 0.
    /// </param>
    public LocalClock(DateTimeOffset start, IReadOnlyList<(int FromSeconds, int OffsetSeconds)> offsets)
    {
        if (offsets.Count == 0 || offsets[0].FromSeconds != 0)
            throw new ArgumentException("the first offset must hold from second 0", nameof(offsets));
        Start = start;
        _fromSeconds = [.. offsets.Select(o => o.FromSeconds)];
        _offsetSeconds = [.. offsets.Select(o => o.OffsetSeconds)];
    }

    /// <summary>Second 0.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Offsets from UTC, each with the second from which it holds.</summary>
    public IReadOnlyList<(int FromSeconds, int OffsetSeconds)> Offsets =>
        [.. _fromSeconds.Zip(_offsetSeconds, (from, offset) => (from, offset))];

    /// <summary>Local date and time, with its offset.</summary>
    public DateTimeOffset At(int seconds)
    {
        var i = Array.BinarySearch(_fromSeconds, seconds);
        var offset = TimeSpan.FromSeconds(_offsetSeconds[i >= 0 ? i : Math.Max(0, ~i - 1)]);
        return Start.AddSeconds(seconds).ToOffset(offset);
    }

    /// <summary>Kind of local day; public holidays count as the weekday they fall on.</summary>
    public DayTypes DayAt(int seconds) => At(seconds).DayOfWeek switch
    {
        DayOfWeek.Saturday => DayTypes.Saturday,
        DayOfWeek.Sunday => DayTypes.Sunday,
        _ => DayTypes.Weekday,
    };
}
