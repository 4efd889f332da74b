using MilMobility.Domain.Plans;

namespace MilMobility.Planning.Pareto;

/// <summary>The cheapest plan known within a civil budget.</summary>
/// <param name="EpsilonMicroEuros">Budget: the plan's unweighted civil price is at most this.</param>
/// <param name="Plan">The plan at the scenario's own weights.</param>
/// <param name="CivilMicroEuros">Its unweighted civil price.</param>
/// <param name="MovementMicroEuros">Its movement cost: time, lateness, operating and unmoved.</param>
/// <param name="BoundMicroEuros">Proven: no plan within the budget has a smaller movement cost.</param>
/// <param name="Dominated">Another point is at least as good in both, and better in one.</param>
public sealed record FrontPoint(
    long EpsilonMicroEuros, MovementPlan Plan, long CivilMicroEuros, long MovementMicroEuros, long BoundMicroEuros, bool Dominated)
{
    /// <summary>(movement cost - bound) / movement cost; 0 when both are 0.</summary>
    public double Gap => MovementMicroEuros == 0 ? 0 : (MovementMicroEuros - BoundMicroEuros) / (double)MovementMicroEuros;

    /// <summary>Vehicles times seconds late.</summary>
    public long LateVehicleSeconds => Plan.Planned.Sum(p => (long)p.LatenessSeconds * p.Serial.VehicleCount);
}
