using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Totals;
using Spectre.Console;

namespace MilMobility.Reporting.Text;

/// <summary>
/// The run as a planner reads it in a terminal: what moves and when, what is late or cannot move and why, what the plan costs
/// society, how good it is, and where the numbers come from.
/// </summary>
public sealed class PlanText
{
    private const int LateListed = 12;
    private const int UnmovedListed = 20;
    private const int GroupsListed = 8;
    /// <summary>Columns of the terminal from which the movements' table has room for all its columns.</summary>
    private const int FullWidth = 140;

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
        if (report.Audience != Audience.Planner)
        {
            CivilText.Write(console, report);
            return;
        }

        var text = new PlanText(console, report);
        text.Head();
        text.Quality();
        text.Corridors();
        text.Movements();
        text.Late();
        text.Unmoved();
        text.Civil();
        text.Foot();
    }

    private void Head()
    {
        _console.MarkupLineInterpolated($"[bold]{_report.Scenario.Title}[/]  [dim]{_report.Scenario.Name}[/]");
        var corridors = Formats.Corridors(_report.Scenario);
        _console.MarkupLineInterpolated(
            $"Marking [bold]{Formats.Marking(_report.Manifest.Marking)}[/], {corridors}. Not accredited for classified data.");
        foreach (var patch in _report.Manifest.PatchFiles)
            _console.MarkupLineInterpolated($"With patches: {patch.Name} [dim]{patch.Path}[/]");
        foreach (var overlay in _report.Manifest.Overlays)
            _console.MarkupLineInterpolated($"With overlay: {overlay.Name}, {Formats.Marking(overlay.Marking)} [dim]{overlay.Path}[/]");
        var start = _report.Clock.At(0);
        var end = _report.Clock.At(_report.Plan.HorizonSeconds);
        var period = $"{Formats.LocalTime(start)} to {Formats.LocalTime(end)} {end.Year} local (Europe/Amsterdam)";
        _console.MarkupLineInterpolated($"{period}, phase {Formats.Words(_report.Scenario.Phase)}, seed {_report.Plan.Seed}");
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
        if (plan.Unmoved.Count > 0) grid.AddRow("[red]unmoved[/]", $"[red]{Formats.Reasons(plan.Unmoved)}[/]");
        if (plan.Planned.Count > 0)
            grid.AddRow("closure (last tail in)", Formats.LocalTime(_report.Clock.At(plan.Planned.Max(p => p.FinishSeconds))));
        grid.AddRow("objective", Formats.Euros(plan.Objective.TotalMicroEuros));
        if (plan.Terms.Count == 0)
        {
            grid.AddRow("proven bound", $"{Formats.Euros(plan.BoundMicroEuros)} ({plan.BoundMethod})");
            grid.AddRow("gap", Formats.Percent(plan.Gap));
        }

        // In order, the sum of the terms is not what was minimised: each term has its own bound instead.
        foreach (var term in plan.Terms)
        {
            var bound = term.BoundMicroEuros == term.ValueMicroEuros ? "proved" : $"its own bound {Formats.Euros(term.BoundMicroEuros)}";
            grid.AddRow($"in order: {term.Term}", $"{Formats.Euros(term.ValueMicroEuros)}, {bound}");
        }

        var civil = Formats.Euros(_report.Impact.Totals.CostMicroEuros);
        grid.AddRow("civil price", $"{civil} (volumes {Formats.Shares(_report.Impact.QualityShares)})");
        if (_report.Impact.Assessment.Valuation is { Total: var euros })
        {
            grid.AddRow(
                "civil impact", $"{Formats.Euros(euros.Low)} (low), {Formats.Euros(euros.Central)}, {Formats.Euros(euros.High)} (high)");
        }

        grid.AddRow("choice among itineraries", Choice(plan));
        grid.AddRow(
            "independent check",
            _report.Check.Holds
                ? $"holds ({Formats.Number(_report.Check.RulesChecked.Values.Sum())} tests of {_report.Check.RulesChecked.Count} rules)"
                : $"{_report.Check.Violations.Count} violations");
        _console.Write(grid);
    }

    private static string Choice(MovementPlan plan)
    {
        if (plan.Pool.Columns == 0) return plan.Pool.Status;
        var text = $"{plan.Pool.Status}: {plan.Pool.Columns} columns";
        return plan.Terms.Count > 0 ? text
            : $"{text}, {Formats.Euros(plan.Pool.HintMicroEuros)} -> {Formats.Euros(plan.Pool.ObjectiveMicroEuros)}";
    }

    private void Corridors()
    {
        var table = Table(["Corridor", "serials", "vehicles", "road/rail/water", "late", "last tail in"], 1, 2, 4);
        foreach (var load in CorridorLoad.Of(_report))
        {
            table.AddRow(
                Markup.Escape($"{load.Id} {load.Name}".Trim()), Count(load.Serials, load.Unmoved), Formats.Number(load.Vehicles),
                $"{load.Road}/{load.Rail}/{load.Water}", Bad(load.Late),
                load.LastInSeconds is { } last ? Formats.LocalTime(_report.Clock.At(last)) : "-");
        }

        _console.Write(table);
    }

    /// <summary>A wide terminal gets every column; a narrow one the most needed, with a line that says which are left out.</summary>
    private void Movements()
    {
        var full = _console.Profile.Width >= FullWidth;
        var table = full
            ? Table(["Movement", "from", "to", "serials", "vehicles", "road/rail/water", "first out", "last in", "due"], 3, 4)
            : Table(["Movement", "from - to", "serials", "last in", "due"], 2);
        table.Columns[2].NoWrap = !full;
        table.Columns[1].NoWrap = false;
        foreach (var column in table.Columns.Skip(3)) column.NoWrap = true;
        var byMovement = _report.Plan.Planned.ToLookup(p => p.Serial.Movement, StringComparer.Ordinal);
        var unmoved = _report.Plan.Unmoved.ToLookup(u => u.Serial.Movement, StringComparer.Ordinal);
        foreach (var movement in _report.Scenario.Movements)
        {
            var moved = byMovement[movement.Id].ToList();
            var name = Markup.Escape($"{movement.Id} (p{movement.Priority})");
            var count = Count(moved.Count, unmoved[movement.Id].Count());
            var lastIn = LastIn(moved, movement.DueSeconds);
            var due = Formats.LocalTime(_report.Clock.At(movement.DueSeconds));
            var ends = Markup.Escape(Ends(moved, movement.To));
            var firstOut = moved.Count == 0 ? "-" : Formats.LocalTime(_report.Clock.At(moved.Min(FirstOut)));
            if (full)
            {
                table.AddRow(
                    name, Markup.Escape(movement.From), ends, count, $"{moved.Sum(p => p.Serial.VehicleCount)}",
                    string.Join("/", ByMode(moved)), firstOut, lastIn, due);
            }
            else
            {
                table.AddRow(name, $"{Markup.Escape(movement.From)} - {ends}", count, lastIn, due);
            }
        }

        _console.Write(table);
        if (full) return;
        _console.MarkupLineInterpolated(
            $"[dim]Vehicles, modes and first departures are shown from {FullWidth} columns on, and in report.html.[/]");
    }

    private void Late()
    {
        var late = _report.Plan.Planned.Where(p => p.LatenessSeconds > 0)
            .OrderByDescending(p => p.LatenessSeconds).ThenBy(p => p.Serial.Id, StringComparer.Ordinal).ToList();
        if (late.Count == 0) return;
        var table = Table(["Late serial", "late by", "arrives", "unit", "route"], 1);
        table.Columns[3].NoWrap = false;
        foreach (var planned in late.Take(LateListed))
        {
            table.AddRow(
                Markup.Escape(planned.Serial.Id), $"[red]{Formats.Duration(planned.LatenessSeconds)}[/]",
                Formats.LocalTime(_report.Clock.At(planned.FinishSeconds)), Markup.Escape(planned.Serial.Unit),
                Markup.Escape(string.Join(" | ", _legs.Of(planned).Select(leg => leg.Route))));
        }

        _console.Write(table);
        if (late.Count > LateListed) _console.MarkupLineInterpolated($"[dim]... and {late.Count - LateListed} more in plan.json[/]");
    }

    /// <summary>Serials of one movement with one reason share a row.</summary>
    private void Unmoved()
    {
        if (_report.Plan.Unmoved.Count == 0) return;
        var table = Table(["Unmoved serials", "vehicles", "reason", "detail", "what would help"], 1);
        table.Columns[0].NoWrap = false;
        table.Columns[3].NoWrap = false;
        var groups = _report.Plan.Unmoved
            .GroupBy(u => (u.Serial.Movement, u.Reason, u.Detail, Help: string.Join("; ", u.Alternatives))).ToList();
        foreach (var group in groups.Take(UnmovedListed))
        {
            table.AddRow(
                Markup.Escape(string.Join(", ", group.Select(u => u.Serial.Id))), $"{group.Sum(u => u.Serial.VehicleCount)}",
                $"[red]{Formats.Words(group.Key.Reason)}[/]", Markup.Escape(group.Key.Detail.Text), Markup.Escape(group.Key.Help));
        }

        _console.Write(table);
        var rest = groups.Skip(UnmovedListed).Sum(g => g.Count());
        if (rest > 0) _console.MarkupLineInterpolated($"[dim]... and {rest} more unmoved serials in plan.json[/]");
    }

    private void Civil()
    {
        var impact = _report.Impact;
        var totals = impact.Totals;
        var table = Table(["Civil", "displaced", "delay", "volume kept", "hours kept", "price"], 1, 2, 3, 4, 5);
        Row(TransportMode.Road, totals.RoadDisplacedPcu, "pcu", totals.RoadDelayHours, "vehicle-h");
        Row(TransportMode.Rail, totals.RailDisplacedPaths, "paths", totals.RailDelayHours, "train-h");
        Row(TransportMode.Water, totals.WaterDisplacedLockages, "lockages", totals.WaterDelayHours, "barge-h");
        table.AddRow("[bold]all[/]", "", "", "", "", $"[bold]{Formats.Euros(totals.CostMicroEuros)}[/]");
        _console.Write(table);
        if (ReportTables.Figures(RunTotals.Of(_report)) is { } figures) _console.Write(figures);
        Groups("Manager", impact.ByManager);
        Groups("Rail displacement", impact.RailByCategory);

        void Row(TransportMode mode, double displaced, string unit, double delay, string delayUnit)
        {
            var kept = impact.Kept.First(k => k.Mode == mode);
            var cost = impact.ByMode.FirstOrDefault(g => g.Key == mode.ToString())?.CostMicroEuros ?? 0;
            table.AddRow(
                Formats.Words(mode), $"{Formats.Number(displaced)} {unit}", $"{Formats.Number(delay, 1)} {delayUnit}",
                Formats.Percent(kept.VolumeKept, 2), Formats.Percent(kept.DurationKept, 2), Formats.Euros(cost));
        }
    }

    private void Groups(string heading, IReadOnlyList<CivilGroup> groups)
    {
        var shown = groups.Where(g => g.CostMicroEuros > 0)
            .OrderByDescending(g => g.CostMicroEuros).ThenBy(g => g.Key, StringComparer.Ordinal).Take(GroupsListed).ToList();
        if (shown.Count == 0) return;
        var rest = groups.Count(g => g.CostMicroEuros > 0) - shown.Count;
        var table = Table([heading, "displaced", "delay hours", "price"], 1, 2, 3);
        foreach (var group in shown)
        {
            table.AddRow(
                Markup.Escape(group.Key), Formats.Number(group.Displaced, 1), Formats.Number(group.DelayHours, 1),
                Formats.Euros(group.CostMicroEuros));
        }

        if (rest > 0) table.AddRow($"[dim]... and {rest} more[/]", "", "", "");
        _console.Write(table);
    }

    private void Foot()
    {
        var shares = Formats.Shares(_report.Manifest.QualityShares);
        _console.MarkupLineInterpolated(
            $"[dim]Network {_report.Manifest.NetworkName} {_report.Manifest.NetworkVersion}; attribute values: {shares}.[/]");
        var civil = Formats.Shares(_report.Impact.QualityShares);
        _console.MarkupLineInterpolated(
            $"[dim]Civil volumes: {civil}. Prices: values-of-time.csv of the dataset, each with source and date.[/]");
        var stages = string.Join(", ", _report.Manifest.StageSeconds.Select(s => $"{s.Key} {s.Value:F1} s"));
        _console.MarkupLineInterpolated($"[dim]{stages}; peak memory {_report.Manifest.PeakMemoryBytes / 1048576} MB.[/]");
        if (!_report.Manifest.Reproducible)
            _console.MarkupLine("Planning was ended by the clock or by cancel: a second run may differ.");
        ReportTables.Marking(_console, _report.Manifest.Marking);
    }

    private static int FirstOut(PlannedSerial planned) =>
        planned.Steps.FirstOrDefault(s => s is not HoldStep)?.StartSeconds ?? planned.Serial.ReadySeconds;

    private string LastIn(List<PlannedSerial> moved, int dueSeconds)
    {
        if (moved.Count == 0) return "-";
        var latest = moved.Max(p => p.FinishSeconds);
        var text = Formats.LocalTime(_report.Clock.At(latest));
        return latest > dueSeconds ? $"[red]{text}[/]" : text;
    }

    private static string Count(int moved, int unmoved) => unmoved == 0 ? $"{moved}" : $"{moved} [red]+{unmoved} unmoved[/]";

    private static string Bad(int count) => count > 0 ? $"[red]{count}[/]" : "0";

    private string Ends(List<PlannedSerial> moved, IReadOnlyList<string> wanted)
    {
        var ends = moved.Select(p => p.Steps.OfType<MoveStep>().LastOrDefault()?.To).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(_legs.NameOf).Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", ends.Count == 0 ? wanted : ends);
    }

    private static IEnumerable<int> ByMode(List<PlannedSerial> moved)
    {
        foreach (var mode in new[] { TransportMode.Road, TransportMode.Rail, TransportMode.Water })
            yield return moved.Count(p => p.Steps.OfType<MoveStep>().Any(m => m.Mode == mode));
    }

    private static Table Table(string[] headings, params int[] right) => ReportTables.Plain(headings, right);
}
