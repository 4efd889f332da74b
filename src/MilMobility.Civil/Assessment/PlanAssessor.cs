using MilMobility.Civil.Pricing;
using MilMobility.Civil.RailAssessment;
using MilMobility.Civil.RoadAssessment;
using MilMobility.Civil.Valuation;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.Assessment;

/// <summary>What an assessment is made from. Immutable.</summary>
/// <param name="Network">The network with the scenario's patches.</param>
/// <param name="Pricing">Civil demand and parameters; its price bands are what the planner was told.</param>
/// <param name="Scenario">Its regime says what may be displaced.</param>
/// <param name="Plan">The plan.</param>
public sealed record AssessmentInput(CompiledNetwork Network, CivilPricing Pricing, MissionScenario Scenario, MovementPlan Plan);

/// <summary>A mode with the definitions of its metrics.</summary>
public sealed record AssessedMode(IReadOnlyList<CivilMetric> Metrics, ModeAssessment Assessment);

/// <summary>
/// The account of a plan's civil impact, mode by mode, made after the plan and independently of the price bands that steered it.
/// A pure function of its input.
/// </summary>
public static class PlanAssessor
{
    private static readonly Func<AssessmentInput, CancellationToken, AssessedMode>[] Modes =
        [RoadAssessor.Assess, RailAssessor.Assess, WaterAssessor.Assess];

    /// <exception cref="OperationCanceledException">Cancelled; there is no account of a part of the modes.</exception>
    public static CivilAssessment Assess(AssessmentInput input, CancellationToken cancel)
    {
        var assessed = Modes.AsParallel().AsOrdered().WithCancellation(cancel).Select(assess => assess(input, cancel)).ToList();
        var kept = KeptFigures.Of(input);
        var modes = assessed.ConvertAll(m => m.Assessment with { Figures = [.. m.Assessment.Figures, .. kept.Of(m.Assessment.Mode)] });
        return new CivilAssessment
        {
            Metrics = [.. assessed.SelectMany(m => m.Metrics), .. KeptFigures.Metrics(modes.Select(m => m.Mode))],
            Modes = modes,
            Valuation = ImpactValuer.Value(
                modes, input.Pricing.Assessment.Valuation, RegionInhabitants.Of(input.Network.Dataset), input.Scenario.Clock,
                input.Scenario.HorizonSeconds),
        };
    }
}
