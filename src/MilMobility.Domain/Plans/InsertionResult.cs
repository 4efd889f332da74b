using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Plans;

/// <summary>What became of further serials in a plan that stands.</summary>
/// <param name="Inserted">Those that fit, in order of serial id.</param>
/// <param name="Refused">Those that do not, with the reason.</param>
public sealed record InsertionResult(IReadOnlyList<InsertedSerial> Inserted, IReadOnlyList<RefusedSerial> Refused)
{
    /// <summary>What the serials that fit add to the plan's objective, micro-euros.</summary>
    public long CostMicroEuros => Inserted.Sum(i => i.CostMicroEuros);

    /// <summary>The civil part of it, at the scenario's civil weight.</summary>
    public long CivilMicroEuros => Inserted.Sum(i => i.CivilMicroEuros);
}

/// <summary>A serial that fits.</summary>
/// <param name="Planned">Its steps and own cost.</param>
/// <param name="CivilMicroEuros">Civil price that it added to the plan.</param>
/// <param name="LateBecause">What makes it late; empty when it is on time.</param>
/// <param name="Alternatives">When it is late: what would make it less so, best first.</param>
public sealed record InsertedSerial(
    PlannedSerial Planned, long CivilMicroEuros, Sentence LateBecause, IReadOnlyList<InsertionAlternative> Alternatives)
{
    /// <summary>What it adds to the objective, micro-euros.</summary>
    public long CostMicroEuros => Planned.Cost.Time + Planned.Cost.Lateness + Planned.Cost.Operating + CivilMicroEuros;
}

/// <summary>A serial that does not fit.</summary>
/// <param name="Unmoved">The reason.</param>
/// <param name="Alternatives">What would fit, best first; each was found by the same search in the same plan.</param>
public sealed record RefusedSerial(UnmovedSerial Unmoved, IReadOnlyList<InsertionAlternative> Alternatives);

/// <summary>Another way that fits the plan as it stands.</summary>
/// <param name="Kind">What is given up.</param>
/// <param name="Change">The change, in words.</param>
/// <param name="FinishSeconds">Tail's arrival.</param>
/// <param name="LatenessSeconds">Lateness after the due time that was asked for.</param>
/// <param name="CostMicroEuros">What it would add to the objective, lateness as priced for the change.</param>
public sealed record InsertionAlternative(
    AlternativeKind Kind, Sentence Change, int FinishSeconds, int LatenessSeconds, long CostMicroEuros);

/// <summary>What an alternative gives up.</summary>
public enum AlternativeKind { OtherTime, OtherMode, OtherExit, WaivedLimit }
