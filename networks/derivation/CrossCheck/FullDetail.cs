using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Contraction;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.Fairways;
using MilMobility.Exchange.Sources.ProRail;
using MilMobility.Exchange.Sources.Vild;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>
/// What the importers make of the reference data, uncontracted: links as directed arcs (twice the link's index, plus one
/// against its direction), the turns that tracks do not allow, and the positions along links. Thread-safe once made.
/// </summary>
public sealed class FullDetail
{
    private readonly List<int>[] _arcsFrom;
    private readonly HashSet<(int Node, int One, int Other)> _barred = [];
    private readonly SegmentGrid _grid;

    public FullDetail(NetworkDraft draft)
    {
        Draft = draft;
        _arcsFrom = new List<int>[draft.NodeCount];
        for (var i = 0; i < _arcsFrom.Length; i++) _arcsFrom[i] = [];

        for (var i = 0; i < draft.LinkCount; i++)
        {
            _arcsFrom[draft.Links[i].From].Add(2 * i);
            if (draft.Links[i].TwoWay) _arcsFrom[draft.Links[i].To].Add((2 * i) + 1);
        }

        foreach (var turn in draft.Turns)
        {
            _barred.Add((turn.Node, turn.FromLink, turn.ToLink));
            _barred.Add((turn.Node, turn.ToLink, turn.FromLink));
        }

        _grid = new SegmentGrid(draft);
    }

    public NetworkDraft Draft { get; }

    /// <summary>Imports roads, tracks and fairways of the reference data.</summary>
    /// <exception cref="InvalidDataException">A source is in error.</exception>
    public static FullDetail Import(string reference)
    {
        var draft = new NetworkDraft();
        var bag = new DiagnosticBag();
        var context = new ImportContext(bag, CancellationToken.None);
        INetworkSource[] sources =
        [
            new VildSource(Path.Combine(reference, "vild-roads")),
            new ProRailSource(Path.Combine(reference, "prorail-spoortak")),
            new FairwaySource(Path.Combine(reference, "nwb-vaarwegen"), Path.Combine(reference, "fis-waterways")),
        ];
        foreach (var source in sources) source.ReadInto(draft, context);
        if (bag.HasErrors) throw new InvalidDataException(string.Join('\n', bag.ToList()));
        return new FullDetail(MainParts.Keep(draft, bag));
    }

    public int Tail(int arc) => (arc & 1) == 0 ? Draft.Links[arc >> 1].From : Draft.Links[arc >> 1].To;

    public int Head(int arc) => Tail(arc ^ 1);

    /// <summary>Arcs that a vehicle may take after an arc: not back, and over a turn that tracks do not allow only if asked.</summary>
    public IEnumerable<int> After(int arc, bool mayReverse)
    {
        var node = Head(arc);
        return _arcsFrom[node].Where(next => next >> 1 != arc >> 1 && (mayReverse || !_barred.Contains((node, arc >> 1, next >> 1))));
    }

    /// <summary>Where a place touches the network, by the rule; empty where nothing is in reach.</summary>
    public List<Access> At(TransportMode mode, double lat, double lon, AccessRule rule)
    {
        var near = _grid.Within(mode, lat, lon, rule.ReachMetres);
        if (near.Count == 0) return [];
        var nearest = near.Min(access => access.OffMetres);
        var touched = near.Where(access => access.OffMetres <= nearest + rule.SlackMetres).ToList();
        return rule.WholeJunction ? [.. touched, .. SameJunction(touched)] : touched;
    }

    /// <summary>The points that the importer joins to the touched ones by links within a junction.</summary>
    private IEnumerable<Access> SameJunction(List<Access> touched)
    {
        foreach (var access in touched)
        {
            var link = Draft.Links[access.Link];
            var (near, far) = access.AlongMetres < link.LengthMetres / 2 ? (link.From, link.To) : (link.To, link.From);
            var isAtEnd = Math.Min(access.AlongMetres, link.LengthMetres - access.AlongMetres) < 1;
            if (!isAtEnd || link.Class != "access" || near == far) continue;
            foreach (var arc in _arcsFrom[far])
                yield return new Access(arc >> 1, (arc & 1) == 0 ? 0 : Draft.Links[arc >> 1].LengthMetres, access.OffMetres);
        }
    }

    /// <summary>The longest distance between two points of an access, metres: how far a junction reaches.</summary>
    public double ExtentMetres(IReadOnlyList<Access> access)
    {
        var nodes = access.Select(NodeOf).Distinct().ToList();
        return nodes.SelectMany(a => nodes.Select(b => Distance.Metres(
            Draft.Nodes[a].Lat, Draft.Nodes[a].Lon, Draft.Nodes[b].Lat, Draft.Nodes[b].Lon))).DefaultIfEmpty(0).Max();
    }

    private int NodeOf(Access access)
    {
        var link = Draft.Links[access.Link];
        return access.AlongMetres < link.LengthMetres / 2 ? link.From : link.To;
    }
}

/// <summary>A point of a link at which a place touches the network.</summary>
/// <param name="Link">Index of the link.</param>
/// <param name="AlongMetres">From the link's start, in the link's own length.</param>
/// <param name="OffMetres">From the place to the point.</param>
public sealed record Access(int Link, double AlongMetres, double OffMetres);

/// <summary>How a place is found on the imported network.</summary>
/// <param name="ReachMetres">Nothing further away counts.</param>
/// <param name="SlackMetres">Links that pass this much further away than the nearest count too.</param>
/// <param name="WholeJunction">All points of a road junction count as one, as they do in the embedded network.</param>
public sealed record AccessRule(double ReachMetres, double SlackMetres, bool WholeJunction = false);
