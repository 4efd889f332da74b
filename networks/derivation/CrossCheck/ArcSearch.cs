namespace MilMobility.Derivation.CrossCheck;

/// <summary>
/// Shortest ways on the imported network between the points at which two places touch it: Dijkstra over directed arcs, so that
/// turns count, given up beyond a limit. O(arcs within the limit x log). Thread-safe.
/// </summary>
internal static class ArcSearch
{
    /// <param name="network">The network.</param>
    /// <param name="from">Points of the start.</param>
    /// <param name="to">Points of the end.</param>
    /// <param name="factor">What a metre of a link counts, at least 1: a dearer link is taken only where it must be.</param>
    /// <param name="limitMetres">Counted metres beyond which there is no way.</param>
    /// <param name="mayReverse">Whether turns that tracks do not allow are taken as well.</param>
    /// <returns>The way of the least counted metres; null if there is none.</returns>
    public static ImportedWay? Find(
        FullDetail network, IReadOnlyList<Access> from, IReadOnlyList<Access> to, Func<int, double> factor, double limitMetres,
        bool mayReverse = false)
    {
        var targets = to.ToLookup(access => access.Link);
        var counted = new Dictionary<int, double>();
        var before = new Dictionary<int, (int Arc, double Metres)>();
        var queue = new PriorityQueue<int, double>();
        var best = (Counted: limitMetres, Way: (List<(int Link, double Metres)>?)null);
        foreach (var start in from)
        {
            var link = network.Draft.Links[start.Link];
            foreach (var end in targets[start.Link])
            {
                if (!link.TwoWay && end.AlongMetres < start.AlongMetres) continue;
                var metres = Math.Abs(end.AlongMetres - start.AlongMetres);
                Offer(start.OffMetres + end.OffMetres + (metres * factor(start.Link)), () => [(start.Link, metres)]);
            }

            Relax(2 * start.Link, start.OffMetres, link.LengthMetres - start.AlongMetres, -1);
            if (link.TwoWay) Relax((2 * start.Link) + 1, start.OffMetres, start.AlongMetres, -1);
        }

        while (queue.TryDequeue(out var arc, out var cost))
        {
            if (cost > best.Counted) break;
            if (cost > counted[arc]) continue;
            foreach (var next in network.After(arc, mayReverse))
            {
                var length = network.Draft.Links[next >> 1].LengthMetres;
                foreach (var end in targets[next >> 1])
                {
                    var metres = (next & 1) == 0 ? end.AlongMetres : length - end.AlongMetres;
                    Offer(cost + end.OffMetres + (metres * factor(next >> 1)), () => [.. Way(arc), (next >> 1, metres)]);
                }

                Relax(next, cost, length, arc);
            }
        }

        return best.Way is { } found ? new ImportedWay(network, found) : null;

        void Offer(double cost, Func<List<(int, double)>> way)
        {
            if (cost < best.Counted) best = (cost, way());
        }

        void Relax(int arc, double cost, double metres, int previous)
        {
            var there = cost + (metres * factor(arc >> 1));
            if (there >= best.Counted || (counted.TryGetValue(arc, out var known) && known <= there)) return;
            (counted[arc], before[arc]) = (there, (previous, metres));
            queue.Enqueue(arc, there);
        }

        List<(int, double)> Way(int arc)
        {
            var way = new List<(int, double)>();
            for (var at = arc; at >= 0; at = before[at].Arc) way.Add((at >> 1, before[at].Metres));
            way.Reverse();
            return way;
        }
    }
}
