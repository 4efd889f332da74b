using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;
using Spectre.Console;

namespace MilMobility.Reporting.Text;

/// <summary>
/// The run as a planner reads it in a terminal: what moves and when, what is late or cannot move and why, what the plan costs
/// society, how good it is, and where the numbers come from.
/// </summary>
public sealed class PlanText
{
    private const int LateListed = 12;
    private const int GroupsListed = 8;

    private readonly IAnsiConsole _console;
    private readonly MissionReport _report;
    private readonly Legs _legs;

    private PlanText(IAnsiConsole console, MissionReport report)
    {
        _console = console;
        _report = report;
        _legs = new Legs(report.Map);
    }

    public static void Write(IAnsiConsole console, MissionReport report)
    {
        var text = new PlanText(console, report);
        text.Head();
        text.Quality();
        text.Movements();
        text.Late();
        text.Unmoved();
        text.Civil();
        text.Foot();
    }

    private void Head()
    {
        _console.MarkupLineInterpolated($"[bold]{_report.Scenario.Title}[/]  [dim]{_report.Scenario.Name}[/]");
        _console.MarkupLineInterpolated(
            $"Marking [bold]{_report.Manifest.Marking}[/], corridors notional. Not accredited for classified information.");
        var start = _report.Clock.At(0);
        var end = _report.Clock.At(_report.Plan.HorizonSeconds);
        _console.MarkupLineInterpolated(
            $"{Formats.LocalTime(start)} to {Formats.LocalTime(end)} {end.Year} local, phase {_report.Scenario.Phase}, seed {_report.Plan.Seed}");
        _console.WriteLine();
    }

    private void Quality()
    {
        var plan = _report.Plan;
        var serials = plan.Planned.Count + plan.Unmoved.Count;
        var late = plan.Planned.Count(p => p.LatenessSeconds > 0);
        var vehicles = plan.Planned.Sum(p => p.Serial.VehicleCount);
        var grid = Table(["Plan", ""], 1);
        grid.AddRow("serials moved", $"{plan.Planned.Count} of {serials} ({Formats.Number(vehicles)} vehicles)");
        grid.AddRow("on time", $"{plan.Planned.Count - late}, late {late}");
        if (plan.Planned.Count > 0)
            grid.AddRow("closure (last tail in)", Formats.LocalTime(_report.Clock.At(plan.Planned.Max(p => p.FinishSeconds))));
        grid.AddRow("objective", Formats.Euros(plan.Objective.TotalMicroEuros));
        grid.AddRow("proven bound", $"{Formats.Euros(plan.BoundMicroEuros)} ({plan.BoundMethod})");
        grid.AddRow("gap", Formats.Percent(plan.Gap));
        grid.AddRow(
            "choice among itineraries",
            $"{plan.Pool.Status}: {plan.Pool.Columns} columns, {Formats.Euros(plan.Pool.HintMicroEuros)} -> {Formats.Euros(plan.Pool.ObjectiveMicroEuros)}");
        grid.AddRow(
            "independent check",
            _report.Check.Holds
                ? $"holds ({Formats.Number(_report.Check.RulesChecked.Values.Sum())} tests of {_report.Check.RulesChecked.Count} rules)"
                : $"{_report.Check.Violations.Count} violations");
        _console.Write(grid);
    }

    private void Movements()
    {
        var table = Table(["Movement", "from", "to", "serials", "vehicles", "road/rail/water", "first out", "last in", "due"], 3, 4);
        var byMovement = _report.Plan.Planned.ToLookup(p => p.Serial.Movement, StringComparer.Ordinal);
        foreach (var movement in _report.Scenario.Movements)
        {
            var moved = byMovement[movement.Id].ToList();
            var unmoved = _report.Plan.Unmoved.Count(u => u.Serial.Movement == movement.Id);
            var latest = moved.Count == 0 ? 0 : moved.Max(p => p.FinishSeconds);
            var lastIn = moved.Count == 0 ? "-" : Formats.LocalTime(_report.Clock.At(latest));
            table.AddRow(
                $"{movement.Id} (p{movement.Priority})",
                movement.From,
                Ends(moved, movement.To),
                unmoved == 0 ? $"{moved.Count}" : $"{moved.Count}+{unmoved} unmoved",
                $"{moved.Sum(p => p.Serial.VehicleCount)}",
                string.Join("/", ByMode(moved)),
                moved.Count == 0 ? "-" : Formats.LocalTime(_report.Clock.At(moved.Min(FirstOut))),
                latest > movement.DueSeconds ? $"[red]{lastIn}[/]" : lastIn,
                Formats.LocalTime(_report.Clock.At(movement.DueSeconds)));
        }

        _console.Write(table);
    }

    private void Late()
    {
        var late = _report.Plan.Planned.Where(p => p.LatenessSeconds > 0)
            .OrderByDescending(p => p.LatenessSeconds).ThenBy(p => p.Serial.Id, StringComparer.Ordinal).ToList();
        if (late.Count == 0) return;
        var table = Table(["Late serial", "unit", "route", "arrives", "late by"], 4);
        foreach (var planned in late.Take(LateListed))
        {
            var route = string.Join(" | ", _legs.Of(planned).Select(leg => leg.Route));
            table.AddRow(
                planned.Serial.Id, Markup.Escape(planned.Serial.Unit), Markup.Escape(Shorten(route, 46)),
                Formats.LocalTime(_report.Clock.At(planned.FinishSeconds)), Formats.Duration(planned.LatenessSeconds));
        }

        _console.Write(table);
        if (late.Count > LateListed) _console.MarkupLineInterpolated($"[dim]... and {late.Count - LateListed} more in plan.json[/]");
    }

