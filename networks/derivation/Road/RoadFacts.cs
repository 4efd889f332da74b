using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>What a road of a class or number is like where nothing more exact is known.</summary>
public sealed record RoadProfile(string Road, string Class, int SpeedKmh, int Lanes, string Manager);

/// <summary>Lanes per direction on a stretch between two kilometre signs (inclusive).</summary>
public sealed record LaneStretch(string Road, double FromKm, double ToKm, int Lanes);

/// <summary>A road tunnel at a VILD point, with its ADR category and height limit (m, empty for none).</summary>
public sealed record RoadTunnel(string At, string Name, string Category, string HeightM);

/// <summary>A node that facts add: a place, or a junction younger than the VILD.</summary>
public sealed record AddedNode(
    string Id, string Name, string Kind, GeoPoint At, string Place, string Region, string Manager);

/// <summary>A link that facts add, between keys of the graph (`vild-7451` or the id of an added node). A length of 0
/// stands for the great circle times the detour factor.</summary>
public sealed record AddedLink(
    string From, string To, string Road, string Class, double LengthM, int SpeedKmh, int Lanes, string Manager,
    string Tunnel, string Category, string HeightM, string Quality);

/// <summary>The hand-compiled facts of the road network; the column `source` says where a row is from.</summary>
public sealed class RoadFacts
{
    public required IReadOnlyDictionary<string, RoadProfile> Profiles { get; init; }

    public required IReadOnlyList<LaneStretch> Lanes { get; init; }

    public required IReadOnlyDictionary<string, RoadTunnel> Tunnels { get; init; }

    public required IReadOnlyList<AddedNode> Nodes { get; init; }

    public required IReadOnlyList<AddedLink> Links { get; init; }

    /// <summary>Points kept as nodes, by key; with another name, kind and place where the kind is not empty.</summary>
    public required IReadOnlyDictionary<string, (string Name, string Kind, string Place)> Points { get; init; }

    public static RoadFacts Read(string folder)
    {
        List<Dictionary<string, string>> Table(string name) => CsvTable.Read(Path.Combine(folder, $"road-{name}.csv"));
        return new RoadFacts
        {
            Profiles = Table("selection").Select(Profile).ToDictionary(p => p.Road, StringComparer.Ordinal),
            Lanes = [.. Table("lanes").Select(Stretch)],
            Tunnels = Table("tunnels").Select(Tunnel).ToDictionary(t => t.At, StringComparer.Ordinal),
            Nodes = [.. Table("added-nodes").Select(Node)],
            Links = [.. Table("added-links").Select(Link)],
            Points = Table("points").ToDictionary(
                r => r["key"], r => (r["name"], r["kind"], r["place"]), StringComparer.Ordinal),
        };
    }

    private static RoadProfile Profile(Dictionary<string, string> r) =>
        new(r["road"], r["class"], Int(r["speed_kmh"]), Int(r["lanes"]), r["manager"]);

    private static LaneStretch Stretch(Dictionary<string, string> r) =>
        new(r["road"], Number(r["from_km"]), Number(r["to_km"]), Int(r["lanes"]));

    private static RoadTunnel Tunnel(Dictionary<string, string> r) =>
        new(r["at"], r["name"], r["category"], r["height_m"]);

    private static AddedNode Node(Dictionary<string, string> r) => new(
        r["id"], r["name"], r["kind"], new GeoPoint(Number(r["lat"]), Number(r["lon"])),
        r["place"], r["region"], r["manager"]);

    private static AddedLink Link(Dictionary<string, string> r) => new(
        r["from"], r["to"], r["road"], r["class"], r["length_m"].Length == 0 ? 0 : Number(r["length_m"]),
        Int(r["speed_kmh"]), Int(r["lanes"]), r["manager"], r["tunnel"], r["category"], r["height_m"], r["quality"]);

    private static int Int(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
