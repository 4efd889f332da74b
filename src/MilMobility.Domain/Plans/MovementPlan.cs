using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Plans;

/// <summary>
/// A movement plan: every serial moved with its steps, or unmoved with its reason; the objective, its bound and gap.
/// The rules it obeys are in MODEL.md of the planning project. Contains no wall-clock time: the same input gives the same bytes.
/// </summary>
public sealed record MovementPlan
{
    public const int FormatVersion = 1;

    public required string Scenario { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required int HorizonSeconds { get; init; }
    public required int Seed { get; init; }
    public required PlanObjective Objective { get; init; }
    /// <summary>Proven lower bound of the objective, micro-euros.</summary>
    public required long BoundMicroEuros { get; init; }
    /// <summary>How the bound was proved, such as <c>independent optima</c>.</summary>
    public required string BoundMethod { get; init; }
    /// <summary>The integer choice among the pool's itineraries.</summary>
    public required PoolOutcome Pool { get; init; }
    /// <summary>In order of serial id.</summary>
    public required IReadOnlyList<PlannedSerial> Planned { get; init; }
    public required IReadOnlyList<UnmovedSerial> Unmoved { get; init; }

    /// <summary>Highest marking of the inputs; a plan that has no report yet is public as far as it knows.</summary>
    public ClassificationMarking Marking { get; init; }
    /// <summary>How the terms of the objective were compared.</summary>
    public ObjectiveMode Mode { get; init; }
    /// <summary>In lexicographic mode the terms in their order, each with its own bound; empty in weighted mode.</summary>
    public IReadOnlyList<TermBound> Terms { get; init; } = [];

    /// <summary>(objective - bound) / objective, 0 when both are 0.</summary>
    public double Gap => Objective.TotalMicroEuros == 0
        ? 0 : (Objective.TotalMicroEuros - BoundMicroEuros) / (double)Objective.TotalMicroEuros;
}

/// <summary>Terms of the objective, micro-euros; the total is their sum.</summary>
public sealed record PlanObjective(long Time, long Lateness, long Operating, long Civil, long Unmoved)
{
    public long TotalMicroEuros => Time + Lateness + Operating + Civil + Unmoved;
}

/// <summary>A term of the lexicographic objective.</summary>
/// <param name="Term"><c>unmoved</c>, <c>lateness</c>, <c>civil</c> or <c>cost</c> (movement time and operating).</param>
/// <param name="ValueMicroEuros">Its value in the plan.</param>
/// <param name="BoundMicroEuros">Proven: no plan that keeps the terms before it has less. 0 says nothing.</param>
public sealed record TermBound(string Term, long ValueMicroEuros, long BoundMicroEuros);

/// <summary>What the integer choice over the pool achieved.</summary>
/// <param name="Columns">Itineraries in the pool.</param>
/// <param name="Status">Solver status: <c>optimal</c>, <c>feasible</c>, <c>not-run</c> or <c>no-solution</c>.</param>
/// <param name="HintMicroEuros">Objective of the first plan, given as the hint.</param>
/// <param name="ObjectiveMicroEuros">Objective after the choice.</param>
/// <param name="BoundMicroEuros">Proven bound over the pool (not over all itineraries).</param>
public sealed record PoolOutcome(int Columns, string Status, long HintMicroEuros, long ObjectiveMicroEuros, long BoundMicroEuros);

/// <summary>A serial that moves.</summary>
/// <param name="Serial">The serial with its footprints.</param>
/// <param name="Steps">Contiguous in time, connected in space; first starts at the ready time.</param>
/// <param name="FinishSeconds">Tail's arrival.</param>
/// <param name="Cost">Its own terms; the civil term is its share at the moment of insertion and may differ from the plan's sum.</param>
public sealed record PlannedSerial(Serial Serial, IReadOnlyList<PlanStep> Steps, int FinishSeconds, SerialCost Cost)
{
    public int LatenessSeconds => Math.Max(0, FinishSeconds - Serial.DueSeconds);
}

/// <summary>Terms that belong to one serial alone, micro-euros.</summary>
public sealed record SerialCost(long Time, long Lateness, long Operating);

/// <summary>A serial that does not move, with the reason and what would help.</summary>
/// <param name="Serial">The serial.</param>
/// <param name="Reason">What prevents it.</param>
/// <param name="Detail">Binding limit or resource with its values, in words.</param>
/// <param name="Alternatives">Nearest alternatives, best first: another time, another mode, a limit waived.</param>
public sealed record UnmovedSerial(
    Serial Serial, UnmovedReason Reason, Sentence Detail, IReadOnlyList<Sentence> Alternatives);

/// <summary>Why a serial cannot move.</summary>
public enum UnmovedReason
{
    /// <summary>It has no footprint for any mode that leaves its origin.</summary>
    NoMode,
    /// <summary>No route respects its limits, whatever the time.</summary>
    NoRoute,
    /// <summary>A route exists, but no time within the horizon, ship window or hard due time.</summary>
    NoTime,
    /// <summary>Routes and times exist on the empty network, but other serials or the civil floor take the capacity.</summary>
    NoCapacity,
}
