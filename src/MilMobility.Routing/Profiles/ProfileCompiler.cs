using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Routing.Profiles;

/// <summary>
/// Compiles a serial's footprints against a network into the columns of <see cref="SerialProfile"/>. O(arcs + transfers + nodes).
/// Thread-safe; no state.
/// </summary>
public static class ProfileCompiler
{
    private const int SecondsPerHour = 3600;

    public static SerialProfile Compile(Serial serial, CompiledNetwork network, MovementRules rules) =>
        Compile(serial, network, rules, []);

    /// <summary>The same with some links open to the serial whatever their limits; it still needs a footprint of their mode.</summary>
    public static SerialProfile Compile(
        Serial serial, CompiledNetwork network, MovementRules rules, IReadOnlyCollection<int> waivedLinks) =>
        Compile(serial, network, rules, waivedLinks, []);

    /// <summary>The same with some links closed to the serial.</summary>
    public static SerialProfile CompileWithout(
        Serial serial, CompiledNetwork network, MovementRules rules, IReadOnlyCollection<int> closedLinks) =>
        Compile(serial, network, rules, [], closedLinks);

    private static SerialProfile Compile(
        Serial serial, CompiledNetwork network, MovementRules rules, IReadOnlyCollection<int> waivedLinks,
        IReadOnlyCollection<int> closedLinks)
    {
        var arcs = network.ArcCount;
        bool[] hasMode = [serial.Road is not null, serial.Rail is not null, serial.Water is not null, true];
        int[] pass = [serial.Road?.PassSeconds ?? 0, serial.Rail?.PassSeconds ?? 0, serial.Water?.PassSeconds ?? 0, 0];
        int[] speed = [serial.Road?.SpeedKmh ?? 1, serial.Rail?.SpeedKmh ?? 1, serial.Water?.SpeedKmh ?? 1, 1];
        long[] costPerKm =
        [
            serial.Road?.CostMicroEurosPerKm ?? 0, serial.Rail?.CostMicroEurosPerKm ?? 0,
            serial.Water?.CostMicroEurosPerKm ?? 0, 0,
        ];
        var chambers = ChambersFor(serial.Water, network);
        var profile = new SerialProfile
        {
            VehicleCount = serial.VehicleCount,
            HasMode = hasMode,
            PassSeconds = pass,
            SpeedKmh = speed,
            ArcSeconds = new int[arcs],
            ArcLockSeconds = new int[arcs],
            ArcCost = new long[arcs],
            ArcResource = new int[arcs],
            ArcRate = new int[arcs],
            ArcSingle = new bool[arcs],
            TransferSeconds = new int[network.TransferCount],
            TransferFromShip = new bool[network.TransferCount],
            NodeHasTransfer = new bool[network.NodeCount],
            HoldAmount = new int[network.NodeCount],
            LockChambers = chambers,
            PoolAmount = PoolAmounts(serial, rules),
            LegLimitSeconds = new int[4],
        };
        for (var link = 0; link < network.LinkCount; link++)
        {
            var passes = !closedLinks.Contains(link)
                && (FootprintLimits.Passes(serial, network, link)
                    || (waivedLinks.Contains(link) && hasMode[(int)network.LinkMode[link]]));
            for (var arc = 2 * link; arc <= (2 * link) + 1; arc++)
                CompileArc(profile, serial, network, arc, passes && (arc % 2 == 0 || network.LinkTwoWay[link]), costPerKm);
        }

        for (var f = 0; f < network.TransferCount; f++) CompileTransfer(profile, serial, network, f);
        for (var node = 0; node < network.NodeCount; node++)
            profile.HoldAmount[node] = HoldAmount(serial, network, node);
        FillLegLimits(profile, rules);
        return profile;
    }

    private static void CompileArc(
        SerialProfile profile, Serial serial, CompiledNetwork network, int arc, bool passes, long[] costPerKm)
    {
        var link = arc >> 1;
        var mode = network.LinkMode[link];
        var lockIndex = mode == TransportMode.Water ? network.NodeLock[network.ArcFrom(arc)] : -1;
        profile.ArcSeconds[arc] = SerialProfile.Impassable;
        profile.ArcResource[arc] = SerialProfile.NoResource;
        profile.ArcSingle[arc] = IsSingle(network, link);
        if (!passes || (lockIndex >= 0 && profile.LockChambers[lockIndex] == 0)) return;

        var length = network.LinkLengthMetres[link];
        var lockSeconds = lockIndex >= 0 ? network.LockCycleSeconds[lockIndex] : 0;
        profile.ArcLockSeconds[arc] = lockSeconds;
        profile.ArcSeconds[arc] =
            lockSeconds + RunningTime.Seconds(length, network.LinkSpeedKmh[link], profile.SpeedKmh[(int)mode], 100);
        profile.ArcCost[arc] = costPerKm[(int)mode] * length / 1000;
        if (mode == TransportMode.Water)
        {
            profile.ArcResource[arc] = lockIndex >= 0 ? network.ArcCount + lockIndex : SerialProfile.NoResource;
            profile.ArcRate[arc] = lockIndex >= 0 ? 1 : 0;
        }
        else
        {
            profile.ArcResource[arc] = arc;
            profile.ArcRate[arc] = mode == TransportMode.Rail ? 1 : RoadRate(serial.Road!, network, link);
        }
    }

