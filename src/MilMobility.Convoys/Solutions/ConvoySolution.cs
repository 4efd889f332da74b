namespace MilMobility.Convoys.Solutions;

/// <summary>A plan for an instance, as it is written.</summary>
/// <param name="Status">How the solving ended: done, unmoved-convoys, cancelled.</param>
/// <param name="ObjectiveSeconds">Sum of finish - ready over the journeys.</param>
/// <param name="BoundSeconds">Proven: no plan that moves every convoy has a smaller objective.</param>
/// <param name="Journeys">Journeys of the convoys that move; a convoy without one stays where it is.</param>
public sealed record ConvoySolution(string Status, long ObjectiveSeconds, long BoundSeconds, IReadOnlyList<ConvoyJourney> Journeys);
