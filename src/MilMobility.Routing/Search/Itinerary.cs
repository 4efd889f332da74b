namespace MilMobility.Routing.Search;

/// <summary>Kind of an itinerary's step.</summary>
public enum StepKind : byte { Move, Hold, Transfer }

/// <summary>One step of an itinerary; the index is an arc, a node or a transfer by kind.</summary>
public readonly record struct ItineraryStep(StepKind Kind, int Index, int StartSeconds, int EndSeconds);

/// <summary>
/// A complete journey of one serial: steps contiguous in time and space from the ready time on, and its own cost terms in
/// micro-euros. Immutable.
/// </summary>
/// <param name="Steps">Steps in order.</param>
/// <param name="FinishSeconds">Tail's arrival.</param>
/// <param name="Time">Time term.</param>
/// <param name="Lateness">Lateness term.</param>
/// <param name="Operating">Operating term.</param>
/// <param name="CivilAtInsertion">Civil prices it added when it was found.</param>
public sealed record Itinerary(
    ItineraryStep[] Steps, int FinishSeconds, long Time, long Lateness, long Operating, long CivilAtInsertion)
{
    /// <summary>Its own terms, without the civil term.</summary>
    public long OwnCost => Time + Lateness + Operating;
}
