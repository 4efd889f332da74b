using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>A stretch of time, [From, To) seconds.</summary>
internal readonly record struct TimeSpanSeconds(long From, long To);

/// <summary>
/// What the scenario's patches and curfews do to each link, read from the raw rows: speed factors, draught, and the windows in
/// which the link is closed. Windows of a link are merged on first use and then answered by binary search.
/// </summary>
internal sealed class PatchFacts
{
    private const int SecondsPerMinute = 60;

    private readonly NetworkFacts _network;
    private readonly Dictionary<int, List<NetworkPatch>> _patchesOfLink = [];
    private readonly List<(Curfew Curfew, List<TimeSpanSeconds> Windows)> _curfews;
    private readonly Dictionary<int, List<TimeSpanSeconds>> _closedOfLink = [];

    public PatchFacts(MissionScenario scenario, NetworkFacts network)
    {
        _network = network;
        var linksOfNode = LinksOfNodes(network.Dataset, scenario.Patches);
        foreach (var patch in scenario.Patches)
        {
            var link = network.LinkIndex(patch.Target);
            if (link >= 0) AddPatch(link, patch);
            else if (linksOfNode.TryGetValue(patch.Target, out var links)) links.ForEach(l => AddPatch(l, patch));
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
            if (patch.Effect == PatchEffect.SpeedFactor && patch.FromSeconds <= atSeconds && atSeconds < patch.ToSeconds)
                factor = Math.Min(factor, patch.Value);
        }

        return factor;
    }

    /// <summary>Draught that the link takes, cm: the smallest of its own and of low water; null if nothing is known.</summary>
    public int? DraughtCm(int link)
    {
        var draught = _network.Link(link).DraughtCm;
        if (!_patchesOfLink.TryGetValue(link, out var patches)) return draught;
        foreach (var patch in patches)
        {
            if (patch.Effect == PatchEffect.DraughtLimit) draught = Math.Min(draught ?? int.MaxValue, patch.Value);
        }

        return draught;
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

    private static Dictionary<string, List<int>> LinksOfNodes(NetworkDataset dataset, IReadOnlyList<NetworkPatch> patches)
    {
        var links = new Dictionary<string, List<int>>();
        foreach (var patch in patches) links.TryAdd(patch.Target, []);
        for (var link = 0; link < dataset.Links.Count; link++)
        {
            if (links.TryGetValue(dataset.Links[link].From, out var atFrom)) atFrom.Add(link);
            if (links.TryGetValue(dataset.Links[link].To, out var atTo)) atTo.Add(link);
        }

        return links;
    }

    private void AddPatch(int link, NetworkPatch patch)
    {
        if (!_patchesOfLink.TryGetValue(link, out var patches)) _patchesOfLink[link] = patches = [];
        patches.Add(patch);
    }

    private List<TimeSpanSeconds> ClosedWindows(int link)
    {
        var row = _network.Link(link);
        var windows = new List<TimeSpanSeconds>();
        foreach (var patch in _patchesOfLink.GetValueOrDefault(link) ?? [])
        {
            if (patch.Effect == PatchEffect.Closed) windows.Add(new TimeSpanSeconds(patch.FromSeconds, patch.ToSeconds));
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
        var day = local.DayOfWeek switch
        {
            DayOfWeek.Saturday => DayTypes.Saturday,
            DayOfWeek.Sunday => DayTypes.Sunday,
            _ => DayTypes.Weekday,
        };
        var minute = (local.Hour * 60) + local.Minute;
        return curfew.Days.HasFlag(day) && curfew.FromMinuteOfDay <= minute && minute < curfew.ToMinuteOfDay;
    }

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
