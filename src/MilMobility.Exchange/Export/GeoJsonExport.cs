using System.Text.Encodings.Web;
using System.Text.Json;

namespace MilMobility.Exchange.Export;

/// <summary>
/// GeoJSON (RFC 7946): one FeatureCollection; every feature with its layer, marking, values, and their quality and source by
/// attribute. Foreign members (section 6.1) name the dataset, its marking, licences and sources. Tables without geometry are left out.
/// </summary>
internal static class GeoJsonExport
{
    private const int BytesBetweenFlushes = 1 << 16;

    public static void Write(ExportSource source, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        WriteHeader(json, source);
        json.WriteStartArray("features");
        foreach (var layer in ExportLayer.All.Where(l => l.Geometry != LayerGeometry.None))
        {
            source.Read(layer, feature =>
            {
                WriteFeature(json, feature, source.Marking);
                if (json.BytesPending > BytesBetweenFlushes) json.Flush();
            });
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteHeader(Utf8JsonWriter json, ExportSource source)
    {
        json.WriteString("name", source.Dataset.Name);
        json.WriteString("version", source.Dataset.Version);
        json.WriteString("marking", source.Marking);
        json.WriteString("description", source.Statement);
        json.WriteStartArray("sources");
        foreach (var entry in source.Description.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            json.WriteString("title", entry.Title);
            json.WriteString("path", entry.Path);
            json.WriteString("date", entry.Date);
            json.WriteString("license", entry.License);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFeature(Utf8JsonWriter json, ExportFeature feature, string marking)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Row["id"].Text);
        json.WriteStartObject("geometry");
        var isPoint = feature.Layer.Geometry == LayerGeometry.Point;
        json.WriteString("type", isPoint ? "Point" : "LineString");
        json.WritePropertyName("coordinates");
        if (!isPoint) json.WriteStartArray();
        foreach (var (lon, lat) in feature.Points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(lon);
            json.WriteNumberValue(lat);
            json.WriteEndArray();
        }

        if (!isPoint) json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("layer", feature.Layer.Name);
        json.WriteString("marking", marking);
        foreach (var column in feature.Layer.Columns) WriteValue(json, column, feature.Row[column.Name].Text);
        WriteProvenance(json, feature);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ExportColumn column, string text)
    {
        switch (column.Read(text))
        {
            case null: json.WriteNull(column.Name); break;
            case long whole: json.WriteNumber(column.Name, whole); break;
            case decimal real: json.WriteNumber(column.Name, real); break;
            case bool truth: json.WriteBoolean(column.Name, truth); break;
            default: json.WriteString(column.Name, text); break;
        }
    }

    private static void WriteProvenance(Utf8JsonWriter json, ExportFeature feature)
    {
        json.WriteStartObject("quality");
        foreach (var value in feature.Row.Values.Where(v => v.Quality is not null))
            json.WriteString(value.Column, ExportColumn.QualityOf(value));
        json.WriteEndObject();
        json.WriteStartObject("source");
        foreach (var value in feature.Row.Values.Where(v => v.Quality is not null)) json.WriteString(value.Column, value.Source);
        json.WriteEndObject();
    }
}
