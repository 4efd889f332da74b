using System.Text.Json;

namespace MilMobility.Exchange.Formats.GeoJson;

/// <summary>Geometry types of RFC 7946 that networks use; polygons and collections are read as <see cref="None"/>.</summary>
public enum GeoJsonGeometryType { None, Point, MultiPoint, LineString, MultiLineString }

/// <summary>A position in degrees WGS84; heights are not read.</summary>
public readonly record struct GeoJsonPosition(double Lon, double Lat);

/// <summary>
/// A feature: its parts (one position for each point, a list for each line), and its properties, values as JSON scalars; nested
/// values as their JSON text.
/// </summary>
/// <param name="Ordinal">Place among the file's features, 1-based, for messages.</param>
/// <param name="Id">The feature's id as text; empty if it has none.</param>
public sealed record GeoJsonFeature(
    long Ordinal, string Id, GeoJsonGeometryType Type, IReadOnlyList<IReadOnlyList<GeoJsonPosition>> Parts,
    IReadOnlyDictionary<string, JsonElement> Properties)
{
    /// <summary>A property as text; empty if it is absent or null.</summary>
    public string Text(string property) => Properties.TryGetValue(property, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            _ => value.GetRawText(),
        }
        : "";
}
