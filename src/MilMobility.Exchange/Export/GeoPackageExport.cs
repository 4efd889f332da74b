using System.Globalization;
using MilMobility.Exchange.Attributes;
using MilMobility.Networks.Datasets;
using Microsoft.Data.Sqlite;

namespace MilMobility.Exchange.Export;

/// <summary>
/// OGC GeoPackage 1.3 (OGC 12-128r18), written with SQLite in one transaction: a features table per layer of nodes, links, facilities
/// and transfers; civil profiles, corridors, values and parameters as attributes tables; the dataset, its marking and its sources as
/// attributes tables too. Each attribute with a quality has a column <c>..._quality</c>; <c>provenance</c> has the sources.
/// </summary>
internal static class GeoPackageExport
{
    public static void Write(ExportSource source, string path)
    {
        File.Delete(path);
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, $"PRAGMA application_id = {GeoPackageSchema.ApplicationId}");
        Execute(connection, $"PRAGMA user_version = {GeoPackageSchema.UserVersion}");
        using (var transaction = connection.BeginTransaction())
        {
            Execute(connection, GeoPackageSchema.Tables);
            foreach (var layer in ExportLayer.All) WriteLayer(connection, source, layer);
            WriteDataset(connection, source);
            WriteSources(connection, source);
            transaction.Commit();
        }

        connection.Close();
    }

    private static void WriteLayer(SqliteConnection connection, ExportSource source, ExportLayer layer)
    {
        var columns = Columns(layer);
        var geometry = layer.Geometry switch
        {
            LayerGeometry.Point => "geom POINT, ",
            LayerGeometry.Line => "geom LINESTRING, ",
            _ => "",
        };
        Execute(connection,
            $"CREATE TABLE {layer.Name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {geometry}"
            + string.Join(", ", columns.Select(c => $"\"{c.Name}\" {c.Type}")) + ")");
        using var insert = connection.CreateCommand();
        var names = columns.Select(c => $"\"{c.Name}\"").ToList();
        if (geometry.Length > 0) names.Insert(0, "geom");
        insert.CommandText =
            $"INSERT INTO {layer.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < names.Count; i++) insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        insert.Prepare();
        var blob = new GeoPackageBlob();
        source.Read(layer, feature =>
        {
            var values = Values(feature, source.Marking);
            if (geometry.Length > 0) values.Insert(0, blob.Encode(layer.Geometry, feature.Points));
            for (var i = 0; i < values.Count; i++) insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        });
        Register(connection, source, layer.Name, geometry.Length > 0 ? "features" : "attributes", blob);
        if (geometry.Length == 0) return;
        Execute(connection, "INSERT INTO gpkg_geometry_columns VALUES ($p0, 'geom', $p1, $p2, 0, 0)",
            layer.Name, layer.Geometry == LayerGeometry.Point ? "POINT" : "LINESTRING", GeoPackageSchema.Wgs84);
    }

    private static List<(string Name, string Type)> Columns(ExportLayer layer)
    {
        var columns = layer.Columns.Select(c => (c.Name, c.Type switch
        {
            ColumnType.Whole => "INTEGER",
            ColumnType.Real => "REAL",
            ColumnType.Boolean => "BOOLEAN",
            _ => "TEXT",
        })).ToList();
        if (layer.HasQuality)
        {
            columns.AddRange(QualityColumns(layer).Select(c => ($"{c}_quality", "TEXT")));
            columns.Add(("provenance", "TEXT"));
        }

        // Corridors have a marking of their own, which is another thing.
        columns.Add((layer.Table.Columns.Contains("marking") ? "dataset_marking" : "marking", "TEXT"));
        return columns;
    }

    private static List<object?> Values(ExportFeature feature, string marking)
    {
        var row = feature.Row;
        var values = feature.Layer.Columns.Select(c => c.Read(row[c.Name].Text) switch
        {
            decimal real => (double)real,
            bool truth => truth ? 1L : 0L,
            var other => other,
        }).ToList();
        if (feature.Layer.HasQuality)
        {
            values.AddRange(QualityColumns(feature.Layer).Select(c => row[c].Quality is null ? null : ExportColumn.QualityOf(row[c])));
            values.Add(ExportColumn.Provenance(row));
        }

        values.Add(marking);
        return values;
    }

    /// <summary>Columns whose values have a quality; a profile's hours share theirs, so the first stands for all.</summary>
    private static IEnumerable<string> QualityColumns(ExportLayer layer) => layer.Columns.Select(c => c.Name)
        .Where(name => !ProvenanceTally.IsIdentifying(name))
        .Where(name => !ProvenanceTally.IsHour(name) || name == "h00");

    private static void WriteDataset(SqliteConnection connection, ExportSource source)
    {
        Execute(connection,
            "CREATE TABLE dataset (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, version TEXT, title TEXT, "
            + "description TEXT, marking TEXT NOT NULL, licenses TEXT)");
        Execute(connection,
            "INSERT INTO dataset (name, version, title, description, marking, licenses) VALUES ($p0, $p1, $p2, $p3, $p4, $p5)",
            source.Dataset.Name, source.Dataset.Version, source.Description.Title, source.Description.Description, source.Marking,
            string.Join("; ", source.Description.Licenses.Select(l => $"{l.Name}: {l.Title} ({l.Path})")));
        Register(connection, source, "dataset", "attributes", null);
    }

    private static void WriteSources(SqliteConnection connection, ExportSource source)
    {
        Execute(connection,
            "CREATE TABLE sources (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, title TEXT, path TEXT, date TEXT, "
            + "license TEXT)");
        foreach (var entry in source.Description.Sources)
        {
            Execute(connection, "INSERT INTO sources (name, title, path, date, license) VALUES ($p0, $p1, $p2, $p3, $p4)",
                entry.Name, entry.Title, entry.Path, entry.Date, entry.License);
        }

        Register(connection, source, "sources", "attributes", null);
    }

    private static void Register(SqliteConnection connection, ExportSource source, string table, string type, GeoPackageBlob? blob)
    {
        var extent = blob is null || blob.Extent.IsNull ? null : blob.Extent;
        Execute(connection,
            "INSERT INTO gpkg_contents VALUES ($p0, $p1, $p2, $p3, $p4, $p5, $p6, $p7, $p8, $p9)",
            table, type, table, source.Statement, LastChange(source.Description), extent?.MinX, extent?.MinY, extent?.MaxX,
            extent?.MaxY, type == "features" ? GeoPackageSchema.Wgs84 : null);
    }

    /// <summary>The dataset's own date instead of now, so that the same dataset gives the same file.</summary>
    private static string LastChange(DatasetDescription description)
    {
        var at = DateTimeOffset.TryParse(
            description.Created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? created.UtcDateTime
            : DateTime.UnixEpoch;
        return at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql, params object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"$p{i}", values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}
