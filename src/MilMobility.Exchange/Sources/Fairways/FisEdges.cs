using System.Globalization;
using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats;
using MilMobility.Exchange.Projection;

namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>What the Fairway Information System says about a piece of fairway; null where it says nothing.</summary>
/// <param name="Line">Its line in metres RD.</param>
internal sealed record FisEdge((double X, double Y)[] Line)
{
    /// <summary>Depth at the shallow end of the bed (95th percentile of its level), cm.</summary>
    public int? DepthCm { get; init; }

    /// <summary>True where the water level under the depth was stated, not assumed.</summary>
    public bool IsLevelStated { get; init; }

    /// <summary>CEMT class as the dataset format writes it.</summary>
    public string? Cemt { get; init; }

    public int? DraughtCm { get; init; }

    public int? AirDraughtCm { get; init; }

    public int? VesselLengthMetres { get; init; }

    public int? BeamCm { get; init; }
}

/// <summary>A lock or bridge of the FIS.</summary>
/// <param name="IsLock">True for a lock (L), false for a bridge (B).</param>
/// <param name="Number">Its number in the FIS.</param>
/// <param name="X">Middle of its two ends, metres RD.</param>
/// <param name="Y">Middle of its two ends, metres RD.</param>
internal sealed record FisStructure(bool IsLock, int Number, double X, double Y);

/// <summary>
/// Reads FIS data (vaarweginformatie.nl, in the form of the OpenTNSim network): edges with bed levels as GeoJSON, edges with CEMT
/// classes and largest vessels as CSV; nodes named L#_A, L#_B are the ends of a lock, B#_A, B#_B of a bridge.
/// </summary>
internal sealed class FisEdges
{
    /// <summary>
    /// Water level where none is stated, m NAP: the low end of the canals and lakes of the west and north. Above it nothing is
    /// said of the depth.
    /// </summary>
    private const double LevelAssumed = -0.6;
    private const long FileBytesMax = 256L << 20;

    private readonly Dictionary<string, (double X, double Y)> _ends = new(StringComparer.Ordinal);

    public List<FisEdge> Edges { get; } = [];

    /// <summary>Reads every .geojson file with bed levels and every .csv file with CEMT classes of the folder.</summary>
    public static FisEdges Read(string folder, DiagnosticBag bag, CancellationToken cancellation)
    {
        var edges = new FisEdges();
        foreach (var path in Directory.GetFiles(folder, "fis_edges*.geojson").Order(StringComparer.Ordinal))
            edges.ReadDepths(path, bag, cancellation);
        foreach (var path in Directory.GetFiles(folder, "fis_*_edges_cemt.csv").Order(StringComparer.Ordinal))
            edges.ReadClasses(path, bag, cancellation);
        return edges;
    }

