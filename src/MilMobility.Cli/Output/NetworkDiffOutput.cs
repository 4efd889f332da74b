using MilMobility.Exchange.Comparison;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>The differences of two datasets, as people read them.</summary>
internal static class NetworkDiffOutput
{
    /// <summary>Rows listed per table and kind of difference; `--json` has all.</summary>
    private const int ListedMax = 20;

    public static void Write(NetworkComparison comparison)
    {
        foreach (var (label, name) in new[] { ("first ", comparison.First), ("second", comparison.Second) })
            Console.Out.WriteLine($"{label} {name.Folder}: {name.Name} {name.Version}, {Formats.Marking(name.Marking)}");
        foreach (var change in comparison.Package) Console.Out.WriteLine($"{change.Field}: '{change.From}' -> '{change.To}'");
        WriteLengths(comparison.Lengths);
        WriteTables(comparison);
        foreach (var table in comparison.Tables.Where(t => !t.Equal)) WriteRows(table);
        Console.Out.WriteLine(comparison.Equal ? "The datasets are equal." : "The datasets differ.");
    }

    public static void Write(PlaceComparison comparison)
    {
        foreach (var (label, name) in new[] { ("first ", comparison.First), ("second", comparison.Second) })
            Console.Out.WriteLine($"{label} {name.Folder}: {name.Name} {name.Version}, {Formats.Marking(name.Marking)}");
        WriteLengths(comparison.Lengths);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("mode");
        string[] headings =
        [
            "nodes first", "matched", "mean m apart", "links compared", "without path", "km first", "km second", "median ratio",
            "within 10 %",
        ];
        foreach (var heading in headings) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var mode in comparison.Modes)
        {
            table.AddRow(
                Formats.Words(mode.Mode), Formats.Number(mode.FirstNodes), Formats.Number(mode.Matched),
                Formats.Number(mode.MeanDistanceMetres), Formats.Number(mode.LinksCompared), Formats.Number(mode.LinksWithoutPath),
                Formats.Number(mode.FirstKm), Formats.Number(mode.SecondKm), Formats.Number(mode.MedianRatio, 3),
                Formats.Percent(mode.WithinTenPercent, 0));
        }

        Terminal.Out.Write(table);
        if (comparison.Links.Count > 0) Console.Out.WriteLine("Links that differ most, m in the first and as a path in the second:");
        foreach (var link in comparison.Links.Take(ListedMax))
            Console.Out.WriteLine($"  {link.Link}: {link.FirstMetres} -> {(link.SecondMetres is { } metres ? $"{metres}" : "no path")}");
        Console.Out.WriteLine(
            $"{comparison.Nodes.Count} nodes have a counterpart within {comparison.WithinMetres} m, "
            + $"{comparison.WithoutCounterpart.Count} have none.");
    }

    private static void WriteLengths(IReadOnlyList<ModeLengths> lengths)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("mode");
        foreach (var heading in new[] { "nodes first", "nodes second", "links first", "links second", "km first", "km second", "km more" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var mode in lengths)
        {
            table.AddRow(
                Formats.Words(mode.Mode), Formats.Number(mode.FirstNodes), Formats.Number(mode.SecondNodes),
                Formats.Number(mode.FirstLinks), Formats.Number(mode.SecondLinks), Formats.Number(mode.FirstKm),
                Formats.Number(mode.SecondKm), Formats.Number(mode.DifferenceKm));
        }

        Terminal.Out.Write(table);
    }

    private static void WriteTables(NetworkComparison comparison)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("table");
        foreach (var heading in new[] { "rows first", "rows second", "added", "removed", "changed" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var entry in comparison.Tables)
        {
            table.AddRow(
                entry.Table, Formats.Number(entry.FirstRows), Formats.Number(entry.SecondRows), Formats.Number(entry.Added.Count),
                Formats.Number(entry.Removed.Count), Formats.Number(entry.Changed.Count));
        }

        Terminal.Out.Write(table);
    }

    private static void WriteRows(TableComparison table)
    {
        List("added", table.Added, key => $"+ {key}");
        List("removed", table.Removed, key => $"- {key}");
        List("changed", table.Changed, row =>
            $"~ {row.Key}: {string.Join("; ", row.Fields.Select(f => $"{f.Field} '{f.From}' -> '{f.To}'"))}");

        void List<T>(string what, IReadOnlyList<T> rows, Func<T, string> text)
        {
            if (rows.Count == 0) return;
            Console.Out.WriteLine($"{table.Table}, {what}:");
            foreach (var row in rows.Take(ListedMax)) Console.Out.WriteLine($"  {text(row)}");
            if (rows.Count > ListedMax) Console.Out.WriteLine($"  ... and {rows.Count - ListedMax} more; --json lists all");
        }
    }
}
