using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>
/// Lorries a year on links of the network, from the flows between regions over the European roads (Speth et al., synthetic):
/// each flow takes its shortest way over that graph; each edge of that graph is the shortest way over our links between the
/// points nearest its ends, where that is about as long. Two opposite directions of a link get their mean.
/// </summary>
public sealed class TruckFlows
{
    private const double EndMaxM = 6_000;
    private const double LengthTolerance = 0.25;
    private const double LengthToleranceM = 6_000;

    private readonly Dictionary<string, double> _perYear = new(StringComparer.Ordinal);

    /// <param name="folder">Folder with NL_segments.csv and NL_traffic.csv.</param>
    /// <param name="links">The links of the network.</param>
    public TruckFlows(string folder, IReadOnlyList<RoadLink> links)
    {
        var segments = CsvTable.Read(Path.Combine(folder, "NL_segments.csv"));
        var places = segments.GroupBy(row => row["source"], StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new GeoPoint(Number(group.First()["position_y"]), Number(group.First()["position_x"])), StringComparer.Ordinal);
        var edges = segments.Where(row => places.ContainsKey(row["target"])).ToDictionary(
            row => (row["source"], row["target"]), row => 1000 * Number(row["segment_length"]));
        var europe = new ShortestWays(edges.Select(edge =>
            (edge.Key.Item1, edge.Key.Item2, $"{edge.Key.Item1}>{edge.Key.Item2}", edge.Value)));
        var trucks = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var flow in CsvTable.Read(Path.Combine(folder, "NL_traffic.csv")))
        {
            foreach (var edge in europe.Between(flow["origin"], flow["destination"]).Steps)
                trucks[edge] = trucks.GetValueOrDefault(edge) + Number(flow["volume"]);
        }

        var roads = links.Where(link => link.Class is not ("access" or "port-road")).ToList();
        var points = roads.SelectMany(link => new[] { link.From, link.To }).Distinct().ToList();
        var ours = new ShortestWays(roads.SelectMany(link => new[]
        {
            (link.From.NodeId, link.To.NodeId, link.Id, (double)link.LengthM),
            (link.To.NodeId, link.From.NodeId, link.Id, (double)link.LengthM),
        }));
        var ends = places.ToDictionary(
            place => place.Key, place => points.MinBy(point => Geo.DistanceM(point.At, place.Value))!, StringComparer.Ordinal);
        foreach (var ((from, to), lengthM) in edges)
        {
            if (!trucks.TryGetValue($"{from}>{to}", out var perYear)) continue;
            if (new[] { from, to }.Any(end => Geo.DistanceM(ends[end].At, places[end]) > EndMaxM)) continue;
            var way = ours.Between(ends[from].NodeId, ends[to].NodeId);
            if (Math.Abs(way.LengthM - lengthM) > (LengthTolerance * lengthM) + LengthToleranceM) continue;
            EdgesPlaced++;
            foreach (var link in way.Steps) _perYear[link] = _perYear.GetValueOrDefault(link) + (perYear / 2);
        }
    }

    /// <summary>Edges of the European graph that found their way over our links.</summary>
    public int EdgesPlaced { get; }

    /// <summary>Lorries a year and direction; null where no flow is known.</summary>
    public double? PerYear(string link) => _perYear.TryGetValue(link, out var trucks) ? trucks : null;

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
