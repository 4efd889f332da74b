using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// What the policy levers and civil floors of a scenario do to the links, nodes and locks of a dataset (rules 16 to 20 and 22 of the
/// movement model). Faults are collected: a name that the dataset does not have, or a selection that does not suit the lever. O(links) per
/// lever.
/// Not thread-safe.
/// </summary>
internal sealed class LeverColumns
{
    private const int SecondsPerHour = 3600;

    private readonly NetworkDataset _dataset;
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly LocalClock _clock;
    private readonly int _horizonSeconds;
    private readonly DailyWindows _daily;
    private readonly PatchTargets _targets;
    private readonly int[] _headways;
    private readonly int[] _caps;
    private readonly List<CompiledCap> _compiledCaps = [];
    private readonly List<CompiledFloor> _floors = [];
    private readonly Dictionary<int, List<int>> _floorsOfLink = [];
    private readonly Dictionary<string, List<int>> _floorsOfLock = new(StringComparer.Ordinal);
    private readonly List<(string Node, HoldUnit Unit, int Most)> _staging = [];
    private readonly List<(string Node, StagingLimit Limit)> _stays = [];
    private string _noun = "";

    public LeverColumns(NetworkDataset dataset, string scenarioFile, DiagnosticBag diagnostics, LocalClock clock, int horizonSeconds)
    {
        (_dataset, _file, _diagnostics, _clock, _horizonSeconds) = (dataset, scenarioFile, diagnostics, clock, horizonSeconds);
        _daily = new DailyWindows(clock, horizonSeconds);
        _targets = new PatchTargets(dataset, (lever, code, problem) =>
            diagnostics.Error(code, _file, lever.Line, $"{_noun} of '{lever.Target}' {problem}"));
        _headways = new int[dataset.Links.Count];
        _caps = new int[dataset.Links.Count];
    }

    /// <summary>Applies all levers; closed hours go to the windows of the patches.</summary>
    public void Apply(PolicyLevers levers, IReadOnlyList<CivilFloor> floors, WindowSet closed)
    {
        foreach (var window in levers.NightWindows) Apply(window, closed);
        foreach (var headway in levers.Headways) Apply(headway);
        foreach (var cap in levers.Caps) Apply(cap);
        foreach (var limit in levers.Staging) Apply(limit);
        foreach (var floor in floors) Apply(floor);
    }

    /// <summary>The hold capacities with what the levers leave of them.</summary>
    public HoldColumns Limit(HoldColumns hold, IReadOnlyDictionary<string, int> nodeIndex)
    {
        foreach (var (id, unit, most) in _staging)
        {
            var node = nodeIndex[id];
            if (hold.Unit[node] == unit) hold.Capacity[node] = Math.Min(hold.Capacity[node], most);
        }

        return hold;
    }

    /// <param name="lockNodes">Nodes of the locks, in their order.</param>
    /// <param name="nodeIndex">Index of each node.</param>
    public CompiledLevers Compile(IReadOnlyList<string> lockNodes, IReadOnlyDictionary<string, int> nodeIndex)
    {
        var stays = new int[_stays.Count == 0 ? 0 : _dataset.Nodes.Count];
        var callForward = new int[stays.Length];
        Array.Fill(callForward, int.MaxValue);
        foreach (var (id, limit) in _stays)
        {
            var node = nodeIndex[id];
            stays[node] = Math.Max(stays[node], limit.StayMinSeconds);
            callForward[node] = Math.Min(callForward[node], limit.CallForwardBySeconds ?? int.MaxValue);
        }

        var ofResource = new IReadOnlyList<int>[_floors.Count == 0 ? 0 : (2 * _dataset.Links.Count) + lockNodes.Count];
        for (var r = 0; r < ofResource.Length; r++)
        {
            ofResource[r] = r < 2 * _dataset.Links.Count
                ? _floorsOfLink.GetValueOrDefault(r >> 1) ?? []
                : _floorsOfLock.GetValueOrDefault(lockNodes[r - (2 * _dataset.Links.Count)]) ?? [];
        }

        return new CompiledLevers
        {
            LinkHeadwaySeconds = _headways.Any(h => h > 0) ? _headways : [],
            LinkCaps = _compiledCaps.Count > 0 ? _caps : [],
            NodeStayMinSeconds = stays,
            NodeCallForwardSeconds = callForward,
            Caps = _compiledCaps,
            Floors = _floors,
            FloorsOfResource = ofResource,
        };
    }

    private void Apply(NightWindow window, WindowSet closed)
    {
        var links = Links("night-window", window.Where, window.Words, window.Line, _ => true, "a link");
        List<(int From, int To)> shut = [];
        var open = 0;
        // Closed is what none of its hours opens.
        foreach (var (from, to) in window.Hours.SelectMany(h => _daily.Within(h, 0, _horizonSeconds)).Order())
        {
            if (from > open) shut.Add((open, from));
            open = Math.Max(open, to);
        }

        if (open < _horizonSeconds) shut.Add((open, _horizonSeconds));
        foreach (var link in links)
        {
            foreach (var (from, to) in shut) closed.Add(link, from, to, 0);
        }
    }

    private void Apply(StatedHeadway headway)
    {
        var links = Links("headway", headway.Where, headway.Words, headway.Line,
            l => l.Mode is TransportMode.Road or TransportMode.Rail, "a road or a railway");
        foreach (var link in links) _headways[link] = Math.Max(_headways[link], headway.Seconds);
    }

