using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Contraction;

/// <summary>
/// Makes a draft plannable: of each mode the largest part in which every node reaches every other stays, the rest is left out
/// and reported; dead ends that are plain junctions become ends; a length shorter than the great circle becomes that, and a long
/// detour gets a reason. Nodes of the sea stay. O(nodes + links); static and thread-safe.
/// </summary>
public static class MainParts
{
    private const double DetourMax = 1.6;

    /// <summary>Kinds that may lie at a dead end as they are (the check of a dataset knows them too).</summary>
    private static readonly HashSet<string> EndKinds = new(StringComparer.Ordinal)
    {
        "border", "port", "terminal", "yard", "site", "station", "airfield", "hospital", "berth", "end", "lock",
    };

    public static NetworkDraft Keep(NetworkDraft draft, DiagnosticBag diagnostics)
    {
        var part = new StrongParts(draft).Find();
        var keep = new bool[draft.NodeCount];
        foreach (var mode in Enum.GetValues<TransportMode>()) KeepLargest(draft, mode, part, keep, diagnostics);
        var rebuild = new DraftRebuild(draft, keep);
        for (var link = 0; link < draft.LinkCount; link++)
        {
            var (from, to) = (draft.Links[link].From, draft.Links[link].To);
            if (from != to && keep[from] && keep[to]) rebuild.Carry(link);
        }

        var kept = rebuild.Finish();
        MarkEnds(kept);
        for (var link = 0; link < kept.LinkCount; link++) Straighten(kept, link);
        return kept;
    }

    private static void KeepLargest(NetworkDraft draft, TransportMode mode, int[] part, bool[] keep, DiagnosticBag diagnostics)
    {
        var sizes = new Dictionary<int, int>();
        for (var node = 0; node < keep.Length; node++)
        {
            if (draft.Nodes[node].Mode != mode) continue;
            if (mode == TransportMode.Sea) keep[node] = true;
            else sizes[part[node]] = sizes.GetValueOrDefault(part[node]) + 1;
        }

        if (sizes.Count == 0) return;
        var largest = sizes.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First().Key;
        var dropped = new List<string>();
        for (var node = 0; node < keep.Length; node++)
        {
            if (draft.Nodes[node].Mode != mode) continue;
            keep[node] = part[node] == largest;
            if (!keep[node] && draft.Nodes[node].Place.Length > 0) dropped.Add(draft.Nodes[node].Place);
        }

        if (sizes.Count == 1) return;
        var places = dropped.Count > 0 ? $"; with them the places {string.Join(", ", dropped.Take(5))}" : "";
        diagnostics.Warning(DraftCodes.PartsDropped, "", 0,
            $"{mode.ToString().ToLowerInvariant()}: {sizes.Count - 1} part(s) with "
            + $"{sizes.Values.Sum() - sizes[largest]} nodes are not joined "
            + $"both ways to the main part of {sizes[largest]} nodes and are left out{places}");
    }

    /// <summary>Marks plain nodes with one neighbour as ends; after a contraction the turn of a loop is one too.</summary>
    public static void MarkEnds(NetworkDraft draft)
    {
        var incidence = new Incidence(draft);
        for (var index = 0; index < draft.NodeCount; index++)
        {
            var node = draft.Nodes[index];
            if (node.Mode == TransportMode.Sea || EndKinds.Contains(node.Kind)) continue;
            var (first, isEnd) = (-1, true);
            foreach (var link in incidence.At(index))
            {
                var other = draft.Links[link].From == index ? draft.Links[link].To : draft.Links[link].From;
                if (first < 0) first = other;
                isEnd &= other == first;
            }

            if (isEnd) draft.SetNode(index, node with { Kind = "end" });
        }
    }

    private static void Straighten(NetworkDraft draft, int index)
    {
        var link = draft.Links[index];
        var (a, b) = (draft.Nodes[link.From], draft.Nodes[link.To]);
        var straight = Distance.Metres(a.Lat, a.Lon, b.Lat, b.Lon);
        var metres = Math.Max(link.LengthMetres, straight);
        var reason = link.LengthReason.Length == 0 && metres > DetourMax * straight ? "bends between its ends" : link.LengthReason;
        draft.SetLink(index, link with { LengthMetres = Math.Max(1, metres), LengthReason = reason });
    }
}
