using System.Globalization;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Attributes;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Comparison;

/// <summary>
/// Compares two datasets row by row and field by field, rows by their ids. Numbers are equal by value (6.0 and 6), texts as written;
/// the order of rows does not matter. Datasets of different sources have different ids: their totals are compared, not their rows.
/// O(rows) time; keeps one table of the first dataset in memory at a time. Static.
/// </summary>
public static class NetworkComparer
{
    /// <exception cref="IOException">A file changed since its dataset was read.</exception>
    public static NetworkComparison Compare(NetworkDataset first, NetworkDataset second, CancellationToken cancellation)
    {
        var (firstAttributes, secondAttributes) = (new DatasetAttributes(first), new DatasetAttributes(second));
        var tables = AttributeTable.All
            .Select(table => Compare(table, firstAttributes, secondAttributes, cancellation)).ToList();
        var package = Package(first, second);
        var equal = tables.TrueForAll(t => t.Equal) && first.Marking == second.Marking;
        return new NetworkComparison(Name(first), Name(second), equal, package, tables, Lengths(first, second));
    }

    /// <summary>Nodes, links and length per mode of both.</summary>
    public static IReadOnlyList<ModeLengths> Lengths(NetworkDataset first, NetworkDataset second) =>
    [
        .. Enum.GetValues<TransportMode>().Select(mode => new ModeLengths(
            mode, first.Nodes.Count(n => n.Mode == mode), second.Nodes.Count(n => n.Mode == mode),
            first.Links.Count(l => l.Mode == mode), second.Links.Count(l => l.Mode == mode), Km(first, mode), Km(second, mode))),
    ];

    public static DatasetName Name(NetworkDataset dataset) => new(dataset.Folder, dataset.Name, dataset.Version, dataset.Marking);

    private static double Km(NetworkDataset dataset, TransportMode mode) =>
        dataset.Links.Where(l => l.Mode == mode).Sum(l => (long)l.LengthMetres) / 1_000.0;

    private static List<FieldChange> Package(NetworkDataset first, NetworkDataset second)
    {
        FieldChange[] all =
        [
            new("name", first.Name, second.Name), new("version", first.Version, second.Version),
            new("marking", first.Marking.ToString(), second.Marking.ToString()),
        ];
        return [.. all.Where(c => c.From != c.To)];
    }

    private static TableComparison Compare(
        AttributeTable table, DatasetAttributes first, DatasetAttributes second, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, AttributeRow>(StringComparer.Ordinal);
        first.Read(table, row => AddUnderFreeKey(rows, row), cancellation);
        var seen = new Dictionary<string, AttributeRow>(StringComparer.Ordinal);
        var (added, changed) = (new List<string>(), new List<RowChange>());
        second.Read(table, row =>
        {
            var key = AddUnderFreeKey(seen, row);
            if (!rows.TryGetValue(key, out var old)) added.Add(key);
            else if (Changes(old, row) is { Count: > 0 } fields) changed.Add(new RowChange(key, fields));
        }, cancellation);
        return new TableComparison(
            table.Name, table.Group, table.Mode, rows.Count, seen.Count, [.. added.Order(StringComparer.Ordinal)],
            [.. rows.Keys.Where(k => !seen.ContainsKey(k)).Order(StringComparer.Ordinal)],
            [.. changed.OrderBy(c => c.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Corridors may state a row twice; the second is then named as such.</summary>
    private static string AddUnderFreeKey(Dictionary<string, AttributeRow> rows, AttributeRow row)
    {
        var key = row.Key;
        for (var copy = 2; !rows.TryAdd(key, row); copy++) key = $"{row.Key} ({copy})";
        return key;
    }

    private static List<FieldChange> Changes(AttributeRow old, AttributeRow row)
    {
        var changes = new List<FieldChange>();
        for (var i = 0; i < row.Values.Count; i++)
        {
            var (from, to) = (old.Values[i], row.Values[i]);
            if (!AreEqual(from.Text, to.Text)) changes.Add(new FieldChange(to.Column, from.Text, to.Text));
            if (from.Quality != to.Quality || from.Source != to.Source)
                changes.Add(new FieldChange($"{to.Column} provenance", Provenance(from), Provenance(to)));
        }

        return changes;
    }

    private static bool AreEqual(string a, string b)
    {
        if (a == b) return true;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(a, Style, CultureInfo.InvariantCulture, out var numberA)
            && decimal.TryParse(b, Style, CultureInfo.InvariantCulture, out var numberB) && numberA == numberB;
    }

    private static string Provenance(AttributeValue value) =>
        value.Quality is { } quality ? $"{Vocabulary.Qualities[(int)quality]}@{value.Source}" : "";
}
