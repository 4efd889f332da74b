using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>A shortest route of the embedded network and the imported one over the same roads, lines or fairways.</summary>
/// <param name="Mode">Its mode.</param>
/// <param name="From">Id of the node it starts at.</param>
/// <param name="To">Id of the node it ends at.</param>
/// <param name="EmbeddedMetres">Its length on the embedded network.</param>
/// <param name="ImportedMetres">Its length on the imported network; null if there is no way.</param>
/// <param name="Reverses">On the imported network there is no such way without a turn that the tracks do not allow.</param>
public sealed record RouteComparison(
    TransportMode Mode, string From, string To, double EmbeddedMetres, double? ImportedMetres, bool Reverses);

/// <summary>
/// Compares whole routes between random pairs of nodes, at least 20 km apart: where a link ends inside an interchange is a
/// matter of taste, how long a route through it is, is not. Links away from the embedded route count thrice, so that both
/// networks are compared on the same way. Seeded.
/// </summary>
public static class RouteComparer
{
    private const int Seed = 4;
    private const int StartsPerMode = 20;
    private const int PairsPerStart = 10;
    private const double LeastMetres = 20_000;
    private const double MostMetres = 150_000;
    private const double AwayFactor = 3;
    private const double LimitFactor = 1.6;

    public static List<RouteComparison> Compare(NetworkDataset embedded, FullDetail imported)
    {
        var found = new List<RouteComparison>();
        foreach (var mode in new[] { TransportMode.Road, TransportMode.Rail, TransportMode.Water })
        {
            var graph = new EmbeddedGraph(embedded, mode);
            var random = new Random(Seed);
            for (var i = 0; i < StartsPerMode; i++)
            {
                var start = graph.Nodes[random.Next(graph.Nodes.Count)];
                var routes = graph.From(start.Id, MostMetres);
                var ends = routes.Where(route => route.Value.Metres > LeastMetres).Select(route => route.Key)
                    .Order(StringComparer.Ordinal).ToList();
                for (var j = 0; j < PairsPerStart && ends.Count > 0; j++)
                {
                    var end = ends[random.Next(ends.Count)];
                    ends.Remove(end);
                    found.Add(Compare(graph, imported, start, graph.Node(end), routes[end]));
                }
            }
        }

        return found;
    }

    private static RouteComparison Compare(
        EmbeddedGraph graph, FullDetail imported, NodeRow start, NodeRow end, (double Metres, LinkRow? Link, string Before) route)
    {
        var (from, to) = (LinkComparer.Of(imported, start), LinkComparer.Of(imported, end));
        var line = graph.Line(end.Id);
        var beside = new BesideLine(imported, line, LinkComparer.BesideMetres(start.Mode));
        if (from.Count == 0 || to.Count == 0) return new RouteComparison(start.Mode, start.Id, end.Id, route.Metres, null, false);
        var limit = LimitFactor * route.Metres;
        double Factor(int link) => beside.Is(link) ? 1 : AwayFactor;
        var way = ArcSearch.Find(imported, from, to, Factor, limit);
        var reversing = way ?? ArcSearch.Find(imported, from, to, Factor, limit, true);
        return new RouteComparison(
            start.Mode, start.Id, end.Id, route.Metres, reversing?.Metres, way is null && reversing is not null);
    }
}
