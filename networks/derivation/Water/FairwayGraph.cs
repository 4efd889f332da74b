using System.Globalization;

namespace MilMobility.Derivation.Water;

/// <summary>One section of a fairway between two vertices of the graph.</summary>
/// <param name="From">Vertex at the start of <paramref name="Shape"/>.</param>
/// <param name="To">Vertex at its end.</param>
/// <param name="LengthMetres">Length as the register states it.</param>
/// <param name="Route">Route code of the register, e.g. `101` (Boven-Rijn, Waal, Merwedes, Noord).</param>
/// <param name="Shape">Centre line, ends included.</param>
public sealed record FairwaySection(int From, int To, double LengthMetres, string Route, IReadOnlyList<GeoPoint> Shape);

/// <summary>
/// The raw graph of the fairway register (NWB-Vaarwegen, derived_edges_wgs84.csv), without the shipping lanes of the
/// North Sea. Vertices are junctions; <see cref="Cut"/> adds vertices within a section.
/// Errors: a missing file or column, an unreadable number. Not thread-safe while cuts are made.
/// </summary>
public sealed class FairwayGraph
{
    // Route codes 500-699 are shipping lanes at sea, not inland fairways.
    private const int FirstSeaRoute = 500;
    private const int LastSeaRoute = 699;

    private readonly List<FairwaySection> sections = [];
    private readonly List<GeoPoint> vertices = [];
    private readonly List<List<int>> sectionsAt = [];

    public IReadOnlyList<FairwaySection> Sections => sections;

    public IReadOnlyList<GeoPoint> Vertices => vertices;

    public IReadOnlyList<int> SectionsAt(int vertex) => sectionsAt[vertex];

    public static FairwayGraph Read(string reference)
    {
        var graph = new FairwayGraph();
        var vertexOf = new Dictionary<string, int>();
        foreach (var row in CsvTable.Read(Path.Combine(reference, "nwb-vaarwegen", "derived_edges_wgs84.csv")))
        {
            if (IsSeaRoute(row["route_code"])) continue;
            var shape = ParseLine(row["wkt"]);
            var from = graph.VertexOf(row["from_junction"], shape[0], vertexOf);
            var to = graph.VertexOf(row["to_junction"], shape[^1], vertexOf);
            var lengthMetres = 1000 * double.Parse(row["length_km"], CultureInfo.InvariantCulture);
            graph.Add(new FairwaySection(from, to, lengthMetres, row["route_code"], shape));
        }

        return graph;
    }

    /// <summary>Cuts a section at shares of its drawn length (ascending, in 0..1); the register's length is divided in
    /// proportion. Returns the new vertices.</summary>
    public int[] Cut(int sectionIndex, IReadOnlyList<double> shares)
    {
        var whole = sections[sectionIndex];
        var along = CumulativeMetres(whole.Shape);
        var cuts = new int[shares.Count];
        int from = whole.From, next = 1;
        var startShare = 0.0;
        var shape = new List<GeoPoint> { whole.Shape[0] };
        sectionsAt[whole.From].Remove(sectionIndex);
        sectionsAt[whole.To].Remove(sectionIndex);
        for (var i = 0; i <= shares.Count; i++)
        {
            var share = i < shares.Count ? shares[i] : 1;
            while (next < whole.Shape.Count && along[next] < share * along[^1]) shape.Add(whole.Shape[next++]);
            var end = i < shares.Count ? PositionAt(whole.Shape, along, share) : whole.Shape[^1];
            shape.Add(end);
            var to = i < shares.Count ? AddVertex(end) : whole.To;
            var part = new FairwaySection(from, to, (share - startShare) * whole.LengthMetres, whole.Route, [.. shape]);
            if (i == 0) Replace(sectionIndex, part);
            else Add(part);
            if (i < shares.Count) cuts[i] = to;
            (from, startShare, shape) = (to, share, [end]);
        }

        return cuts;
    }

    /// <summary>Where on a section a position projects, as share of its drawn length, and how far off it is.</summary>
    public (double Share, double Metres) Project(int sectionIndex, GeoPoint position)
    {
        var shape = sections[sectionIndex].Shape;
        var along = CumulativeMetres(shape);
        var best = (Share: 0.0, Metres: double.PositiveInfinity);
        for (var i = 1; i < shape.Count; i++)
        {
            var share = position.ShareAlong(shape[i - 1], shape[i]);
            var metres = position.MetresTo(GeoPoint.Between(shape[i - 1], shape[i], share));
            if (metres >= best.Metres) continue;
            best = ((along[i - 1] + (share * (along[i] - along[i - 1]))) / along[^1], metres);
        }

        return best;
    }

    private static double[] CumulativeMetres(IReadOnlyList<GeoPoint> shape)
    {
        var along = new double[shape.Count];
        for (var i = 1; i < shape.Count; i++) along[i] = along[i - 1] + shape[i - 1].MetresTo(shape[i]);
        return along;
    }

    private static GeoPoint PositionAt(IReadOnlyList<GeoPoint> shape, double[] along, double share)
    {
        var metres = share * along[^1];
        var i = 1;
        while (i < shape.Count - 1 && along[i] < metres) i++;
        var step = along[i] - along[i - 1];
        return GeoPoint.Between(shape[i - 1], shape[i], step == 0 ? 0 : (metres - along[i - 1]) / step);
    }

    private static bool IsSeaRoute(string routeCode)
    {
        var digits = new string([.. routeCode.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length > 0
            && int.Parse(digits, CultureInfo.InvariantCulture) is >= FirstSeaRoute and <= LastSeaRoute;
    }

    private static List<GeoPoint> ParseLine(string wkt)
    {
        var open = wkt.IndexOf('(', StringComparison.Ordinal);
        var points = new List<GeoPoint>();
        foreach (var pair in wkt[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries))
        {
            var space = pair.IndexOf(' ', StringComparison.Ordinal);
            points.Add(new GeoPoint(
                double.Parse(pair[(space + 1)..], CultureInfo.InvariantCulture),
                double.Parse(pair[..space], CultureInfo.InvariantCulture)));
        }

        return points;
    }

    private int VertexOf(string junction, GeoPoint position, Dictionary<string, int> vertexOf)
    {
        if (!vertexOf.TryGetValue(junction, out var vertex)) vertexOf[junction] = vertex = AddVertex(position);
        return vertex;
    }

    private int AddVertex(GeoPoint position)
    {
        vertices.Add(position);
        sectionsAt.Add([]);
        return vertices.Count - 1;
    }

    private void Add(FairwaySection section)
    {
        sections.Add(section);
        sectionsAt[section.From].Add(sections.Count - 1);
        if (section.To != section.From) sectionsAt[section.To].Add(sections.Count - 1);
    }

    private void Replace(int index, FairwaySection section)
    {
        sections[index] = section;
        sectionsAt[section.From].Add(index);
        if (section.To != section.From) sectionsAt[section.To].Add(index);
    }
}
