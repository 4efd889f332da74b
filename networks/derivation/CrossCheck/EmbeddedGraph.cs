using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>One mode of the embedded network, for shortest routes (Dijkstra). Keeps the routes of the last start.</summary>
internal sealed class EmbeddedGraph
{
    private readonly Dictionary<string, NodeRow> _byId;
    private readonly ILookup<string, (LinkRow Link, string Head)> _arcs;
    private Dictionary<string, (double Metres, LinkRow? Link, string Before)> _routes = [];

    public EmbeddedGraph(NetworkDataset dataset, TransportMode mode)
    {
        Nodes = [.. dataset.Nodes.Where(node => node.Mode == mode)];
        _byId = Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var links = dataset.Links.Where(link => link.Mode == mode).ToList();
        _arcs = links.Select(link => (Tail: link.From, Arc: (link, link.To)))
            .Concat(links.Where(link => link.TwoWay).Select(link => (Tail: link.To, Arc: (link, link.From))))
            .ToLookup(arc => arc.Tail, arc => arc.Arc, StringComparer.Ordinal);
    }

    public IReadOnlyList<NodeRow> Nodes { get; }

    public NodeRow Node(string id) => _byId[id];

    /// <summary>Shortest routes from a node up to a length: metres, last link and the node before it, by node.</summary>
    public IReadOnlyDictionary<string, (double Metres, LinkRow? Link, string Before)> From(string start, double limitMetres)
    {
        var done = new Dictionary<string, (double, LinkRow?, string)>(StringComparer.Ordinal);
        var queue = new PriorityQueue<(string Node, LinkRow? Link, string Before), double>();
        queue.Enqueue((start, null, ""), 0);
        while (queue.TryDequeue(out var at, out var metres))
        {
            if (metres > limitMetres || !done.TryAdd(at.Node, (metres, at.Link, at.Before))) continue;
            foreach (var (link, head) in _arcs[at.Node])
                if (!done.ContainsKey(head)) queue.Enqueue((head, link, at.Node), metres + link.LengthMetres);
        }

        return _routes = done;
    }

    /// <summary>The shape of the route to a node from the last start.</summary>
    public List<(double Lat, double Lon)> Line(string end)
    {
        var line = new List<(double, double)> { Position(end) };
        for (var at = _routes[end]; at.Link is not null; at = _routes[at.Before])
        {
            line.AddRange(at.Link.From == at.Before ? at.Link.Via.Reverse() : at.Link.Via);
            line.Add(Position(at.Before));
        }

        return line;
    }

    private (double Lat, double Lon) Position(string id) => (_byId[id].Lat, _byId[id].Lon);
}
