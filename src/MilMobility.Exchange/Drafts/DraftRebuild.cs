namespace MilMobility.Exchange.Drafts;

/// <summary>
/// A new draft from a part of another: nodes that are kept, links that are carried over or made anew, and what refers to them.
/// What refers to something that is gone goes with it. O(nodes + links). Not thread-safe.
/// </summary>
internal sealed class DraftRebuild
{
    private readonly NetworkDraft _old;
    private readonly int[] _linkOf;
    private readonly int[] _partOf;

    /// <param name="old">The draft to rebuild; not changed.</param>
    /// <param name="keep">Per node whether it stays.</param>
    public DraftRebuild(NetworkDraft old, bool[] keep)
    {
        _old = old;
        Draft = new NetworkDraft { Name = old.Name, Title = old.Title, Version = old.Version, Marking = old.Marking };
        foreach (var source in old.Sources) Draft.AddSource(source);
        foreach (var (column, origin) in old.DescriptionOrigins) Draft.DescriptionOrigins[column] = origin;
        NodeOf = new int[old.NodeCount];
        for (var node = 0; node < NodeOf.Length; node++) NodeOf[node] = keep[node] ? Draft.AddNode(old.Nodes[node]) : -1;
        _linkOf = new int[old.LinkCount];
        Array.Fill(_linkOf, -1);
        _partOf = [.. _linkOf];
    }

    public NetworkDraft Draft { get; }

    /// <summary>New index per old node; -1 where it is gone.</summary>
    public int[] NodeOf { get; }

    /// <summary>Carries a link over whose ends both stay.</summary>
    public void Carry(int link)
    {
        var old = _old.Links[link];
        _linkOf[link] = Draft.AddLink(old with
        {
            From = NodeOf[old.From],
            To = NodeOf[old.To],
            Shape = Draft.AddShape(Points(old.Shape)),
        });
    }

    /// <summary>Adds a link in place of several.</summary>
    public void Merge(IReadOnlyList<int> links, DraftLink merged)
    {
        var index = Draft.AddLink(merged);
        foreach (var link in links) _partOf[link] = index;
    }

    /// <summary>Copies what refers to nodes and links, and the tables that refer to nothing.</summary>
    public NetworkDraft Finish()
    {
        foreach (var facility in _old.Facilities)
            if (NodeOf[facility.Node] is >= 0 and var node) Draft.Facilities.Add(facility with { Node = node });
        foreach (var turn in _old.Turns)
        {
            var (at, from, to) = (NodeOf[turn.Node], _linkOf[turn.FromLink], _linkOf[turn.ToLink]);
            if (at >= 0 && from >= 0 && to >= 0)
                Draft.Turns.Add(turn with { Node = at, FromLink = from, ToLink = to });
        }

        AddStructures();
        foreach (var bridge in _old.MovableBridges)
        {
            // A bridge on a road that was merged with others stays on what has become of it.
            var road = bridge.RoadLink < 0 ? -1 : Math.Max(_linkOf[bridge.RoadLink], _partOf[bridge.RoadLink]);
            if (NodeOf[bridge.Node] >= 0) Draft.MovableBridges.Add(bridge with { Node = NodeOf[bridge.Node], RoadLink = road });
        }

        foreach (var transfer in _old.Transfers)
        {
            if (NodeOf[transfer.From] >= 0 && NodeOf[transfer.To] >= 0)
                Draft.Transfers.Add(transfer with { From = NodeOf[transfer.From], To = NodeOf[transfer.To] });
        }

        foreach (var profile in _old.Profiles)
            if (Moved(profile.Scope) is { } scope) Draft.Profiles.Add(profile with { Scope = scope });
        foreach (var corridor in _old.Corridors)
        {
            if (corridor.Link < 0) Draft.Corridors.Add(corridor);
            else if (_linkOf[corridor.Link] >= 0) Draft.Corridors.Add(corridor with { Link = _linkOf[corridor.Link] });
        }

        Draft.Zones.AddRange(_old.Zones);
        Draft.ValuesOfTime.AddRange(_old.ValuesOfTime);
        Draft.Parameters.AddRange(_old.Parameters);
        return Draft;
    }

    /// <summary>Counts add up along merged links, each with the worst of its qualities.</summary>
    private void AddStructures()
    {
        var counts = _old.Structures.Select(s => s with { Link = Math.Max(_linkOf[s.Link], _partOf[s.Link]) }).Where(s => s.Link >= 0);
        foreach (var same in counts.GroupBy(s => (s.Link, s.Kind)))
            Draft.Structures.Add(same.MaxBy(s => s.Origin.Quality)! with { Count = same.Sum(s => s.Count) });
    }

    private CivilScope? Moved(CivilScope scope) => scope switch
    {
        CivilScope.Link link => _linkOf[link.Index] >= 0 ? new CivilScope.Link(_linkOf[link.Index]) : null,
        CivilScope.Node node => NodeOf[node.Index] >= 0 ? new CivilScope.Node(NodeOf[node.Index]) : null,
        _ => scope,
    };

    private (double Lat, double Lon)[] Points(ShapeRange shape)
    {
        var points = new (double, double)[shape.Count];
        for (var i = 0; i < points.Length; i++) points[i] = _old.ShapePoint(shape, i);
        return points;
    }
}
