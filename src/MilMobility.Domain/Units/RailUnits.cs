namespace MilMobility.Domain.Units;

/// <summary>Overhead line of a rail link. `None` takes diesel traction only.</summary>
public enum Electrification : byte { None = 0, Dc1500 = 1, Ac25kV = 2, Ac15kV = 3, Dc3000 = 4 }

/// <summary>Loading gauge, small to large (EN 15273): a load of one gauge passes every link of the same or a larger one.</summary>
public enum LoadingGauge : byte { G1 = 0, GA = 1, GB = 2, GC = 3 }

/// <summary>
/// Traction of a train: diesel runs everywhere, electric only under an overhead line it can use (all of them, multi-system).
/// </summary>
public enum Traction : byte { Diesel = 0, Electric = 1 }
