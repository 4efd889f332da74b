using MilMobility.Domain.Units;

namespace MilMobility.Pipeline;

/// <summary>A front as its folder states it; money in micro-euros.</summary>
/// <param name="Scenario">Scenario.</param>
/// <param name="Title">Its title.</param>
/// <param name="Marking">Highest marking of the inputs.</param>
/// <param name="InputHash">Identity of inputs, seed, version and points: a sweep goes on only where it is the same.</param>
/// <param name="Complete">All points are there.</param>
/// <param name="Solves">The weighted solves, whose bounds the points' bounds come from.</param>
/// <param name="Points">In order of civil price.</param>
public sealed record ParetoFront(
    string Scenario, string Title, ClassificationMarking Marking, string InputHash, bool Complete,
    IReadOnlyList<FrontSolve> Solves, IReadOnlyList<FrontRow> Points);

/// <summary>A weighted solve.</summary>
/// <param name="CivilPercent">Weight of the civil prices.</param>
/// <param name="BoundMicroEuros">Proven bound of movement cost plus weighted civil price.</param>
/// <param name="Folder">Run folder of its plan.</param>
public sealed record FrontSolve(long CivilPercent, long BoundMicroEuros, string Folder);

/// <summary>A point of the front.</summary>
/// <param name="Folder">Its run folder, relative to the front's.</param>
/// <param name="EpsilonMicroEuros">Civil budget.</param>
/// <param name="CivilMicroEuros">Unweighted civil price.</param>
/// <param name="MovementMicroEuros">Time, lateness, operating and unmoved.</param>
/// <param name="LatenessMicroEuros">The lateness in it.</param>
/// <param name="LateVehicleHours">Vehicles times hours late.</param>
/// <param name="SerialsLate">Serials late.</param>
/// <param name="SerialsUnmoved">Serials unmoved.</param>
/// <param name="BoundMicroEuros">Proven: no plan within the budget has a smaller movement cost.</param>
/// <param name="Gap">(movement cost - bound) / movement cost.</param>
/// <param name="Dominated">Another point is at least as good in both, and better in one.</param>
public sealed record FrontRow(
    string Folder, long EpsilonMicroEuros, long CivilMicroEuros, long MovementMicroEuros, long LatenessMicroEuros,
    double LateVehicleHours, int SerialsLate, int SerialsUnmoved, long BoundMicroEuros, double Gap, bool Dominated);
