namespace MilMobility.Derivation.Water;

/// <summary>A path over the register: its length, its drawn line and the sections it uses.</summary>
public sealed record FairwayPath(double LengthMetres, IReadOnlyList<GeoPoint> Shape, IReadOnlyList<int> Sections)
{
    /// <summary>
    /// Shortest path by Dijkstra's method, O(E log V), over vertices that are not `barred` (the ends excepted); null
    /// where there is none.
    /// </summary>
    public static FairwayPath? Shortest(FairwayGraph graph, int from, int to, IReadOnlySet<int> barred)
    {
        var distance = new Dictionary<int, double> { [from] = 0 };
        var arrivedBy = new Dictionary<int, int>();
        var queue = new PriorityQueue<int, (double, int)>();
        queue.Enqueue(from, (0, from));
        while (queue.TryDequeue(out var vertex, out var key))
        {
            if (vertex == to) break;
            if (key.Item1 > distance[vertex] || (vertex != from && barred.Contains(vertex))) continue;
            foreach (var s in graph.SectionsAt(vertex))
            {
                var section = graph.Sections[s];
                var other = section.From == vertex ? section.To : section.From;
                var metres = key.Item1 + section.LengthMetres;
                if (distance.TryGetValue(other, out var known) && known <= metres) continue;
                distance[other] = metres;
                arrivedBy[other] = s;
                queue.Enqueue(other, (metres, other));
            }
        }

        return arrivedBy.ContainsKey(to) ? Unroll(graph, from, to, distance[to], arrivedBy) : null;
    }

    private static FairwayPath Unroll(
        FairwayGraph graph, int from, int to, double metres, Dictionary<int, int> arrivedBy)
    {
        var used = new List<int>();
        for (var v = to; v != from;)
        {
            var section = graph.Sections[arrivedBy[v]];
            used.Add(arrivedBy[v]);
            v = section.From == v ? section.To : section.From;
        }

        used.Reverse();
        var shape = new List<GeoPoint> { graph.Vertices[from] };
        var at = from;
        foreach (var s in used)
        {
            var section = graph.Sections[s];
            var forward = section.From == at;
            shape.AddRange((forward ? section.Shape : section.Shape.Reverse()).Skip(1));
            at = forward ? section.To : section.From;
        }

        return new FairwayPath(metres, shape, used);
    }
}
