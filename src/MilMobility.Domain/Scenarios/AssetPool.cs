namespace MilMobility.Domain.Scenarios;

/// <summary>A pool of equal assets, each tasked for a fixed block (out, turn round and back).</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Kind">What needs it; at most one pool of a kind.</param>
/// <param name="Count">Number of assets.</param>
/// <param name="BlockSeconds">Length of one task.</param>
public sealed record AssetPool(string Id, PoolKind Kind, int Count, int BlockSeconds);

/// <summary>
/// Escort: one per road serial that needs one. HeavyTransporter: one per tracked vehicle by road. TrainSet, Barge: one per serial.
/// </summary>
public enum PoolKind { Escort, HeavyTransporter, TrainSet, Barge }
