namespace MilMobility.Optimisation.Tests.Toy;

/// <summary>Identical jobs.</summary>
/// <param name="Ready">First second at which one may start.</param>
/// <param name="Length">Seconds on a machine, at least 1.</param>
/// <param name="Weight">Cost of each second from ready to the end.</param>
/// <param name="Unmoved">Cost of leaving one out.</param>
/// <param name="Crew">Crew members that one takes while it runs, at least 0.</param>
/// <param name="Count">How many there are.</param>
public sealed record ToyJob(int Ready, int Length, int Weight, long Unmoved, int Crew = 0, int Count = 1);
