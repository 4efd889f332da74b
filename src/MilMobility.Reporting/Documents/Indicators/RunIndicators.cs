using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Documents.Indicators;

/// <summary>
/// The indicators of a run: sums over the whole country and by mode, rounded, with nothing that names a place or a unit. Groups of
/// fewer than <see cref="SerialsMin"/> serials are not told. Pure; O(steps + figures).
/// </summary>
public static class RunIndicators
{
    /// <summary>Smallest group of serials about which a figure is given.</summary>
    public const int SerialsMin = 5;

    private const double MicroEurosPerMillion = 1e12;

    /// <summary>Civil metrics that are indicators, with the rounding that goes with their size; ids are those of the metrics.</summary>
    private static readonly (string Id, string Metric, string Name, string Unit, double RoundedTo)[] s_civil =
    [
        ("C1", "road.vehicle-hours-lost", "Vehicle-hours lost on roads", "vehicle-h", 10),
        ("C2", "rail.train-minutes-lost", "Train-minutes lost", "train-min", 10),
        ("C3", "rail.passenger-minutes-lost", "Passenger-minutes lost on trains", "passenger-min", 1000),
        ("C4", "rail.paths-cancelled", "Civil train paths cancelled", "paths", 1),
        ("C5", "rail.passenger-punctuality", "Passenger punctuality, change", "percentage points", 0.1),
        ("C6", "water.barge-hours-waiting", "Hours that civil barges wait longer", "barge-h", 1),
    ];

    public static IReadOnlyList<RunIndicator> Of(MissionReport report) =>
        [.. Movement(report.Plan), .. Modes(report.Plan), .. Civil(report.Impact.Assessment), .. Euros(report.Impact.Assessment)];

    private static IEnumerable<RunIndicator> Movement(MovementPlan plan)
    {
        var serials = plan.Planned.Count + plan.Unmoved.Count;
        var vehicles = plan.Planned.Sum(p => p.Serial.VehicleCount);
        var asked = vehicles + plan.Unmoved.Sum(u => u.Serial.VehicleCount);
        var onTime = plan.Planned.Where(p => p.LatenessSeconds == 0).Sum(p => p.Serial.VehicleCount);
        yield return Of(
            "M1", "Vehicles to be moved", "vehicles", "Vehicles of all movements of the scenario; notional.", 10, asked, serials);
        yield return Of(
            "M2", "Vehicles moved", "%", "Share of the vehicles to be moved that the plan moves.", 0.1,
            asked == 0 ? null : 100.0 * vehicles / asked, serials);
        yield return Of(
            "M3", "Vehicles on time", "%", "Share of the vehicles to be moved that arrive by their due time.", 0.1,
            asked == 0 ? null : 100.0 * onTime / asked, serials);
        yield return Of(
            "M4", "Time to closure", "days", "From the scenario's start until the last vehicle has arrived.", 0.1,
            plan.Planned.Count == 0 ? null : plan.Planned.Max(p => p.FinishSeconds) / 86_400.0, serials);
        yield return Of(
            "M5", "Proven distance from the best plan", "%", "(objective - proven bound) / objective.", 0.1, plan.Gap * 100, serials);
    }

    /// <summary>A serial counts in the mode of its longest part.</summary>
    private static IEnumerable<RunIndicator> Modes(MovementPlan plan)
    {
        var total = plan.Planned.Sum(p => p.Serial.VehicleCount);
        foreach (var (id, mode) in new[] { ("M6", TransportMode.Road), ("M7", TransportMode.Rail), ("M8", TransportMode.Water) })
        {
            var by = plan.Planned.Where(p => LongestMode(p) == mode).ToList();
            yield return Of(
                id, $"Vehicles that go by {mode.ToString().ToLowerInvariant()}", "%",
                "Share of the vehicles moved whose journey takes longest in this mode.", 1,
                total == 0 ? null : 100.0 * by.Sum(p => p.Serial.VehicleCount) / total, by.Count == 0 ? plan.Planned.Count : by.Count);
        }
    }

    private static IEnumerable<RunIndicator> Civil(CivilAssessment assessment)
    {
        var figures = assessment.Modes.SelectMany(m => m.Figures).GroupBy(f => f.Metric, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Change: g.Sum(f => f.Change), Quality: Weakest(g.Select(f => f.Quality))),
                StringComparer.Ordinal);
        foreach (var (id, metric, name, unit, step) in s_civil)
        {
            var known = figures.TryGetValue(metric, out var figure);
            var definition = assessment.Metrics.FirstOrDefault(m => m.Id == metric)?.Definition.Text ?? "";
            yield return new RunIndicator(
                id, name, unit, $"With the plan less without it ({metric}). {definition}".Trim(), step,
                known ? Rounded(figure.Change, step) : null, known ? figure.Quality : "");
        }
    }

    private static IEnumerable<RunIndicator> Euros(CivilAssessment assessment)
    {
        var valuation = assessment.Valuation;
        var quality = valuation is null ? "" : Weakest(valuation.Rows.Select(r => r.Quality));
        yield return Of("E1", "central", valuation?.Total.Central);
        yield return Of("E2", "low", valuation?.Total.Low);
        yield return Of("E3", "high", valuation?.Total.High);
        var carbon = valuation is null ? (double?)null : valuation.Carbon.Sum(c => c.KgCo2) / 1000;
        yield return new RunIndicator(
            "E4", "Extra emissions", "t CO2-equivalent", "All modes, with the plan less without it.", 10,
            carbon is { } t ? Rounded(t, 10) : null, valuation is null ? "" : Weakest(valuation.Carbon.Select(c => c.Quality)));

        RunIndicator Of(string id, string spread, long? microEuros) => new(
            id, $"Civil impact in euros, {spread} value", "EUR million",
            $"All valued changes of civil traffic at the {spread} values of time.", 0.01,
            microEuros is { } m ? Rounded(m / MicroEurosPerMillion, 0.01) : null, quality);
    }

    private static RunIndicator Of(
        string id, string name, string unit, string definition, double step, double? value, int serials) =>
        new(id, name, unit, definition, step, value is { } v && serials >= SerialsMin ? Rounded(v, step) : null, "derived");

    /// <summary>The nearest multiple, half away from zero, without the noise of binary fractions.</summary>
    private static double Rounded(double value, double step) =>
        (double)(Math.Round((decimal)value / (decimal)step, MidpointRounding.AwayFromZero) * (decimal)step);

    private static TransportMode LongestMode(PlannedSerial planned) => planned.Steps.OfType<MoveStep>()
        .GroupBy(m => m.Mode).OrderByDescending(g => g.Sum(m => m.EndSeconds - m.StartSeconds)).ThenBy(g => g.Key)
        .Select(g => g.Key).FirstOrDefault(TransportMode.Sea);

    private static string Weakest(IEnumerable<string> qualities) =>
        qualities.MaxBy(q => q switch { "assumed" => 3, "derived" => 2, "measured" => 1, _ => 0 }) ?? "";
}
