namespace MilMobility.Exchange.Sources.Osm;

/// <summary>A turn that heavy vehicles may not make, or the only one they may, as a relation of OSM states it.</summary>
/// <param name="Relation">Number of the relation.</param>
/// <param name="Kind">Its value, such as <c>no_left_turn</c> or <c>only_straight_on</c>.</param>
/// <param name="From">Way that is left.</param>
/// <param name="ViaNode">Node at which; 0 where it is by way of other ways.</param>
/// <param name="To">Way that is entered.</param>
public sealed record OsmTurnRestriction(long Relation, string Kind, long From, long ViaNode, long To);
