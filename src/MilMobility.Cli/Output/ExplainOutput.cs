using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Pipeline;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>Explanations for people, in 100 columns.</summary>
public static class ExplainOutput
{
    private const int BottlenecksListed = 15;
    private const int SerialsListed = 15;

    private static IAnsiConsole Out => Terminal.Narrow;

    /// <summary>One serial.</summary>
    public static void Write(SerialExplained explained)
    {
        var (e, serial, clock) = (explained.Explanation, explained.Serial, explained.Clock);
        Out.MarkupLineInterpolated($"[bold]{serial.Id}[/]  {serial.Unit}, {serial.VehicleCount} vehicles, priority {serial.Priority}");
        Out.MarkupLineInterpolated(
            $"Marking [bold]{Formats.Marking(explained.Marking)}[/]; names assets, so for planners only.");
        var due = $"{Local(clock, serial.DueSeconds)}{(serial.HardDue ? " (hard)" : "")}";
        Out.WriteLine($"Ready {Local(clock, serial.ReadySeconds)}, due {due}");
        Out.WriteLine();
        Wrapped(e.Why.Text);
        Out.WriteLine();
        Costs(e, clock);
        Binds(e);
        Alternatives(e, clock);
        foreach (var sentence in explained.Method) Wrapped(sentence.Text, "[dim]", "[/]");
    }

    /// <summary>A run: its bottlenecks, and the serials that pay most.</summary>
    public static void Write(MissionReport report)
    {
        var all = report.Explanations;
        Out.MarkupLineInterpolated($"[bold]{report.Scenario.Title}[/]");
        Out.MarkupLineInterpolated(
            $"Marking [bold]{Formats.Marking(report.Manifest.Marking)}[/]; ranks assets, so for planners only.");
        Out.WriteLine();
        Out.MarkupLine("[bold]What one place more would be worth, there and then[/]");
        var table = Table("worth", "kind", "where", "hour from", "for");
        foreach (var b in all.Bottlenecks.Take(BottlenecksListed))
        {
            table.AddRow(
                Formats.Euros(b.WorthMicroEuros), b.Kind, Markup.Escape(b.Name.Text), Local(report.Clock, b.Hour * 3600),
                Markup.Escape(b.Serials.Count > 2 ? $"{b.Serials[0]} and {b.Serials.Count - 1} more" : string.Join(", ", b.Serials)));
        }

        if (all.Bottlenecks.Count == 0) Out.WriteLine("None: no serial would gain from more room anywhere.");
        else Out.Write(table);
        More(all.Bottlenecks.Count - BottlenecksListed);
        Out.MarkupLine("[bold]What sharing the network costs the serials that pay most[/]");
        var paying = all.Serials.Where(e => e.SharingMicroEuros > 0).OrderByDescending(e => e.SharingMicroEuros).ToList();
        var serials = Table("serial", "pays", "what binds first");
        foreach (var e in paying.Take(SerialsListed))
        {
            serials.AddRow(
                Markup.Escape(e.Serial), Formats.Euros(e.SharingMicroEuros!.Value),
                Markup.Escape(e.Binds.Count > 0 ? e.Binds[0].Words.Text : "where it would have to wait"));
        }

        Out.Write(serials);
        More(paying.Count - SerialsListed);
        foreach (var sentence in all.Method) Wrapped(sentence.Text, "[dim]", "[/]");
    }

    private static void Costs(SerialExplanation e, LocalClock clock)
    {
        var table = Table("", "in by", "time", "lateness", "operating", "civil", "total");
        Row("in the plan", e.Journey, e.Own);
        if (e.IndependentCost is { } alone) Row("if alone", e.Independent, alone);
        Out.Write(table);

        void Row(string name, JourneyOutline? journey, CostTerms cost) => table.AddRow(
            name, journey is null ? "stays" : Local(clock, journey.FinishSeconds), Formats.Euros(cost.Time),
            Formats.Euros(cost.Lateness), Formats.Euros(cost.Operating), Formats.Euros(cost.Civil),
            Formats.Euros(cost.TotalMicroEuros));
    }

    private static void Binds(SerialExplanation e)
    {
        if (e.Binds.Count == 0) return;
        Out.MarkupLine("[bold]What keeps it from its journey alone[/]");
        var table = Table("room would save", "where and by whom");
        foreach (var bind in e.Binds)
            table.AddRow(bind.WorthMicroEuros is { } worth ? Formats.Euros(worth) : "-", Markup.Escape(bind.Words.Text));
        Out.Write(table);
    }

    private static void Alternatives(SerialExplanation e, LocalClock clock)
    {
        Out.MarkupLine("[bold]What else it could do in the plan as it stands[/]");
        var table = Table("change", "in by", "time", "late", "operating", "civil", "costs");
        foreach (var other in e.Alternatives)
        {
            if (other is not { Journey: { } journey, Delta: { } d })
            {
                table.AddRow(Markup.Escape(other.Change.Text), "-", "", "", "", "", "");
                continue;
            }

            table.AddRow(
                Markup.Escape($"{other.Change}: {journey.Route}"), Local(clock, journey.FinishSeconds), Signed(d.Time),
                Signed(d.Lateness), Signed(d.Operating), Signed(d.Civil), Signed(d.TotalMicroEuros));
        }

        Out.Write(table);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(new TableColumn(column));
        return table;
    }

    private static void Wrapped(string text, string open = "", string close = "") =>
        Out.MarkupLine($"{open}{Markup.Escape(text)}{close}");

    private static void More(int count)
    {
        if (count > 0) Out.WriteLine($"... and {count} more; --json lists all.");
    }

    /// <summary>Euros with a sign; the table's heading says of what.</summary>
    private static string Signed(long microEuros)
    {
        var euros = Formats.Number(Math.Abs(microEuros) / 1_000_000.0);
        return euros == "0" ? "0" : microEuros > 0 ? $"+{euros}" : $"-{euros}";
    }

    private static string Local(LocalClock clock, int seconds) => Formats.LocalTime(clock.At(seconds));
}
