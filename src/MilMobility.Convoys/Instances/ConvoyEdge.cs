namespace MilMobility.Convoys.Instances;

/// <summary>A two-way edge of an instance.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="TravelSeconds">Time of a head from end to end, in both directions, at least 1.</param>
public readonly record struct ConvoyEdge(int From, int To, int TravelSeconds);
