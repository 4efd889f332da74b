namespace MilMobility.Pipeline.Tests.HandCheck;

/// <summary>A link of a way, as its row in networks/nl has it, and the running time that a person computes from it.</summary>
/// <param name="Link">Link id.</param>
/// <param name="LengthMetres">Column length_m.</param>
/// <param name="SpeedKmh">Column speed_kmh.</param>
/// <param name="Seconds">3.6 x length / the smaller of the serial's and the link's speed, rounded up.</param>
public sealed record Leg(string Link, int LengthMetres, int SpeedKmh, int Seconds);
