using MilMobility.Convoys.Instances;
using MilMobility.Optimisation;

namespace MilMobility.Convoys.Generation;

/// <summary>
/// Random planar graphs: the squares of a lattice, less random edges, never those of a random spanning tree and never
/// below a degree that the rest keeps. Planar and connected by construction; travel times uniform. Whole numbers throughout, so
/// that a seed gives the same graph on every machine.
/// </summary>
internal sealed class PlanarGraph
{
    private readonly List<(int From, int To)> _links = [];

    private PlanarGraph(int nodeCount) => (NodeCount, Width) = (nodeCount, CeilingOfRoot(nodeCount));

    public int NodeCount { get; }

    /// <summary>Nodes per row of the lattice; node v stands in column v % Width.</summary>
    public int Width { get; }

    /// <summary>Makes a graph.</summary>
    /// <param name="nodeCount">Nodes.</param>
    /// <param name="edgeCount">Edges wanted; more stay where the degree forbids to take one.</param>
    /// <param name="degreeMin">Edges that a node keeps where the lattice gives it as many.</param>
    /// <param name="keep">Which lattice edges exist at all, from and to.</param>
    /// <param name="random">Source of chance.</param>
    /// <param name="travel">Travel time of an edge.</param>
    public static (PlanarGraph Graph, List<ConvoyEdge> Edges) Make(
        int nodeCount, int edgeCount, int degreeMin, Func<int, int, bool> keep, SplitMix random, Func<SplitMix, int> travel)
    {
        var graph = new PlanarGraph(nodeCount);
        graph.Lay(keep);
        var spanning = graph.SpanningTree(random);
        graph.Thin(edgeCount, degreeMin, spanning, random);
        return (graph, [.. graph._links.Select(l => new ConvoyEdge(l.From, l.To, travel(random)))]);
    }

    public static void Shuffle<T>(IList<T> items, SplitMix random)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private void Lay(Func<int, int, bool> keep)
    {
        for (var v = 0; v < NodeCount; v++)
        {
            if ((v + 1) % Width != 0 && v + 1 < NodeCount && keep(v, v + 1)) _links.Add((v, v + 1));
            if (v + Width < NodeCount && keep(v, v + Width)) _links.Add((v, v + Width));
        }
    }

    private HashSet<(int, int)> SpanningTree(SplitMix random)
    {
        var order = _links.ToList();
        Shuffle(order, random);
        var parent = Enumerable.Range(0, NodeCount).ToArray();
        var tree = new HashSet<(int, int)>();
        foreach (var (from, to) in order)
        {
            var (a, b) = (Root(from), Root(to));
            if (a == b) continue;
            parent[a] = b;
            tree.Add((from, to));
        }

        return tree;

        int Root(int node)
        {
            while (parent[node] != node) node = parent[node] = parent[parent[node]];
            return node;
        }
    }

    private void Thin(int edgeCount, int degreeMin, HashSet<(int, int)> spanning, SplitMix random)
    {
        var degree = new int[NodeCount];
        foreach (var (from, to) in _links)
        {
            degree[from]++;
            degree[to]++;
        }

        var order = _links.ToList();
        Shuffle(order, random);
        var gone = new HashSet<(int, int)>();
        foreach (var link in order)
        {
            if (_links.Count - gone.Count <= edgeCount) break;
            if (spanning.Contains(link) || degree[link.From] <= degreeMin || degree[link.To] <= degreeMin) continue;
            gone.Add(link);
            degree[link.From]--;
            degree[link.To]--;
        }

        _links.RemoveAll(gone.Contains);
    }

    private static int CeilingOfRoot(int value)
    {
        var root = 1;
        while (root * root < value) root++;
        return root;
    }
}
