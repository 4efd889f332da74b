using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Html;

/// <summary>Positions of the map's parts in the page's lists.</summary>
internal sealed class PageIndex
{
    private readonly Dictionary<string, int> _nodes;
    private readonly Dictionary<string, int> _links;
    private readonly Dictionary<string, int> _transfers;

    public PageIndex(NetworkMap map)
    {
        _nodes = Positions(map.Nodes.Select(n => n.Id));
        _links = Positions(map.Links.Select(l => l.Id));
        _transfers = Positions(map.Transfers.Select(t => t.Id));
    }

    /// <summary>Position of a node; -1 where the map does not have it.</summary>
    public int Node(string id) => _nodes.GetValueOrDefault(id, -1);

    /// <summary>Position of a link; -1 where the map does not have it.</summary>
    public int Link(string id) => _links.GetValueOrDefault(id, -1);

    /// <summary>Position of a transfer; -1 where the map does not have it.</summary>
    public int Transfer(string id) => _transfers.GetValueOrDefault(id, -1);

    /// <summary>A link's position, or a node's as -2 - position; -1 where the map has neither.</summary>
    public int Resource(string id) =>
        _links.TryGetValue(id, out var link) ? link : _nodes.TryGetValue(id, out var node) ? -2 - node : -1;

    private static Dictionary<string, int> Positions(IEnumerable<string> ids) =>
        ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
}
