using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Audiences;

/// <summary>Whose each link, node and step is. A site of the forces is no civil manager's: what happens on it is told to nobody.</summary>
internal sealed class ManagerAreas
{
    private const string Site = "site";

    private readonly Dictionary<string, string> _ofLink;
    private readonly Dictionary<string, string> _ofNode;

    public ManagerAreas(NetworkMap map)
    {
        _ofLink = map.Links.ToDictionary(l => l.Id, l => l.Manager, StringComparer.Ordinal);
        var byEnd = map.Links.SelectMany(l => new[] { (Node: l.From, l.Manager), (Node: l.To, l.Manager) })
            .Where(e => e.Manager.Length > 0).GroupBy(e => e.Node, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(e => e.Manager).Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
        _ofNode = map.Nodes.ToDictionary(
            n => n.Id,
            n => n.Kind == Site ? "" : n.Manager.Length > 0 ? n.Manager : byEnd.GetValueOrDefault(n.Id, ""),
            StringComparer.Ordinal);
    }

    /// <summary>Everyone who manages a link or a node, in order of name.</summary>
    public IReadOnlyList<string> All =>
        [.. _ofLink.Values.Concat(_ofNode.Values).Where(m => m.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Manager of a link or node; empty where nobody is known.</summary>
    public string Of(string resource) => _ofLink.GetValueOrDefault(resource) ?? _ofNode.GetValueOrDefault(resource, "");

    /// <summary>Those who have to do with a step: one, or both ends' where goods change hands.</summary>
    public IReadOnlyList<string> Of(PlanStep step) => step switch
    {
        MoveStep move => Known(Of(move.Link)),
        HoldStep hold => Known(Of(hold.Node)),
        TransferStep transfer => [.. Known(Of(transfer.From)).Union(Known(Of(transfer.To)), StringComparer.Ordinal)],
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };

    private static string[] Known(string manager) => manager.Length > 0 ? [manager] : [];
}
