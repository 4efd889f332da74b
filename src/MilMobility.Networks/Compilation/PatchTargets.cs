using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Finds the links and locks that a patch names: by id, by a selection, or both. A name that the dataset does not have is an error
/// that says what it may have meant. Indices are built on first use. O(links) per selection. Not thread-safe.
/// </summary>
internal sealed class PatchTargets(NetworkDataset dataset, Action<NetworkPatch, string, string> error)
{
    /// <summary>Misspelt names for which a suggestion is looked up; each costs a pass over all names.</summary>
    private const int SuggestionsMax = 50;
    private const int ListedMax = 4;

    private readonly Dictionary<string, List<int>> _linksOfId = LinksOfIds(dataset);
    private readonly List<(string Node, string Name, string Facility)> _locks = LocksOf(dataset);
    private int _suggestions;

    /// <summary>The links meant, ascending; null after an error.</summary>
    public IReadOnlyList<int>? Links(NetworkPatch patch)
    {
        if (patch.Selection is not { } selection)
            return OfIds(patch, [patch.Target]) is { } only ? [.. only.Order()] : null;
        HashSet<int>? meant = null;
        var valid = true;
        if (selection.Targets.Count > 0) Narrow(OfIds(patch, selection.Targets));
        if (selection.Locks.Count > 0) Narrow(Locks(patch) is { } nodes ? [.. nodes.SelectMany(n => _linksOfId[n])] : null);
        if (selection.Roads.Count + selection.Lines.Count + selection.Fairways.Count > 0) Narrow(OfNames(patch, selection));
        if (selection.Corridors.Count > 0) Narrow(OfCorridors(patch, selection.Corridors));
        if (selection.LinkClasses.Count > 0) Narrow(Where(patch, "link class", selection.LinkClasses, l => l.Class));
        if (selection.Regions.Count > 0) Narrow(Where(patch, "region", selection.Regions, l => l.Region));
        if (selection.Managers.Count > 0) Narrow(Where(patch, "manager", selection.Managers, l => l.Manager));
        if (selection.Mode is { } mode) Narrow([.. Matching(l => l.Mode == mode)]);
        if (selection.Area is { } box) Narrow(InBox(box));
        return valid ? [.. (meant ?? []).Order()] : null;

        void Narrow(HashSet<int>? found)
        {
            if (found is null) valid = false;
            else if (meant is null) meant = found;
            else meant.IntersectWith(found);
        }
    }

