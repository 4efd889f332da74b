using MilMobility.Domain.Units;
using MilMobility.Exchange.Attributes;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Information;

/// <summary>
/// Counts what a dataset holds: sizes, connected parts (a disjoint-set forest; links count both ways, since a one-way link still
/// joins), and the quality and source of every attribute value. O(rows x columns); reads the tables once more, row by row. Static.
/// </summary>
public static class NetworkSurveyor
{
    private const double MetresPerKm = 1_000;

    /// <exception cref="IOException">A file changed since the dataset was read.</exception>
    public static NetworkInformation Survey(NetworkDataset dataset, CancellationToken cancellation)
    {
        var attributes = new DatasetAttributes(dataset);
        var tally = new AttributeTally();
        foreach (var table in AttributeTable.All) attributes.Read(table, tally.Add, cancellation);
        var description = attributes.Description;
        var all = Parts(dataset, _ => true);
        foreach (var transfer in dataset.Transfers) all.Join(transfer.From, transfer.To);
        return new NetworkInformation(
            dataset.Name, description.Title, dataset.Version, description.Created, dataset.Marking,
            [.. Enum.GetValues<TransportMode>().Select(mode => Mode(dataset, mode))], all.Count,
            Kinds(dataset.Facilities.Select(f => f.Kind)), Kinds(dataset.Transfers.Select(t => t.Kind)),
            dataset.CivilProfiles.Count,
            [.. dataset.Corridors.Select(c => c.Corridor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            dataset.QualityShares, tally.Attributes(), tally.Sources(description.Sources), description.Licenses);
    }

    private static ModeInformation Mode(NetworkDataset dataset, TransportMode mode)
    {
        var nodes = dataset.Nodes.Where(n => n.Mode == mode).ToList();
        var links = dataset.Links.Where(l => l.Mode == mode).ToList();
        var parts = Parts(dataset, m => m == mode);
        var isSea = mode == TransportMode.Sea;
        return new ModeInformation(
            mode, nodes.Count, links.Count, links.Sum(l => (long)l.LengthMetres) / MetresPerKm, isSea ? 0 : parts.Count,
            isSea ? 0 : parts.LargestSize, Kinds(nodes.Select(n => n.Kind)),
            [
                .. links.GroupBy(l => l.Class, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new ClassLength(g.Key, g.Count(), g.Sum(l => (long)l.LengthMetres) / MetresPerKm)),
            ]);
    }

    private static DisjointSets Parts(NetworkDataset dataset, Func<TransportMode, bool> isWanted)
    {
        var parts = new DisjointSets(dataset.Nodes.Where(n => isWanted(n.Mode)).Select(n => n.Id));
        foreach (var link in dataset.Links.Where(l => isWanted(l.Mode))) parts.Join(link.From, link.To);
        return parts;
    }

    private static List<KindCount> Kinds(IEnumerable<string> kinds) =>
    [
        .. kinds.GroupBy(k => k, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new KindCount(g.Key, g.Count())),
    ];
}
