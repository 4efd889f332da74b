using MilMobility.Exchange.Attributes;

namespace MilMobility.Exchange.Export;

/// <summary>What the features of a layer are drawn as.</summary>
internal enum LayerGeometry { None, Point, Line }

/// <summary>A table of the dataset as a layer.</summary>
internal sealed record ExportLayer(AttributeTable Table, LayerGeometry Geometry, IReadOnlyList<ExportColumn> Columns)
{
    /// <summary>Name without hyphens, so that it need not be quoted in SQL: <c>road_links</c>.</summary>
    public string Name => Table.Name.Replace('-', '_');

    public bool HasQuality => Table.Group is not ("corridors" or "values" or "parameters");

    /// <summary>Layers with geometry first, then the other tables.</summary>
    public static IReadOnlyList<ExportLayer> All { get; } =
        [.. AttributeTable.All.Select(From).OrderBy(l => l.Geometry == LayerGeometry.None)];

    private static ExportLayer From(AttributeTable table)
    {
        var geometry = table.Group switch
        {
            "nodes" or "facilities" => LayerGeometry.Point,
            "links" or "transfers" => LayerGeometry.Line,
            _ => LayerGeometry.None,
        };
        // The shape is the geometry; as text it would only be a second, stale copy after an edit.
        var columns = table.Columns.Where(c => c != "via").Select(ExportColumn.Of);
        return new ExportLayer(table, geometry, [.. columns]);
    }
}

/// <summary>A feature: a row with its points in degrees, longitude first; none for a table without geometry.</summary>
internal sealed record ExportFeature(ExportLayer Layer, AttributeRow Row, IReadOnlyList<(double Lon, double Lat)> Points);
