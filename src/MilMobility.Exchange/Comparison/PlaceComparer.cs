using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Comparison;

/// <summary>
/// Compares datasets of different sources, whose ids have nothing in common: nodes are paired by place (<see cref="PlaceMatcher"/>),
/// and each link of the first is compared with the shortest path between its ends' counterparts in the second (Dijkstra, given up
/// beyond three times the link). A coarse first and a detailed second one compare best. O(links x size of the searches). Static.
/// </summary>
public static class PlaceComparer
{
    private const double PathPerLinkMax = 3;

    public static PlaceComparison Compare(NetworkDataset first, NetworkDataset second, int withinMetres, CancellationToken cancellation)
    {
        var nodes = PlaceMatcher.Match(first, second, withinMetres);
        var counterpart = nodes.ToDictionary(n => n.First, n => n.Second, StringComparer.Ordinal);
        var arcs = Arcs(second);
        var links = new List<LinkMatch>();
        foreach (var link in first.Links)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!counterpart.TryGetValue(link.From, out var from) || !counterpart.TryGetValue(link.To, out var to)) continue;
            var limit = (long)((link.LengthMetres * PathPerLinkMax) + (2 * withinMetres));
            links.Add(new LinkMatch(link.Mode, link.Id, link.LengthMetres, ShortestMetres(arcs, from, to, limit)));
        }

        return new PlaceComparison(
            NetworkComparer.Name(first), NetworkComparer.Name(second), withinMetres, NetworkComparer.Lengths(first, second),
            [.. Enum.GetValues<TransportMode>().Select(mode => Mode(mode, first, second, nodes, links))], nodes,
            [.. first.Nodes.Where(n => !counterpart.ContainsKey(n.Id)).Select(n => n.Id).Order(StringComparer.Ordinal)],
            [
                .. links.OrderByDescending(l => l.SecondMetres is null).ThenByDescending(l => Math.Abs(Math.Log(Math.Max(1e-9, l.Ratio))))
                    .ThenBy(l => l.Link, StringComparer.Ordinal),
            ]);
    }

    private static ModeMatch Mode(
        TransportMode mode, NetworkDataset first, NetworkDataset second, List<NodeMatch> nodes, List<LinkMatch> links)
    {
        var matched = nodes.Where(n => n.Mode == mode).ToList();
        var compared = links.Where(l => l.Mode == mode && l.SecondMetres is not null).ToList();
        var ratios = compared.Select(l => l.Ratio).Order().ToList();
        var median = ratios.Count == 0 ? 0
            : ratios.Count % 2 == 1 ? ratios[ratios.Count / 2]
            : (ratios[(ratios.Count / 2) - 1] + ratios[ratios.Count / 2]) / 2;
        return new ModeMatch(
            mode, first.Nodes.Count(n => n.Mode == mode), second.Nodes.Count(n => n.Mode == mode), matched.Count,
            matched.Count == 0 ? 0 : Math.Round(matched.Average(n => n.DistanceMetres), 1), compared.Count,
            links.Count(l => l.Mode == mode && l.SecondMetres is null), compared.Sum(l => (long)l.FirstMetres) / 1_000.0,
            compared.Sum(l => (long)l.SecondMetres!.Value) / 1_000.0, Math.Round(median, 4),
            ratios.Count == 0 ? 0 : Math.Round(ratios.Count(r => r is >= 0.9 and <= 1.1) / (double)ratios.Count, 4));
    }

    private static Dictionary<string, List<(string To, int Metres)>> Arcs(NetworkDataset dataset)
    {
        var arcs = dataset.Nodes.ToDictionary(n => n.Id, _ => new List<(string, int)>(), StringComparer.Ordinal);
        foreach (var link in dataset.Links)
        {
            arcs[link.From].Add((link.To, link.LengthMetres));
            if (link.TwoWay) arcs[link.To].Add((link.From, link.LengthMetres));
        }

        return arcs;
    }

    private static int? ShortestMetres(Dictionary<string, List<(string To, int Metres)>> arcs, string from, string to, long limit)
    {
        var best = new Dictionary<string, int>(StringComparer.Ordinal) { [from] = 0 };
        var queue = new PriorityQueue<string, int>();
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out var node, out var metres))
        {
            if (node == to) return metres;
            if (metres > best[node]) continue;
            foreach (var (next, length) in arcs[node])
            {
                var there = metres + length;
                if (there > limit || (best.TryGetValue(next, out var known) && known <= there)) continue;
                best[next] = there;
                queue.Enqueue(next, there);
            }
        }

        return null;
    }
}
