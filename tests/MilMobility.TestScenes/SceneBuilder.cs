using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.TestScenes;

/// <summary>
/// A tiny network for tests, laid out in metres east and north of a point in the middle of the country. Rows get line numbers in
/// the order in which they are added, so that messages can be checked. Nothing is validated here: a test may build a faulty scene.
/// </summary>
/// <example>
/// <code>
/// var network = new SceneBuilder()
///     .Node("a", TransportMode.Road, "port", 0, 0)
///     .Node("b", TransportMode.Road, "border", 1000, 0)
///     .Link("ab", "a", "b", speedKmh: 50)
///     .Compile();
/// </code>
/// </example>
public sealed class SceneBuilder
{
    /// <summary>Where the scene's (0, 0) lies.</summary>
    public const double OriginLat = 52.0;
    public const double OriginLon = 5.0;

    /// <summary>Metres of a degree of latitude on a sphere of 6,371,008.8 m.</summary>
    private const double MetresPerDegree = 111_195.08;

    private readonly List<NodeRow> _nodes = [];
    private readonly List<LinkRow> _links = [];
    private readonly List<FacilityRow> _facilities = [];
    private readonly List<TurnRow> _turns = [];
    private readonly List<MovableBridgeRow> _bridges = [];
    private readonly List<TransferRow> _transfers = [];
    private readonly List<CivilProfileRow> _civil = [];
    private readonly List<CorridorRow> _corridors = [];
    private readonly List<ValueOfTime> _values = [];
    private readonly Dictionary<string, (double East, double North)> _metres = new(StringComparer.Ordinal);

    /// <summary>A node; its name is its id.</summary>
    public SceneBuilder Node(
        string id, TransportMode mode, string kind, double eastMetres, double northMetres, string place = "",
        string region = "Utrecht", string manager = "RWS")
    {
        var lat = OriginLat + (northMetres / MetresPerDegree);
        var lon = OriginLon + (eastMetres / (MetresPerDegree * Math.Cos(OriginLat * Math.PI / 180)));
        _metres[id] = (eastMetres, northMetres);
        _nodes.Add(new NodeRow(
            id, id, mode, kind, lat, lon, place, region, manager, $"scene/{NameOf(mode)}-nodes.csv", _nodes.Count + 2));
        return this;
    }

    /// <summary>
    /// A link of the mode of its first node. Left out: the length is the straight distance; road is a motorway of 100 km/h, two
    /// lanes and 4,000 pcu/h; rail main line of 80 km/h, two tracks and 6 trains/h; water a main fairway of 12 km/h.
    /// <paramref name="with"/> sets limits: <c>l => l with { HeightCm = 400 }</c>.
    /// </summary>
    public SceneBuilder Link(
        string id, string from, string to, int? lengthMetres = null, int? speedKmh = null, int? lanesOrTracks = null,
        int? capacityPerHour = null, bool twoWay = true, string? linkClass = null, Func<LinkRow, LinkRow>? with = null)
    {
        var mode = _nodes.Find(n => n.Id == from)?.Mode ?? TransportMode.Road;
        var link = new LinkRow
        {
            Id = id,
            From = from,
            To = to,
            Mode = mode,
            Name = id,
            Class = linkClass ?? (mode == TransportMode.Road ? "motorway" : "main"),
            LengthMetres = lengthMetres ?? StraightMetres(from, to),
            SpeedKmh = speedKmh ?? mode switch { TransportMode.Road => 100, TransportMode.Rail => 80, _ => 12 },
            LanesOrTracks = lanesOrTracks ?? (mode == TransportMode.Water ? 0 : 2),
            CapacityPerHour = capacityPerHour
                ?? mode switch { TransportMode.Road => 4_000, TransportMode.Rail => 6, _ => 0 },
            TwoWay = twoWay,
            Manager = mode == TransportMode.Rail ? "ProRail" : "RWS",
            Region = "Utrecht",
            File = $"scene/{NameOf(mode)}-links.csv",
            Line = _links.Count + 2,
        };
        _links.Add(with?.Invoke(link) ?? link);
        return this;
    }

    /// <summary>A facility; with a hold capacity, serials may wait at its node.</summary>
    public SceneBuilder Facility(
        string id, string node, string kind, int? holdCapacity = null, HoldUnit holdUnit = HoldUnit.None,
        int? maxLengthMetres = null, bool fuel = false, int berths = 0, int roRoRamps = 0, int cranes = 0)
    {
        _facilities.Add(new FacilityRow(
            id, node, kind, id, holdCapacity, holdUnit, maxLengthMetres, fuel, [], 0, berths, roRoRamps, cranes,
            "scene/facilities.csv", _facilities.Count + 2));
        return this;
    }

