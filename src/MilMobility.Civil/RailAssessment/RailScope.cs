using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.RailAssessment;

/// <summary>The railway without military trains, over a scenario's hours. Immutable.</summary>
/// <param name="Rail">Sections.</param>
/// <param name="Demand">Trains per hour by section and category.</param>
/// <param name="Clock">Local time of the scenario's seconds.</param>
/// <param name="Hours">Hours of the scenario.</param>
/// <param name="Regime">Levers that are permitted, and the civil floor.</param>
public sealed record RailScope(RailSections Rail, CivilDemand Demand, LocalClock Clock, int Hours, LegalRegime Regime)
{
    public RailRules Rules => Rail.Rules;

    /// <summary>Floors of vital sectors by rail.</summary>
    public IReadOnlyList<RailFloor> Floors { get; init; } = [];

    public static RailScope Of(AssessmentInput input)
    {
        var rail = RailSections.Compile(input.Network, input.Pricing.Parameters.Rail);
        return new RailScope(
            rail, input.Pricing.Demand, input.Scenario.Clock, (input.Scenario.HorizonSeconds + 3599) / 3600, input.Scenario.Regime)
        {
            Floors = FloorsOf(rail, input.Scenario),
        };
    }

    /// <summary>The compiled floors are in the scenario's order.</summary>
    private static List<RailFloor> FloorsOf(RailSections rail, MissionScenario scenario)
    {
        var levers = rail.Network.Levers;
        var floors = new List<RailFloor>();
        for (var f = 0; f < levers.Floors.Count; f++)
        {
            if (scenario.CivilFloors[f].Mode != TransportMode.Rail) continue;
            var (number, floor) = (f, levers.Floors[f]);
            floors.Add(new RailFloor(
                Words(scenario.CivilFloors[f].Sector), [.. rail.Links.Select(l => levers.FloorsOfResource[2 * l].Contains(number))],
                floor.Hours, floor.Percent, floor.UnitsPerHour));
        }

        return floors;
    }

    /// <summary>As scenario files name it, such as <c>food-and-water</c>.</summary>
    private static string Words(VitalSector sector) => string.Concat(
        sector.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? $"{(i == 0 ? "" : "-")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