    /// <summary>A column takes a lane for its pass time, or its own passenger-car units if that is more (rule 12).</summary>
    private static int RoadRate(RoadFootprint road, CompiledNetwork network, int link)
    {
        var perHour = Math.Max(1, network.LinkLanesOrTracks[link]) * (long)SecondsPerHour;
        var lane = ((long)network.LinkCapacityPerHour[link] * road.PassSeconds + perHour - 1) / perHour;
        return (int)Math.Max(road.PassengerCarUnits, lane);
    }

    private static bool IsSingle(CompiledNetwork network, int link) => network.LinkMode[link] switch
    {
        TransportMode.Rail => network.LinkLanesOrTracks[link] == 1,
        TransportMode.Road => network.LinkLanesOrTracks[link] == 0,
        _ => false,
    };

    private static void CompileTransfer(SerialProfile profile, Serial serial, CompiledNetwork network, int transfer)
    {
        profile.TransferSeconds[transfer] = SerialProfile.Impassable;
        var kind = network.TransferKind[transfer];
        var discharge = kind.StartsWith("discharge-", StringComparison.Ordinal);
        profile.TransferFromShip[transfer] = discharge;
        if (discharge && kind != KindOf(serial.Ship)) return;
        // No footprint of either mode is asked for: between transfers a serial may stand at a node that it could not leave by a
        // move.
        var rate = network.TransferVehiclesPerHour[transfer];
        if (rate <= 0) return;
        profile.NodeHasTransfer[network.TransferFrom[transfer]] = true;
        profile.TransferSeconds[transfer] = Math.Max(
            1, network.TransferFixedSeconds[transfer] + ((SecondsPerHour * serial.VehicleCount) + rate - 1) / rate);
    }

    private static string KindOf(Ship? ship) => ship?.Discharge switch
    {
        DischargeMode.RoRo => "discharge-roro",
        DischargeMode.LoLo => "discharge-lolo",
        _ => "",
    };

    private static int HoldAmount(Serial serial, CompiledNetwork network, int node)
    {
        var amount = network.NodeHoldUnit[node] switch
        {
            HoldUnit.Vehicles => serial.VehicleCount,
            HoldUnit.LaneMetres => serial.LaneMetres,
            HoldUnit.Tracks when serial.Rail is { } rail && rail.TrainLengthMetres <= network.NodeHoldLengthMetres[node] => 1,
            HoldUnit.Berths when serial.Water is { } water
                && water.VesselLengthMetres <= network.NodeHoldLengthMetres[node] => 1,
            _ => 0,
        };
        return amount <= network.NodeHoldCapacity[node] && UnitFits(network.NodeHoldUnit[node], network.NodeMode[node])
            ? amount : 0;
    }

    private static bool UnitFits(HoldUnit unit, TransportMode mode) => mode switch
    {
        TransportMode.Road => unit is HoldUnit.Vehicles or HoldUnit.LaneMetres,
        TransportMode.Rail => unit == HoldUnit.Tracks,
        TransportMode.Water => unit == HoldUnit.Berths,
        _ => false,
    };

    private static int[] ChambersFor(WaterFootprint? water, CompiledNetwork network)
    {
        var chambers = new int[network.LockCount];
        if (water is null) return chambers;
        for (var k = 0; k < chambers.Length; k++)
        {
            chambers[k] = network.LockChambers[k].Count(
                c => c.LengthMetres >= water.VesselLengthMetres && c.WidthCm >= water.BeamCm);
        }

        return chambers;
    }

    private static int[] PoolAmounts(Serial serial, MovementRules rules)
    {
        var amounts = new int[MovementRules.PoolKinds];
        amounts[(int)PoolKind.Escort] = serial.Road?.Escorts ?? 0;
        amounts[(int)PoolKind.HeavyTransporter] = serial.Road?.HeavyTransporters ?? 0;
        amounts[(int)PoolKind.TrainSet] = serial.Rail is null ? 0 : 1;
        amounts[(int)PoolKind.Barge] = serial.Water is null ? 0 : 1;
        for (var kind = 0; kind < amounts.Length; kind++)
        {
            if (rules.PoolCount[kind] == MovementRules.Unlimited) amounts[kind] = 0;
        }

        return amounts;
    }

    private static void FillLegLimits(SerialProfile profile, MovementRules rules)
    {
        Array.Fill(profile.LegLimitSeconds, MovementRules.Unlimited);
        for (var kind = 0; kind < MovementRules.PoolKinds; kind++)
        {
            if (profile.PoolAmount[kind] == 0) continue;
            var mode = (int)SerialProfile.ModeOf((PoolKind)kind);
            profile.LegLimitSeconds[mode] = Math.Min(profile.LegLimitSeconds[mode], rules.PoolBlockSeconds[kind]);
        }
    }
}
