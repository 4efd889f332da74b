using System.Collections.Frozen;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// The network as the search sees it: columns, indices from 0, no objects. Immutable after compile and safe to share between
/// threads. Link l gives arc 2l (from -> to) and arc 2l + 1 (to -> from); the second is not in the adjacency when the link is
/// one-way. At national scale (1,500 links) it takes about 0.3 MB; at full detail (25,000 links) about 5 MB.
/// Limits that are unknown hold <see cref="NoLimit"/>, so that a comparison needs no test for null.
/// </summary>
public sealed class CompiledNetwork
{
    public const int NoLimit = int.MaxValue;

    public required NetworkDataset Dataset { get; init; }

    // ---- nodes, [N]
    public int NodeCount => NodeId.Length;
    public required string[] NodeId { get; init; }
    public required TransportMode[] NodeMode { get; init; }
    /// <summary>Degrees, WGS84.</summary>
    public required double[] NodeLat { get; init; }
    public required double[] NodeLon { get; init; }
    /// <summary>Amount that may hold at the node, in <see cref="NodeHoldUnit"/>; 0 = no holding; NoLimit = unlimited.</summary>
    public required int[] NodeHoldCapacity { get; init; }
    public required HoldUnit[] NodeHoldUnit { get; init; }
    /// <summary>Longest train or vessel that may hold, m, or NoLimit.</summary>
    public required int[] NodeHoldLengthMetres { get; init; }
    /// <summary>Index of the node's lock, or -1.</summary>
    public required int[] NodeLock { get; init; }
    public required FrozenDictionary<string, int> NodeIndex { get; init; }
    /// <summary>Place id to the nodes of all modes that carry it.</summary>
    public required FrozenDictionary<string, int[]> PlaceNodes { get; init; }

    // ---- links, [L]; arcs are 2L
    public int LinkCount => LinkId.Length;
    public int ArcCount => 2 * LinkId.Length;
    public required string[] LinkId { get; init; }
    public required TransportMode[] LinkMode { get; init; }
    public required string[] LinkClass { get; init; }
    public required int[] LinkFrom { get; init; }
    public required int[] LinkTo { get; init; }
    public required int[] LinkLengthMetres { get; init; }
    public required int[] LinkSpeedKmh { get; init; }
    /// <summary>Road: lanes per direction; rail: tracks in total.</summary>
    public required int[] LinkLanesOrTracks { get; init; }
    /// <summary>Per hour and direction: pcu or paths.</summary>
    public required int[] LinkCapacityPerHour { get; init; }
    public required bool[] LinkTwoWay { get; init; }
    public required bool[] LinkFreight { get; init; }
    public required int[] LinkWheeled { get; init; }
    public required int[] LinkTracked { get; init; }
    public required int[] LinkAxleLoadKg { get; init; }
    public required int[] LinkMassKg { get; init; }
    public required int[] LinkHeightCm { get; init; }
    public required int[] LinkWidthCm { get; init; }
    public required int[] LinkVehicleLengthCm { get; init; }
    /// <summary>0 = no tunnel, 1-5 = category A-E.</summary>
    public required byte[] LinkTunnelCategory { get; init; }
    /// <summary>False only where the line is known to have no overhead line.</summary>
    public required bool[] LinkElectrified { get; init; }
    /// <summary>Largest loading gauge; GC where unknown.</summary>
    public required LoadingGauge[] LinkGauge { get; init; }
    public required int[] LinkMetreLoadKg { get; init; }
    public required int[] LinkTrainLengthMetres { get; init; }
    public required int[] LinkCemtClass { get; init; }
    public required int[] LinkDraughtCm { get; init; }
    public required int[] LinkAirDraughtCm { get; init; }
    public required int[] LinkVesselLengthMetres { get; init; }
    public required int[] LinkBeamCm { get; init; }
    public required FrozenDictionary<string, int> LinkIndex { get; init; }

