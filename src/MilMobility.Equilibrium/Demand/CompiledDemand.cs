using MilMobility.Domain.Diagnostics;

namespace MilMobility.Equilibrium.Demand;

/// <summary>The trips of some classes as the search takes them, kept so that the same classes need not be compiled again.</summary>
/// <param name="Classes">Classes as given.</param>
/// <param name="Trips">By group and origin.</param>
/// <param name="Findings">What was found in them: warnings.</param>
internal sealed record CompiledDemand(
    IReadOnlyList<VehicleClass> Classes, IReadOnlyList<OriginTrips> Trips, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Whether these are the same classes, with the same lists of trips, in the same order.</summary>
    public bool IsOf(IReadOnlyList<VehicleClass> classes) => Classes.SequenceEqual(classes);
}
