using System.Runtime.InteropServices;
using MilMobility.Exchange.Attributes;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Information;

/// <summary>Counts values per attribute and quality, and per source. Not thread-safe.</summary>
internal sealed class AttributeTally
{
    private readonly Dictionary<(string Table, string Column), int[]> _qualities = [];
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);

    public void Add(AttributeRow row)
    {
        foreach (var value in row.Values)
        {
            // The 24 hours of a profile are one attribute, or they would outweigh all others.
            if (value.Quality is not { } quality || (ProvenanceTally.IsHour(value.Column) && value.Column != "h00")) continue;
            var column = ProvenanceTally.IsHour(value.Column) ? "hours" : value.Column;
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_qualities, (row.Table.Name, column), out _);
            counts ??= new int[3];
            counts[(int)quality]++;
            _sources[value.Source] = _sources.GetValueOrDefault(value.Source) + 1;
        }
    }

    /// <summary>In the order of the tables and their columns.</summary>
    public IReadOnlyList<AttributeQuality> Attributes() =>
        [.. _qualities.Select(q => new AttributeQuality(q.Key.Table, q.Key.Column, q.Value[0], q.Value[1], q.Value[2]))
            .OrderBy(a => TableRank(a.Table)).ThenBy(a => ColumnRank(a.Table, a.Column))];

    /// <summary>The listed sources in their order, then what the tables name beyond them.</summary>
    public IReadOnlyList<SourceUse> Sources(IReadOnlyList<DataSource> listed)
    {
        var names = listed.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var others = _sources.Where(s => !names.Contains(s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new SourceUse(s.Key.Length == 0 ? "(not stated)" : s.Key, "", "", "", "", s.Value));
        return
        [
            .. listed.Select(s => new SourceUse(s.Name, s.Title, s.Path, s.Date, s.License, _sources.GetValueOrDefault(s.Name))),
            .. others,
        ];
    }

    private static int TableRank(string table) => AttributeTable.All.TakeWhile(t => t.Name != table).Count();

    private static int ColumnRank(string table, string column) =>
        AttributeTable.All.Single(t => t.Name == table).Columns.TakeWhile(c => c != column).Count();
}
