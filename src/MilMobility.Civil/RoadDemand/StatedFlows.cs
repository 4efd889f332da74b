using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.RoadDemand;

/// <summary>What the civil profiles of a dataset state for roads, as vehicles in the mean hour of an hour class of a weekday.</summary>
public static class StatedFlows
{
    /// <summary>By category, then by road.</summary>
    public static IReadOnlyList<double[]> Of(
        CivilDemand demand, NationalRoadNetwork national, HourClass hours, RoadDemandParameters parameters) =>
    [
        .. RoadDemandParameters.Categories.Select((category, k) => national.Arcs
            .Select(arc => hours.Hours.Average(hour => demand.Of(arc, k, DayTypes.Weekday, hour))
                / NationalDemand.UnitsOf(category, parameters)).ToArray()),
    ];
}
