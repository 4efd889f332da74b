using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>A stretch of time, [From, To) seconds.</summary>
internal readonly record struct TimeSpanSeconds(long From, long To);

/// <summary>
/// What the scenario's patches and curfews do to each link and lock, read from the raw rows: speed factors, limits, the windows in
/// which a link is closed and those in which chambers are out of service. Windows of a link are merged on first use and then
/// answered by binary search.
/// </summary>
internal sealed class PatchFacts
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerHour = 3600;

    private readonly NetworkFacts _network;
    private readonly Dictionary<int, List<NetworkPatch>> _patchesOfLink = [];
    private readonly List<(Curfew Curfew, List<TimeSpanSeconds> Windows)> _curfews;
    private readonly Dictionary<int, List<TimeSpanSeconds>> _closedOfLink = [];
    private readonly Dictionary<string, List<NetworkPatch>> _outagesOfLock = [];
    private readonly Dictionary<NetworkPatch, List<TimeSpanSeconds>> _windowsOfPatch = new(ReferenceEqualityComparer.Instance);
    private readonly MissionScenario _scenario;

    public PatchFacts(MissionScenario scenario, NetworkFacts network)
    {
        _network = network;
        _scenario = scenario;
        foreach (var patch in scenario.Patches)
        {
            var reading = new PatchReading(patch, network);
            if (patch.Effect == PatchEffect.LockOutage)
            {
                foreach (var node in reading.Locks) ListOf(_outagesOfLock, node).Add(patch);
                continue;
            }

            for (var link = 0; link < network.Dataset.Links.Count; link++)
                if (reading.Means(network.Link(link))) ListOf(_patchesOfLink, link).Add(patch);
        }

        _curfews = [.. scenario.Curfews.Select(c => (c, WindowsOf(c, scenario.Clock, scenario.HorizonSeconds)))];
    }

    /// <summary>Smallest speed factor in force on the link at that second, hundredths; 100 without one.</summary>
    public int SpeedFactor(int link, long atSeconds)
    {
        var factor = 100;
        if (!_patchesOfLink.TryGetValue(link, out var patches)) return factor;
        foreach (var patch in patches)
        {
            if (patch.Effect == PatchEffect.SpeedFactor && WindowsOf(patch).Any(w => w.From <= atSeconds && atSeconds < w.To))
                factor = Math.Min(factor, patch.Value);
        }

        return factor;
    }

    /// <summary>Smallest capacity factor that meets the hour from that second on, hundredths; 100 without one.</summary>
    public int CapacityFactor(int link, long hourStart)
    {
        var factor = 100;
        foreach (var patch in _patchesOfLink.GetValueOrDefault(link) ?? [])
        {
            if (patch.Effect != PatchEffect.CapacityFactor) continue;
            if (WindowsOf(patch).Any(w => w.From < hourStart + SecondsPerHour && hourStart < w.To)) factor = Math.Min(factor, patch.Value);
        }

        return factor;
    }

    /// <summary>
    /// What the link allows: its own limit, a loosened one in its place, the smallest of the stricter ones; for the draught also what low
    /// water leaves of the link's own. Null if there is no limit.
    /// </summary>
    public int? Limit(int link, LinkLimit limit, int? own)
    {
        if (!_patchesOfLink.TryGetValue(link, out var patches)) return own;
        var set = patches.Where(p => LimitOf(p) == limit).ToList();
        var allowed = set.Find(p => p.Loosens) is { } loosened ? loosened.Value : own ?? int.MaxValue;
        foreach (var patch in set) allowed = Math.Min(allowed, patch.Value);
        if (limit == LinkLimit.DraughtCm && own is { } depth)
        {
            foreach (var water in patches.Where(p => p.Effect == PatchEffect.LowWater))
                allowed = Math.Min(allowed, Math.Max(0, depth - water.Value));
        }

        return allowed == int.MaxValue ? null : allowed;
    }

    /// <summary>When chambers of a lock are out of service, and how many of so many.</summary>
    public IEnumerable<(TimeSpanSeconds Window, int Out)> OutagesOf(string node, int chambers)
    {
        // Outages that leave different numbers never overlap: that is refused. Those that leave the same number may.
        foreach (var same in (_outagesOfLock.GetValueOrDefault(node) ?? []).GroupBy(p => p.Value))
            foreach (var window in Merged([.. same.SelectMany(WindowsOf)])) yield return (window, chambers - same.Key);
    }

    /// <summary>First closed window that meets [from, to), or null.</summary>
    public TimeSpanSeconds? ClosedDuring(int link, long from, long to)
    {
        if (!_closedOfLink.TryGetValue(link, out var windows)) _closedOfLink[link] = windows = ClosedWindows(link);
        int low = 0, high = windows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (windows[middle].To <= from) low = middle + 1;
            else high = middle;
        }

        return low < windows.Count && windows[low].From < to ? windows[low] : null;
    }

    private static LinkLimit LimitOf(NetworkPatch patch) => patch.Effect switch
    {
        PatchEffect.DraughtLimit => LinkLimit.DraughtCm,
        PatchEffect.Limit => patch.Limit,
        _ => LinkLimit.None,
    };

    private static List<NetworkPatch> ListOf<TKey>(Dictionary<TKey, List<NetworkPatch>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }

    /// <summary>When a patch is in force: its window, or the daily hours within it, minute by minute on the local clock.</summary>
    private List<TimeSpanSeconds> WindowsOf(NetworkPatch patch)
    {
        if (patch.Daily is not { } hours) return [new TimeSpanSeconds(patch.FromSeconds, patch.ToSeconds)];
        if (_windowsOfPatch.TryGetValue(patch, out var windows)) return windows;
        windows = [];
        for (long minute = patch.FromSeconds / SecondsPerMinute; minute * SecondsPerMinute < patch.ToSeconds; minute++)
        {
            var local = _scenario.Clock.At((int)(minute * SecondsPerMinute));
            var ofDay = (local.Hour * 60) + local.Minute;
            var isOverMidnight = hours.ToMinuteOfDay <= hours.FromMinuteOfDay;
            // After midnight the hours belong to the day before.
            var began = isOverMidnight && ofDay < hours.ToMinuteOfDay ? local.AddDays(-1) : local;
            var isIn = isOverMidnight
                ? ofDay >= hours.FromMinuteOfDay || ofDay < hours.ToMinuteOfDay
                : ofDay >= hours.FromMinuteOfDay && ofDay < hours.ToMinuteOfDay;
            if (!isIn || !hours.Days.HasFlag(DayOf(began))) continue;
            windows.Add(new TimeSpanSeconds(
                Math.Max(patch.FromSeconds, minute * SecondsPerMinute), Math.Min(patch.ToSeconds, (minute + 1) * SecondsPerMinute)));
        }

        return _windowsOfPatch[patch] = Merged(windows);
    }

    private List<TimeSpanSeconds> ClosedWindows(int link)
    {
        var row = _network.Link(link);
        var windows = new List<TimeSpanSeconds>();
        foreach (var patch in _patchesOfLink.GetValueOrDefault(link) ?? [])
        {
            if (patch.Effect == PatchEffect.Closed) windows.AddRange(WindowsOf(patch));
        }

        foreach (var (curfew, own) in _curfews)
        {
            if (curfew.Mode != row.Mode) continue;
            if (curfew.LinkClasses.Count > 0 && !curfew.LinkClasses.Contains(row.Class)) continue;
            if (curfew.Regions.Count > 0 && !curfew.Regions.Contains(row.Region)) continue;
            windows.AddRange(own);
        }

        return Merged(windows);
    }

    /// <summary>
    /// Windows of a curfew from the start to a day beyond the horizon, minute by minute on the local clock, so that a night with
    /// a change of summer time needs no case of its own. The scenario starts on a whole hour, and offsets are whole minutes.
    /// </summary>
    private static List<TimeSpanSeconds> WindowsOf(Curfew curfew, LocalClock clock, int horizonSeconds)
    {
        var windows = new List<TimeSpanSeconds>();
        var end = (long)horizonSeconds + 86_400;
        long? from = null;
        for (long second = 0; second <= end && second <= int.MaxValue; second += SecondsPerMinute)
        {
            var inForce = second < end && IsInForce(curfew, clock.At((int)second));
            if (inForce && from is null) from = second;
            if (inForce || from is null) continue;
            windows.Add(new TimeSpanSeconds(from.Value, second));
            from = null;
        }

        if (from is not null) windows.Add(new TimeSpanSeconds(from.Value, end));
        return windows;
    }

    private static bool IsInForce(Curfew curfew, DateTimeOffset local)
    {
        var minute = (local.Hour * 60) + local.Minute;
        return curfew.Days.HasFlag(DayOf(local)) && curfew.FromMinuteOfDay <= minute && minute < curfew.ToMinuteOfDay;
    }

    private static DayTypes DayOf(DateTimeOffset local) => local.DayOfWeek switch
    {
        DayOfWeek.Saturday => DayTypes.Saturday,
        DayOfWeek.Sunday => DayTypes.Sunday,
        _ => DayTypes.Weekday,
    };

    private static List<TimeSpanSeconds> Merged(List<TimeSpanSeconds> windows)
    {
        var merged = new List<TimeSpanSeconds>();
        foreach (var window in windows.Where(w => w.From < w.To).OrderBy(w => w.From))
        {
            if (merged.Count > 0 && window.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, window.To) };
            else merged.Add(window);
        }

        return merged;
    }
}
