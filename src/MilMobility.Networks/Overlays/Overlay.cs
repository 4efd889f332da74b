using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Overlays;

/// <summary>An overlay that was joined to a dataset.</summary>
/// <param name="Folder">Its folder, as given.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty if it states none.</param>
/// <param name="Marking">Its marking; the most restrictive one if it states none.</param>
/// <param name="Rows">Rows by table.</param>
/// <param name="FileHashes">SHA-256 of each file, lower-case hex, by file name.</param>
public sealed record OverlaySummary(
    string Folder, string Name, string Version, ClassificationMarking Marking, IReadOnlyDictionary<string, int> Rows,
    IReadOnlyDictionary<string, string> FileHashes);

/// <summary>
/// A planner's own tables beside a dataset: any of the dataset's tables, with a column more that says what each row does. Used while
/// one dataset is read: its rows remember whether they met their like. Not thread-safe.
/// </summary>
internal sealed class Overlay
{
    private readonly Dictionary<string, List<OverlayRow>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Key), OverlayRow> _byKey = [];

    public required OverlaySummary Summary { get; init; }

    /// <summary>Names of its sources, its own name among them.</summary>
    public required IReadOnlySet<string> Sources { get; init; }

    /// <summary>Provenance of values whose rows state none, <c>quality@source</c>.</summary>
    public required string Provenance { get; init; }

    public IReadOnlyList<OverlayRow> RowsOf(TableSchema table) => _rows.TryGetValue(table.Name, out var rows) ? rows : [];

    public OverlayRow? Find(TableSchema table, string key) => _byKey.GetValueOrDefault((table.Name, key));

    /// <summary>Takes a row; false if the overlay has one of that key already.</summary>
    public bool Add(TableSchema table, OverlayRow row)
    {
        if (!_byKey.TryAdd((table.Name, row.Key), row)) return false;
        if (!_rows.TryGetValue(table.Name, out var rows)) _rows[table.Name] = rows = [];
        rows.Add(row);
        return true;
    }

    /// <summary>Rows by table, for the summary.</summary>
    public IReadOnlyDictionary<string, int> Counts() => _rows.ToDictionary(r => r.Key, r => r.Value.Count, StringComparer.Ordinal);
}
