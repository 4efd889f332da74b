using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>
/// Finds, for each link of the embedded network, the ways between its ends on the imported network. A way along the link's own
/// line is sought by counting every metre of a link further away as three, so that a parallel road or river arm is no answer.
/// </summary>
public static class LinkComparer
{
    private const double AwayFactor = 3;
    private const double LimitFactor = 4;
    private const double LimitMetres = 3_000;

    /// <summary>
    /// Road points are the importer's own points, and a junction is several of them; a station stands beside all its tracks; a port
    /// or lock may lie beside its fairway.
    /// </summary>
    private static readonly Dictionary<TransportMode, (AccessRule Rule, double BesideMetres)> s_rules = new()
    {
        [TransportMode.Road] = (new AccessRule(1_500, 20, WholeJunction: true), 700),
        [TransportMode.Rail] = (new AccessRule(1_500, 120), 400),
        [TransportMode.Water] = (new AccessRule(1_500, 60), 500),
    };

    public static List<LinkComparison> Compare(IReadOnlyList<NodeRow> embeddedNodes, IReadOnlyList<LinkRow> links, FullDetail imported)
    {
        var nodes = embeddedNodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var at = embeddedNodes.Where(node => s_rules.ContainsKey(node.Mode)).ToDictionary(
            node => node.Id, node => Of(imported, node), StringComparer.Ordinal);
        return [.. links.AsParallel().AsOrdered().Select(link => Compare(link, nodes, at, imported))];
    }

    /// <summary>Where a node touches the imported network.</summary>
    public static List<Access> Of(FullDetail imported, NodeRow node)
        => imported.At(node.Mode, node.Lat, node.Lon, s_rules[node.Mode].Rule);

    /// <summary>A link of the imported network this near is beside the embedded one.</summary>
    public static double BesideMetres(TransportMode mode) => s_rules[mode].BesideMetres;

    private static LinkComparison Compare(
        LinkRow link, Dictionary<string, NodeRow> nodes, Dictionary<string, List<Access>> at, FullDetail imported)
    {
        var (from, to) = (at[link.From], at[link.To]);
        double? fromOff = from.Count == 0 ? null : from.Min(access => access.OffMetres);
        double? toOff = to.Count == 0 ? null : to.Min(access => access.OffMetres);
        if (fromOff is null || toOff is null) return new LinkComparison(link, fromOff, toOff, 0, null, null);
        var line = new List<(double, double)>
        {
            (nodes[link.From].Lat, nodes[link.From].Lon),
        };
        line.AddRange(link.Via);
        line.Add((nodes[link.To].Lat, nodes[link.To].Lon));
        var beside = new BesideLine(imported, line, BesideMetres(link.Mode));
        // The embedded network lets trains turn where tracks do not; what that does to a route is for the routes to show.
        var limit = (LimitFactor * link.LengthMetres) + LimitMetres;
        return new LinkComparison(
            link, fromOff, toOff, imported.ExtentMetres(from) + imported.ExtentMetres(to),
            ArcSearch.Find(imported, from, to, index => beside.Is(index) ? 1 : AwayFactor, limit, true),
            ArcSearch.Find(imported, from, to, _ => 1, limit, true));
    }
}
