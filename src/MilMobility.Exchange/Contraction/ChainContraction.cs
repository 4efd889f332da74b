using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Contraction;

/// <summary>
/// Merges chains of links of one name, class, manager and region through nodes at which nothing happens: plain junctions with
/// two links, without a place, facility, transfer, turn, profile or corridor. A merged link is as long as its parts and takes as long;
/// every limit is the strictest of the parts, lanes and capacity the least, each quality the worst, its shape theirs in order.
/// So shortest paths between the nodes that stay, and the sets of nodes that a vehicle reaches from them, are as before (up to
/// the rounding of speeds and lengths to whole numbers when the dataset is read).
/// O(nodes + links); deterministic; static and thread-safe.
/// </summary>
public static class ChainContraction
{
    private const string Bends = "bends between its ends";
    private const double DetourMax = 1.6;

    /// <param name="draft">What to contract; not changed.</param>
    /// <param name="keep">Further nodes that stay, by their index; null for none.</param>
    public static NetworkDraft Contract(NetworkDraft draft, IReadOnlySet<int>? keep = null)
    {
        var incidence = new Incidence(draft);
        var stays = StayingNodes(draft, incidence, keep);
        var chains = FindChains(draft, incidence, stays);
        var rebuild = new DraftRebuild(draft, stays);
        foreach (var chain in chains)
        {
            if (chain.Count == 1) rebuild.Carry(chain[0]);
            else AddMerged(draft, rebuild, chain);
        }

        return rebuild.Finish();
    }

    private static bool[] StayingNodes(NetworkDraft draft, Incidence incidence, IReadOnlySet<int>? keep)
    {
        var stays = new bool[draft.NodeCount];
        var bound = new HashSet<int>();
        foreach (var facility in draft.Facilities) stays[facility.Node] = true;
        foreach (var transfer in draft.Transfers) stays[transfer.From] = stays[transfer.To] = true;
        foreach (var turn in draft.Turns) bound.UnionWith([turn.FromLink, turn.ToLink]);
        foreach (var corridor in draft.Corridors.Where(c => c.Link >= 0)) bound.Add(corridor.Link);
        foreach (var profile in draft.Profiles)
        {
            if (profile.Scope is CivilScope.Link link) bound.Add(link.Index);
            if (profile.Scope is CivilScope.Node node) stays[node.Index] = true;
        }

        for (var node = 0; node < stays.Length; node++)
        {
            var at = incidence.At(node);
            stays[node] |= keep?.Contains(node) == true || draft.Nodes[node].Kind != "junction"
                || draft.Nodes[node].Place.Length > 0 || at.Length != 2
                || bound.Contains(at[0]) || bound.Contains(at[1]) || !CanJoin(draft, node, at[0], at[1]);
        }

        return stays;
    }

    private static bool CanJoin(NetworkDraft draft, int node, int first, int second)
    {
        var (a, b) = (draft.Links[first], draft.Links[second]);
        if (first == second || a.From == a.To || b.From == b.To) return false;
        if (a.Mode != b.Mode || a.TwoWay != b.TwoWay) return false;
        if (a.Name != b.Name || a.Class != b.Class || a.Manager != b.Manager || a.Region != b.Region) return false;
        // One-way links must follow each other.
        if (!a.TwoWay && (a.To == node) == (b.To == node)) return false;
        return LimitMerge.CanMerge(a.Limits, b.Limits);
    }

