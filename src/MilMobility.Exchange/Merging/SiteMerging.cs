using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Merging;

/// <summary>
/// Joins the modes of a full-detail draft at the sites of another network: ports, terminals, yards, border exits, locks and rest
/// areas with their places, facilities, transfers, civil traffic and values. A site's node takes the site's id, name, kind and
/// place, so that a scenario written for the sites' network finds them. A place with no node near enough is attached by a
/// connector that is flagged as assumed. Every join is reported (<see cref="NodeJoin"/>), conflicts also as diagnostics.
/// Not thread-safe.
/// </summary>
public sealed class SiteMerging
{
    private const double ConnectorMetresMax = 30_000;
    private const double ConnectorDetour = 1.3;
    private const double FarMetres = 3_000;

    private readonly NetworkDraft _draft;
    private readonly NetworkDraft _sites;
    private readonly DiagnosticBag _bag;
    private readonly List<NodeJoin> _joins = [];
    private readonly Dictionary<int, int> _nodeOf = [];
    private readonly Lazy<byte> _assumed;
    private readonly HashSet<TransportMode> _modes;

    private SiteMerging(NetworkDraft draft, NetworkDraft sites, DiagnosticBag bag)
    {
        (_draft, _sites, _bag) = (draft, sites, bag);
        _assumed = new Lazy<byte>(() => draft.AddSource(new DraftSource(
            "merge-assumptions", "Labelled assumptions: connectors between sites and the network", "", "", "EUPL-1.2")));
        _modes = [];
        foreach (var link in draft.Links) _modes.Add(link.Mode);
    }

    /// <summary>Merges the sites into the draft and says how.</summary>
    public static IReadOnlyList<NodeJoin> Merge(NetworkDraft draft, NetworkDraft sites, DiagnosticBag bag)
    {
        var merging = new SiteMerging(draft, sites, bag);
        merging.JoinNodes();
        var tables = new SiteTableMerging(draft, sites, merging._nodeOf, bag);
        tables.Run();
        merging._joins.AddRange(BridgeMerging.Merge(draft));
        draft.Marking = (ClassificationMarking)Math.Max((int)draft.Marking, (int)sites.Marking);
        return merging._joins;
    }

    private void JoinNodes()
    {
        var wanted = WantedSites();
        var matching = new SiteMatching(_draft, _sites);
        var matched = matching.Match(wanted);
        foreach (var site in wanted)
        {
            if (matched.TryGetValue(site, out var match))
            {
                Bind(site, match.Node);
                _joins.Add(match.Join);
                Report(match.Join);
            }
            else if (Connect(site, matching) is { } join)
            {
                _joins.Add(join);
            }
        }

        for (var i = 0; i < _sites.NodeCount; i++)
        {
            var site = _sites.Nodes[i];
            if (site.Mode != TransportMode.Sea) continue;
            _nodeOf[i] = _draft.AddNode(site with { Origin = SiteTableMerging.Moved(_sites, _draft, site.Origin) });
        }
    }

    /// <summary>Sites of the modes that the draft has links of, at which something is.</summary>
    private List<int> WantedSites()
    {
        var wanted = new SortedSet<int>();
        for (var i = 0; i < _sites.NodeCount; i++)
            if (_sites.Nodes[i].Place.Length > 0) wanted.Add(i);
        foreach (var facility in _sites.Facilities) wanted.Add(facility.Node);
        foreach (var transfer in _sites.Transfers)
        {
            wanted.Add(transfer.From);
            wanted.Add(transfer.To);
        }

        return [.. wanted.Where(i => _modes.Contains(_sites.Nodes[i].Mode))];
    }

    private void Bind(int site, int node)
    {
        var (from, to) = (_sites.Nodes[site], _draft.Nodes[node]);
        _draft.SetNode(node, to with
        {
            Id = from.Id,
            Name = from.Name,
            Kind = from.Kind == "junction" ? to.Kind : from.Kind,
            Place = from.Place,
            Region = from.Region.Length > 0 ? from.Region : to.Region,
            Manager = from.Manager.Length > 0 ? from.Manager : to.Manager,
        });
        _nodeOf[site] = node;
    }

    private void Report(NodeJoin join)
    {
        if (join.Rule != "name" && join.Metres > FarMetres)
        {
            _bag.Warning(DraftCodes.FarMatch, "", 0,
                $"site '{join.Site}' is joined to {join.Node} at {join.Metres:F0} m by {join.Rule}; should be within {FarMetres:F0} m");
        }

        if (join.Rule == "distance" && join.RunnerUp.Length > 0 && join.RunnerUpMetres < 1.05 * join.Metres && join.Metres > 100)
        {
            _bag.Warning(DraftCodes.CloseRunnerUp, "", 0,
                $"site '{join.Site}' is joined to {join.Node} at {join.Metres:F0} m; "
                + $"{join.RunnerUp} at {join.RunnerUpMetres:F0} m is as near");
        }
    }

    /// <summary>Adds the site's own node and a link to the nearest node of its mode.</summary>
    private NodeJoin? Connect(int index, SiteMatching matching)
    {
        var site = _sites.Nodes[index];
        if (site.Place.Length == 0)
        {
            // A yard or rest area alone is not worth a road or track that does not exist.
            _bag.Warning(DraftCodes.NoMatch, "", 0, $"site '{site.Id}' finds no free node near enough and has no place; left out");
            return null;
        }

        var near = new NodeGrid(_draft, site.Mode).Within(site.Lat, site.Lon, ConnectorMetresMax);
        if (near.Count == 0)
        {
            _bag.Warning(DraftCodes.NoMatch, "", 0,
                $"site '{site.Id}' has no {Vocabulary.NameOf(site.Mode)} node within {ConnectorMetresMax / 1000:F0} km; left out");
            return null;
        }

        var (node, metres) = near[0];
        _bag.Warning(DraftCodes.NoMatch, "", 0,
            $"site '{site.Id}' finds no free node near enough; "
            + $"a connector of {metres * ConnectorDetour:F0} m joins it to {matching.NameOf(node)}");
        var own = _draft.AddNode(site with { Origin = SiteTableMerging.Moved(_sites, _draft, site.Origin) });
        _nodeOf[index] = own;
        var assumed = new Provenance(Quality.Assumed, _assumed.Value);
        var (linkClass, speed, lanes, capacity) = site.Mode switch
        {
            TransportMode.Road => ("access", 50, 1, 1_200),
            TransportMode.Rail => ("branch", 40, 1, 4),
            _ => ("harbour", 10, 0, 0),
        };
        _draft.AddLink(new DraftLink
        {
            Id = $"{site.Id}-connector",
            From = own,
            To = node,
            Mode = site.Mode,
            Name = $"Aansluiting {site.Name}",
            Class = linkClass,
            LengthMetres = Math.Max(1, metres * ConnectorDetour),
            SpeedKmh = speed,
            LanesOrTracks = lanes,
            CapacityPerHour = capacity,
            Manager = site.Manager,
            Region = site.Region,
            LengthOrigin = assumed,
            SpeedOrigin = assumed,
            LanesOrigin = assumed,
            CapacityOrigin = assumed,
        });
        var next = near.Count > 1 ? near[1] : (Node: -1, Metres: 0);
        return new NodeJoin(
            site.Id, site.Place, matching.NameOf(node), "connector", metres, next.Node < 0 ? "" : matching.NameOf(next.Node), next.Metres);
    }
}
