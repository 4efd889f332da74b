using System.Globalization;
using System.Text.Json;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.GeoJson;

/// <summary>Turns a feature's JSON into a <see cref="GeoJsonFeature"/>, or reports why it cannot. Not thread-safe.</summary>
internal sealed class GeoJsonFeatureParser(FileDiagnostics diagnostics)
{
    private static readonly Dictionary<string, JsonElement> NoProperties = [];

    /// <exception cref="JsonException">The bytes are not valid JSON.</exception>
    public GeoJsonFeature? Parse(ReadOnlyMemory<byte> json, long ordinal)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = GeoJsonReader.DepthMax });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            return Refuse(GeoJsonCodes.NotGeoJson, ordinal, $"is {Kind(root)}; must be a Feature object");
        var isFeature = IsText(root, "type", "Feature");
        var geometry = root;
        if (isFeature && (!root.TryGetProperty("geometry", out geometry) || geometry.ValueKind == JsonValueKind.Null))
            return new GeoJsonFeature(ordinal, Id(root), GeoJsonGeometryType.None, [], Properties(root));
        if (geometry.ValueKind != JsonValueKind.Object)
            return Refuse(GeoJsonCodes.NotGeoJson, ordinal, $"has a geometry that is {Kind(geometry)}; must be an object or null");
        if (Shape(geometry, ordinal) is not { } shape) return null;
        return new GeoJsonFeature(
            ordinal, isFeature ? Id(root) : "", shape.Type, shape.Parts, isFeature ? Properties(root) : NoProperties);
    }

    private (GeoJsonGeometryType Type, List<IReadOnlyList<GeoJsonPosition>> Parts)? Shape(JsonElement geometry, long ordinal)
    {
        var name = geometry.TryGetProperty("type", out var element) && element.ValueKind == JsonValueKind.String
            ? element.GetString()! : "";
        var type = name switch
        {
            "Point" => GeoJsonGeometryType.Point,
            "MultiPoint" => GeoJsonGeometryType.MultiPoint,
            "LineString" => GeoJsonGeometryType.LineString,
            "MultiLineString" => GeoJsonGeometryType.MultiLineString,
            _ => GeoJsonGeometryType.None,
        };
        if (type == GeoJsonGeometryType.None)
        {
            if (name is "Polygon" or "MultiPolygon" or "GeometryCollection")
            {
                diagnostics.Warning(GeoJsonCodes.UnknownGeometry, 0,
                    $"feature {ordinal}: a {name} is no part of a network; it has no shape");
                return (type, []);
            }

            Refuse(GeoJsonCodes.NotGeoJson, ordinal,
                $"has the geometry type {FileDiagnostics.Quote(name)}; must be Point, MultiPoint, LineString or MultiLineString");
            return null;
        }

        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            Refuse(GeoJsonCodes.BadGeometry, ordinal, $"is a {name} without an array 'coordinates'");
            return null;
        }

        return Parts(type, coordinates, ordinal) is { } parts ? (type, parts) : null;
    }

    private List<IReadOnlyList<GeoJsonPosition>>? Parts(GeoJsonGeometryType type, JsonElement coordinates, long ordinal)
    {
        var parts = new List<IReadOnlyList<GeoJsonPosition>>();
        switch (type)
        {
            case GeoJsonGeometryType.Point:
                return Position(coordinates, ordinal) is { } point ? [[point]] : null;
            case GeoJsonGeometryType.MultiPoint:
                foreach (var item in coordinates.EnumerateArray())
                {
                    if (Position(item, ordinal) is not { } position) return null;
                    parts.Add([position]);
                }

                return parts;
            case GeoJsonGeometryType.LineString:
                return Line(coordinates, ordinal) is { } line ? [line] : null;
            default:
                foreach (var item in coordinates.EnumerateArray())
                {
                    if (Line(item, ordinal) is not { } part) return null;
                    parts.Add(part);
                }

                return parts;
        }
    }

    private List<GeoJsonPosition>? Line(JsonElement coordinates, long ordinal)
    {
        if (coordinates.ValueKind != JsonValueKind.Array || coordinates.GetArrayLength() < 2)
        {
            Refuse(GeoJsonCodes.BadGeometry, ordinal, "has a line that is not an array of at least two positions");
            return null;
        }

        var line = new List<GeoJsonPosition>(coordinates.GetArrayLength());
        foreach (var item in coordinates.EnumerateArray())
        {
            if (Position(item, ordinal) is not { } position) return null;
            line.Add(position);
        }

        return line;
    }

    private GeoJsonPosition? Position(JsonElement item, long ordinal)
    {
        if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() < 2
            || item[0].ValueKind != JsonValueKind.Number || item[1].ValueKind != JsonValueKind.Number)
        {
            Refuse(GeoJsonCodes.BadGeometry, ordinal, "has a position that is not an array of longitude and latitude");
            return null;
        }

        var (lon, lat) = (item[0].GetDouble(), item[1].GetDouble());
        if (lon is >= -180 and <= 180 && lat is >= -90 and <= 90) return new GeoJsonPosition(lon, lat);
        Refuse(GeoJsonCodes.BadPosition, ordinal, string.Create(
            CultureInfo.InvariantCulture,
            $"has the position {lon}, {lat}; must be longitude -180 to 180 and latitude -90 to 90, degrees WGS84"));
        return null;
    }

    private static Dictionary<string, JsonElement> Properties(JsonElement root)
    {
        if (!root.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return NoProperties;
        var result = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
        {
            // Text that is not Unicode must fail here, where it is reported, and not where the property is used.
            _ = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText();
            result[property.Name] = property.Value.Clone();
        }

        return result;
    }

    private static string Id(JsonElement root) => root.TryGetProperty("id", out var id)
        ? id.ValueKind switch { JsonValueKind.String => id.GetString()!, JsonValueKind.Number => id.GetRawText(), _ => "" }
        : "";

    private static bool IsText(JsonElement parent, string key, string text) =>
        parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Null => "null",
        _ => $"a {element.ValueKind.ToString().ToLowerInvariant()}",
    };

    private GeoJsonFeature? Refuse(string code, long ordinal, string message)
    {
        diagnostics.Error(code, 0, $"feature {ordinal} {message}");
        return null;
    }
}
