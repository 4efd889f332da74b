namespace MilMobility.Convoys.Generation;

/// <summary>What instance of a family to make; null is the family's own value.</summary>
/// <param name="Family">One of <see cref="ConvoyFamilies.Names"/>.</param>
/// <param name="Nodes">Nodes; a grid takes width and height instead.</param>
/// <param name="Convoys">Convoys.</param>
/// <param name="Width">Nodes of a grid from west to east.</param>
/// <param name="Height">Nodes of a grid from north to south.</param>
/// <param name="HalfEdges">Length of the convoys of a grid in half edges: 1, 2, 4 or 8 are the published ones.</param>
/// <param name="Seed">Seed.</param>
public sealed record FamilyRequest(
    string Family, int? Nodes, int? Convoys, int? Width, int? Height, int? HalfEdges, int Seed);
