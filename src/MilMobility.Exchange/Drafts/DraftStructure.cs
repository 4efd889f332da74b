namespace MilMobility.Exchange.Drafts;

/// <summary>How many structures of one kind a train on a rail link passes.</summary>
/// <param name="Link">Index of the link.</param>
/// <param name="Kind"><c>level-crossing</c>, <c>bridge</c>, <c>viaduct</c> or <c>tunnel</c>.</param>
/// <param name="Count">At least 1.</param>
/// <param name="Origin">Provenance of the count.</param>
public sealed record DraftStructure(int Link, string Kind, int Count, Provenance Origin);

/// <summary>A bridge that opens for vessels.</summary>
/// <param name="Id">Unique among bridges.</param>
/// <param name="Name">Name.</param>
/// <param name="Node">Index of its water node.</param>
/// <param name="RoadLink">Index of the road that it carries; -1 without.</param>
/// <param name="ClearanceClosedCm">Room under the closed bridge.</param>
/// <param name="OpeningMinutes">Time that the road is closed for one opening.</param>
/// <param name="Origin">Provenance of the last two.</param>
public sealed record DraftMovableBridge(
    string Id, string Name, int Node, int RoadLink, int ClearanceClosedCm, int OpeningMinutes, RowOrigin Origin);
