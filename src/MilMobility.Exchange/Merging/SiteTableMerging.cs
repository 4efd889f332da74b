using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Merging;

/// <summary>Takes over what refers to sites: facilities, transfers, civil traffic, corridors, values. Not thread-safe.</summary>
internal sealed class SiteTableMerging(
    NetworkDraft draft, NetworkDraft sites, IReadOnlyDictionary<int, int> nodeOf, DiagnosticBag bag)
{
    public void Run()
    {
        MergeFacilities();
        foreach (var transfer in sites.Transfers)
        {
            if (!nodeOf.TryGetValue(transfer.From, out var from) || !nodeOf.TryGetValue(transfer.To, out var to)) continue;
            draft.Transfers.Add(transfer with { From = from, To = to, Origin = Moved(transfer.Origin) });
        }

        DropUnservedBerths();
        MergeProfiles();
        MergeCorridors();
        draft.ValuesOfTime.AddRange(sites.ValuesOfTime.Where(v => !draft.ValuesOfTime.Exists(o => o.Category == v.Category)));
        draft.Parameters.AddRange(sites.Parameters.Where(p => !draft.Parameters.Exists(o => o.Name == p.Name)));
    }

    /// <summary>A provenance in the other draft's list of sources.</summary>
    public static Provenance Moved(NetworkDraft from, NetworkDraft to, Provenance origin) =>
        origin with { Source = to.AddSource(from.Sources[origin.Source]) };

    private RowOrigin Moved(RowOrigin origin) => new(
        sites.Sources.Count > 0 ? Moved(sites, draft, origin.Default) : origin.Default)
    {
        Overrides = origin.Overrides.ToDictionary(o => o.Key, o => Moved(sites, draft, o.Value), StringComparer.Ordinal),
    };

    /// <summary>
    /// Of two facilities of one kind at a node the draft's stays, unless it was assumed (the chambers of a lock, for one): then the
    /// site's stands for it.
    /// </summary>
    private void MergeFacilities()
    {
        var taken = sites.Facilities.Where(f => nodeOf.ContainsKey(f.Node))
            .Select(f => f with { Node = nodeOf[f.Node], Origin = Moved(f.Origin) }).ToList();
        var offered = taken.Select(f => (f.Node, f.Kind)).ToHashSet();
        draft.Facilities.RemoveAll(f => f.Origin.Default.Quality == Quality.Assumed && offered.Contains((f.Node, f.Kind)));
        var known = draft.Facilities.Select(f => (f.Node, f.Kind)).ToHashSet();
        draft.Facilities.AddRange(taken.Where(f => !known.Contains((f.Node, f.Kind))));
        // A node that was a lock and became something else has no lock any more.
        draft.Facilities.RemoveAll(f => f.Kind == "lock" && draft.Nodes[f.Node].Kind != "lock");
    }

    /// <summary>A berth whose transfers lead nowhere in this network is of no use and fails the check.</summary>
    private void DropUnservedBerths()
    {
        var served = draft.Transfers.SelectMany(t => new[] { t.From, t.To }).ToHashSet();
        foreach (var (site, node) in nodeOf)
        {
            if (draft.Nodes[node].Mode != TransportMode.Sea || served.Contains(node)) continue;
            bag.Warning(DraftCodes.SiteMoved, "", 0,
                $"berth '{sites.Nodes[site].Id}' has no transfer to a mode of this network; it will be reported by the check");
        }
    }

    private void MergeProfiles()
    {
        var classes = new HashSet<(TransportMode, string)>();
        foreach (var link in draft.Links) classes.Add((link.Mode, link.Class));
        var stated = new HashSet<(TransportMode, string)>();
        foreach (var profile in draft.Profiles)
            if (profile.Scope is CivilScope.Class own) stated.Add((profile.Mode, own.Name));
        var ofSites = new HashSet<(TransportMode, string)>();
        foreach (var profile in sites.Profiles)
        {
            switch (profile.Scope)
            {
                case CivilScope.Node node when nodeOf.TryGetValue(node.Index, out var index) && draft.Nodes[index].Kind == "lock":
                    draft.Profiles.Add(profile with { Scope = new CivilScope.Node(index), Origin = Moved(profile.Origin) });
                    break;
                case CivilScope.Class named when classes.Contains((profile.Mode, named.Name))
                    && !stated.Contains((profile.Mode, named.Name)):
                    ofSites.Add((profile.Mode, named.Name));
                    draft.Profiles.Add(profile with { Origin = Moved(profile.Origin) });
                    break;
            }
        }

        foreach (var profile in ClassProfiles.Of(sites))
        {
            var key = (profile.Mode, ((CivilScope.Class)profile.Scope).Name);
            if (!classes.Contains(key) || stated.Contains(key) || ofSites.Contains(key)) continue;
            draft.Profiles.Add(profile with { Origin = Moved(profile.Origin) });
        }
    }

    private void MergeCorridors()
    {
        var places = nodeOf.Values.Select(n => draft.Nodes[n].Place).ToHashSet(StringComparer.Ordinal);
        var links = 0;
        foreach (var corridor in sites.Corridors)
        {
            if (corridor.Link < 0 && places.Contains(corridor.Place)) draft.Corridors.Add(corridor);
            else if (corridor.Link >= 0) links++;
        }

        if (links == 0) return;
        bag.Warning(DraftCodes.SiteMoved, "", 0,
            $"{links} links of corridors are those of the sites' network and are left out; the corridors keep their ports and exits");
    }
}
