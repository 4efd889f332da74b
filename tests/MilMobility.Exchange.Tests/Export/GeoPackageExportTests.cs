using System.Buffers.Binary;
using MilMobility.Exchange.Export;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace MilMobility.Exchange.Tests.Export;

/// <summary>A GeoPackage read back through plain SQL, its geometries parsed by NetTopologySuite (OGC 12-128r18).</summary>
public sealed class GeoPackageExportTests(GeoPackageExportTests.ExportedFile file) : IClassFixture<GeoPackageExportTests.ExportedFile>
{
    private readonly NationalCopy _copy = file.Copy;
    private readonly SqliteConnection _connection = file.Connection;

    [Fact]
    public void The_file_declares_itself_and_is_sound()
    {
        Assert.Equal(0x47504B47L, Scalar("PRAGMA application_id"));
        Assert.Equal(10300L, Scalar("PRAGMA user_version"));
        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
        Assert.Null(Scalar("SELECT 1 FROM pragma_foreign_key_check LIMIT 1"));
        Assert.Equal([[-1L], [0L], [4326L]], Rows("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id"));
    }

    [Fact]
    public void Every_table_is_registered_and_every_features_table_has_its_geometry_column()
    {
        // Requirements 10 and 13: the contents name user tables; a features table has one row in gpkg_geometry_columns.
        var tables = Rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg_%' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        Assert.Equal(tables, Rows("SELECT table_name FROM gpkg_contents ORDER BY table_name"));
        Assert.Equal(12L, Scalar("SELECT count(*) FROM gpkg_contents WHERE data_type = 'features' AND srs_id = 4326"));
        Assert.Equal(
            Rows("SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1"),
            Rows("SELECT table_name FROM gpkg_geometry_columns WHERE column_name = 'geom' AND z = 0 AND m = 0 ORDER BY 1"));
        Assert.Null(Scalar(
            "SELECT 1 FROM gpkg_contents WHERE last_change NOT GLOB '????-??-??T??:??:??.???Z' OR description NOT LIKE '%INTERNAL%'"));
    }

    [Theory]
    [InlineData("road_nodes", "road-nodes", "marking")]
    [InlineData("water_links", "water-links", "marking")]
    [InlineData("transfers", "transfers", "marking")]
    [InlineData("rail_civil", "rail-civil", "marking")]
    [InlineData("corridors", "corridors", "dataset_marking")]
    public void A_table_has_the_rows_of_the_dataset_all_marked(string table, string source, string column)
    {
        Assert.Equal((long)NationalCopy.Rows(_copy.Root, source).Length, Scalar($"SELECT count(*) FROM {table}"));
        Assert.Equal(0L, Scalar($"SELECT count(*) FROM {table} WHERE {column} IS NOT 'INTERNAL'"));
    }

    [Fact]
    public void Values_are_typed_and_each_has_its_quality()
    {
        var row = Rows(
            "SELECT length_m, typeof(length_m), lanes, two_way, height_m, lanes_quality, height_m_quality, provenance FROM road_links "
            + "WHERE id = 'road-a1-from-kp-watergraafsmeer-to-kp-diemen'").Single();
        Assert.Equal([3937.0, "real", 5L, 1L, DBNull.Value, "assumed", DBNull.Value], row[..7]);
        Assert.Contains("lanes=assumed@road-facts", (string)row[7], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_geometry_parses_and_is_where_the_dataset_has_it()
    {
        var dataset = _copy.Read();
        var nodes = dataset.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        foreach (var table in new[] { "road_nodes", "rail_nodes", "water_nodes", "sea_nodes" })
        {
            foreach (var row in Rows($"SELECT id, geom FROM {table}"))
            {
                var point = Assert.IsType<Point>(Parse((byte[])row[1]));
                Assert.Equal((nodes[(string)row[0]].Lon, nodes[(string)row[0]].Lat), (point.X, point.Y));
            }
        }

        var links = dataset.Links.ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var row in Rows("SELECT id, geom FROM road_links UNION ALL SELECT id, geom FROM rail_links"))
        {
            var link = links[(string)row[0]];
            var line = Assert.IsType<LineString>(Parse((byte[])row[1]));
            Assert.Equal(link.Via.Count + 2, line.NumPoints);
            Assert.Equal((nodes[link.From].Lon, nodes[link.From].Lat), (line[0].X, line[0].Y));
            Assert.Equal((nodes[link.To].Lon, nodes[link.To].Lat), (line[^1].X, line[^1].Y));
        }
    }

    /// <summary>Header of clause 2.1.3, then well-known binary.</summary>
    private static Geometry Parse(byte[] blob)
    {
        Assert.Equal("GP"u8.ToArray(), blob[..2]);
        Assert.Equal((0, 0b0000_0011), (blob[2], blob[3]));
        Assert.Equal(4326, BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(4)));
        var geometry = new WKBReader().Read(blob[40..]);
        double At(int offset) => BinaryPrimitives.ReadDoubleLittleEndian(blob.AsSpan(offset));
        Assert.Equal(geometry.EnvelopeInternal, new Envelope(At(8), At(16), At(24), At(32)));
        return geometry;
    }

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private List<object[]> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The one file that all tests look at.</summary>
    public sealed class ExportedFile : IDisposable
    {
        public ExportedFile()
        {
            Copy.Replace("datapackage.json", "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");
            var path = Path.Combine(Copy.Root, "out.gpkg");
            NetworkExporter.Export(Copy.Read(), ExportFormat.GeoPackage, path, CancellationToken.None);
            Connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
            Connection.Open();
        }

        internal NationalCopy Copy { get; } = new();

        internal SqliteConnection Connection { get; }

        public void Dispose()
        {
            Connection.Dispose();
            Copy.Dispose();
        }
    }
}
