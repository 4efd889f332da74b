using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Comparison;

/// <summary>
/// Pairs the nodes of two datasets, mode by mode: all pairs within the distance, those of the same name first, then the nearest; each
/// node once. Greedy, so a crowded place may be paired otherwise than a person would. O(n log n) with nodes spread over cells as wide
/// as the distance.
/// </summary>
internal static class PlaceMatcher
{
    private const double MetresPerDegree = GreatCircle.EarthRadiusMetres * Math.PI / 180;

    public static List<NodeMatch> Match(NetworkDataset first, NetworkDataset second, int withinMetres)
    {
        // Longitude is squeezed by one factor for all, so that a node has one cell; a tenth more room covers the difference.
        var squeeze = first.Nodes.Count == 0 ? 1 : Math.Max(0.05, Math.Cos(first.Nodes.Average(n => n.Lat) * Math.PI / 180));
        var cell = withinMetres * 1.1 / MetresPerDegree;
        (long Row, long Column) CellOf(NodeRow node) => ((long)Math.Floor(node.Lat / cell), (long)Math.Floor(node.Lon * squeeze / cell));
        var cells = second.Nodes.GroupBy(CellOf).ToDictionary(g => g.Key, g => g.ToList());
        var pairs = new List<NodeMatch>();
        foreach (var node in first.Nodes)
        {
            var (row, column) = CellOf(node);
            for (var near = 0; near < 9; near++)
            {
                foreach (var other in cells.GetValueOrDefault((row + (near / 3) - 1, column + (near % 3) - 1)) ?? [])
                {
                    if (other.Mode != node.Mode) continue;
                    var metres = GreatCircle.Metres(node.Lat, node.Lon, other.Lat, other.Lon);
                    if (metres > withinMetres) continue;
                    var sameName = string.Equals(node.Name, other.Name, StringComparison.OrdinalIgnoreCase);
                    pairs.Add(new NodeMatch(node.Mode, node.Id, other.Id, Math.Round(metres, 1), sameName));
                }
            }
        }

        var (takenFirst, takenSecond) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var matches = new List<NodeMatch>();
        var byRank = pairs.OrderByDescending(p => p.SameName).ThenBy(p => p.DistanceMetres)
            .ThenBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal);
        foreach (var pair in byRank)
        {
            if (takenFirst.Contains(pair.First) || !takenSecond.Add(pair.Second)) continue;
            takenFirst.Add(pair.First);
            matches.Add(pair);
        }

        return [.. matches.OrderBy(m => m.First, StringComparer.Ordinal)];
    }
}
