using QuikGraph;
using QuikGraph.Algorithms.ShortestPath;

namespace MilMobility.TestScenes;

/// <summary>
/// An undirected graph with lengths, metres, and its shortest paths by QuikGraph: a judge that shares no code with the product.
/// </summary>
/// <typeparam name="TNode">What names a node.</typeparam>
public sealed class LengthGraph<TNode> where TNode : notnull
{
    private readonly UndirectedGraph<TNode, TaggedEdge<TNode, double>> _graph = new(allowParallelEdges: true);

    /// <summary>All nodes that an edge names.</summary>
    public IEnumerable<TNode> Nodes => _graph.Vertices;

    public void Add(TNode a, TNode b, double metres) => _graph.AddVerticesAndEdge(new TaggedEdge<TNode, double>(a, b, metres));

    /// <summary>Length of the shortest path to every node that can be reached; empty for a node that no edge names.</summary>
    public IReadOnlyDictionary<TNode, double> From(TNode start)
    {
        if (!_graph.ContainsVertex(start)) return new Dictionary<TNode, double>();
        var search = new UndirectedDijkstraShortestPathAlgorithm<TNode, TaggedEdge<TNode, double>>(_graph, edge => edge.Tag);
        search.Compute(start);
        return search.GetDistances().Where(d => d.Value < double.MaxValue).ToDictionary();
    }

    /// <summary>Length of the shortest path; infinite without one.</summary>
    public double Shortest(TNode from, TNode to) => From(from).TryGetValue(to, out var metres) ? metres : double.PositiveInfinity;
}
