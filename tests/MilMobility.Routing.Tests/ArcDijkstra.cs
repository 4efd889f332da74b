using MilMobility.Networks.Datasets;

namespace MilMobility.Routing.Tests;

/// <summary>
/// The cheapest way of <see cref="TenWagons"/> from n0 to a node on an empty network, over (link, direction) from the rows of a dataset:
/// 60 km/h, 1,000 micro-euros a second until the tail is in and 7,000 a km. Settles the nearest of all arcs by a walk over them.
/// </summary>
internal sealed class ArcDijkstra(NetworkDataset dataset, string target)
{
    private const int PassSeconds = 60;

    /// <summary>Micro-euros, or long.MaxValue without a way.</summary>
    public long Cost()
    {
        // Cost at the head's arrival at the far end of each link, by direction.
        var cost = new Dictionary<(string Link, bool Forward), long>();
        var settled = new HashSet<(string, bool)>();
        foreach (var (link, forward) in Leaving("n0")) Offer(cost, link, forward, 0);
        while (settled.Count < cost.Count)
        {
            var arc = cost.Where(c => !settled.Contains(c.Key)).MinBy(c => c.Value).Key;
            settled.Add(arc);
            var arrived = dataset.Links.Single(l => l.Id == arc.Link);
            var node = arc.Forward ? arrived.To : arrived.From;
            if (node == target) return cost[arc] + (1000 * PassSeconds);
            foreach (var (next, forward) in Leaving(node))
            {
                var turn = Turns.Find(dataset, node, arc.Link, next.Id);
                if (turn is null) Offer(cost, next, forward, cost[arc]);
                else if (turn.ReversalMinutes is { } minutes && TakesTrain(node))
                    Offer(cost, next, forward, cost[arc] + (1000 * 60 * minutes));
            }
        }

        return long.MaxValue;
    }

    private IEnumerable<(LinkRow Link, bool Forward)> Leaving(string node)
    {
        foreach (var link in dataset.Links)
        {
            if (link.From == node) yield return (link, true);
            if (link.To == node && link.TwoWay) yield return (link, false);
        }
    }

    private bool TakesTrain(string node) => dataset.Facilities.Any(
        f => f.Node == node && f.HoldCapacity > 0 && (f.MaxLengthMetres ?? int.MaxValue) >= TenWagons.LengthMetres);

    private static void Offer(Dictionary<(string, bool), long> cost, LinkRow link, bool forward, long before)
    {
        // A km a minute.
        var after = before + (link.LengthMetres / 1000 * ((1000 * 60) + 7_000));
        if (after < cost.GetValueOrDefault((link.Id, forward), long.MaxValue)) cost[(link.Id, forward)] = after;
    }
}
