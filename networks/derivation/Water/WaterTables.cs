namespace MilMobility.Derivation.Water;

/// <summary>Headers of the water tables, as networks/README.md gives them.</summary>
public static class WaterTables
{
    public static readonly string[] Nodes =
        ["id", "name", "kind", "lat", "lon", "place", "region", "manager", "provenance"];

    public static readonly string[] Links =
    [
        "id", "from", "to", "fairway", "class", "length_m", "speed_kmh", "two_way", "cemt", "draught_m",
        "air_draught_m", "vessel_length_m", "beam_m", "manager", "region", "length_reason", "via", "provenance",
    ];

    public static readonly string[] Facilities =
    [
        "id", "node", "kind", "name", "hold_capacity", "hold_unit", "max_length_m", "fuel", "chambers", "cycle_min",
        "berths", "ro_ro_ramps", "cranes", "provenance",
    ];

    public static readonly string[] Civil =
    [
        "scope", "category", "day_type", "unit", .. Enumerable.Range(0, 24).Select(h => $"h{h:00}"), "provenance",
    ];
}
