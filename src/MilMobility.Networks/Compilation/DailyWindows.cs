using MilMobility.Domain.Scenarios;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Turns hours that come again every day into windows of seconds since the scenario's start, as <see cref="CurfewWindows"/> does, minute
/// by minute on the local clock. Hours that run past midnight count by the day on which they begin. The windows of equal hours are
/// found once. O(horizon minutes) per distinct hours. Not thread-safe.
/// </summary>
internal sealed class DailyWindows(LocalClock clock, int horizonSeconds)
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerDay = 86_400;

    private readonly Dictionary<DailyHours, List<(int From, int To)>> _known = [];

    /// <summary>The parts of [from, to) in which the hours hold, ascending and disjoint; all of it without hours.</summary>
    public IReadOnlyList<(int From, int To)> Within(DailyHours? hours, int from, int to)
    {
        if (hours is null) return from < to ? [(from, to)] : [];
        if (!_known.TryGetValue(hours, out var all)) _known[hours] = all = OverHorizon(hours);
        return [.. all.Select(w => (From: Math.Max(w.From, from), To: Math.Min(w.To, to))).Where(w => w.From < w.To)];
    }

    private List<(int From, int To)> OverHorizon(DailyHours hours)
    {
        var windows = new List<(int From, int To)>();
        var openedAt = -1;
        for (var second = 0; second < horizonSeconds; second += SecondsPerMinute)
        {
            var holds = Holds(hours, second);
            if (holds && openedAt < 0) openedAt = second;
            if (holds || openedAt < 0) continue;
            windows.Add((openedAt, second));
            openedAt = -1;
        }

        if (openedAt >= 0) windows.Add((openedAt, horizonSeconds));
        return windows;
    }

    private bool Holds(DailyHours hours, int second)
    {
        var local = clock.At(second);
        var minute = (local.Hour * 60) + local.Minute;
        var (from, to) = (hours.FromMinuteOfDay, hours.ToMinuteOfDay);
        if (from < to) return minute >= from && minute < to && hours.Days.HasFlag(KindOf(local));
        // Past midnight: the evening of a day that counts, or the morning after one.
        return (minute >= from && hours.Days.HasFlag(KindOf(local)))
            || (minute < to && hours.Days.HasFlag(KindOf(local.AddSeconds(-SecondsPerDay))));
    }

    private static DayTypes KindOf(DateTimeOffset local) => local.DayOfWeek switch
    {
        DayOfWeek.Saturday => DayTypes.Saturday,
        DayOfWeek.Sunday => DayTypes.Sunday,
        _ => DayTypes.Weekday,
    };
}
