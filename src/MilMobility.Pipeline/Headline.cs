using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;

namespace MilMobility.Pipeline;

/// <summary>
/// The headline: what civil traffic bears when the movement ignores it, when it is weighed, and when it has a floor, none of the plans
/// later than the first.
/// </summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Title">Its title.</param>
/// <param name="Marking">Highest marking of the inputs.</param>
/// <param name="FloorPercent">Protected share of civil traffic in the third plan, where the regime has less.</param>
/// <param name="ToleranceSeconds">How much later than the first plan the others may be.</param>
/// <param name="Rows">The three plans.</param>
public sealed record Headline(
    string Scenario, string Title, ClassificationMarking Marking, int FloorPercent, int ToleranceSeconds, IReadOnlyList<HeadlineRow> Rows);

/// <summary>One of the plans.</summary>
/// <param name="Name"><c>military-only</c>, <c>balanced</c> or <c>civil-floor</c>; its run folder too.</param>
/// <param name="Moved">Serials moved.</param>
/// <param name="Unmoved">Serials not moved.</param>
/// <param name="Late">Serials that finish after their due time.</param>
/// <param name="LatenessMicroEuros">Their weighted lateness.</param>
/// <param name="ClosureSeconds">Finish of the last serial, since the scenario's start.</param>
/// <param name="KeepsDeadline">It moves what the first plan moves and is nowhere later than it may be.</param>
/// <param name="Objective">Its terms, the civil term unweighted.</param>
/// <param name="SolvedMicroEuros">What was minimised: the terms at the plan's own civil weight, under its floor and deadline.</param>
/// <param name="BoundMicroEuros">Proven: no plan under the same floor and deadline costs less.</param>
/// <param name="Priced">Civil impact as the price bands have it.</param>
/// <param name="Assessed">Civil impact as assessed afterwards; a mode that is not assessed is absent.</param>
/// <param name="Euros">Assessed impact in micro-euros; null where nothing is valued.</param>
/// <param name="Seconds">Wall-clock seconds of its planning.</param>
public sealed record HeadlineRow(
    string Name, int Moved, int Unmoved, int Late, long LatenessMicroEuros, int ClosureSeconds, bool KeepsDeadline,
    PlanObjective Objective, long SolvedMicroEuros, long BoundMicroEuros, HeadlineImpact Priced, HeadlineImpact Assessed,
    EuroSpread? Euros, double Seconds)
{
    /// <summary>(solved - bound) / solved.</summary>
    public double Gap => SolvedMicroEuros == 0 ? 0 : (SolvedMicroEuros - BoundMicroEuros) / (double)SolvedMicroEuros;
}

/// <summary>Hours and minutes that civil traffic loses.</summary>
public sealed record HeadlineImpact(double? RoadVehicleHours, double? TrainMinutes, double? BargeHours)
{
    /// <summary>Passenger-minutes lost; the price bands do not count them.</summary>
    public double? PassengerMinutes { get; init; }

    /// <summary>Civil trains for which the account finds no place; must be 0.</summary>
    public double? PathsWithoutPlace { get; init; }

    public static HeadlineImpact Priced(CivilTotals totals) =>
        new(totals.RoadDelayHours, totals.RailDelayHours * 60, totals.WaterDelayHours);

    public static HeadlineImpact Assessed(CivilAssessment assessment)
    {
        return new HeadlineImpact(Of("road.vehicle-hours-lost"), Of("rail.train-minutes-lost"), Of("water.barge-hours-waiting"))
        {
            PassengerMinutes = Of("rail.passenger-minutes-lost"),
            PathsWithoutPlace = Of("rail.paths-without-place"),
        };

        double? Of(string metric)
        {
            var figures = assessment.Modes.SelectMany(m => m.Figures).Where(f => f.Metric == metric).ToList();
            return figures.Count == 0 ? null : figures.Sum(f => f.Change);
        }
    }
}
