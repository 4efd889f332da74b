namespace MilMobility.Networks.Tests.Reference;

/// <summary>An undirected graph with lengths and a plain Dijkstra; shares no code with the product.</summary>
internal sealed class LengthGraph
{
    private readonly Dictionary<string, List<(string To, double LengthM)>> _edges = [];

    public void Add(string a, string b, double lengthM)
    {
        Edges(a).Add((b, lengthM));
        Edges(b).Add((a, lengthM));
    }

    public double ShortestM(string from, string to)
    {
        var settled = new HashSet<string>();
        var queue = new PriorityQueue<string, double>([(from, 0.0)]);
        while (queue.TryDequeue(out var node, out var soFarM))
        {
            if (node == to) return soFarM;
            if (!settled.Add(node)) continue;
            foreach (var (next, lengthM) in Edges(node))
                if (!settled.Contains(next)) queue.Enqueue(next, soFarM + lengthM);
        }

        return double.PositiveInfinity;
    }

    private List<(string To, double LengthM)> Edges(string node)
    {
        if (!_edges.TryGetValue(node, out var edges)) _edges[node] = edges = [];
        return edges;
    }
}
