using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Which links and locks a patch is about, asked link by link of the raw rows. A name that nothing has is about nothing: that it is
/// refused is not the checker's business.
/// </summary>
internal sealed class PatchReading
{
    private readonly NetworkFacts _network;
    private readonly PatchSelection _selection;
    private readonly HashSet<string> _targets;
    private readonly HashSet<string> _locks;
    private readonly HashSet<string> _corridorLinks;

    public PatchReading(NetworkPatch patch, NetworkFacts network)
    {
        _network = network;
        _selection = patch.Selection ?? new PatchSelection { Targets = [patch.Target] };
        _targets = [.. _selection.Targets];
        // A place stands for its nodes, unless a node has that id.
        foreach (var target in _selection.Targets)
            foreach (var node in network.Node(target) is null ? network.NodesNamed(target) : []) _targets.Add(node.Id);
        _locks = [.. _selection.Locks.SelectMany(LocksNamed)];
        _corridorLinks =
        [
            .. network.Dataset.Corridors.Where(row => row.Element == "link" && _selection.Corridors.Contains(row.Corridor))
                .Select(row => row.Ref),
        ];
    }

    /// <summary>Lock nodes whose chambers the patch takes out of service.</summary>
    public IEnumerable<string> Locks => _selection.Locks.Count > 0 ? _locks : _targets.Where(id => _network.Node(id)?.Lock is not null);

    public bool Means(LinkRow row)
    {
        if (_selection.Targets.Count > 0 && !HasAny(_targets, row)) return false;
        if (_selection.Locks.Count > 0 && !_locks.Contains(row.From) && !_locks.Contains(row.To)) return false;
        if (!IsNamed(row)) return false;
        if (_selection.Corridors.Count > 0 && !_corridorLinks.Contains(row.Id)) return false;
        if (!Lists(_selection.LinkClasses, row.Class)) return false;
        if (!Lists(_selection.Regions, row.Region)) return false;
        if (!Lists(_selection.Managers, row.Manager)) return false;
        if (_selection.Mode is { } mode && row.Mode != mode) return false;
        return _selection.Area is not { } box || Lies(row.From, box) || Lies(row.To, box);
    }

    private static bool HasAny(HashSet<string> targets, LinkRow row) =>
        targets.Contains(row.Id) || targets.Contains(row.From) || targets.Contains(row.To);

    private static bool Lists(IReadOnlyList<string> values, string value) =>
        values.Count == 0 || values.Any(v => v.Equals(value, StringComparison.OrdinalIgnoreCase));

    private bool Lies(string nodeId, GeoBox box) =>
        _network.Node(nodeId) is { Row: var row }
        && box.South <= row.Lat && row.Lat <= box.North && box.West <= row.Lon && row.Lon <= box.East;

    /// <summary>The name of its own mode: <c>Brabantroute</c>, and <c>Brabantroute (Breda - Tilburg)</c> as its part.</summary>
    private bool IsNamed(LinkRow row)
    {
        if (_selection.Roads.Count == 0 && _selection.Lines.Count == 0 && _selection.Fairways.Count == 0) return true;
        var names = row.Mode switch
        {
            TransportMode.Road => _selection.Roads,
            TransportMode.Rail => _selection.Lines,
            TransportMode.Water => _selection.Fairways,
            _ => [],
        };
        var bracket = row.Name.IndexOf(" (", StringComparison.Ordinal);
        return names.Any(name => name.Equals(row.Name, StringComparison.OrdinalIgnoreCase)
            || (bracket >= 0 && row.Name.StartsWith(name + " (", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The lock of that id or name; or else those that have the text in either.</summary>
    private IEnumerable<string> LocksNamed(string text)
    {
        var word = Bare(text);
        var locks = _network.Dataset.Facilities.Where(f => f.Kind == "lock").ToList();
        var exact = locks.Where(f => f.Id == text || f.Node == text || NamesOf(f.Node).Contains(word)).ToList();
        return (exact.Count > 0 ? exact : locks.Where(f => NamesOf(f.Node).Any(n => n.Contains(word)))).Select(f => f.Node);
    }

    private string[] NamesOf(string node)
    {
        var id = node.StartsWith("water-", StringComparison.Ordinal) ? node["water-".Length..] : node;
        return [Bare(id), Bare(_network.Node(node)?.Row.Name ?? "")];
    }

    private static string Bare(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
