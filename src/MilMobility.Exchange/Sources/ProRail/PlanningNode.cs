namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>A node of the planning level and where its cross-section cuts the tracks.</summary>
/// <param name="Name">As ProRail names its area, or after the line it lies on.</param>
/// <param name="Kind">A node kind of the dataset format: station, yard, port, terminal, junction or border.</param>
/// <param name="Geocode">The three-digit geocode it stands for.</param>
/// <param name="Point">Where it is drawn.</param>
/// <param name="Gates">The tracks it cuts, at least one; they carry the node's index.</param>
public sealed record PlanningNode(
    string Name, string Kind, string Geocode, PlanePoint Point, IReadOnlyList<TrackGate> Gates);