    /// <summary>Nodes of the locks meant: those named as locks, or else the lock nodes among the targets; null after an error.</summary>
    public IReadOnlyList<string>? Locks(NetworkPatch patch)
    {
        if (patch.Selection is { Locks.Count: > 0 } selection)
        {
            var named = selection.Locks.Select(text => Lock(patch, text)).ToList();
            return named.Contains(null) ? null : [.. named.OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        string[] targets = patch.Selection is null ? [patch.Target] : [.. patch.Selection.Targets];
        var nodes = _locks.Where(l => targets.Contains(l.Node)).Select(l => l.Node).ToList();
        if (nodes.Count > 0) return nodes;
        error(patch, NetworkCodes.PatchMode, $"names no lock; must give 'lock' with one or more locks of dataset '{dataset.Name}'");
        return null;
    }

    /// <summary>Letters and digits alone, in lower case: how names are compared.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private string? Lock(NetworkPatch patch, string text)
    {
        var plain = Plain(text);
        foreach (var (node, name, facility) in _locks)
            if (node == text || facility == text || Plain(name) == plain || Plain(ShortId(node)) == plain) return node;
        var parts = plain.Length == 0 ? [] : _locks.Where(l => Plain(l.Node).Contains(plain) || Plain(l.Name).Contains(plain)).ToList();
        if (parts.Count == 1) return parts[0].Node;
        if (parts.Count > 1)
        {
            error(patch, NetworkCodes.PatchAmbiguous,
                $"names lock {FileDiagnostics.Quote(text)}, which may be {Listed(parts.Select(p => ShortId(p.Node)))}; "
                + "must be one of them, or a list");
        }
        else
        {
            Unknown(patch, "lock", text, "a lock by id, name or a part of either", _locks.Select(l => ShortId(l.Node)));
        }

        return null;
    }

    private HashSet<int>? OfIds(NetworkPatch patch, IReadOnlyList<string> ids)
    {
        var links = new HashSet<int>();
        var valid = true;
        foreach (var id in ids)
        {
            if (_linksOfId.TryGetValue(id, out var own)) links.UnionWith(own);
            else valid = Unknown(patch, "target", id, "the id of a link, a node or a place", _linksOfId.Keys);
        }

        return valid ? links : null;
    }

    private HashSet<int>? OfNames(NetworkPatch patch, PatchSelection selection)
    {
        var links = new HashSet<int>();
        var valid = true;
        foreach (var (field, mode, names) in new[]
        {
            ("road", TransportMode.Road, selection.Roads), ("line", TransportMode.Rail, selection.Lines),
            ("fairway", TransportMode.Water, selection.Fairways),
        })
        {
            foreach (var name in names)
            {
                var own = Matching(l => l.Mode == mode && IsNamed(l.Name, name)).ToList();
                links.UnionWith(own);
                if (own.Count == 0)
                {
                    valid = Unknown(patch, field, name, $"the name of a {field}",
                        dataset.Links.Where(l => l.Mode == mode).Select(l => l.Name).Distinct(StringComparer.Ordinal));
                }
            }
        }

        return valid ? links : null;
    }

    private HashSet<int>? OfCorridors(NetworkPatch patch, IReadOnlyList<string> corridors)
    {
        var links = new HashSet<int>();
        var valid = true;
        foreach (var corridor in corridors)
        {
            var rows = dataset.Corridors.Where(c => c.Corridor == corridor).ToList();
            foreach (var row in rows.Where(r => r.Element == "link" && _linksOfId.ContainsKey(r.Ref)))
                links.UnionWith(_linksOfId[row.Ref]);
            if (rows.Count == 0)
            {
                valid = Unknown(patch, "corridor", corridor, "a corridor",
                    dataset.Corridors.Select(c => c.Corridor).Distinct(StringComparer.Ordinal));
            }
        }

        return valid ? links : null;
    }

    private HashSet<int>? Where(NetworkPatch patch, string field, IReadOnlyList<string> values, Func<LinkRow, string> of)
    {
        var links = new HashSet<int>();
        var valid = true;
        foreach (var value in values)
        {
            var own = Matching(l => string.Equals(of(l), value, StringComparison.OrdinalIgnoreCase)).ToList();
            links.UnionWith(own);
            if (own.Count == 0)
                valid = Unknown(patch, field, value, $"a {field} of a link", dataset.Links.Select(of).Distinct(StringComparer.Ordinal));
        }

        return valid ? links : null;
    }

    private HashSet<int> InBox(GeoBox box)
    {
        var inside = dataset.Nodes.Where(n => n.Lat >= box.South && n.Lat <= box.North && n.Lon >= box.West && n.Lon <= box.East)
            .Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Matching(l => inside.Contains(l.From) || inside.Contains(l.To))];
    }

    private IEnumerable<int> Matching(Func<LinkRow, bool> isMeant) =>
        Enumerable.Range(0, dataset.Links.Count).Where(l => isMeant(dataset.Links[l]));

    private static bool IsNamed(string linkName, string name) =>
        linkName.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (linkName.Length == name.Length || linkName.AsSpan(name.Length).StartsWith(" ("));

    /// <summary>Reports an unknown name; always false.</summary>
    private bool Unknown(NetworkPatch patch, string field, string found, string allowed, IEnumerable<string> known)
    {
        var hint = "";
        if (_suggestions++ < SuggestionsMax)
        {
            var names = known.ToList();
            var plain = Plain(found);
            // A part of a name says more than a name of about the same length.
            var holding = names.Where(n => plain.Length > 1 && Plain(n).Contains(plain)).OrderBy(n => n.Length)
                .ThenBy(n => n, StringComparer.Ordinal).ToList();
            if (holding.Count > 0) hint = $"; did you mean {Listed(holding)}?";
            else if (NearestName.Of(found, names) is { } nearest) hint = $"; did you mean {nearest}?";
            else if (NearestBeginning(plain, names) is { } beginning) hint = $"; did you mean {beginning}?";
            else if (names.Count is > 0 and <= ListedMax) hint = $" ({string.Join(", ", names)})";
        }

        error(patch, NetworkCodes.PatchTarget,
            $"names {field} {FileDiagnostics.Quote(found)}, which dataset '{dataset.Name}' does not have; must be {allowed}{hint}");
        return false;
    }

    /// <summary>The name that begins nearly as the text does: <c>volkerk</c> of <c>volkeraksluizen</c>.</summary>
    private static string? NearestBeginning(string plain, List<string> names)
    {
        if (plain.Length is < 4 or > 40) return null;
        var best = names.Select(n => (Name: n, Plain: Plain(n)))
            .Select(n => (n.Name, Distance: Enumerable.Range(plain.Length - 1, 3).Where(length => length <= n.Plain.Length)
                .Select(length => NearestName.EditDistance(plain, n.Plain[..length])).DefaultIfEmpty(int.MaxValue).Min()))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Name is not null && best.Distance <= plain.Length / 4 ? best.Name : null;
    }

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(ListedMax)) + (all.Count > ListedMax ? $" or {all.Count - ListedMax} more" : "");
    }

    private static string ShortId(string node) => node.StartsWith("water-", StringComparison.Ordinal) ? node["water-".Length..] : node;

    private static List<(string Node, string Name, string Facility)> LocksOf(NetworkDataset dataset)
    {
        var names = dataset.Nodes.ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        return [.. dataset.Facilities.Where(f => f.Chambers.Count > 0).Select(f => (f.Node, names[f.Node], f.Id))];
    }

    private static Dictionary<string, List<int>> LinksOfIds(NetworkDataset dataset)
    {
        var links = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in dataset.Nodes) links[node.Id] = [];
        for (var link = 0; link < dataset.Links.Count; link++)
        {
            links[dataset.Links[link].From].Add(link);
            if (dataset.Links[link].To != dataset.Links[link].From) links[dataset.Links[link].To].Add(link);
        }

        foreach (var place in dataset.Nodes.Where(n => n.Place.Length > 0).GroupBy(n => n.Place, StringComparer.Ordinal))
            links.TryAdd(place.Key, [.. place.SelectMany(n => links[n.Id]).Distinct()]);
        for (var link = 0; link < dataset.Links.Count; link++) links[dataset.Links[link].Id] = [link];
        return links;
    }
}