    /// <summary>Every link is in one chain; the chains run from one staying node to another and follow one-way links.</summary>
    private static List<List<int>> FindChains(NetworkDraft draft, Incidence incidence, bool[] stays)
    {
        var seen = new bool[draft.LinkCount];
        var chains = new List<List<int>>();
        for (var link = 0; link < draft.LinkCount; link++)
        {
            if (seen[link]) continue;
            var (from, to) = (draft.Links[link].From, draft.Links[link].To);
            // A chain is found from its end, so that the order of its links is known; rings have none and get one below.
            if (stays[from]) Walk(from, link);
            else if (stays[to]) Walk(to, link);
        }

        for (var link = 0; link < draft.LinkCount; link++)
        {
            if (seen[link]) continue;
            stays[draft.Links[link].From] = true;
            Walk(draft.Links[link].From, link);
        }

        return chains;

        void Walk(int start, int link)
        {
            var chain = new List<int>();
            var node = start;
            LinkLimits? limits = null;
            while (true)
            {
                if (chain.Count > 0 && !LimitMerge.CanMerge(limits, draft.Links[link].Limits))
                {
                    // Neighbours could be merged and the whole chain cannot: it is cut here.
                    stays[node] = true;
                    break;
                }

                limits = LimitMerge.Merge(limits, draft.Links[link].Limits);
                seen[link] = true;
                chain.Add(link);
                node = Other(link, node);
                if (stays[node]) break;
                var at = incidence.At(node);
                link = at[0] == link ? at[1] : at[0];
            }

            if (node == start && chain.Count > 1) Split(chain, start);
            else Keep(chain, start);
            if (node != start && !seen[link]) Walk(node, link);
        }

        // A ring would become a link from a node to itself: its first and last nodes stay, so that all have two neighbours.
        void Split(List<int> chain, int start)
        {
            var (second, last) = (Other(chain[0], start), Other(chain[^1], start));
            stays[second] = stays[last] = true;
            Keep([chain[0]], start);
            if (chain.Count > 2) Keep(chain[1..^1], second);
            Keep([chain[^1]], last);
        }

        int Other(int link, int end) => draft.Links[link].From == end ? draft.Links[link].To : draft.Links[link].From;

        void Keep(List<int> chain, int start)
        {
            var first = draft.Links[chain[0]];
            if (!first.TwoWay && first.To == start) chain.Reverse();
            chains.Add(chain);
        }
    }

    private static void AddMerged(NetworkDraft draft, DraftRebuild rebuild, List<int> chain)
    {
        var first = draft.Links[chain[0]];
        var second = draft.Links[chain[1]];
        var start = first.To == second.From || first.To == second.To ? first.From : first.To;
        var node = start;
        var points = new List<(double, double)>();
        var (merged, seconds, metres) = (first, 0.0, 0.0);
        foreach (var index in chain)
        {
            var link = draft.Links[index];
            if (node != start) points.Add((draft.Nodes[node].Lat, draft.Nodes[node].Lon));
            var forward = link.From == node;
            for (var i = 0; i < link.Shape.Count; i++)
                points.Add(draft.ShapePoint(link.Shape, forward ? i : link.Shape.Count - 1 - i));
            node = forward ? link.To : link.From;
            metres += link.LengthMetres;
            seconds += link.TravelSeconds;
            if (index != chain[0]) merged = Join(merged, link);
        }

        rebuild.Merge(chain, merged with
        {
            Id = "",
            Key = 0,
            From = rebuild.NodeOf[start],
            To = rebuild.NodeOf[node],
            LengthMetres = metres,
            SpeedKmh = metres * 3.6 / seconds,
            Shape = rebuild.Draft.AddShape([.. points]),
            LengthReason = merged.LengthReason.Length > 0 ? merged.LengthReason : Reason(draft, start, node, metres),
        });
    }

    private static DraftLink Join(in DraftLink merged, in DraftLink link) => merged with
    {
        LanesOrTracks = Math.Min(merged.LanesOrTracks, link.LanesOrTracks),
        CapacityPerHour = Math.Min(merged.CapacityPerHour, link.CapacityPerHour),
        Limits = LimitMerge.Merge(merged.Limits, link.Limits),
        LengthReason = merged.LengthReason.Length > 0 ? merged.LengthReason : link.LengthReason,
        LengthOrigin = Provenance.Worst(merged.LengthOrigin, link.LengthOrigin),
        SpeedOrigin = Provenance.Worst(merged.SpeedOrigin, link.SpeedOrigin),
        LanesOrigin = Provenance.Worst(merged.LanesOrigin, link.LanesOrigin),
        CapacityOrigin = Provenance.Worst(merged.CapacityOrigin, link.CapacityOrigin),
    };

    private static string Reason(NetworkDraft draft, int from, int to, double metres)
    {
        var (a, b) = (draft.Nodes[from], draft.Nodes[to]);
        return metres > DetourMax * Distance.Metres(a.Lat, a.Lon, b.Lat, b.Lon) ? Bends : "";
    }
}