    private void Apply(EntryCap cap)
    {
        var links = Links("cap", cap.Where, cap.Words, cap.Line, _ => true, "a link");
        foreach (var link in links) _caps[link] |= 1 << _compiledCaps.Count;
        List<int> cells = [0];
        for (var second = SecondsPerHour; second < _horizonSeconds; second += SecondsPerHour)
        {
            var begins = cap.Per == CapPeriod.Hour || _clock.At(second).Date != _clock.At(second - SecondsPerHour).Date;
            if (begins) cells.Add(second);
        }

        _compiledCaps.Add(new CompiledCap(cap.Words, cap.Most, cap.InVehicles, [.. cells]));
    }

    private void Apply(StagingLimit limit)
    {
        var nodes = StagingNodes(limit);
        RequireStagingKinds(limit);
        var facilities = _dataset.Facilities.Where(f => f.HoldCapacity is not null
            && (limit.At.Count == 0 || nodes.Contains(f.Node)) && (limit.Kinds.Count == 0 || limit.Kinds.Contains(f.Kind))).ToList();
        var before = _staging.Count + _stays.Count;
        foreach (var facility in facilities)
        {
            if (limit.StayMinSeconds > 0 || limit.CallForwardBySeconds is not null) _stays.Add((facility.Node, limit));
            int? most = facility.HoldUnit switch
            {
                HoldUnit.Vehicles => limit.Vehicles,
                HoldUnit.LaneMetres => limit.LaneMetres,
                HoldUnit.Tracks => limit.Tracks,
                HoldUnit.Berths => limit.Berths,
                _ => null,
            };
            if (most is { } number) _staging.Add((facility.Node, facility.HoldUnit, number));
        }

        if (_staging.Count + _stays.Count == before && !_diagnostics.HasErrors)
        {
            _diagnostics.Warning(NetworkCodes.LeverWithoutEffect, _file, limit.Line, Sentence.Of("warning.staging"));
        }
    }

    /// <summary>The nodes that a staging limit names, by their own id or by their place.</summary>
    private HashSet<string> StagingNodes(StagingLimit limit)
    {
        var nodes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in limit.At)
        {
            var own = _dataset.Nodes.Where(n => n.Place == name).Select(n => n.Id).ToList();
            if (own.Count == 0) own = [.. _dataset.Nodes.Where(n => n.Id == name).Select(n => n.Id)];
            if (own.Count == 0)
            {
                _diagnostics.Error(NetworkCodes.PatchTarget, _file, limit.Line,
                    $"staging names '{name}', which dataset '{_dataset.Name}' does not have; must be the id of a node or a place");
            }

            nodes.UnionWith(own);
        }

        return nodes;
    }

    private void RequireStagingKinds(StagingLimit limit)
    {
        if (limit.Kinds.Count == 0) return;
        var known = _dataset.Facilities.Select(f => f.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var kind in limit.Kinds.Except(known, StringComparer.Ordinal))
        {
            var hint = NearestName.Of(kind, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";
            _diagnostics.Error(NetworkCodes.PatchTarget, _file, limit.Line,
                $"staging names kind '{kind}', of which dataset '{_dataset.Name}' has no place; "
                + $"must be one of {string.Join(", ", known)}{hint}");
        }
    }

    private void Apply(CivilFloor floor)
    {
        _noun = "civil floor";
        var lever = Lever(floor.Where with { Mode = floor.Mode }, floor.Words, floor.Line);
        var index = _floors.Count;
        var windows = _daily.Within(floor.Daily, floor.FromSeconds, Math.Min(floor.ToSeconds, _horizonSeconds));
        var hours = new bool[(_horizonSeconds + SecondsPerHour - 1) / SecondsPerHour];
        foreach (var (from, to) in windows)
        {
            for (var h = from / SecondsPerHour; h < hours.Length && h * SecondsPerHour < to; h++) hours[h] = true;
        }

        _floors.Add(new CompiledFloor(floor.Percent ?? 0, floor.UnitsPerHour ?? 0, hours));
        var links = Links("civil-floor", lever.Selection!, floor.Words, floor.Line, _ => true, "a link");
        if (floor.Mode == TransportMode.Water)
        {
            var locks = floor.Where.Locks.Count > 0 ? _targets.Locks(lever) ?? []
                : links.SelectMany(l => new[] { _dataset.Links[l].From, _dataset.Links[l].To }).Distinct(StringComparer.Ordinal);
            foreach (var node in locks) ListOf(_floorsOfLock, node).Add(index);
            return;
        }

        foreach (var link in links) ListOf(_floorsOfLink, link).Add(index);
    }

    /// <summary>The links that a lever means and that suit it; there must be one.</summary>
    private IReadOnlyList<int> Links(
        string lever, PatchSelection where, Sentence words, int line, Func<LinkRow, bool> suits, string allowed)
    {
        var name = Sentence.Of($"lever.{lever}");
        _noun = name.Text;
        if (_targets.Links(Lever(where, words, line)) is not { } links) return [];
        List<int> suitable = [.. links.Where(l => suits(_dataset.Links[l]))];
        if (links.Count > 0 && suitable.Count == 0)
        {
            _diagnostics.Error(NetworkCodes.PatchMode, _file, line,
                $"{name} of '{words}' is on a {_dataset.Links[links[0]].Mode} link; must be {allowed}");
        }
        else if (suitable.Count == 0)
        {
            _diagnostics.Warning(
                NetworkCodes.LeverWithoutEffect, _file, line, Sentence.Of("warning.lever", ("lever", name), ("where", words)));
        }

        return suitable;
    }

    private static NetworkPatch Lever(PatchSelection where, Sentence words, int line) =>
        new(words.Text, PatchEffect.Closed, 0, 0, 0, line) { Selection = where };

    private static List<int> ListOf<TKey>(Dictionary<TKey, List<int>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
