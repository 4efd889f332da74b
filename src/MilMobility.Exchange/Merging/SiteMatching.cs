using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Merging;

/// <summary>
/// Finds the node of a full-detail network for each site of its mode. Rules in order: the same name within 5 km; the same kind
/// (border, lock, bridge, rest area, yard, station) within a limit; the nearest node within a limit. Each node serves one site;
/// sites are served in order of rule and distance, so that the surest join is made first. O(sites x nodes nearby).
/// </summary>
internal sealed class SiteMatching(NetworkDraft draft, NetworkDraft sites)
{
    private const double NameMetresMax = 5_000;

    /// <summary>Kinds that look for their like, and how far.</summary>
    private static readonly Dictionary<string, double> LikeMetresMax = new(StringComparer.Ordinal)
    {
        ["border"] = 6_000, ["lock"] = 1_500, ["bridge"] = 500, ["rest-area"] = 1_500, ["yard"] = 3_000, ["station"] = 1_500,
    };

    /// <summary>Words that stand in names of all sorts and tell nothing apart.</summary>
    private static readonly HashSet<string> PlainWords = new(StringComparer.Ordinal)
    {
        "de", "het", "van", "en", "knooppunt", "afrit", "aansluiting", "station", "haven", "terminal", "grens", "sluis", "brug",
    };

    private readonly HashSet<int> _taken = [];

    private sealed record Candidate(int Site, int Node, int Rank, string Rule, double Metres);

    /// <summary>Joins by site index; sites without a node near enough are missing.</summary>
    public Dictionary<int, (int Node, NodeJoin Join)> Match(IReadOnlyList<int> wanted)
    {
        var candidates = new List<Candidate>();
        foreach (var mode in wanted.GroupBy(s => sites.Nodes[s].Mode))
        {
            var grid = new NodeGrid(draft, mode.Key);
            foreach (var site in mode) candidates.AddRange(CandidatesOf(site, grid));
        }

        var joins = new Dictionary<int, (int, NodeJoin)>();
        var ofSite = candidates.ToLookup(c => c.Site);
        foreach (var candidate in candidates.OrderBy(c => c.Rank).ThenBy(c => c.Metres).ThenBy(c => c.Site).ThenBy(c => c.Node))
        {
            if (joins.ContainsKey(candidate.Site) || !_taken.Add(candidate.Node)) continue;
            var runnerUp = ofSite[candidate.Site].Where(c => c.Node != candidate.Node)
                .OrderBy(c => c.Rank).ThenBy(c => c.Metres).FirstOrDefault();
            var site = sites.Nodes[candidate.Site];
            joins[candidate.Site] = (candidate.Node, new NodeJoin(
                site.Id, site.Place, NameOf(candidate.Node), candidate.Rule, candidate.Metres,
                runnerUp is null ? "" : NameOf(runnerUp.Node), runnerUp?.Metres ?? 0));
        }

        return joins;
    }

    public string NameOf(int node)
    {
        var row = draft.Nodes[node];
        return row.Id.Length > 0 ? row.Id : row.Name.Length > 0 ? $"{row.Name} [{row.Key}]" : $"[{row.Key}]";
    }

    private IEnumerable<Candidate> CandidatesOf(int index, NodeGrid grid)
    {
        var site = sites.Nodes[index];
        var words = Words(site.Name);
        var nearest = site.Mode switch { TransportMode.Road => 2_500.0, TransportMode.Rail => 3_000.0, _ => 2_000.0 };
        foreach (var (node, metres) in grid.Within(site.Lat, site.Lon, Math.Max(NameMetresMax, 6_000)))
        {
            var row = draft.Nodes[node];
            var alike = LikeMetresMax.TryGetValue(site.Kind, out var limit) && row.Kind == site.Kind;
            if (metres <= NameMetresMax && words.Count > 0 && words.SetEquals(Words(row.Name)))
                yield return new Candidate(index, node, alike ? 0 : 1, "name", metres);
            else if (alike && metres <= limit) yield return new Candidate(index, node, 2, "kind", metres);
            else if (metres <= nearest) yield return new Candidate(index, node, 3, "distance", metres);
        }
    }

    /// <summary>The words of a name that tell it apart, without what stands in brackets.</summary>
    private static HashSet<string> Words(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var plain = DraftIds.Slug(bracket > 0 ? name[..bracket] : name);
        return [.. plain.Split('-', StringSplitOptions.RemoveEmptyEntries).Where(w => !PlainWords.Contains(w))];
    }
}
