using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Totals;

/// <summary>A total of a run.</summary>
/// <param name="Id">Stable name, such as <c>serials.late</c> or the id of a civil metric.</param>
/// <param name="Name">As readers call it.</param>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="Value">The total; for civil metrics the change by the plan.</param>
public sealed record RunTotal(string Id, string Name, string Unit, double Value)
{
    /// <summary>Civil metrics: without the plan.</summary>
    public double? Before { get; init; }

    /// <summary>Civil metrics: with it.</summary>
    public double? After { get; init; }

    /// <summary>Quality of what it is made from, where the run states it.</summary>
    public string Quality { get; init; } = "";
}

/// <summary>
/// The totals of a run, taken in one place so that terminal, CSV, JSON and page say the same. A civil report has no plan of its own to
/// judge: it gets its passages and its figures. Pure; O(serials + figures).
/// </summary>
public static class RunTotals
{
    public static IReadOnlyList<RunTotal> Of(MissionReport report) =>
    [
        .. report.Audience == Audience.Planner ? Plan(report) : Passages(report),
        .. report.Impact.Assessment.Modes.SelectMany(mode => mode.Figures).Select(figure => Figure(report.Impact.Assessment, figure)),
        .. Euros(report.Impact.Assessment.Valuation),
    ];

    private static IEnumerable<RunTotal> Plan(MissionReport report)
    {
        var plan = report.Plan;
        yield return new("serials.moved", "serials moved", "serials", plan.Planned.Count);
        yield return new("serials.late", "serials late", "serials", plan.Planned.Count(p => p.LatenessSeconds > 0));
        yield return new("serials.unmoved", "serials unmoved", "serials", plan.Unmoved.Count);
        yield return new("vehicles.moved", "vehicles moved", "vehicles", plan.Planned.Sum(p => p.Serial.VehicleCount));
        if (plan.Planned.Count > 0)
            yield return new("closure", "closure since the start", "s", plan.Planned.Max(p => p.FinishSeconds));
        yield return Money("plan.objective", "objective", plan.Objective.TotalMicroEuros);
        yield return Money("plan.bound", "proven bound", plan.BoundMicroEuros);
        yield return new("plan.gap", "gap", "%", plan.Gap * 100);
        yield return Money("civil.price", "civil price by the planner's bands", report.Impact.Totals.CostMicroEuros);
    }

    private static IEnumerable<RunTotal> Passages(MissionReport report)
    {
        yield return new("passages", "passages", "passages", report.Plan.Planned.Count);
        yield return new(
            "passages.managers", "managers concerned", "managers",
            report.Plan.Planned.Select(p => p.Serial.Movement).Distinct(StringComparer.Ordinal).Count());
    }

    private static RunTotal Figure(CivilAssessment assessment, CivilFigure figure)
    {
        var metric = assessment.Metrics.FirstOrDefault(m => m.Id == figure.Metric);
        return new RunTotal(figure.Metric, metric?.Name ?? figure.Metric, metric?.Unit ?? "", figure.Change)
        {
            Before = figure.Before,
            After = figure.After,
            Quality = figure.Quality,
        };
    }

    private static IEnumerable<RunTotal> Euros(CivilValuation? valuation)
    {
        if (valuation is null) yield break;
        yield return Money("civil.euros.low", "civil impact at the low value", valuation.Total.Low);
        yield return Money("civil.euros.central", "civil impact at the central value", valuation.Total.Central);
        yield return Money("civil.euros.high", "civil impact at the high value", valuation.Total.High);
    }

    private static RunTotal Money(string id, string name, long microEuros) =>
        new(id, name, "EUR", (double)Domain.Units.Money.ToEuros(microEuros));
}
