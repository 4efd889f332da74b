using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;

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

    public static RailScope Of(AssessmentInput input) => new(
        RailSections.Compile(input.Network, input.Pricing.Parameters.Rail), input.Pricing.Demand, input.Scenario.Clock,
        (input.Scenario.HorizonSeconds + 3599) / 3600, input.Scenario.Regime);
}
