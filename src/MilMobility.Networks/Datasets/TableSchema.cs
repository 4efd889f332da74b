using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// A table of the format: its file stem, the mode it belongs to where it has one, what a row is called in messages, and its columns
/// in order, the first of which names the row.
/// </summary>
internal sealed record TableSchema(string Name, TransportMode? Mode, string Noun, IReadOnlyList<string> Columns)
{
    public string FileName => Name + ".csv";

    /// <summary>Columns that a file must have; the others may be left out of an overlay.</summary>
    public IReadOnlyList<string> RequiredColumns { get; init; } = Columns;

    /// <summary>Columns that name a row.</summary>
    public IReadOnlyList<string> KeyColumns => Name switch
    {
        "road-civil" or "rail-civil" or "water-civil" => ["scope", "category", "day_type"],
        "rail-turns" => ["node", "from_link", "to_link"],
        "rail-structures" => ["link", "kind"],
        "corridors" => ["corridor", "element", "ref"],
        "values-of-time" => ["category"],
        "civil-parameters" => ["name"],
        _ => ["id"],
    };

    /// <summary>The values of the key columns, joined by a blank.</summary>
    public string KeyOf(TableRow row) => string.Join(' ', KeyColumns.Select(row.Raw));

    /// <summary>A dataset may leave the table out; then it has no such rows.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>Every table of the dataset format (networks/README.md).</summary>
internal static class TableSchemas
{
    public const string Provenance = "provenance";

    private static readonly string[] Nodes =
        ["id", "name", "kind", "lat", "lon", "place", "region", "manager", Provenance];

    private static readonly string[] LinkEnd = ["manager", "region", "length_reason", "via", Provenance];

    private static readonly string[] RoadLinks =
    [
        "id", "from", "to", "road", "class", "length_m", "speed_kmh", "lanes", "capacity_pcu_h", "two_way", "mlc_wheeled",
        "mlc_tracked", "axle_load_t", "mass_t", "height_m", "width_m", "vehicle_length_m", "tunnel", "tunnel_category",
        .. LinkEnd,
    ];

    private static readonly string[] RailLinks =
    [
        "id", "from", "to", "line", "class", "length_m", "speed_kmh", "tracks", "capacity_trains_h", "two_way",
        "electrification", "line_category", "gauge", "train_length_m", "freight", .. LinkEnd,
    ];

    private static readonly string[] WaterLinks =
    [
        "id", "from", "to", "fairway", "class", "length_m", "speed_kmh", "two_way", "cemt", "draught_m", "air_draught_m",
        "vessel_length_m", "beam_m", .. LinkEnd,
    ];

    private static readonly string[] Facilities =
    [
        "id", "node", "kind", "name", "hold_capacity", "hold_unit", "max_length_m", "fuel", "chambers", "cycle_min", "berths",
        "ro_ro_ramps", "cranes", Provenance,
    ];

    private static readonly string[] Turns = ["node", "from_link", "to_link", "kind", "minutes", Provenance];

    private static readonly string[] Structures = ["link", "kind", "count", Provenance];

    private static readonly string[] MovableBridges =
        ["id", "name", "node", "road_link", "clearance_closed_m", "opening_min", Provenance];

    private static readonly string[] Zones = ["id", "name", "inhabitants", "lat", "lon", Provenance];

    private static readonly string[] Transfers =
        ["id", "from", "to", "place", "kind", "fixed_min", "rate_vehicles_h", "positions", Provenance];

    private static readonly string[] ValuesOfTime =
    [
        "category", "unit", "euro_per_h_low", "euro_per_h", "euro_per_h_high", "price_level", "source", "date", "quality", "spread_source",
    ];

    private static readonly string[] Civil =
        ["scope", "category", "day_type", "unit", .. Enumerable.Range(0, 24).Select(h => $"h{h:00}"), Provenance];

    /// <summary>All tables, nodes before what refers to them.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
    [
        new("road-nodes", TransportMode.Road, "node", Nodes),
        new("rail-nodes", TransportMode.Rail, "node", Nodes),
        new("water-nodes", TransportMode.Water, "node", Nodes),
        new("sea-nodes", TransportMode.Sea, "node", Nodes),
        new("road-links", TransportMode.Road, "link", RoadLinks),
        new("rail-links", TransportMode.Rail, "link", RailLinks),
        new("water-links", TransportMode.Water, "link", WaterLinks),
        new("road-facilities", TransportMode.Road, "facility", Facilities),
        new("rail-facilities", TransportMode.Rail, "facility", Facilities),
        new("water-facilities", TransportMode.Water, "facility", Facilities),
        new("port-facilities", null, "facility", Facilities),
        new("rail-turns", TransportMode.Rail, "turn", Turns) { IsOptional = true },
        new("rail-structures", TransportMode.Rail, "structure", Structures) { IsOptional = true },
        new("movable-bridges", null, "bridge", MovableBridges) { IsOptional = true },
        new("transfers", null, "transfer", Transfers),
        new("road-civil", TransportMode.Road, "profile", Civil),
        new("rail-civil", TransportMode.Rail, "profile", Civil),
        new("water-civil", TransportMode.Water, "profile", Civil),
        new("zones", null, "zone", Zones) { IsOptional = true },
        new("corridors", null, "corridor", ["corridor", "name", "element", "ref", "marking"]),
        new("values-of-time", null, "value of time", ValuesOfTime)
        {
            RequiredColumns = [.. ValuesOfTime.Except(["euro_per_h_low", "euro_per_h_high", "spread_source"])],
        },
        new("civil-parameters", null, "parameter", ["name", "value", "unit", "source", "date", "quality"]),
    ];
}
