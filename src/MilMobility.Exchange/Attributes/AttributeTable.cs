using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Attributes;

/// <summary>A table of the dataset format as exports, comparisons and overviews see it.</summary>
/// <param name="Name">File stem, such as <c>road-links</c>.</param>
/// <param name="Group">
/// What its rows are: nodes, links, turns, structures, facilities, transfers, civil, zones, corridors, values, parameters.
/// </param>
/// <param name="Mode">Mode of its rows, where the table has one.</param>
/// <param name="Columns">Columns in order, without the provenance column.</param>
/// <param name="KeyColumns">Columns that name a row.</param>
public sealed record AttributeTable(
    string Name, string Group, TransportMode? Mode, IReadOnlyList<string> Columns, IReadOnlyList<string> KeyColumns)
{
    /// <summary>All tables of the format, nodes before what refers to them.</summary>
    public static IReadOnlyList<AttributeTable> All { get; } = [.. TableSchemas.All.Select(From)];

    internal static AttributeTable From(TableSchema schema)
    {
        var group = schema.Name switch
        {
            var n when n.EndsWith("-nodes", StringComparison.Ordinal) => "nodes",
            var n when n.EndsWith("-links", StringComparison.Ordinal) => "links",
            var n when n.EndsWith("-facilities", StringComparison.Ordinal) => "facilities",
            var n when n.EndsWith("-civil", StringComparison.Ordinal) => "civil",
            "rail-turns" => "turns",
            "rail-structures" => "structures",
            "values-of-time" => "values",
            "civil-parameters" => "parameters",
            var n => n,
        };
        return new AttributeTable(
            schema.Name, group, schema.Mode, [.. schema.Columns.Where(c => c != TableSchemas.Provenance)],
            schema.KeyColumns);
    }
}

/// <summary>One value of a row.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Text">The value as the table has it; empty where there is none.</param>
/// <param name="Quality">Its quality; null for an empty value and for a column that only identifies the row.</param>
/// <param name="Source">Name of its source; empty where none is stated.</param>
public readonly record struct AttributeValue(string Column, string Text, Quality? Quality, string Source);

/// <summary>A row of a table: every value with its quality and source, in the order of the table's columns.</summary>
public sealed record AttributeRow(AttributeTable Table, IReadOnlyList<AttributeValue> Values)
{
    /// <summary>The values of the key columns, joined by a blank.</summary>
    public string Key => string.Join(' ', Table.KeyColumns.Select(c => this[c].Text));

    public AttributeValue this[string column]
    {
        get
        {
            foreach (var value in Values)
                if (value.Column == column) return value;
            throw new KeyNotFoundException($"table '{Table.Name}' has no column '{column}'");
        }
    }
}
