using System.Globalization;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Shapefile;
using MilMobility.Exchange.Projection;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Reference;

/// <summary>
/// The shapefiles of the reference data against the tables that were derived from them by other programs (their READMEs):
/// counts, lengths, coordinates. Not in the repository: without it the tests say that they were skipped.
/// </summary>
public sealed class ShapefileReferenceTests
{
    private const double MetresPerDegree = 111_195;

    /// <summary>The derived tables have five decimals: half a step is 0.65 m; their projection adds its own error.</summary>
    private const double DerivedMetresMax = 1;

    [Fact]
    public void Every_fairway_section_has_the_length_and_the_position_that_its_publisher_and_the_derived_table_state()
    {
        var folder = ReferenceData.Folder("nwb-vaarwegen");
        Assert.SkipWhen(folder is null, ReferenceData.WhySkipped("nwb-vaarwegen"));
        var derived = CsvRows.Read(Path.Combine(folder, "derived_edges_wgs84.csv")).ToDictionary(r => r["vwk_id"], StringComparer.Ordinal);
        var bag = new DiagnosticBag();
        using var reader = ShapefileReader.Open(Path.Combine(folder, "Vaarwegvakken.shp"), bag)!;
        var id = reader.Attributes!.IndexOf("VWK_ID");
        var (count, worstMetres, longest) = (0, 0.0, 0.0);
        while (reader.Read())
        {
            count++;
            var row = derived[reader.Attributes.Text(id)];
            longest = Math.Max(longest, Math.Abs(Length(reader.Shape) - (1_000 * Number(row["length_km"]))));
            worstMetres = Math.Max(worstMetres, WorstDistance(reader.Shape, row["wkt"]));
        }

        Assert.Empty(bag.ToList());
        Assert.Equal(derived.Count, count);
        Assert.InRange(longest, 0, 0.1);
        Assert.InRange(worstMetres, 0, DerivedMetresMax);
    }

    [Fact]
    public void Every_track_has_the_length_that_its_manager_states()
    {
        var folder = ReferenceData.Folder("prorail-spoortak");
        Assert.SkipWhen(folder is null, ReferenceData.WhySkipped("prorail-spoortak"));
        var derived = CsvRows.Read(Path.Combine(folder, "derived_tracks_wgs84.csv")).ToList();
        var bag = new DiagnosticBag();
        using var reader = ShapefileReader.Open(Path.Combine(folder, "SPOORTAK_17.shp"), bag)!;
        var (count, worstMetres) = (0, 0.0);
        while (reader.Read())
        {
            // Row i belongs to record i; the README found all lengths within 2 m.
            Assert.InRange(Length(reader.Shape) - Number(derived[count]["length_m"]), -2, 2);
            worstMetres = Math.Max(worstMetres, WorstDistance(reader.Shape, derived[count]["wkt"]));
            count++;
        }

        Assert.Empty(bag.ToList());
        Assert.Equal(11_906, count);
        Assert.InRange(worstMetres, 0, DerivedMetresMax);
    }

    [Theory]
    [InlineData("GEOCODE_17", ShapeType.Polygon, 339)]
    [InlineData("SPOORLIJN_17", ShapeType.PolyLine, 554)]
    [InlineData("SPOORTAK_SNELHEDEN_17", ShapeType.PolyLine, 14_205)]
    public void The_other_rail_shapefiles_have_as_many_records_as_their_readme_states(string name, ShapeType type, int records)
    {
        var folder = ReferenceData.Folder("prorail-spoortak");
        Assert.SkipWhen(folder is null, ReferenceData.WhySkipped("prorail-spoortak"));
        var bag = new DiagnosticBag();
        using var reader = ShapefileReader.Open(Path.Combine(folder, $"{name}.shp"), bag)!;
        while (reader.Read()) Assert.True(reader.Shape.IsSound);
        Assert.DoesNotContain(bag.ToList(), d => d.Severity == Severity.Error);
        Assert.Equal(records, reader.Shape.Record);
        Assert.Equal((int)type, (int)reader.Shape.FileType % 10);
    }

    [Fact]
    public void Every_road_point_is_where_the_derived_table_has_it()
    {
        var folder = ReferenceData.Folder("vild-roads");
        Assert.SkipWhen(folder is null, ReferenceData.WhySkipped("vild-roads"));
        var derived = CsvRows.Read(Path.Combine(folder, "derived_nodes.csv")).ToDictionary(r => r["loc_nr"], StringComparer.Ordinal);
        var bag = new DiagnosticBag();
        using var reader = ShapefileReader.Open(Path.Combine(folder, "tmcpoint.shp"), bag)!;
        var number = reader.Attributes!.IndexOf("LOC_NR");
        while (reader.Read())
        {
            var row = derived[reader.Attributes.Integer(number)!.Value.ToString(CultureInfo.InvariantCulture)];
            Assert.Equal(Number(row["lon"]), reader.Shape.Points[0].X, 0.000_001);
            Assert.Equal(Number(row["lat"]), reader.Shape.Points[0].Y, 0.000_001);
        }

        Assert.Empty(bag.ToList());
        Assert.Equal(9_142, reader.Shape.Record);
    }

    private static double Length(ShpReader shape)
    {
        var metres = 0.0;
        for (var part = 0; part < shape.Parts.Length; part++)
        {
            var points = shape.Part(part);
            for (var i = 1; i < points.Length; i++) metres += double.Hypot(points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
        }

        return metres;
    }

    /// <summary>Largest distance in metres between a vertex in WGS84 and the same vertex of a <c>LINESTRING(lon lat, ...)</c>.</summary>
    private static double WorstDistance(ShpReader shape, string wkt)
    {
        var vertices = wkt["LINESTRING(".Length..^1].Split(',');
        Assert.Equal(vertices.Length, shape.Points.Length);
        var worst = 0.0;
        for (var i = 0; i < vertices.Length; i++)
        {
            var parts = vertices[i].Trim().Split(' ');
            var (lat, lon) = RdNew.ToWgs84(shape.Points[i].X, shape.Points[i].Y);
            var east = (lon - Number(parts[0])) * Math.Cos(lat * Math.PI / 180);
            worst = Math.Max(worst, MetresPerDegree * double.Hypot(lat - Number(parts[1]), east));
        }

        return worst;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
