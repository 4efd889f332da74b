using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Overlays;

/// <summary>
/// Joins overlays to the tables of a dataset while these are read, row by row: the rows of a dataset pass through every overlay in
/// turn, then the rows that an overlay adds pass through the overlays after it. A joined row carries the overlay's file and line, so
/// that findings name them, and a provenance for each value that the overlay states. Not thread-safe.
/// </summary>
internal sealed class OverlayJoin(IReadOnlyList<Overlay> overlays)
{
    /// <summary>Nothing is joined.</summary>
    public static OverlayJoin None { get; } = new([]);

    public IReadOnlyList<Overlay> Overlays => overlays;

    /// <summary>Reads overlays in order; their findings go to the bag, and one that cannot be read at all is left out.</summary>
    public static OverlayJoin Read(IReadOnlyList<string> folders, DiagnosticBag bag, CancellationToken cancellation) =>
        folders.Count == 0 ? None : new OverlayJoin([.. folders.Select(f => OverlayReader.Read(f, bag, cancellation)).OfType<Overlay>()]);

    /// <summary>Reads a table of the dataset with the overlays' rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="readOwn">Reads the dataset's own rows, one call each; false when it could not read to the end.</param>
    /// <param name="onRow">Takes the joined rows.</param>
    /// <returns>What <paramref name="readOwn"/> returned.</returns>
    public bool Read(TableSchema table, Func<Action<TableRow>, bool> readOwn, Action<TableRow> onRow)
    {
        if (overlays.All(o => o.RowsOf(table).Count == 0)) return readOwn(onRow);
        var columnOf = Enumerable.Range(0, table.Columns.Count).ToDictionary(i => table.Columns[i], i => i, StringComparer.Ordinal);
        var keys = new List<string>();
        var whole = readOwn(row =>
        {
            var key = table.KeyOf(row);
            keys.Add(key);
            onRow(Passed(table, row, key, 0, columnOf));
        });
        for (var i = 0; i < overlays.Count; i++)
        {
            foreach (var added in overlays[i].RowsOf(table).Where(r => r is { Change: OverlayChange.Add, IsMet: false }))
            {
                keys.Add(added.Key);
                onRow(Passed(table, Joined(table, null, added, overlays[i], columnOf), added.Key, i + 1, columnOf));
            }
        }

        // Without all of the dataset's rows it is not known which are missing.
        if (whole) ReportUnmet(table, keys);
        return whole;
    }

    private TableRow Passed(TableSchema table, TableRow row, string key, int first, Dictionary<string, int> columnOf)
    {
        for (var i = first; i < overlays.Count; i++)
        {
            if (overlays[i].Find(table, key) is not { } change) continue;
            change.IsMet = true;
            if (change.Change == OverlayChange.Add)
            {
                change.Diagnostics.Error(NetworkCodes.OverlayStands, change.Line,
                    $"{table.Noun} {FileDiagnostics.Quote(key)} stands at {row.File}:{row.Line} already; "
                    + "must say change = set (cells that are not empty) or replace (the whole row), or have another key");
                continue;
            }

            row = Joined(table, change.Change == OverlayChange.Set ? row : null, change, overlays[i], columnOf);
        }

        return row;
    }

    /// <summary>A row of an overlay on top of one of the dataset, or alone.</summary>
    private static TableRow Joined(TableSchema table, TableRow? under, OverlayRow row, Overlay overlay, Dictionary<string, int> columnOf)
    {
        var fields = new string[table.Columns.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = row.Fields[i].Length > 0 ? row.Fields[i] : under?.Raw(table.Columns[i]) ?? "";
        if (columnOf.TryGetValue(TableSchemas.Provenance, out var at)) fields[at] = ProvenanceOf(table, under, row, overlay, at);
        return new TableRow(table, columnOf, fields, row.Line, row.Diagnostics);
    }

    /// <summary>The provenance of what stays, then that of every value the overlay states: the row's own, or else the overlay's.</summary>
    private static string ProvenanceOf(TableSchema table, TableRow? under, OverlayRow row, Overlay overlay, int at)
    {
        var stated = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            if (row.Fields[i].Length == 0 || ProvenanceTally.IsIdentifying(column)) continue;
            // The hours of a profile are one attribute, with a level and a shape.
            if (ProvenanceTally.IsHour(column)) stated.UnionWith([ProvenanceTally.CivilKeys[0], ProvenanceTally.CivilKeys[1]]);
            else stated.Add(column);
        }

        var own = Entries(row.Fields[at]).ToList();
        var kept = Entries(under?.Raw(TableSchemas.Provenance) ?? "").Where(e => !stated.Contains(ColumnOf(e)) && !IsHourOf(e, stated));
        var named = own.Select(ColumnOf).ToHashSet(StringComparer.Ordinal);
        var rest = stated.Where(c => !named.Contains(c)).Order(StringComparer.Ordinal).Select(c => $"{c}={overlay.Provenance}");
        return string.Join(';', [.. kept, .. own, .. rest]);
    }

    private static bool IsHourOf(string entry, HashSet<string> stated) =>
        ProvenanceTally.IsHour(ColumnOf(entry)) && stated.Contains(ProvenanceTally.CivilKeys[0]);

    private static IEnumerable<string> Entries(string provenance) => provenance.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static string ColumnOf(string entry) => entry.Split('=')[0].Trim();

    private void ReportUnmet(TableSchema table, List<string> keys)
    {
        foreach (var row in overlays.SelectMany(o => o.RowsOf(table)).Where(r => r.Change != OverlayChange.Add && !r.IsMet))
        {
            var nearest = NearestName.Of(row.Key, keys);
            row.Diagnostics.Error(NetworkCodes.OverlayUnmet, row.Line,
                $"{table.Noun} {FileDiagnostics.Quote(row.Key)} is to be changed, but table '{table.Name}' has none; "
                + "must be in the dataset, or say change = add" + (nearest is null ? "" : $"; did you mean {nearest}?"));
        }
    }
}
