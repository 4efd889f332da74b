using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Writing;

/// <summary>
/// One row of a table on its way to the file, filled column by column and used again for the next row. A column without a value
/// is empty and has no provenance. Not thread-safe.
/// </summary>
internal sealed class TableBuffer
{
    private readonly Dictionary<string, int> _columnOf;
    private readonly string[] _cells;
    private readonly Provenance?[] _origins;

    public TableBuffer(TableSchema table)
    {
        Table = table;
        _columnOf = table.Columns.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        _cells = new string[table.Columns.Count];
        _origins = new Provenance?[table.Columns.Count];
        Clear();
    }

    public TableSchema Table { get; }

    public ReadOnlySpan<string> Cells => _cells;

    public ReadOnlySpan<Provenance?> Origins => _origins;

    /// <summary>Provenances under names that are no columns: a civil profile's <c>level</c> and <c>shape</c>.</summary>
    public List<KeyValuePair<string, Provenance>> OtherOrigins { get; } = [];

    public void Clear()
    {
        Array.Fill(_cells, "");
        Array.Clear(_origins);
        OtherOrigins.Clear();
    }

    public void Set(string column, string value) => _cells[_columnOf[column]] = value;

    public void Set(string column, string value, Provenance origin)
    {
        var index = _columnOf[column];
        _cells[index] = value;
        _origins[index] = value.Length > 0 ? origin : null;
    }

    public bool Has(string column) => _columnOf.ContainsKey(column);
}
