using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Overlays;

namespace MilMobility.Exchange.Attributes;

/// <summary>
/// Streams the rows of a dataset with the quality and source of every value, for what shows or compares data instead of planning on
/// it. The dataset must have been read by <see cref="DatasetReader"/> before, which reports its faults; here a fault means that a
/// file changed in between. One row in memory at a time; O(bytes). Instances are immutable and safe to share.
/// </summary>
public sealed class DatasetAttributes
{
    private readonly string _folder;

    private readonly OverlayJoin _overlays;

    /// <summary>The attributes of a dataset with the overlays that were joined to it.</summary>
    public DatasetAttributes(NetworkDataset dataset)
    {
        _folder = dataset.Folder;
        _overlays = OverlayJoin.Read([.. dataset.Overlays.Select(o => o.Folder)], new DiagnosticBag(), CancellationToken.None);
        var own = DatasetDescription.Read(_folder);
        Description = own with { Sources = [.. own.Sources, .. dataset.Overlays.SelectMany(SourcesOf)] };
    }

    public DatasetDescription Description { get; }

    /// <summary>Calls back for every row of a table, in the file's order.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no longer the one that was checked.</exception>
    public void Read(AttributeTable table, Action<AttributeRow> onRow, CancellationToken cancellation)
    {
        var schema = TableSchemas.All.Single(t => t.Name == table.Name);
        var bag = new DiagnosticBag();
        var path = Path.Combine(_folder, schema.FileName);
        var hasProvenance = schema.Columns.Contains(TableSchemas.Provenance);
        var whole = _overlays.Read(schema, ReadOwn, row => onRow(Row(table, row, hasProvenance)));
        if (!whole || bag.HasErrors) throw new IOException($"{path} changed while it was being read");

        bool ReadOwn(Action<TableRow> onOwn)
        {
            if (schema.IsOptional && !File.Exists(path)) return true;
            using var stream = File.OpenRead(path);
            return TableReader.Read(stream, schema, new FileDiagnostics(path, bag), onOwn, cancellation);
        }
    }

    private static IEnumerable<DataSource> SourcesOf(OverlaySummary overlay) =>
    [
        new DataSource(overlay.Name, $"Overlay {overlay.Name} {overlay.Version}, {overlay.Marking}", "", "", ""),
        .. DatasetDescription.Read(overlay.Folder).Sources.Where(s => s.Name != overlay.Name),
    ];

    private AttributeRow Row(AttributeTable table, TableRow row, bool hasProvenance)
    {
        var overrides = hasProvenance ? Overrides(row.Raw(TableSchemas.Provenance)) : [];
        var values = new AttributeValue[table.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var column = table.Columns[i];
            var text = row.Raw(column);
            var (quality, source) = text.Length == 0 ? (null, "")
                : hasProvenance ? Provenance(table.Name, column, overrides)
                : OwnColumns(table, column, row);
            values[i] = new AttributeValue(column, text, quality, source);
        }

        return new AttributeRow(table, values);
    }

    private (Quality? Quality, string Source) Provenance(
        string table, string column, Dictionary<string, (Quality Quality, string Source)> overrides)
    {
        if (overrides.TryGetValue(column, out var own)) return own;
        if (ProvenanceTally.IsHour(column))
        {
            // A profile's hours are as good as the worse of its level and its shape.
            var keys = ProvenanceTally.CivilKeys.Where(overrides.ContainsKey).Select(key => overrides[key]).ToList();
            if (keys.Count > 0) return keys.MaxBy(k => k.Quality);
        }

        if (Description.Defaults.TryGetValue((table, column), out var standard)) return standard;
        return ProvenanceTally.IsIdentifying(column) ? (null, "") : (Quality.Assumed, "");
    }

    /// <summary>Tables without a provenance column have columns for it, and one value.</summary>
    private static (Quality? Quality, string Source) OwnColumns(AttributeTable table, string column, TableRow row) =>
        (table.Group, column) is ("values", "euro_per_h") or ("parameters", "value")
        && ProvenanceText.Qualities.TryGetValue(row.Raw("quality"), out var quality)
            ? (quality, row.Raw("source"))
            : (null, "");

    private static Dictionary<string, (Quality Quality, string Source)> Overrides(string text)
    {
        var overrides = new Dictionary<string, (Quality, string)>(StringComparer.Ordinal);
        foreach (var entry in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && ProvenanceText.TryParse(entry[(equals + 1)..].Trim(), out var quality, out var source))
                overrides[entry[..equals].Trim()] = (quality, source);
        }

        return overrides;
    }
}