    /// <summary>Locks and bridges by kind and number, in that order.</summary>
    public IReadOnlyList<FisStructure> Structures()
    {
        var byNumber = new SortedDictionary<(bool IsBridge, int Number), List<(double X, double Y)>>();
        foreach (var (name, at) in _ends)
        {
            if (name.Length < 4 || name[0] is not ('L' or 'B') || name[^2] != '_') continue;
            if (!int.TryParse(name.AsSpan(1, name.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            var key = (name[0] == 'B', number);
            if (!byNumber.TryGetValue(key, out var ends)) byNumber[key] = ends = [];
            ends.Add(at);
        }

        return [.. byNumber.Select(s => new FisStructure(
            !s.Key.IsBridge, s.Key.Number, s.Value.Average(e => e.X), s.Value.Average(e => e.Y)))];
    }

    private void ReadDepths(string path, DiagnosticBag bag, CancellationToken cancellation)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > FileBytesMax)
            {
                bag.Error(FairwayCodes.FisUnreadable, path, 0, $"the file has {stream.Length} bytes; must be at most {FileBytesMax}");
                return;
            }

            using var document = JsonDocument.Parse(stream);
            foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
            {
                cancellation.ThrowIfCancellationRequested();
                AddDepth(feature, path, bag);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException
            or InvalidOperationException or KeyNotFoundException)
        {
            bag.Error(FairwayCodes.FisUnreadable, path, 0, $"is no GeoJSON of FIS edges: {Why(fault)}");
        }
    }

    /// <summary>The parser's own message quotes the file, at any length and with whatever stands there.</summary>
    private static string Why(Exception fault) => fault is JsonException json
        ? $"no JSON at line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}" : Excerpt.Quote(fault.Message);

    private void AddDepth(JsonElement feature, string path, DiagnosticBag bag)
    {
        var properties = feature.GetProperty("properties");
        var line = new List<(double, double)>();
        foreach (var position in feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray())
            if (position.GetArrayLength() >= 2 && InRd(position[1].GetDouble(), position[0].GetDouble()) is { } point) line.Add(point);
        var (from, to) = (properties.GetProperty("source").ToString(), properties.GetProperty("target").ToString());
        if (line.Count < 2)
        {
            bag.Warning(FairwayCodes.BadFisEdge, path, 0, $"edge {from} - {to} has {line.Count} points in the Netherlands; left out");
            return;
        }

        _ends.TryAdd(from, line[0]);
        _ends.TryAdd(to, line[^1]);
        var level = Number(properties, "waterlevel");
        var depth = (level ?? LevelAssumed) - Number(properties, "nap_p95");
        Edges.Add(new FisEdge([.. line])
        {
            DepthCm = depth is > 0 and < 50 ? (int)Math.Floor(100 * depth.Value) : null,
            IsLevelStated = level is not null,
        });
    }

    private static double? Number(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private void ReadClasses(string path, DiagnosticBag bag, CancellationToken cancellation)
    {
        string[] columns =
        [
            "from", "to", "Code", "GeneralDepth", "GeneralHeight", "GeneralLength", "GeneralWidth", "CoupledLength", "CoupledWidth",
            "PushedLength", "Wkt",
        ];
        using var table = RecordTable.Open(path, columns, FairwayCodes.FisUnreadable, bag);
        while (table?.Read() == true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Line(table.Text("Wkt")) is not { } line)
            {
                bag.Warning(
                    FairwayCodes.BadFisEdge, path, table.Line, "Wkt is no LINESTRING of two points or more in the Netherlands; left out");
                continue;
            }

            _ends.TryAdd(table.Text("from"), line[0]);
            _ends.TryAdd(table.Text("to"), line[^1]);
            Edges.Add(new FisEdge(line)
            {
                Cemt = CemtOf(table.Text("Code")),
                DraughtCm = Centimetres(table.Number("GeneralDepth")),
                AirDraughtCm = Centimetres(table.Number("GeneralHeight")),
                // The largest formation that is admitted, of whatever kind.
                VesselLengthMetres = (int?)Largest(
                    table.Number("GeneralLength"), table.Number("CoupledLength"), table.Number("PushedLength")),
                BeamCm = Centimetres(Largest(table.Number("GeneralWidth"), table.Number("CoupledWidth"), null)),
            });
        }
    }

    private static double? Largest(double? one, double? two, double? three) => new[] { one, two, three }.Max();

    private static int? Centimetres(double? metres) => metres is > 0 and < 100 ? (int)Math.Floor((metres.Value * 100) + 1e-6) : null;

    /// <summary><c>V_A</c> is Va; <c>_0</c> and nothing are unclassified.</summary>
    private static string? CemtOf(string code)
    {
        var parts = code.Split('_');
        return parts[0] switch
        {
            "I" or "II" or "III" or "IV" or "VII" => parts[0],
            "V" or "VI" when parts.Length == 2 && parts[1] is "A" or "B" or "C" => parts[0] + parts[1].ToLowerInvariant(),
            "V" or "VI" => parts[0],
            _ => null,
        };
    }

    private static (double X, double Y)[]? Line(string wkt)
    {
        var (open, close) = (wkt.IndexOf('(', StringComparison.Ordinal), wkt.LastIndexOf(')'));
        if (!wkt.StartsWith("LINESTRING", StringComparison.Ordinal) || open < 0 || close < open) return null;
        var points = new List<(double, double)>();
        foreach (var pair in wkt[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2) return null;
            if (!double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var lon)) return null;
            if (!double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)) return null;
            if (InRd(lat, lon) is not { } point) return null;
            points.Add(point);
        }

        return points.Count >= 2 ? [.. points] : null;
    }

    /// <summary>Metres RD; null for what lies outside its bounds, such as degrees in the wrong order.</summary>
    private static (double X, double Y)? InRd(double lat, double lon)
    {
        var (x, y) = RdNew.FromWgs84(lat, lon);
        return RdNew.Covers(x, y) ? (x, y) : null;
    }
}
