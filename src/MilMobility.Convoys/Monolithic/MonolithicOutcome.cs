using MilMobility.Convoys.Solutions;
using MilMobility.Solvers;

namespace MilMobility.Convoys.Monolithic;

/// <summary>What became of a monolithic model.</summary>
/// <param name="Size">Its size, as far as it was built.</param>
public abstract record MonolithicOutcome(MonolithicSize Size);

/// <summary>A plan.</summary>
/// <param name="Size">Size of the model.</param>
/// <param name="Journeys">Journeys of the convoys that move.</param>
/// <param name="CostSeconds">Sum of finish - ready, plus the unmoved cost of the others.</param>
/// <param name="BoundSeconds">Proven lower bound of the cost of every plan of the instance, unmoved costs included.</param>
/// <param name="IsExact">
/// True if the model leaves out no plan that could be best; else the bound is that of every convoy alone on the network.
/// </param>
/// <param name="Stop">Why the solver ended, null if it proved its plan best (of the restricted model where not exact).</param>
/// <param name="Effort">What the solve took.</param>
public sealed record MonolithicPlan(
    MonolithicSize Size, IReadOnlyList<ConvoyJourney> Journeys, long CostSeconds, long BoundSeconds, bool IsExact,
    StopReason? Stop, SolveEffort Effort) : MonolithicOutcome(Size);

/// <summary>The solver ended without a plan.</summary>
/// <param name="Size">Size of the model.</param>
/// <param name="BoundSeconds">As in <see cref="MonolithicPlan"/>.</param>
/// <param name="IsExact">As in <see cref="MonolithicPlan"/>.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="Effort">What the solve took.</param>
public sealed record MonolithicNoPlan(
    MonolithicSize Size, long BoundSeconds, bool IsExact, StopReason Stop, SolveEffort Effort) : MonolithicOutcome(Size);

/// <summary>The model passes a limit, or the engine's memory.</summary>
/// <param name="Size">Size when it was given up.</param>
/// <param name="Reason">Which limit, with its value.</param>
public sealed record MonolithicTooLarge(MonolithicSize Size, string Reason) : MonolithicOutcome(Size);

/// <summary>Size of a model.</summary>
/// <param name="Variables">0-1 variables.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Entries">Entries of the rows together.</param>
/// <param name="StepSeconds">Step used.</param>
public sealed record MonolithicSize(int Variables, int Rows, long Entries, int StepSeconds);
