namespace MilMobility.Domain.Units;

/// <summary>Mode of a node, link or leg. `Sea` has nodes (ship at berth) but no links.</summary>
public enum TransportMode : byte { Road = 0, Rail = 1, Water = 2, Sea = 3 }
