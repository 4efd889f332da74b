using MilMobility.Equilibrium;

namespace MilMobility.Civil.RoadImpacts;

/// <summary>
/// What columns do to the civil road traffic of one period: the difference of two user equilibria, after less before. Every figure is
/// as sharp as <see cref="ResolutionHours"/>.
/// </summary>
public sealed record RoadImpact
{
    /// <summary>All roads; what connectors add is in the vehicle-hours.</summary>
    public required RoadImpactFigures Total { get; init; }

    public required IReadOnlyList<RoadImpactFigures> ByManager { get; init; }

    public required IReadOnlyList<RoadImpactFigures> ByRegion { get; init; }

    public required IReadOnlyList<RoadImpactFigures> ByRoadClass { get; init; }

    /// <summary>By class of vehicles; flows in vehicles instead of passenger-car units.</summary>
    public required IReadOnlyList<RoadImpactFigures> ByVehicleClass { get; init; }

    /// <summary>
    /// Vehicle-hours that the two total costs may be from those of the exact equilibria: the sum of their gaps times their costs.
    /// A lower figure says nothing.
    /// </summary>
    public required double ResolutionHours { get; init; }

    public required EquilibriumSolution Before { get; init; }

    /// <summary>The same as before, exactly, where no road loses capacity.</summary>
    public required EquilibriumSolution After { get; init; }
}

/// <summary>Figures of some roads.</summary>
/// <param name="Key">Manager, region or class; empty for all.</param>
/// <param name="VehicleHoursLost">Vehicle-hours after less before; below 0 where traffic leaves.</param>
/// <param name="Diverted">Half the sum over roads of how much the flow changed, passenger-car units.</param>
/// <param name="DivertedKm">The same weighted by length.</param>
/// <param name="RoadsOverBefore">Roads with a flow above 0.9 of their capacity.</param>
/// <param name="RoadsOverAfter">The same with what the columns leave of the capacity.</param>
public sealed record RoadImpactFigures(
    string Key, double VehicleHoursLost, double Diverted, double DivertedKm, int RoadsOverBefore, int RoadsOverAfter);
