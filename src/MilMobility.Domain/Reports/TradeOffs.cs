namespace MilMobility.Domain.Reports;

/// <summary>Plans of one scenario that trade civil burden for movement cost, and which of them a run is.</summary>
/// <param name="Chosen">Name of the run's own point; empty where it is none of them.</param>
/// <param name="Points">In order of civil price.</param>
public sealed record TradeOffs(string Chosen, IReadOnlyList<TradeOff> Points);

/// <summary>A plan of the sweep; money in micro-euros.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="BudgetMicroEuros">Civil budget that it was made within.</param>
/// <param name="CivilMicroEuros">Civil price by the planner's bands, unweighted.</param>
/// <param name="MovementMicroEuros">Time, lateness, operating and unmoved.</param>
/// <param name="BoundMicroEuros">Proven: no plan within the budget has a smaller movement cost.</param>
/// <param name="SerialsLate">Serials late.</param>
/// <param name="SerialsUnmoved">Serials unmoved.</param>
/// <param name="Dominated">Another point is at least as good in both, and better in one.</param>
public sealed record TradeOff(
    string Name, long BudgetMicroEuros, long CivilMicroEuros, long MovementMicroEuros, long BoundMicroEuros, int SerialsLate,
    int SerialsUnmoved, bool Dominated);
