namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// Civil traffic of one hour without and with the plan, by road of the civil network.
/// </summary>
public sealed record RoadHourImpact
{
    /// <summary>Hour since the scenario's start.</summary>
    public required int Hour { get; init; }

    /// <summary>Capacity, passenger-car units per hour.</summary>
    public required IReadOnlyList<double> CapacityBefore { get; init; }

    /// <summary>What columns leave of it.</summary>
    public required IReadOnlyList<double> CapacityAfter { get; init; }

    /// <summary>Without and with the plan.</summary>
    public required RoadHourFlows Before { get; init; }

    public required RoadHourFlows After { get; init; }

    /// <summary>Vehicle-hours that the two may be from exact equilibria together.</summary>
    public required double ResolutionHours { get; init; }

    /// <summary>The larger of the two relative gaps.</summary>
    public required double RelativeGap { get; init; }
}

/// <summary>Flows of one hour.</summary>
/// <param name="CarUnits">By road: passenger-car units.</param>
/// <param name="Vehicles">By category, then by road: vehicles.</param>
/// <param name="Hours">By road: travel time.</param>
public sealed record RoadHourFlows(
    IReadOnlyList<double> CarUnits, IReadOnlyList<IReadOnlyList<double>> Vehicles, IReadOnlyList<double> Hours);
