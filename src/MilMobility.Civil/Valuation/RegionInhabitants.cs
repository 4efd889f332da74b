using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.Valuation;

/// <summary>
/// Inhabitants by region of the network (provinces, by their Dutch names): every municipality of <c>zones.csv</c> belongs to the region of
/// the road node nearest to its middle. Empty without zones. O(zones x road nodes).
/// </summary>
public static class RegionInhabitants
{
    public static IReadOnlyDictionary<string, double> Of(NetworkDataset dataset)
    {
        var nodes = dataset.Nodes.Where(n => n.Mode == TransportMode.Road && !IsAbroad(n.Region)).ToList();
        var inhabitants = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (nodes.Count == 0) return inhabitants;
        foreach (var node in nodes) inhabitants.TryAdd(node.Region, 0);
        foreach (var zone in dataset.Zones)
            inhabitants[nodes.MinBy(n => Distance(zone, n))!.Region] += zone.Inhabitants;
        foreach (var empty in inhabitants.Where(r => r.Value == 0).Select(r => r.Key).ToList()) inhabitants.Remove(empty);
        return inhabitants;
    }

    private static bool IsAbroad(string region) => region is "" or "DE" or "BE";

    /// <summary>Square of the distance in degrees of latitude; good enough to compare within a country.</summary>
    private static double Distance(ZoneRow zone, NodeRow node)
    {
        var north = node.Lat - zone.Lat;
        var east = (node.Lon - zone.Lon) * Math.Cos(zone.Lat * Math.PI / 180);
        return (north * north) + (east * east);
    }
}
