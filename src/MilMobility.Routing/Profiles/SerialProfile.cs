using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Routing.Profiles;

/// <summary>
/// A footprint class compiled against a network: what every arc, transfer and node means to serials of this class, in columns,
/// so that the search compares nothing but integers. Serials with equal footprints share one profile. At 3,000 arcs a profile
/// takes about 60 kB. Immutable after compile, safe to share between threads.
/// </summary>
public sealed class SerialProfile
{
    /// <summary>In <see cref="ArcSeconds"/> and <see cref="TransferSeconds"/>: not usable.</summary>
    public const int Impassable = -1;

    /// <summary>In <see cref="ArcResource"/>: no rate resource.</summary>
    public const int NoResource = -1;

    public required int VehicleCount { get; init; }

    /// <summary>[4] by mode: true if the serial has a footprint for the mode (sea: true).</summary>
    public required bool[] HasMode { get; init; }
    /// <summary>[4] by mode: pass time, s; 0 at sea.</summary>
    public required int[] PassSeconds { get; init; }
    /// <summary>[4] by mode: own speed, km/h.</summary>
    public required int[] SpeedKmh { get; init; }

    /// <summary>[2L] running time at full speed plus the lockage of a move that leaves a lock node, s; or -1.</summary>
    public required int[] ArcSeconds { get; init; }
    /// <summary>[2L] the lockage alone, s.</summary>
    public required int[] ArcLockSeconds { get; init; }
    /// <summary>[2L] operating cost of a move, micro-euros.</summary>
    public required long[] ArcCost { get; init; }
    /// <summary>[2L] rate resource of a move (price band table), or -1.</summary>
    public required int[] ArcResource { get; init; }
    /// <summary>[2L] amount of the rate resource that a move uses.</summary>
    public required int[] ArcRate { get; init; }
    /// <summary>[2L] true where both directions share one road or track.</summary>
    public required bool[] ArcSingle { get; init; }

    /// <summary>[F] duration of a transfer, s; or -1.</summary>
    public required int[] TransferSeconds { get; init; }
    /// <summary>[F] true if the transfer must lie within the ship's berth window.</summary>
    public required bool[] TransferFromShip { get; init; }
    /// <summary>[N] true if a usable transfer leaves the node.</summary>
    public required bool[] NodeHasTransfer { get; init; }

    /// <summary>[N] amount of the node's hold capacity that a hold takes; 0 = this serial cannot hold there.</summary>
    public required int[] HoldAmount { get; init; }
    /// <summary>[K] chambers of each lock that take the vessel.</summary>
    public required int[] LockChambers { get; init; }

    /// <summary>[4] by <see cref="PoolKind"/>: assets a leg needs, of pools that are limited.</summary>
    public required int[] PoolAmount { get; init; }
    /// <summary>[4] by mode: shortest block of the pools that a leg of the mode needs; unlimited if none.</summary>
    public required int[] LegLimitSeconds { get; init; }

    /// <summary>Time a train stands to reverse where the turn asks for some seconds: no less than its tail takes to come in.</summary>
    public int ReversalSeconds(int seconds) => Math.Max(seconds, PassSeconds[(int)TransportMode.Rail]);

    /// <summary>The mode whose legs need the pool.</summary>
    public static TransportMode ModeOf(PoolKind kind) => kind switch
    {
        PoolKind.TrainSet => TransportMode.Rail,
        PoolKind.Barge => TransportMode.Water,
        _ => TransportMode.Road,
    };
}
