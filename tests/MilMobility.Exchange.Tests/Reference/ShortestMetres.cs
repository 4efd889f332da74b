namespace MilMobility.Exchange.Tests.Reference;

/// <summary>Shortest paths by length over undirected edges between numbered points, for comparison; Dijkstra with a heap.</summary>
internal sealed class ShortestMetres
{
    private readonly Dictionary<long, List<(long To, double Metres)>> _edges = [];

    public IReadOnlyCollection<long> Points => _edges.Keys;

    public void Add(long a, long b, double metres)
    {
        Of(a).Add((b, metres));
        Of(b).Add((a, metres));
    }

    public Dictionary<long, double> From(long start)
    {
        var done = new Dictionary<long, double>();
        var queue = new PriorityQueue<long, double>();
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out var point, out var metres))
        {
            if (!done.TryAdd(point, metres)) continue;
            foreach (var (to, length) in _edges[point])
                if (!done.ContainsKey(to)) queue.Enqueue(to, metres + length);
        }

        return done;
    }

    private List<(long, double)> Of(long point)
    {
        if (!_edges.TryGetValue(point, out var edges)) _edges[point] = edges = [];
        return edges;
    }
}
