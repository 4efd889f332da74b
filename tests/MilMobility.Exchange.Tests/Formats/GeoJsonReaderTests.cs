using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.GeoJson;

namespace MilMobility.Exchange.Tests.Formats;

public sealed class GeoJsonReaderTests
{
    private readonly DiagnosticBag _bag = new();

    /// <summary>The examples of RFC 7946, section 1.5, without the polygon, and appendix A.</summary>
    private const string Collection = """
        { "type": "FeatureCollection", "name": "x", "extra": {"features": [1, 2]},
          "features": [
            { "type": "Feature", "id": "p1", "geometry": {"type": "Point", "coordinates": [102.0, 0.5]},
                "properties": {"prop0": "value0"} },
            { "type": "Feature", "id": 7,
              "geometry": {"type": "LineString", "coordinates": [[102.0, 0.0], [103.0, 1.0, 12.5], [104.0, 0.0], [105.0, 1.0]]},
              "properties": {"prop0": "value0", "prop1": 0.0, "prop2": {"this": "that"}, "prop3": null} },
            { "type": "Feature", "properties": null,
              "geometry": {"type": "MultiLineString", "coordinates": [[[100.0, 0.0], [101.0, 1.0]], [[102.0, 2.0], [103.0, 3.0]]]} },
            { "type": "Feature", "properties": {}, "geometry": {"coordinates": [[100.0, 0.0], [101.0, 1.0]], "type": "MultiPoint"} },
            { "type": "Feature", "properties": {"a": 1}, "geometry": null } ] }
        """;

    [Fact]
    public void Features_of_a_collection_are_read_with_all_their_parts()
    {
        var features = Read(Collection);

        Assert.Empty(_bag.ToList());
        Assert.Equal(
            [
                GeoJsonGeometryType.Point, GeoJsonGeometryType.LineString, GeoJsonGeometryType.MultiLineString,
                GeoJsonGeometryType.MultiPoint, GeoJsonGeometryType.None,
            ],
            features.Select(f => f.Type));
        Assert.Equal(["p1", "7", "", "", ""], features.Select(f => f.Id));
        Assert.Equal([1, 4, 2, 1, 0], features.Select(f => f.Parts.Count == 0 ? 0 : f.Parts[0].Count));
        Assert.Equal(new GeoJsonPosition(103, 1), features[1].Parts[0][1]);
        Assert.Equal([2, 2], features.Skip(2).Take(2).Select(f => f.Parts.Count));
        Assert.Equal(new GeoJsonPosition(103, 3), features[2].Parts[1][1]);
        Assert.Equal(("value0", "0.0", "{\"this\": \"that\"}", "", ""), (
            features[1].Text("prop0"), features[1].Text("prop1"), features[1].Text("prop2"), features[1].Text("prop3"),
            features[1].Text("absent")));
    }

    [Fact]
    public void Members_may_come_in_any_order_and_the_document_may_begin_with_a_byte_order_mark()
    {
        var features = Read(
            "\uFEFF{\"features\":[{\"properties\":{\"type\":\"x\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[5,52]},"
            + "\"type\":\"Feature\"}],\"bbox\":[5,52,5,52],\"type\":\"FeatureCollection\"}");
        Assert.Empty(_bag.ToList());
        Assert.Equal(new GeoJsonPosition(5, 52), Assert.Single(features).Parts[0][0]);
    }

    [Theory]
    [InlineData("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[5,52]},\"properties\":{\"a\":\"b\"}}", "b")]
    [InlineData("{\"properties\":{\"a\":\"b\"},\"geometry\":{\"coordinates\":[5,52],\"type\":\"Point\"},\"type\":\"Feature\"}", "b")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[5,52]}", "")]
    [InlineData("{\"coordinates\":[5,52],\"type\":\"Point\"}", "")]
    public void A_single_feature_or_geometry_is_one_feature(string json, string a)
    {
        var feature = Assert.Single(Read(json));
        Assert.Empty(_bag.ToList());
        Assert.Equal((new GeoJsonPosition(5, 52), a), (feature.Parts[0][0], feature.Text("a")));
    }

    [Theory]
    [InlineData("[102.0, 0.5]", "[182.0, 0.5]", "GEO005 feature 1 has the position 182, 0.5; must be longitude -180 to 180")]
    [InlineData("[102.0, 0.5]", "[102.0]", "GEO004 feature 1 has a position that is not an array of longitude and latitude")]
    [InlineData("[102.0, 0.5]", "\"x\"", "GEO004 feature 1 is a Point without an array 'coordinates'")]
    [InlineData("[[102.0, 2.0], [103.0, 3.0]]", "[[102.0, 2.0]]", "GEO004 feature 3 has a line that is not an array of at least two")]
    [InlineData("\"MultiPoint\"", "\"Circle\"", "GEO003 feature 4 has the geometry type 'Circle'")]
    [InlineData("\"geometry\": null", "\"geometry\": 5", "GEO003 feature 5 has a geometry that is a number")]
    [InlineData("FeatureCollection", "Topology", "GEO003 the document is no GeoJSON object")]
    [InlineData("\"prop3\": null", "\"prop3\": nil", "GEO002 is not valid JSON")]
    [InlineData("\"value0\"}", "\"\\ud800\"}", "GEO002 has a text that is not Unicode")]
    public void A_fault_is_reported_by_feature_and_the_other_features_are_read(string old, string replacement, string expected)
    {
        Read(Collection.Replace(old, replacement, StringComparison.Ordinal));
        var error = Assert.Single(_bag.ToList());
        Assert.StartsWith(expected, $"{error.Code} {error.Message}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"Topology\",\"objects\":{}}")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[")]
    public void What_is_no_GeoJson_is_refused(string json)
    {
        Assert.Empty(Read(json));
        Assert.Single(_bag.ToList(), d => d.Severity == Severity.Error);
    }

    [Fact]
    public void A_collection_of_any_size_is_read_in_memory_bounded_by_its_largest_feature()
    {
        // 60,000 features of about 130 bytes: 8 MB, against a buffer of 64 kB and a feature in hand.
        using var stream = new MemoryStream();
        stream.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        for (var i = 0; i < 60_000; i++)
        {
            stream.Write(Encoding.ASCII.GetBytes(
                $"{(i == 0 ? "" : ",")}{{\"type\":\"Feature\",\"properties\":{{\"n\":{i}}},\"geometry\":{{\"type\":\"LineString\","
                + $"\"coordinates\":[[5,{i % 90}],[6,{i % 90}]]}}}}\n"));
        }

        stream.Write("]}"u8);
        stream.Position = 0;
        var cutter = new FeatureCutter(stream, CancellationToken.None);
        var (count, longest) = (0, 0);
        while (cutter.Next() is { } feature)
        {
            count++;
            longest = Math.Max(longest, feature.Length);
        }

        Assert.True(cutter.IsGeoJson);
        Assert.Equal((60_000, 65_536), (count, cutter.BufferBytes));
        Assert.InRange(longest, 100, 200);
    }

    private List<GeoJsonFeature> Read(string json)
    {
        var features = new List<GeoJsonFeature>();
        // One byte at a time, so that every value is cut by the buffer's end once.
        using var stream = new OneByteStream(Encoding.UTF8.GetBytes(json));
        GeoJsonReader.Read(stream, "file", _bag, features.Add, CancellationToken.None);
        return features;
    }

    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
