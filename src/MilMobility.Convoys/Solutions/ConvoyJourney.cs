namespace MilMobility.Convoys.Solutions;

/// <summary>How one convoy moves.</summary>
/// <param name="Id">The convoy.</param>
/// <param name="Path">Nodes from origin to destination, at least two.</param>
/// <param name="HeadSeconds">[nodes of the path] second of the head at each; the first is its departure.</param>
public sealed record ConvoyJourney(string Id, IReadOnlyList<int> Path, IReadOnlyList<int> HeadSeconds);
