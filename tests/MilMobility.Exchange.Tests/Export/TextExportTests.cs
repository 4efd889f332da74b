using System.Text.Json;
using System.Xml.Linq;
using MilMobility.Exchange.Export;

namespace MilMobility.Exchange.Tests.Export;

/// <summary>GeoJSON and KML, read back by parsers that know nothing of the writer.</summary>
public sealed class TextExportTests : IDisposable
{
    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.3";

    private static readonly string[] Spatial =
    [
        "road-nodes", "rail-nodes", "water-nodes", "sea-nodes", "road-links", "rail-links", "water-links", "road-facilities",
        "rail-facilities", "water-facilities", "port-facilities", "transfers",
    ];

    private readonly NationalCopy _copy = new();

    public TextExportTests() => _copy.Replace("datapackage.json", "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void GeoJson_has_every_row_with_shape_values_quality_and_marking()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Export(ExportFormat.GeoJson, "out.geojson")));
        var root = document.RootElement;
        var features = root.GetProperty("features").EnumerateArray().ToList();

        Assert.Equal("FeatureCollection", root.GetProperty("type").GetString());
        Assert.Equal("INTERNAL", root.GetProperty("marking").GetString());
        Assert.Equal(Spatial.Sum(t => NationalCopy.Rows(_copy.Root, t).Length), features.Count);
        Assert.All(features, f => Assert.Equal("INTERNAL", f.GetProperty("properties").GetProperty("marking").GetString()));
        // The first row of road-links.csv: one shape point, 52.33749 4.98948, between its ends; lanes assumed, length not.
        var link = features.Single(f => f.GetProperty("id").GetString() == "road-a1-from-kp-watergraafsmeer-to-kp-diemen");
        Assert.Equal("LineString", link.GetProperty("geometry").GetProperty("type").GetString());
        var coordinates = link.GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((3, "[4.98948,52.33749]"), (coordinates.GetArrayLength(), coordinates[1].GetRawText()));
        var properties = link.GetProperty("properties");
        Assert.Equal(3937, properties.GetProperty("length_m").GetDecimal());
        Assert.True(properties.GetProperty("two_way").GetBoolean());
        Assert.Equal(JsonValueKind.Null, properties.GetProperty("height_m").ValueKind);
        Assert.Equal("assumed", properties.GetProperty("quality").GetProperty("lanes").GetString());
        Assert.Equal("road-facts", properties.GetProperty("source").GetProperty("lanes").GetString());
        Assert.False(properties.GetProperty("quality").TryGetProperty("height_m", out _));
    }

    [Fact]
    public void Kml_has_a_placemark_per_row_with_typed_values_and_marking()
    {
        var document = XDocument.Load(Export(ExportFormat.Kml, "out.kml")).Root!.Element(Kml + "Document")!;
        var placemarks = document.Descendants(Kml + "Placemark").ToList();

        Assert.StartsWith("[INTERNAL] ", document.Element(Kml + "name")!.Value, StringComparison.Ordinal);
        Assert.Equal(Spatial.Sum(t => NationalCopy.Rows(_copy.Root, t).Length), placemarks.Count);
        Assert.All(placemarks, p => Assert.Equal("INTERNAL", Data(p, "marking")));
        var link = placemarks.Single(p => p.Attribute("id")!.Value == "road-a1-from-kp-watergraafsmeer-to-kp-diemen");
        var points = link.Element(Kml + "LineString")!.Element(Kml + "coordinates")!.Value.Split(' ');
        Assert.Equal((3, "4.98948,52.33749"), (points.Length, points[1]));
        Assert.Equal("3937", Data(link, "length_m"));
        Assert.Contains("lanes=assumed@road-facts", Data(link, "provenance"), StringComparison.Ordinal);
        var schemas = document.Elements(Kml + "Schema").ToDictionary(s => "#" + s.Attribute("id")!.Value, s => s.Elements().Count());
        Assert.Equal(Spatial.Length, schemas.Count);
        Assert.All(placemarks, p =>
            Assert.Contains(p.Descendants(Kml + "SchemaData").Single().Attribute("schemaUrl")!.Value, schemas.Keys));
    }

    [Theory]
    [InlineData(ExportFormat.GeoJson)]
    [InlineData(ExportFormat.Kml)]
    [InlineData(ExportFormat.GeoPackage)]
    public void The_same_dataset_gives_the_same_bytes(ExportFormat format) =>
        Assert.Equal(File.ReadAllBytes(Export(format, "one")), File.ReadAllBytes(Export(format, "two")));

    [Theory]
    [InlineData(ExportFormat.GeoJson)]
    [InlineData(ExportFormat.Kml)]
    [InlineData(ExportFormat.GeoPackage)]
    public void An_export_that_is_cancelled_leaves_the_old_file_and_no_other(ExportFormat format)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_copy.Root, "exports")).FullName;
        var path = Path.Combine(folder, "old");
        File.WriteAllText(path, "old");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => NetworkExporter.Export(_copy.Read(), format, path, cancelled.Token));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder));
    }

    private string Export(ExportFormat format, string name)
    {
        var path = Path.Combine(_copy.Root, name);
        NetworkExporter.Export(_copy.Read(), format, path, TestContext.Current.CancellationToken);
        return path;
    }

    private static string Data(XElement placemark, string name) =>
        placemark.Descendants(Kml + "SimpleData").Single(d => d.Attribute("name")!.Value == name).Value;
}
