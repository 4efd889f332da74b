using MilMobility.Domain.Scenarios;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Turns a curfew's local hours into windows of seconds since the scenario's start. It walks the horizon minute by minute and asks
/// the local clock of each, so that a change of summer time needs no rule of its own: the hour that happens twice is closed twice
/// and the hour that does not happen is not closed at all. O(horizon minutes) per curfew.
/// </summary>
internal static class CurfewWindows
{
    private const int SecondsPerMinute = 60;

    /// <summary>Ascending disjoint windows [from, to) within [0, horizon).</summary>
    public static List<(int From, int To)> Of(Curfew curfew, LocalClock clock, int horizonSeconds)
    {
        var windows = new List<(int From, int To)>();
        var openedAt = -1;
        for (var second = 0; second < horizonSeconds; second += SecondsPerMinute)
        {
            var closed = IsClosed(curfew, clock, second);
            if (closed && openedAt < 0) openedAt = second;
            if (closed || openedAt < 0) continue;
            windows.Add((openedAt, second));
            openedAt = -1;
        }

        if (openedAt >= 0) windows.Add((openedAt, horizonSeconds));
        return windows;
    }

    private static bool IsClosed(Curfew curfew, LocalClock clock, int second)
    {
        var local = clock.At(second);
        var minute = (local.Hour * 60) + local.Minute;
        return minute >= curfew.FromMinuteOfDay && minute < curfew.ToMinuteOfDay
            && curfew.Days.HasFlag(clock.DayAt(second));
    }
}