    /// <summary>A lock at a water node, with chambers as (length m, width cm).</summary>
    public SceneBuilder Lock(string node, int cycleMinutes, params (int LengthMetres, int WidthCm)[] chambers)
    {
        _facilities.Add(new FacilityRow(
            $"lock-{node}", node, "lock", node, null, HoldUnit.None, null, false,
            [.. chambers.Select(c => new Chamber(c.LengthMetres, c.WidthCm))], cycleMinutes, 0, 0, 0,
            "scene/water-facilities.csv", _facilities.Count + 2));
        return this;
    }

    /// <summary>A movable bridge at a water node; its road is a link of the scene.</summary>
    public SceneBuilder Bridge(string node, string roadLink, int clearanceClosedCm, int openingMinutes)
    {
        _bridges.Add(new MovableBridgeRow(
            $"bridge-{node}", node, node, roadLink, clearanceClosedCm, openingMinutes, "scene/movable-bridges.csv", _bridges.Count + 2));
        return this;
    }

    /// <summary>A rail turn that is not free: a reversal of some minutes, or forbidden.</summary>
    public SceneBuilder Turn(string node, string fromLink, string toLink, int? reversalMinutes = null)
    {
        _turns.Add(new TurnRow(node, fromLink, toLink, reversalMinutes, "scene/rail-turns.csv", _turns.Count + 2));
        return this;
    }

    /// <summary>A directed transfer; its place is that of its first node.</summary>
    public SceneBuilder Transfer(
        string id, string from, string to, string kind, int fixedMinutes = 0, int vehiclesPerHour = 60, int positions = 1)
    {
        var place = _nodes.Find(n => n.Id == from)?.Place ?? "";
        _transfers.Add(new TransferRow(
            id, from, to, place, kind, fixedMinutes, vehiclesPerHour, positions, "scene/transfers.csv",
            _transfers.Count + 2));
        return this;
    }

    /// <summary>A civil profile, the same in every hour unless 24 values are given; for all three kinds of day.</summary>
    public SceneBuilder Civil(TransportMode mode, string scope, string category, string unit, params double[] hours)
    {
        double[] all = hours.Length == 1 ? [.. Enumerable.Repeat(hours[0], 24)] : hours;
        foreach (var day in new[] { "weekday", "saturday", "sunday" })
        {
            _civil.Add(new CivilProfileRow(
                mode, scope, category, day, unit, all, "assumed", $"scene/{NameOf(mode)}-civil.csv", _civil.Count + 2));
        }

        return this;
    }

    public SceneBuilder Corridor(string corridor, string element, string reference)
    {
        _corridors.Add(new CorridorRow(
            corridor, corridor, element, reference, "notional", "scene/corridors.csv", _corridors.Count + 2));
        return this;
    }

    public SceneBuilder ValueOfTime(string category, string unit, decimal eurosPerHour)
    {
        _values.Add(new ValueOfTime(category, unit, eurosPerHour, "2022", "scene", "2022-01-01", "assumed"));
        return this;
    }

    public NetworkDataset Build() => new()
    {
        Folder = "scene",
        Name = "scene",
        Version = "1",
        Marking = ClassificationMarking.Public,
        Nodes = [.. _nodes],
        Links = [.. _links],
        Facilities = [.. _facilities],
        Turns = [.. _turns],
        MovableBridges = [.. _bridges],
        Transfers = [.. _transfers],
        CivilProfiles = [.. _civil],
        Corridors = [.. _corridors],
        ValuesOfTime = [.. _values],
        QualityShares = new Dictionary<string, double>(StringComparer.Ordinal) { ["assumed"] = 1.0 },
        FileHashes = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    /// <summary>The network as it is.</summary>
    public CompiledNetwork Compile() => NetworkCompiler.CompileBaseline(Build());

    /// <summary>The network with patches and curfews; throws with the diagnostics when they are invalid.</summary>
    public CompiledNetwork Compile(
        IReadOnlyList<NetworkPatch> patches, IReadOnlyList<Curfew>? curfews = null, LocalClock? clock = null,
        int horizonSeconds = 24 * 3600, PolicyLevers? levers = null, IReadOnlyList<CivilFloor>? floors = null)
    {
        // The clock left out is winter time from midnight UTC on a Monday.
        clock ??= new LocalClock(new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), [(0, 3600)]);
        var outcome = NetworkCompiler.Compile(Build(), patches, curfews ?? [], clock, horizonSeconds, "scene.yaml", levers, floors);
        return outcome is Valid<CompiledNetwork> valid
            ? valid.Value
            : throw new InvalidOperationException(string.Join('\n', outcome.Diagnostics));
    }

    private static string NameOf(TransportMode mode) => mode switch
    {
        TransportMode.Road => "road",
        TransportMode.Rail => "rail",
        TransportMode.Water => "water",
        _ => "sea",
    };

    private int StraightMetres(string from, string to)
    {
        var (east, north) = (_metres[to].East - _metres[from].East, _metres[to].North - _metres[from].North);
        return Math.Max(1, (int)Math.Ceiling(Math.Sqrt((east * east) + (north * north))));
    }
}
