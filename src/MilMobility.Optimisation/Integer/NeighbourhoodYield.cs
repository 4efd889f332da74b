namespace MilMobility.Optimisation.Integer;

/// <summary>What a neighbourhood has brought.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rounds">Groups tried.</param>
/// <param name="Gain">What they took off the objective.</param>
/// <param name="Work">Work of their searches.</param>
public sealed record NeighbourhoodYield(string Name, long Rounds, long Gain, long Work);
