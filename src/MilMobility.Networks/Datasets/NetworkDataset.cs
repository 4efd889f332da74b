using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;
using MilMobility.Networks.Overlays;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// A dataset as its tables state it (networks/README.md), validated row by row, not yet compiled. The plan checker reads this,
/// never the compiled network. Null in a limit means "no limit known".
/// </summary>
public sealed record NetworkDataset
{
    public required string Folder { get; init; }
    public required string Name { get; init; }
    public required string Version { get; init; }
    /// <summary>The highest of its own marking and those of its overlays.</summary>
    public required ClassificationMarking Marking { get; init; }
    public required IReadOnlyList<NodeRow> Nodes { get; init; }
    public required IReadOnlyList<LinkRow> Links { get; init; }
    public required IReadOnlyList<FacilityRow> Facilities { get; init; }
    /// <summary>Rail turns that are not free; empty if the dataset states none.</summary>
    public IReadOnlyList<TurnRow> Turns { get; init; } = [];
    /// <summary>Level crossings, bridges, viaducts and tunnels of rail links; empty if the dataset states none.</summary>
    public IReadOnlyList<StructureRow> Structures { get; init; } = [];
    /// <summary>Bridges that open for vessels; empty if the dataset states none.</summary>
    public IReadOnlyList<MovableBridgeRow> MovableBridges { get; init; } = [];
    public required IReadOnlyList<TransferRow> Transfers { get; init; }
    public required IReadOnlyList<CivilProfileRow> CivilProfiles { get; init; }
    /// <summary>Where civil trips begin and end; empty if the dataset states none.</summary>
    public IReadOnlyList<ZoneRow> Zones { get; init; } = [];
    public required IReadOnlyList<CorridorRow> Corridors { get; init; }
    public required IReadOnlyList<ValueOfTime> ValuesOfTime { get; init; }
    /// <summary>Parameters of the civil model by name, from civil-parameters.csv; empty if the dataset has none.</summary>
    public IReadOnlyDictionary<string, double> CivilParameters { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
    /// <summary>The same parameters with unit, source, date and quality; empty where they were not read from a file.</summary>
    public IReadOnlyDictionary<string, ParameterRow> CivilParameterRows { get; init; } =
        new Dictionary<string, ParameterRow>(StringComparer.Ordinal);
    /// <summary>Share of attribute values per quality flag (`measured`, `derived`, `assumed`), 0-1, over all tables.</summary>
    public required IReadOnlyDictionary<string, double> QualityShares { get; init; }
    /// <summary>Default provenance, <c>quality@source</c>, by table and column; a row's own stands in its
    /// <see cref="StatedValues"/>.</summary>
    public IReadOnlyDictionary<(string Table, string Column), string> ColumnProvenance { get; init; } =
        new Dictionary<(string, string), string>();
    /// <summary>What its sources are.</summary>
    public IReadOnlyList<PackageSource> Sources { get; init; } = [];
    /// <summary>Overlays that were joined, in order; their rows are in the tables, their markings in <see cref="Marking"/>.</summary>
    public IReadOnlyList<OverlaySummary> Overlays { get; init; } = [];
    /// <summary>SHA-256 of each file of the dataset itself, lower-case hex, by file name.</summary>
    public required IReadOnlyDictionary<string, string> FileHashes { get; init; }
}

/// <summary>A source of a dataset as its package names it.</summary>
public sealed record PackageSource(string Name, string Title, string Date, string License);

/// <summary>What a row states, for those who show it with its origin; planning reads the typed fields.</summary>
/// <param name="Values">Columns that have a quality, as written: <c>lanes=2;speed_kmh=100</c>.</param>
/// <param name="Provenance">The row's own provenance, <c>column=quality@source;...</c>; empty where the columns' defaults hold.</param>
public readonly record struct StatedValues(string Values, string Provenance)
{
    public static StatedValues None { get; } = new("", "");
}

/// <summary>A row of a nodes table.</summary>
public sealed record NodeRow(
    string Id, string Name, TransportMode Mode, string Kind, double Lat, double Lon, string Place, string Region, string Manager,
    string File, int Line);

/// <summary>A row of a links table; only the limits of its mode are set. Masses kg, sizes cm, train and vessel lengths m.</summary>
public sealed record LinkRow
{
    public required string Id { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required TransportMode Mode { get; init; }
    /// <summary>Road number, line or fairway.</summary>
    public required string Name { get; init; }
    public required string Class { get; init; }
    public required int LengthMetres { get; init; }
    public required int SpeedKmh { get; init; }
    /// <summary>Road: lanes per direction; rail: tracks in total; water: 0.</summary>
    public required int LanesOrTracks { get; init; }
    /// <summary>Per hour and direction: pcu or paths; 0 for water.</summary>
    public required int CapacityPerHour { get; init; }
    public required bool TwoWay { get; init; }
    public int? Wheeled { get; init; }
    public int? Tracked { get; init; }
    public int? AxleLoadKg { get; init; }
    public int? MassKg { get; init; }
    public int? HeightCm { get; init; }
    public int? WidthCm { get; init; }
    public int? VehicleLengthCm { get; init; }
    public string Tunnel { get; init; } = "";
    /// <summary>'A'-'E', or null outside tunnels.</summary>
    public char? TunnelCategory { get; init; }
    public Electrification? Electrification { get; init; }
    /// <summary>UIC line category as written, such as D4; empty if unknown. Its axle and metre loads are in the fields below.</summary>
    public string LineCategory { get; init; } = "";
    public int? MetreLoadKg { get; init; }
    public LoadingGauge? Gauge { get; init; }
    public int? TrainLengthMetres { get; init; }
    /// <summary>False for passenger-only lines; true for other modes.</summary>
    public bool Freight { get; init; } = true;
    /// <summary>CEMT rank 1-7, null if unknown.</summary>
    public int? CemtClass { get; init; }
    public int? DraughtCm { get; init; }
    public int? AirDraughtCm { get; init; }
    public int? VesselLengthMetres { get; init; }
    public int? BeamCm { get; init; }
    public required string Manager { get; init; }
    public required string Region { get; init; }
    public string LengthReason { get; init; } = "";
    /// <summary>Shape between the ends as (lat, lon); may be empty.</summary>
    public IReadOnlyList<(double Lat, double Lon)> Via { get; init; } = [];
    public StatedValues Stated { get; init; } = StatedValues.None;
    public required string File { get; init; }
    public required int Line { get; init; }
}

/// <summary>A row of a facilities table.</summary>
public sealed record FacilityRow(
    string Id, string Node, string Kind, string Name, int? HoldCapacity, HoldUnit HoldUnit, int? MaxLengthMetres, bool Fuel,
    IReadOnlyList<Chamber> Chambers, int CycleMinutes, int Berths, int RoRoRamps, int Cranes, string File, int Line)
{
    public StatedValues Stated { get; init; } = StatedValues.None;
}

/// <summary>What a hold capacity counts.</summary>
public enum HoldUnit { None, Vehicles, LaneMetres, Tracks, Berths }

/// <summary>A lock chamber's usable size.</summary>
public sealed record Chamber(int LengthMetres, int WidthCm);

/// <summary>
/// A row of rail-turns.csv: how a train comes from one link of the node to another, or back onto the same, in both senses.
/// </summary>
/// <param name="Node">The node.</param>
/// <param name="FromLink">A link at the node.</param>
/// <param name="ToLink">A link at the node; the same for a train that turns back.</param>
/// <param name="ReversalMinutes">Time it stands at the node to reverse; null where the turn is forbidden.</param>
/// <param name="File">File of the row.</param>
/// <param name="Line">Line of the row.</param>
public sealed record TurnRow(string Node, string FromLink, string ToLink, int? ReversalMinutes, string File, int Line);

/// <summary>A row of rail-structures.csv: how many structures of a kind a train on the link passes.</summary>
/// <param name="Link">A rail link.</param>
/// <param name="Kind"><c>level-crossing</c>, <c>bridge</c>, <c>viaduct</c> or <c>tunnel</c>.</param>
/// <param name="Count">At least 1.</param>
/// <param name="File">File of the row.</param>
/// <param name="Line">Line of the row.</param>
public sealed record StructureRow(string Link, string Kind, int Count, string File, int Line);

/// <summary>A row of movable-bridges.csv.</summary>
/// <param name="Id">Unique among bridges.</param>
/// <param name="Name">As its users know it.</param>
/// <param name="Node">Water node where it stands.</param>
/// <param name="RoadLink">Road that it carries; empty where the dataset does not have it.</param>
/// <param name="ClearanceClosedCm">Room under the closed bridge.</param>
/// <param name="OpeningMinutes">Time that the road is closed for one opening.</param>
/// <param name="File">File of the row.</param>
/// <param name="Line">Line of the row.</param>
public sealed record MovableBridgeRow(
    string Id, string Name, string Node, string RoadLink, int ClearanceClosedCm, int OpeningMinutes, string File, int Line);

/// <summary>A directed row of transfers.csv.</summary>
public sealed record TransferRow(
    string Id, string From, string To, string Place, string Kind, int FixedMinutes, int VehiclesPerHour, int Positions,
    string File, int Line);

/// <summary>A row of a civil profile table; values per hour of the day, local time.</summary>
public sealed record CivilProfileRow(
    TransportMode Mode, string Scope, string Category, string DayType, string Unit, IReadOnlyList<double> Hours, string Quality,
    string File, int Line);

/// <summary>A row of zones.csv: a municipality with its inhabitants and its middle.</summary>
public sealed record ZoneRow(string Id, string Name, int Inhabitants, double Lat, double Lon, string File, int Line);

/// <summary>A row of corridors.csv.</summary>
public sealed record CorridorRow(string Corridor, string Name, string Element, string Ref, string Marking, string File, int Line);

/// <summary>A row of civil-parameters.csv.</summary>
public sealed record ParameterRow(string Name, double Value, string Unit, string Source, string Date, string Quality);
