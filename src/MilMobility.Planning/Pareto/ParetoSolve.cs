using MilMobility.Domain.Plans;

namespace MilMobility.Planning.Pareto;

/// <summary>One weighted solve of a sweep: what it proved, and the plan it found.</summary>
/// <param name="CivilPercent">Weight of the unweighted civil prices, percent.</param>
/// <param name="BoundMicroEuros">Proven: no plan has a smaller movement cost plus that share of its civil price, rounded down.</param>
/// <param name="Plan">Its plan at these weights.</param>
public sealed record ParetoSolve(long CivilPercent, long BoundMicroEuros, MovementPlan Plan);
