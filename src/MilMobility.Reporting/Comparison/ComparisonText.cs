using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Reporting.Comparison;

/// <summary>A comparison as a planner reads it in a terminal of 100 columns: what moved, what it saved, what it cost.</summary>
public static class ComparisonText
{
    private const int InputsListed = 8;
    private const int PartsListed = 12;
    private const int SerialsListed = 20;

    public static void Write(IAnsiConsole console, RunComparison c)
    {
        console.MarkupLineInterpolated($"[bold]{c.First.Label}[/]  ->  [bold]{c.Second.Label}[/]");
        console.MarkupLineInterpolated($"Marking [bold]{Formats.Marking(c.Marking)}[/]. Changes are the second run less the first.");
        foreach (var notice in c.Notices) console.MarkupLineInterpolated($"[yellow]NOTE[/] {notice}");
        Inputs(console, c);
        console.WriteLine();
        Figures(console, "What moved", c.Movement);
        Serials(console, c);
        Money(console, "What it cost: the objective", c.Objective.Select(m => (m.Name.Text, m)));
        Figures(console, "What it does to civil traffic", c.Civil);
        Parts(console, c);
        var prices = c.Prices.Where(g => g.Money.Change != 0).Select(g => ($"{g.Dimension} {g.Money.Name}", g.Money));
        Money(console, "Civil prices paid by the plans", prices);
        Euros(console, c);
    }

    private static void Inputs(IAnsiConsole console, RunComparison c)
    {
        if (c.SameInput) console.WriteLine("Same inputs, seed and program.");
        else if (c.Settings.Count + c.Inputs.Count == 0)
            console.WriteLine("Same files and settings, with limits or weights given otherwise.");
        foreach (var s in c.Settings) console.MarkupLineInterpolated($"  {s.Name}: {Named(s.First)} -> {Named(s.Second)}");
        foreach (var i in c.Inputs.Take(InputsListed))
            console.MarkupLineInterpolated($"  input {i.Name}: {Named(i.First)} -> {Named(i.Second)}");
        More(console, c.Inputs.Count - InputsListed, "inputs");
    }

    private static void Figures(IAnsiConsole console, string title, IReadOnlyList<ComparedFigure> figures)
    {
        if (figures.Count == 0) return;
        var table = Table("", "unit", "first", "second", "change");
        foreach (var f in figures)
        {
            table.AddRow(
                Markup.Escape(f.Name.Text), Markup.Escape(f.Unit.Text), ComparisonWords.Number(f.First).English,
                    ComparisonWords.Number(f.Second).English,
                Coloured(ComparisonWords.Signed(f.Change).English, f.Change, f.LessIsBetter));
        }

        Put(console, title, table);
    }

    private static void Money(IAnsiConsole console, string title, IEnumerable<(string Name, ComparedMoney Money)> rows)
    {
        var table = Table("", "first", "second", "change");
        foreach (var (name, money) in rows)
        {
            table.AddRow(
                Markup.Escape(name), Formats.Euros(money.First), Formats.Euros(money.Second),
                Coloured(ComparisonWords.Euros(money.Change).English, money.Change,
                    lessIsBetter: money.Name.Id != ComparisonWords.Bound ? true : null));
        }

        if (table.Rows.Count > 0) Put(console, title, table);
    }

    private static void Parts(IAnsiConsole console, RunComparison c)
    {
        var changed = c.Parts.Where(p => p.Figure.Change != 0)
            .OrderBy(p => p.Figure.Id, StringComparer.Ordinal).ThenByDescending(p => Math.Abs(p.Figure.Change!.Value)).ToList();
        if (changed.Count == 0) return;
        var table = Table("part", "figure", "first", "second", "change");
        foreach (var (dimension, key, f) in changed.Take(PartsListed))
        {
            table.AddRow(
                Markup.Escape($"{dimension} {key}"), Markup.Escape($"{f.Name}, {f.Unit}"), ComparisonWords.Number(f.First).English,
                ComparisonWords.Number(f.Second).English, Coloured(ComparisonWords.Signed(f.Change).English, f.Change, f.LessIsBetter));
        }

        Put(console, "By manager and region", table);
        More(console, changed.Count - PartsListed, "parts");
    }

    private static void Euros(IAnsiConsole console, RunComparison c)
    {
        if (c.Euros.Count == 0) return;
        var table = Table("", "first", "second", "change", "low to high");
        foreach (var e in c.Euros)
        {
            table.AddRow(
                Markup.Escape(e.Name.Text), Formats.Euros(e.First.Central), Formats.Euros(e.Second.Central),
                Coloured(ComparisonWords.Euros(e.Change.Central).English, e.Change.Central, lessIsBetter: true),
                $"{ComparisonWords.Euros(e.Change.Low).English} to {ComparisonWords.Euros(e.Change.High).English}");
        }

        Put(console, "Civil impact in euros", table);
    }

    private static void Serials(IAnsiConsole console, RunComparison c)
    {
        if (c.Serials.Count == 0)
        {
            console.WriteLine("Every serial goes the same way at the same time.");
            console.WriteLine();
            return;
        }

        console.WriteLine($"Serials that change: {ComparisonWords.Counted(c).English}.");
        var table = Table("serial", "what", "first", "second", "in later by", "own cost");
        foreach (var s in ComparisonWords.MostChanged(c).Take(SerialsListed))
        {
            table.AddRow(
                Markup.Escape(s.Serial), string.Join(", ", s.What), Markup.Escape(Way(s.First)), Markup.Escape(Way(s.Second)),
                s.LaterSeconds is { } later ? ComparisonWords.Duration(later).English : "",
                s.CostMicroEuros is { } cost ? ComparisonWords.Euros(cost).English : "");
        }

        console.Write(table);
        More(console, c.Serials.Count - SerialsListed, "serials");
    }

    private static string Way(ComparedJourney? journey) =>
        journey is null ? "stays" : $"{journey.Modes}, in {Formats.LocalTime(journey.Finish)}";

    /// <summary>Colour says better or worse; the sign says it too, for who sees no colour.</summary>
    private static string Coloured(string text, double? change, bool? lessIsBetter)
    {
        if (lessIsBetter is not { } less || change is null or 0) return text;
        return change < 0 == less ? $"[green]{text}[/]" : $"[red]{text}[/]";
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(columns[i]);
            if (columns[i] is "first" or "second" or "change" or "in later by" or "own cost" or "low to high") column.RightAligned();
            table.AddColumn(column);
        }

        return table;
    }

    private static void Put(IAnsiConsole console, string title, Table table)
    {
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        console.Write(table);
    }

    private static void More(IAnsiConsole console, int count, string what)
    {
        if (count > 0) console.WriteLine($"... and {count} more {what}; --json lists all.");
    }

    private static string Named(Sentence text) => text.Text.Length == 0 ? "none" : text.Text;
}
