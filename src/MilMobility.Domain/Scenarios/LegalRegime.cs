namespace MilMobility.Domain.Scenarios;

/// <summary>What the legal regime in force permits; every lever is off unless it is named.</summary>
/// <param name="CivilFloorRoadPercent">Share of civil road demand that stays protected, 0-100.</param>
/// <param name="CivilFloorRailPercent">Share of civil trains that stays protected.</param>
/// <param name="CivilFloorWaterPercent">Share of civil lockages that stays protected.</param>
/// <param name="RailLevers">Steps of the displacement ladder that are permitted, beyond residual capacity.</param>
/// <param name="Basis">Legal basis as the author states it; shown in reports.</param>
public sealed record LegalRegime(
    int CivilFloorRoadPercent, int CivilFloorRailPercent, int CivilFloorWaterPercent, RailLevers RailLevers, string Basis)
{
    /// <summary>The rule from which <see cref="RailLevers"/> come; null where they are named one by one.</summary>
    public RailPriority? RailPriority { get; init; }

    /// <summary>Steps of the ladder that a rule permits at most.</summary>
    public static RailLevers PermittedBy(RailPriority rule) => rule switch
    {
        Scenarios.RailPriority.Off => RailLevers.None,
        Scenarios.RailPriority.AdHoc => RailLevers.RetimeFreight | RailLevers.DivertFreight,
        _ => RailLevers.RetimeFreight | RailLevers.DivertFreight | RailLevers.CancelFreight | RailLevers.CancelPassenger,
    };
}

/// <summary>The displacement ladder on rail, mildest first.</summary>
[Flags]
public enum RailLevers { None = 0, RetimeFreight = 1, DivertFreight = 2, CancelFreight = 4, CancelPassenger = 8 }

/// <summary>Weights of the objective.</summary>
/// <param name="TimeEurosPerVehicleHour">Movement time.</param>
/// <param name="LateEurosPerVehicleHour">Lateness, before the priority factor.</param>
/// <param name="UnmovedEurosPerVehicle">A vehicle not moved, before the priority factor.</param>
/// <param name="TransferEuros">A transfer, whatever its size.</param>
/// <param name="CivilWeightPercent">Weight of the civil prices, 100 = as priced.</param>
/// <param name="PriorityFactorPercent">Five factors for priorities 1-5, 100 = 1.</param>
public sealed record ObjectiveWeights(
    decimal TimeEurosPerVehicleHour, decimal LateEurosPerVehicleHour, decimal UnmovedEurosPerVehicle, decimal TransferEuros,
    int CivilWeightPercent, IReadOnlyList<int> PriorityFactorPercent)
{
    /// <summary>How the terms are compared.</summary>
    public ObjectiveMode Mode { get; init; }
}

/// <summary>How the terms of the objective are compared.</summary>
public enum ObjectiveMode
{
    /// <summary>Their sum at the weights.</summary>
    Weighted,

    /// <summary>One after the other: unmoved, lateness, civil displacement, then movement time and operating together.</summary>
    Lexicographic,
}

/// <summary>Limits of the planning run; work limits keep it deterministic.</summary>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Restarts">Priority orders tried for the first plan.</param>
/// <param name="ColumnsPerSerial">Itineraries kept per serial for the pool.</param>
/// <param name="PoolWork">Deterministic work limit of the pool's solver, in its units (about a second each).</param>
/// <param name="TimeSecondsMax">Wall-clock limit; a plan that hits it says so and is not reproducible.</param>
public sealed record PlanLimits(int Seed, int Restarts, int ColumnsPerSerial, double PoolWork, int TimeSecondsMax)
{
    /// <summary>Proven gap at which planning ends, percent of the objective; 0 ends it at a proven optimum only.</summary>
    public decimal GapPercent { get; init; }

    /// <summary>Steps of work after which planning ends; null for no such limit.</summary>
    public long? WorkMax { get; init; }

    /// <summary>Steps of work without an improvement after which planning ends; null for no such limit.</summary>
    public long? NoImprovementWork { get; init; }
}
