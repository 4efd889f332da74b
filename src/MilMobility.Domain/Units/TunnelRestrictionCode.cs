namespace MilMobility.Domain.Units;

/// <summary>
/// ADR tunnel restriction code of a load (ADR 8.6.3): goods of code B may not use tunnels of category B-E, C not C-E, D not D-E,
/// E not E; `None` is free of restrictions. Category A tunnels are open to all.
/// </summary>
public enum TunnelRestrictionCode : byte { None = 0, E = 1, D = 2, C = 3, B = 4 }
