using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// What the patches and curfews of a scenario do to the links of a dataset: windows per link and lock, and limits. Every fault of
/// every patch is collected before anything is used. The dataset itself is never written to. Not thread-safe.
/// </summary>
internal sealed class PatchedColumns
{
    private const int MinutesPerDay = 24 * 60;

    private readonly NetworkDataset _dataset;
    private readonly PatchTargets _targets;
    private readonly PatchedLimits _limits;
    private readonly Dictionary<string, int> _nodeIndex;
    private readonly Dictionary<string, int> _chambers;
    private readonly Dictionary<string, List<NetworkPatch>> _outages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Target, PatchEffect Effect), List<NetworkPatch>> _factors = [];
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private DailyWindows? _daily;

    public PatchedColumns(NetworkDataset dataset, string scenarioFile, DiagnosticBag diagnostics)
    {
        _dataset = dataset;
        _file = scenarioFile;
        _diagnostics = diagnostics;
        _targets = new PatchTargets(dataset, Error);
        _limits = new PatchedLimits(dataset, Error);
        _nodeIndex = Enumerable.Range(0, dataset.Nodes.Count).ToDictionary(n => dataset.Nodes[n].Id, n => n, StringComparer.Ordinal);
        _chambers = dataset.Facilities.Where(f => f.Chambers.Count > 0).GroupBy(f => f.Node, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Chambers.Count, StringComparer.Ordinal);
        Closed = new WindowSet(dataset.Links.Count);
        SpeedFactor = new WindowSet(dataset.Links.Count);
        CapacityFactor = new WindowSet(dataset.Links.Count);
        ChambersInService = new WindowSet(dataset.Nodes.Count);
    }

    public WindowSet Closed { get; }

    public WindowSet SpeedFactor { get; }

    public WindowSet CapacityFactor { get; }

    /// <summary>Per node of a lock, chambers left in service.</summary>
    public WindowSet ChambersInService { get; }

    /// <summary>[L] the dataset's limits, with what patches make of them.</summary>
    public int[] Limit(LinkLimit limit) => _limits.Of(limit);

    /// <summary>Where a patch stands, for a message about another.</summary>
    public static string Place(NetworkPatch patch) =>
        patch.File.Length == 0 ? $"the patch on line {patch.Line}" : $"the patch at {patch.File}:{patch.Line}";

    public void Apply(NetworkPatch patch, LocalClock clock, int horizonSeconds)
    {
        _daily ??= new DailyWindows(clock, horizonSeconds);
        var isLock = patch.Effect == PatchEffect.LockOutage;
        var locks = isLock ? _targets.Locks(patch) : [];
        var links = isLock ? [] : _targets.Links(patch);
        if (locks is null || links is null) return;
        if (!(WindowIsValid(patch) & ValueIsValid(patch))) return;
        var windows = IsTimed(patch) ? _daily.Within(patch.Daily, patch.FromSeconds, patch.ToSeconds) : [];
        var isEmpty = isLock ? locks.Count == 0 : links.Count == 0;
        if (isEmpty || (IsTimed(patch) && (windows.Count == 0 || patch.FromSeconds >= horizonSeconds)))
        {
            WithoutEffect(patch, "warning.patch-out-of-reach");
            return;
        }

        if (isLock) TakeOut(patch, locks, windows);
        else ApplyTo(links, patch, windows);
    }

    public void Apply(Curfew curfew, LocalClock clock, int horizonSeconds)
    {
        if (curfew.FromMinuteOfDay < 0 || curfew.ToMinuteOfDay > MinutesPerDay
            || curfew.FromMinuteOfDay >= curfew.ToMinuteOfDay)
        {
            _diagnostics.Error(NetworkCodes.CurfewHours, _file, curfew.Line,
                $"curfew from minute {curfew.FromMinuteOfDay} to {curfew.ToMinuteOfDay} of the day; "
                + $"must satisfy 0 <= from < to <= {MinutesPerDay}");
            return;
        }

        var links = Enumerable.Range(0, _dataset.Links.Count).Where(l => IsMeant(curfew, _dataset.Links[l])).ToList();
        if (links.Count == 0)
        {
            _diagnostics.Warning(NetworkCodes.CurfewWithoutLinks, _file, curfew.Line,
                Sentence.Of(
                    "warning.curfew", ("mode", Phrase.By(curfew.Mode)), ("classes", string.Join(", ", curfew.LinkClasses)),
                    ("regions", string.Join(", ", curfew.Regions)), ("name", _dataset.Name)));
        }

        var windows = CurfewWindows.Of(curfew, clock, horizonSeconds);
        foreach (var link in links)
        {
            foreach (var (from, to) in windows) Closed.Add(link, from, to, 0);
        }
    }

    private static bool IsMeant(Curfew curfew, LinkRow link) =>
        link.Mode == curfew.Mode
        && (curfew.LinkClasses.Count == 0 || curfew.LinkClasses.Contains(link.Class))
        && (curfew.Regions.Count == 0 || curfew.Regions.Contains(link.Region));

    private static bool IsTimed(NetworkPatch patch) =>
        patch.Effect is not (PatchEffect.DraughtLimit or PatchEffect.Limit or PatchEffect.LowWater);

    private bool WindowIsValid(NetworkPatch patch)
    {
        if (!IsTimed(patch) || patch.FromSeconds < patch.ToSeconds) return true;
        Error(patch, NetworkCodes.PatchWindow, $"is from second {patch.FromSeconds} to {patch.ToSeconds}; must end after it starts");
        return false;
    }

    private bool ValueIsValid(NetworkPatch patch)
    {
        var (what, min, max, unit) = patch.Effect switch
        {
            PatchEffect.SpeedFactor or PatchEffect.CapacityFactor => ($"has {patch.Effect} {patch.Value}", 1, 100, " hundredths"),
            PatchEffect.DraughtLimit =>
                ($"has a draught limit of {patch.Value} cm", 1, PatchedLimits.Most(LinkLimit.DraughtCm), ""),
            PatchEffect.Limit => ($"has {patch.Limit} {patch.Value}", 1, PatchedLimits.Most(patch.Limit), ""),
            PatchEffect.LowWater => ($"drops the level by {patch.Value} cm", 1, 1_000, ""),
            PatchEffect.LockOutage => ($"leaves {patch.Value} chambers", 0, int.MaxValue, ""),
            _ => ("", int.MinValue, int.MaxValue, ""),
        };
        if (patch.Value >= min && patch.Value <= max) return true;
        Error(patch, NetworkCodes.PatchValue, $"{what}; must be {min}-{max}{unit}");
        return false;
    }

    private void ApplyTo(IReadOnlyList<int> links, NetworkPatch patch, IReadOnlyList<(int From, int To)> windows)
    {
        switch (patch.Effect)
        {
            case PatchEffect.Closed:
                AddWindows(Closed, links, windows, 0);
                break;
            case PatchEffect.SpeedFactor:
                WarnOfOverlap(patch);
                AddWindows(SpeedFactor, links, windows, patch.Value);
                break;
            case PatchEffect.CapacityFactor:
                WarnOfOverlap(patch);
                if (Suitable(patch, links, l => l.Mode != TransportMode.Water, "a road or a railway; at a lock: lock-outage") is { } rated)
                    AddWindows(CapacityFactor, rated, windows, patch.Value);
                break;
            case PatchEffect.LowWater:
                if (Suitable(patch, links, l => l.Mode == TransportMode.Water, "a water link") is { } water && !_limits.Drop(patch, water))
                    WithoutEffect(patch, "warning.patch-without-draught");
                break;
            default:
                var limit = patch.Effect == PatchEffect.DraughtLimit ? LinkLimit.DraughtCm : patch.Limit;
                if (Suitable(patch, links, l => PatchedLimits.Suits(limit, l.Mode), $"a link that has a limit of {limit}") is { } limited)
                    _limits.Set(patch, limit, limited);
                break;
        }
    }

    /// <summary>The links that an effect suits; others are passed over, but there must be one.</summary>
    private List<int>? Suitable(NetworkPatch patch, IReadOnlyList<int> links, Func<LinkRow, bool> suits, string allowed)
    {
        var suitable = links.Where(l => suits(_dataset.Links[l])).ToList();
        if (suitable.Count > 0) return suitable;
        Error(patch, NetworkCodes.PatchMode, $"has effect {patch.Effect} on a {_dataset.Links[links[0]].Mode} link; must be {allowed}");
        return null;
    }

    private static void AddWindows(WindowSet set, IReadOnlyList<int> links, IReadOnlyList<(int From, int To)> windows, int value)
    {
        foreach (var link in links)
        {
            foreach (var (from, to) in windows) set.Add(link, from, to, value);
        }
    }

    private void TakeOut(NetworkPatch patch, IReadOnlyList<string> locks, IReadOnlyList<(int From, int To)> windows)
    {
        foreach (var node in locks)
        {
            if (patch.Value >= _chambers[node])
            {
                Error(patch, NetworkCodes.PatchValue,
                    $"leaves {patch.Value} chambers of lock '{node}', which has {_chambers[node]}; must be fewer, 0 to close it");
                continue;
            }

            if (!_outages.TryGetValue(node, out var others)) _outages[node] = others = [];
            if (others.Find(o => o.Value != patch.Value && MayOverlap(o, patch)) is { } other)
            {
                Error(patch, NetworkCodes.PatchContradicts,
                    $"leaves {patch.Value} chambers of lock '{node}', and {Place(other)} leaves {other.Value} at the same time; "
                    + "must agree, or not overlap");
            }

            others.Add(patch);
            foreach (var (from, to) in windows) ChambersInService.Add(_nodeIndex[node], from, to, patch.Value);
        }
    }

    private bool MayOverlap(NetworkPatch a, NetworkPatch b)
    {
        var ofB = _daily!.Within(b.Daily, b.FromSeconds, b.ToSeconds);
        return _daily.Within(a.Daily, a.FromSeconds, a.ToSeconds).Any(w => ofB.Any(v => v.From < w.To && w.From < v.To));
    }

    /// <summary>Two factors on the same thing at the same time: the smaller holds, which may not be what their author meant.</summary>
    private void WarnOfOverlap(NetworkPatch patch)
    {
        if (!_factors.TryGetValue((patch.Target, patch.Effect), out var others))
            _factors[(patch.Target, patch.Effect)] = others = [];
        if (others.Find(o => o.Value != patch.Value && MayOverlap(o, patch)) is { } other)
        {
            _diagnostics.Warning(NetworkCodes.PatchOverlaps, FileOf(patch), patch.Line,
                Sentence.Of(
                    "warning.patch-overlaps", ("where", Words(patch)), ("effect", patch.Effect.ToString()), ("value", patch.Value),
                    ("other", Place(other)), ("smaller", other.Value)));
        }

        others.Add(patch);
    }

    private void WithoutEffect(NetworkPatch patch, string message) => _diagnostics.Warning(
        NetworkCodes.PatchWithoutEffect, FileOf(patch), patch.Line, Sentence.Of(message, ("where", Words(patch))));

    private static Sentence Words(NetworkPatch patch) => patch.Words ?? Sentence.AsIs(patch.Target);

    private string FileOf(NetworkPatch patch) => patch.File.Length == 0 ? _file : patch.File;

    private void Error(NetworkPatch patch, string code, string problem) =>
        _diagnostics.Error(code, FileOf(patch), patch.Line, $"patch of '{patch.Target}' {problem}");
}
