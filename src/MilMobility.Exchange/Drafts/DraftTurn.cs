namespace MilMobility.Exchange.Drafts;

/// <summary>
/// How a train comes from one link to another at a node where the tracks do not lead straight on, in both senses. The two
/// links may be the same: then it turns back. Turns that no row states are free.
/// </summary>
/// <param name="Node">Index of the node.</param>
/// <param name="FromLink">Index of a link at the node.</param>
/// <param name="ToLink">Index of a link at the node.</param>
/// <param name="ReversalMinutes">Time that the train stands there to reverse; null where it cannot reverse at all.</param>
/// <param name="Origin">Provenance of the row.</param>
public sealed record DraftTurn(int Node, int FromLink, int ToLink, int? ReversalMinutes, Provenance Origin);