    // ---- adjacency: arcs out of node n are OutArcs[OutStart[n] .. OutStart[n + 1])
    public required int[] OutStart { get; init; }
    public required int[] OutArcs { get; init; }
    public required int[] InStart { get; init; }
    public required int[] InArcs { get; init; }

    /// <summary>The adjacency as turns leave it: what the search follows.</summary>
    public required TurnStates Turns { get; init; }

    // ---- transfers, [F], directed
    public int TransferCount => TransferId.Length;
    public required string[] TransferId { get; init; }
    public required int[] TransferFrom { get; init; }
    public required int[] TransferTo { get; init; }
    public required string[] TransferKind { get; init; }
    public required int[] TransferFixedSeconds { get; init; }
    public required int[] TransferVehiclesPerHour { get; init; }
    /// <summary>Index of the group (place and kind) whose positions the transfer shares.</summary>
    public required int[] TransferGroup { get; init; }
    /// <summary>[G] positions of each group.</summary>
    public required int[] GroupPositions { get; init; }
    public required int[] OutTransferStart { get; init; }
    public required int[] OutTransfers { get; init; }
    public required int[] InTransferStart { get; init; }
    public required int[] InTransfers { get; init; }
    public required FrozenDictionary<string, int> TransferIndex { get; init; }

    // ---- locks, [K]
    public int LockCount => LockNode.Length;
    public required int[] LockNode { get; init; }
    public required int[] LockCycleSeconds { get; init; }
    /// <summary>Chambers of lock k.</summary>
    public required Chamber[][] LockChambers { get; init; }

    /// <summary>[K + 1] times at which chambers of lock k are out of service: entries LockOutStart[k] .. LockOutStart[k + 1).</summary>
    public required int[] LockOutStart { get; init; }
    public required int[] LockOutFrom { get; init; }
    public required int[] LockOutTo { get; init; }
    /// <summary>Chambers that are out over [LockOutFrom, LockOutTo) seconds, ascending and disjoint per lock.</summary>
    public required int[] LockOutChambers { get; init; }

    // ---- windows per arc: entries WindowStart[a] .. WindowStart[a + 1)
    /// <summary>Closed times (closures and curfews), [ClosedFrom, ClosedTo) seconds, ascending and disjoint per arc.</summary>
    public required int[] ClosedStart { get; init; }
    public required int[] ClosedFrom { get; init; }
    public required int[] ClosedTo { get; init; }
    /// <summary>Speed factors in hundredths in [FactorFrom, FactorTo) seconds, ascending and disjoint per arc; 100 elsewhere.</summary>
    public required int[] FactorStart { get; init; }
    public required int[] FactorFrom { get; init; }
    public required int[] FactorTo { get; init; }
    public required int[] FactorHundredths { get; init; }
    /// <summary>Capacity factors in hundredths, same layout; civil pricing applies them.</summary>
    public required int[] CapacityFactorStart { get; init; }
    public required int[] CapacityFactorFrom { get; init; }
    public required int[] CapacityFactorTo { get; init; }
    public required int[] CapacityFactorHundredths { get; init; }

    /// <summary>Policy levers and civil floors of the scenario.</summary>
    public CompiledLevers Levers { get; init; } = new();

    /// <summary>
    /// Node indices of a place id or of a single node id, a place first; empty when the name is neither.
    /// The array is shared: do not write to it.
    /// </summary>
    public int[] NodesOf(string placeOrNode)
    {
        if (PlaceNodes.TryGetValue(placeOrNode, out var nodes)) return nodes;
        return NodeIndex.TryGetValue(placeOrNode, out var node) ? [node] : [];
    }

    public int ArcFrom(int arc) => (arc & 1) == 0 ? LinkFrom[arc >> 1] : LinkTo[arc >> 1];

    public int ArcTo(int arc) => (arc & 1) == 0 ? LinkTo[arc >> 1] : LinkFrom[arc >> 1];
}
