namespace MilMobility.Exchange.Drafts;

/// <summary>How many structures of one kind a train on a rail link passes.</summary>
/// <param name="Link">Index of the link.</param>
/// <param name="Kind"><c>level-crossing</c>, <c>bridge</c>, <c>viaduct</c> or <c>tunnel</c>.</param>
/// <param name="Count">At least 1.</param>
/// <param name="Origin">Provenance of the count.</param>
public sealed record DraftStructure(int Link, string Kind, int Count, Provenance Origin);
