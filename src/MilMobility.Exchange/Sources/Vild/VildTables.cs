using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.Shapefile;

namespace MilMobility.Exchange.Sources.Vild;

/// <summary>A point of the VILD location table: a junction, exit, tunnel, rest area, ... on a road's chain.</summary>
/// <param name="Location">Its location number, LOC_NR.</param>
/// <param name="Lat">WGS84, degrees.</param>
/// <param name="Lon">WGS84, degrees.</param>
/// <param name="Type">Location type, such as P1.3 (exit).</param>
/// <param name="Road">Road number or name; empty if it has none.</param>
/// <param name="Name">First name.</param>
/// <param name="Exit">Exit number; empty if it has none.</param>
/// <param name="Hectometre">Sign on the road, in 100 m; null where the table has none.</param>
/// <param name="Area">Location number of its area.</param>
public sealed record VildPoint(
    int Location, double Lat, double Lon, string Type, string Road, string Name, string Exit, int? Hectometre, int Area);

/// <summary>An undirected edge of the VILD between two points, the lower location number first.</summary>
/// <param name="A">Location number of one end.</param>
/// <param name="B">Location number of the other.</param>
/// <param name="IsChain">True along a road's chain, false between the points of one junction.</param>
/// <param name="LengthMetres">By the signs on the road where they are plausible, else the great circle.</param>
/// <param name="BySigns">True where the length is the difference of the signs.</param>
public sealed record VildEdge(int A, int B, bool IsChain, double LengthMetres, bool BySigns);

/// <summary>
/// The VILD location table (NDW/Rijkswaterstaat, TMC location table in the exchange format of ISO 14819-3) as points, edges and
/// areas: vild.csv for the table, tmcpoint.shp for the positions. A point's neighbours on its road are POS_OFF and NEG_OFF, the
/// same junction on another road is INTER_REF or JUNCT_REF. Both carriageways are one chain: the table does not tell them apart.
/// Immutable once read.
/// </summary>
public sealed class VildTables
{
    // A difference of signs beyond this stretch over the great circle is a jump in the signs, not a detour.
    private const double StretchMax = 1.4;
    private const double SlackMetres = 300;
    // Signs stand every 100 m and are rounded: over short distances their difference may be less than the great circle.
    private const double StretchMin = 0.97;
    private const int Netherlands = 50;
    private const string ProvincePrefix = "De Provincie ";

    private static readonly string[] Columns =
    [
        "LOC_NR", "LOC_TYPE", "ROADNUMBER", "FIRST_NAME", "JUNCT_REF", "EXIT_NR", "HSTART_POS", "HEND_POS", "HSTART_NEG", "HEND_NEG",
        "AREA_REF", "INTER_REF", "POS_OFF", "NEG_OFF",
    ];

    private static readonly string[] SignColumns = ["HSTART_POS", "HEND_POS", "HSTART_NEG", "HEND_NEG"];

    private readonly Dictionary<int, (string Name, int Parent)> _areas;

    private VildTables(
        IReadOnlyDictionary<int, VildPoint> points, IReadOnlyList<VildEdge> edges, Dictionary<int, (string Name, int Parent)> areas)
    {
        Points = points;
        Edges = edges;
        _areas = areas;
    }

    /// <summary>By location number, in the order of the table.</summary>
    public IReadOnlyDictionary<int, VildPoint> Points { get; }

    /// <summary>In order of their location numbers.</summary>
    public IReadOnlyList<VildEdge> Edges { get; }

