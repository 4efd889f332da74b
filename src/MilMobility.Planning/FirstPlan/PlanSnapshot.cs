using MilMobility.Routing.Search;

namespace MilMobility.Planning.FirstPlan;

/// <summary>A finished draft.</summary>
/// <param name="Itineraries">[serials] itinerary, or null if unmoved.</param>
/// <param name="ObjectiveMicroEuros">Its objective.</param>
/// <param name="Complete">False when the run ended before every serial was tried.</param>
/// <param name="Work">Work spent on it.</param>
public sealed record PlanSnapshot(Itinerary?[] Itineraries, long ObjectiveMicroEuros, bool Complete, long Work)
{
    public int Moved => Itineraries.Count(i => i is not null);

    /// <summary>A snapshot of a draft.</summary>
    public static PlanSnapshot Of(PlanDraft draft, bool complete) =>
        new(draft.Itineraries(), draft.ObjectiveMicroEuros, complete, draft.Work);
}
