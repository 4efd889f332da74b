using System.Globalization;
using MilMobility.Exchange.Attributes;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Export;

/// <summary>What the values of a column are.</summary>
internal enum ColumnType { Text, Whole, Real, Boolean }

/// <summary>A column with the type that a typed format gives it; the dataset's tables are text.</summary>
internal sealed record ExportColumn(string Name, ColumnType Type)
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "lanes", "capacity_pcu_h", "mlc_wheeled", "mlc_tracked", "tracks", "capacity_trains_h", "hold_capacity", "cycle_min", "berths",
        "ro_ro_ramps", "cranes", "fixed_min", "rate_vehicles_h", "positions", "opening_min",
    };

    private static readonly HashSet<string> Real = new(StringComparer.Ordinal)
    {
        "lat", "lon", "length_m", "speed_kmh", "axle_load_t", "mass_t", "height_m", "width_m", "vehicle_length_m", "train_length_m",
        "draught_m", "air_draught_m", "vessel_length_m", "beam_m", "max_length_m", "euro_per_h_low", "euro_per_h",
        "euro_per_h_high", "value", "clearance_closed_m",
    };

    private static readonly HashSet<string> Boolean = new(StringComparer.Ordinal) { "two_way", "freight", "fuel" };

    public static ExportColumn Of(string name) => new(
        name,
        Whole.Contains(name) ? ColumnType.Whole
        : Real.Contains(name) || ProvenanceTally.IsHour(name) ? ColumnType.Real
        : Boolean.Contains(name) ? ColumnType.Boolean
        : ColumnType.Text);

    /// <summary>The value as a long, decimal, bool or string; null where the table has none.</summary>
    public object? Read(string text) => text.Length == 0 ? null : Type switch
    {
        ColumnType.Whole => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        ColumnType.Real => decimal.Parse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        ColumnType.Boolean => text == "true",
        _ => text,
    };

    /// <summary>Provenance of a row as the tables write it: <c>length_m=derived@nwb;speed_kmh=assumed@class-default</c>.</summary>
    public static string Provenance(AttributeRow row) => string.Join(';', row.Values
        .Where(v => v.Quality is not null).Select(v => $"{v.Column}={QualityOf(v)}@{v.Source}"));

    public static string QualityOf(AttributeValue value) =>
        value.Quality is { } quality ? Vocabulary.Qualities[(int)quality] : "";
}
