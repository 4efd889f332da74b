using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Networks.Prices;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// What the pricer hands over: the band table that the planner optimises against (prices times the scenario's civil weight) and,
/// for the assessment, the same band sets unweighted with their delays, with the demand they came from. Immutable.
/// </summary>
/// <param name="Table">Planner's prices.</param>
/// <param name="BandSets">[sets] unweighted bands; set 0 is the unlimited one and empty.</param>
/// <param name="Demand">Civil demand by resource.</param>
/// <param name="Parameters">Values of time and assumptions used.</param>
public sealed record CivilPricing(
    PriceBandTable Table, IReadOnlyList<CivilBand[]> BandSets, CivilDemand Demand, CivilParameters Parameters)
{
    /// <summary>Every lock, in the network's order: its lockages and who fits in them, one description for prices and account.</summary>
    public required IReadOnlyList<LockStation> Locks { get; init; }

    /// <summary>What the assessment after the plan assumes; read with the rest, so that a run fails before planning.</summary>
    public required AssessmentParameters Assessment { get; init; }
}