    private void Unmoved()
    {
        if (_report.Plan.Unmoved.Count == 0) return;
        var table = Table(["Unmoved serial", "vehicles", "reason", "detail", "what would help"], 1);
        foreach (var unmoved in _report.Plan.Unmoved)
        {
            table.AddRow(
                unmoved.Serial.Id, $"{unmoved.Serial.VehicleCount}", unmoved.Reason.ToString(), Markup.Escape(unmoved.Detail),
                Markup.Escape(string.Join("; ", unmoved.Alternatives)));
        }

        _console.Write(table);
    }

    private void Civil()
    {
        var impact = _report.Impact;
        var totals = impact.Totals;
        var table = Table(["Civil impact", "displaced", "delay", "volume kept", "link-hours untouched", "price"], 1, 2, 3, 4, 5);
        Row("road", $"{Formats.Number(totals.RoadDisplacedPcu)} pcu", $"{Formats.Number(totals.RoadDelayHours, 1)} vehicle-h", TransportMode.Road);
        Row("rail", $"{Formats.Number(totals.RailDisplacedPaths)} paths", $"{Formats.Number(totals.RailDelayHours, 1)} train-h", TransportMode.Rail);
        Row("water", $"{Formats.Number(totals.WaterDisplacedLockages)} lockages", $"{Formats.Number(totals.WaterDelayHours, 1)} barge-h", TransportMode.Water);
        table.AddRow("[bold]all[/]", "", "", "", "", $"[bold]{Formats.Euros(totals.CostMicroEuros)}[/]");
        _console.Write(table);
        Groups("Manager", impact.ByManager);
        Groups("Rail displacement", impact.RailByCategory);

        void Row(string name, string displaced, string delay, TransportMode mode)
        {
            var kept = impact.Kept.First(k => k.Mode == mode);
            var cost = impact.ByMode.FirstOrDefault(g => g.Key == mode.ToString())?.CostMicroEuros ?? 0;
            table.AddRow(
                name, displaced, delay, Formats.Percent(kept.VolumeKept, 2), Formats.Percent(kept.DurationKept, 2), Formats.Euros(cost));
        }
    }

    private void Groups(string heading, IReadOnlyList<CivilGroup> groups)
    {
        var shown = groups.Where(g => g.CostMicroEuros > 0)
            .OrderByDescending(g => g.CostMicroEuros).ThenBy(g => g.Key, StringComparer.Ordinal).Take(GroupsListed).ToList();
        if (shown.Count == 0) return;
        var table = Table([heading, "displaced", "delay hours", "price"], 1, 2, 3);
        foreach (var group in shown)
        {
            table.AddRow(
                Markup.Escape(group.Key), Formats.Number(group.Displaced, 1), Formats.Number(group.DelayHours, 1),
                Formats.Euros(group.CostMicroEuros));
        }

        _console.Write(table);
    }

    private void Foot()
    {
        var shares = string.Join(", ", _report.Manifest.QualityShares.Select(q => $"{q.Key} {Formats.Percent(q.Value, 0)}"));
        _console.MarkupLineInterpolated($"[dim]Network {_report.Manifest.NetworkName} {_report.Manifest.NetworkVersion}; attribute values: {shares}.[/]");
        var civil = string.Join(", ", _report.Impact.QualityShares.Select(q => $"{q.Key} {Formats.Percent(q.Value, 0)}"));
        _console.MarkupLineInterpolated($"[dim]Civil volumes: {civil}. Prices: values-of-time.csv of the dataset, each with source and date.[/]");
        var stages = string.Join(", ", _report.Manifest.StageSeconds.Select(s => $"{s.Key} {s.Value:F1} s"));
        _console.MarkupLineInterpolated(
            $"[dim]{stages}; peak memory {_report.Manifest.PeakMemoryBytes / 1048576} MB.{(_report.Manifest.Reproducible ? "" : " Ended by the clock or by cancel: a second run may differ.")}[/]");
    }

    private static int FirstOut(PlannedSerial planned) =>
        planned.Steps.FirstOrDefault(s => s is not HoldStep)?.StartSeconds ?? planned.Serial.ReadySeconds;

    private string Ends(List<PlannedSerial> moved, IReadOnlyList<string> wanted)
    {
        var ends = moved.Select(p => p.Steps.OfType<MoveStep>().LastOrDefault()?.To).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(_legs.NameOf).Order(StringComparer.Ordinal).ToList();
        return Markup.Escape(Shorten(ends.Count == 0 ? string.Join(", ", wanted) : string.Join(", ", ends), 40));
    }

    private static IEnumerable<int> ByMode(List<PlannedSerial> moved)
    {
        foreach (var mode in new[] { TransportMode.Road, TransportMode.Rail, TransportMode.Water })
            yield return moved.Count(p => p.Steps.OfType<MoveStep>().Any(m => m.Mode == mode));
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : $"{text[..(length - 3)]}...";

    private static Table Table(string[] headings, params int[] right)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        for (var i = 0; i < headings.Length; i++)
        {
            var column = new TableColumn(i == 0 ? $"[bold]{headings[i]}[/]" : headings[i]) { NoWrap = i < headings.Length - 1 };
            table.AddColumn(right.Contains(i) ? column.RightAligned() : column);
        }

        return table;
    }
}
