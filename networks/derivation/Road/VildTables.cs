using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>One point of the VILD location table: a junction, exit, tunnel, rest area, ... on a road's chain.
/// <c>Hectometre</c> is the sign on the road, in 100 m; null where the table has none.</summary>
public sealed record VildPoint(
    int Loc, GeoPoint At, string Type, string Road, string Name, int? Hectometre, int Area);

/// <summary>An undirected edge of the VILD: along a road's chain, or between the points of one junction.</summary>
public sealed record VildEdge(int A, int B, bool IsChain, string Road, double LengthM);

/// <summary>The VILD 5.6.A tables (2 August 2013) as points, edges and areas.</summary>
public sealed class VildTables
{
    // A hectometre difference beyond this stretch over the great circle is a jump in the signs, not a detour.
    private const double PlausibleStretch = 1.4;
    private const double PlausibleSlackM = 300;
    private const int Netherlands = 50;
    private const string ProvincePrefix = "De Provincie ";

    private readonly Dictionary<int, (string Name, int Parent)> _areas;

    private VildTables(
        Dictionary<int, VildPoint> points, List<VildEdge> edges, Dictionary<int, (string Name, int Parent)> areas)
    {
        Points = points;
        Edges = edges;
        _areas = areas;
    }

    public IReadOnlyDictionary<int, VildPoint> Points { get; }

    public IReadOnlyList<VildEdge> Edges { get; }

    public static VildTables Read(string folder)
    {
        var areas = CsvTable.Read(Path.Combine(folder, "vild.csv"))
            .Where(row => row["LOC_TYPE"].StartsWith('A'))
            .ToDictionary(row => Number(row["LOC_NR"]), row => (row["FIRST_NAME"], Number(row["AREA_REF"])));
        var points = CsvTable.Read(Path.Combine(folder, "derived_nodes.csv"))
            .Select(Point)
            .ToDictionary(point => point.Loc);
        var edges = CsvTable.Read(Path.Combine(folder, "derived_edges.csv")).Select(Edge).ToList();
        return new VildTables(points, edges, areas);
    }

    public bool IsDutch(VildPoint point) => Ancestors(point.Area).Any(area => area == Netherlands);

    /// <summary>Province of a point by its Dutch name ("Zuid-Holland").</summary>
    public string Province(VildPoint point)
    {
        var name = Ancestors(point.Area)
            .Select(area => _areas[area].Name)
            .FirstOrDefault(name => name.StartsWith(ProvincePrefix, StringComparison.Ordinal));
        return name?[ProvincePrefix.Length..] ?? "";
    }

    public string Municipality(VildPoint point) => _areas.TryGetValue(point.Area, out var area) ? area.Name : "";

    private IEnumerable<int> Ancestors(int area)
    {
        for (var depth = 0; depth < 10 && _areas.ContainsKey(area); depth++)
        {
            yield return area;
            area = _areas[area].Parent;
        }
    }

    private static VildPoint Point(Dictionary<string, string> row) => new(
        Number(row["loc_nr"]),
        new GeoPoint(Decimal(row["lat"]), Decimal(row["lon"])),
        row["type"],
        row["road"],
        row["first_name"],
        row["hectometre"].Length == 0 ? null : Number(row["hectometre"]),
        Number(row["area_ref"]));

    private static VildEdge Edge(Dictionary<string, string> row)
    {
        var greatCircleM = Decimal(row["greatcircle_km"]) * 1000;
        var lengthM = Decimal(row["length_km"]) * 1000;
        if (lengthM > (PlausibleStretch * greatCircleM) + PlausibleSlackM) lengthM = greatCircleM;
        return new VildEdge(
            Number(row["a"]),
            Number(row["b"]),
            row["kind"] == "chain",
            row["road"].Split('|')[0],
            Math.Max(lengthM, greatCircleM));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static double Decimal(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