    /// <summary>Reads the folder with vild.csv and tmcpoint.shp; what cannot be used is in the bag.</summary>
    public static VildTables Read(string folder, DiagnosticBag bag, CancellationToken cancellation)
    {
        var positions = Positions(Path.Combine(folder, "tmcpoint.shp"), bag);
        var points = new Dictionary<int, VildPoint>();
        var areas = new Dictionary<int, (string, int)>();
        var chain = new HashSet<(int, int)>();
        var junctions = new HashSet<(int, int)>();
        var path = Path.Combine(folder, "vild.csv");
        using var table = RecordTable.Open(path, Columns, VildCodes.Unreadable, bag);
        while (table?.Read() == true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (location, type) = (table.Integer("LOC_NR"), table.Text("LOC_TYPE"));
            if (type.StartsWith('A')) areas.TryAdd(location, (table.Text("FIRST_NAME"), table.Integer("AREA_REF")));
            if (!type.StartsWith('P')) continue;
            if (!positions.TryGetValue(location, out var at))
            {
                bag.Warning(VildCodes.NoPosition, path, table.Line, $"point {location} has no position in tmcpoint.shp; left out");
                continue;
            }

            if (!points.TryAdd(location, Point(table, location, type, at)))
            {
                bag.Error(VildCodes.DuplicatePoint, path, table.Line, $"location {location} stands twice; must be unique");
                continue;
            }

            foreach (var column in new[] { "POS_OFF", "NEG_OFF" }) AddPair(chain, location, table.Integer(column));
            foreach (var column in new[] { "INTER_REF", "JUNCT_REF" }) AddPair(junctions, location, table.Integer(column));
        }

        junctions.ExceptWith(chain);
        return new VildTables(points, [.. EdgesOf(points, chain, true), .. EdgesOf(points, junctions, false)], areas);
    }

    public bool IsDutch(VildPoint point) => Ancestors(point.Area).Any(area => area == Netherlands);

    /// <summary>Name of the country of a point; empty if its areas do not say.</summary>
    public string Country(VildPoint point)
    {
        const int FirstCountry = 50, LastCountry = 59;
        return Ancestors(point.Area).Where(a => a is >= FirstCountry and <= LastCountry).Select(a => _areas[a].Name).FirstOrDefault("");
    }

    /// <summary>Province of a point by its Dutch name ("Zuid-Holland"); empty abroad.</summary>
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

    private static Dictionary<int, (double Lat, double Lon)> Positions(string path, DiagnosticBag bag)
    {
        var positions = new Dictionary<int, (double, double)>();
        using var reader = ShapefileReader.Open(path, bag);
        if (reader is null) return positions;
        var number = reader.Attributes?.IndexOf("LOC_NR") ?? -1;
        if (number < 0)
        {
            bag.Error(VildCodes.Unreadable, path, 0, "the attributes lack LOC_NR, which names the point");
            return positions;
        }

        while (reader.Read())
        {
            if (!reader.Shape.IsSound || reader.Shape.Points.Length != 1) continue;
            if (reader.Attributes!.Integer(number) is not { } location) continue;
            var point = reader.Shape.Points[0];
            positions.TryAdd((int)location, (point.Y, point.X));
        }

        return positions;
    }

    private static VildPoint Point(RecordTable table, int location, string type, (double Lat, double Lon) at)
    {
        var signs = SignColumns.Select(table.Integer).Where(s => s >= 0).ToList();
        return new VildPoint(
            location, at.Lat, at.Lon, type, table.Text("ROADNUMBER"), table.Text("FIRST_NAME"), table.Text("EXIT_NR"),
            signs.Count > 0 ? signs[0] : null, table.Integer("AREA_REF"));
    }

    private static void AddPair(HashSet<(int, int)> pairs, int one, int other)
    {
        if (other != 0 && other != one) pairs.Add((Math.Min(one, other), Math.Max(one, other)));
    }

    private static IEnumerable<VildEdge> EdgesOf(Dictionary<int, VildPoint> points, HashSet<(int A, int B)> pairs, bool isChain)
    {
        foreach (var (a, b) in pairs.Order())
        {
            if (!points.TryGetValue(a, out var from) || !points.TryGetValue(b, out var to)) continue;
            var straight = Distance.Metres(from.Lat, from.Lon, to.Lat, to.Lon);
            var bySigns = isChain && from.Road == to.Road && from.Hectometre is { } s && to.Hectometre is { } t
                ? 100.0 * Math.Abs(s - t) : 0;
            var plausible = bySigns > 0 && bySigns >= StretchMin * straight && bySigns <= (StretchMax * straight) + SlackMetres;
            yield return new VildEdge(a, b, isChain, plausible ? Math.Max(bySigns, straight) : straight, plausible);
        }
    }
}
