using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Totals;
using Spectre.Console;

namespace MilMobility.Reporting.Text;

/// <summary>A civil report in a terminal: for each manager what passes, when and by which way, and what it does to its traffic.</summary>
internal sealed class CivilText
{
    private const int PassagesListed = 25;

    private readonly IAnsiConsole _console;
    private readonly MissionReport _report;
    private readonly Legs _legs;

    private CivilText(IAnsiConsole console, MissionReport report)
    {
        _console = console;
        _report = report;
        _legs = new Legs(report.Map);
    }

    public static void Write(IAnsiConsole console, MissionReport report)
    {
        var text = new CivilText(console, report);
        text.Head();
        foreach (var manager in report.Plan.Planned.GroupBy(p => p.Serial.Movement, StringComparer.Ordinal)) text.Manager(manager);
        if (report.Plan.Planned.Count == 0) console.WriteLine("Nothing passes here.");
        if (ReportTables.Figures(RunTotals.Of(report)) is { } figures) console.Write(figures);
        text.Groups();
        console.MarkupLine("[dim]Sizes and masses are raised to the step in which a manager decides; --format passages has every link.[/]");
        ReportTables.Marking(console, report.Manifest.Marking);
    }

    private void Head()
    {
        _console.MarkupLineInterpolated($"[bold]{_report.Scenario.Title}[/]  [dim]{_report.Scenario.Name}[/]");
        ReportTables.Marking(_console, _report.Manifest.Marking);
        var (start, end) = (_report.Clock.At(0), _report.Clock.At(_report.Plan.HorizonSeconds));
        _console.MarkupLineInterpolated(
            $"{Formats.LocalTime(start)} to {Formats.LocalTime(end)} {end.Year} local, phase {Formats.Words(_report.Scenario.Phase)}");
        _console.WriteLine();
    }

    private void Manager(IGrouping<string, PlannedSerial> manager)
    {
        var table = ReportTables.Plain(["Passage", "mode", "in", "out", "goods", "way"]);
        table.Title = new TableTitle(Markup.Escape($"{manager.Key}: {manager.Count()} passages"));
        foreach (var passage in manager.Take(PassagesListed))
        {
            var legs = _legs.Of(passage).ToList();
            table.AddRow(
                passage.Serial.Id, legs.Count == 0 ? "" : Formats.Words(legs[0].Mode),
                Formats.LocalTime(_report.Clock.At(passage.Serial.ReadySeconds)),
                Formats.LocalTime(_report.Clock.At(passage.FinishSeconds)), Markup.Escape(passage.Serial.DangerousGoods),
                Markup.Escape(Way(passage, legs)));
        }

        _console.Write(table);
        if (manager.Count() > PassagesListed)
            _console.MarkupLineInterpolated($"[dim]... and {manager.Count() - PassagesListed} more; --format passages lists all[/]");
    }

    private string Way(PlannedSerial passage, List<Leg> legs)
    {
        if (legs.Count > 0) return string.Join(" | ", legs.Select(l => $"{l.Points[0].Name} - {l.Route} - {l.Points[^1].Name}"));
        var what = passage.Steps.Any(s => s is TransferStep) ? "transfer at" : "halt at";
        return $"{what} {_legs.NameOf(passage.Serial.Origins[0])}";
    }

    private void Groups()
    {
        var groups = _report.Impact.ByManager.Where(g => g.Displaced > 0 || g.CostMicroEuros > 0)
            .OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (groups.Count == 0) return;
        var table = ReportTables.Plain(["Manager, estimate by price bands", "displaced", "delay hours", "price"], 1, 2, 3);
        foreach (var g in groups)
        {
            table.AddRow(
                Markup.Escape(g.Key), Formats.Number(g.Displaced, 1), Formats.Number(g.DelayHours, 1), Formats.Euros(g.CostMicroEuros));
        }

        _console.Write(table);
    }
}
