using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Serialisation;

/// <summary>
/// Footprints of a set of loads, exactly as MODEL.md states them: one per mode, or null where the loads do not allow the mode or
/// exceed the train or barge. Inputs in kg and cm. Thread-safe; holds only the scenario's templates.
/// </summary>
public sealed class FootprintBuilder(MissionScenario scenario)
{
    private const int PassSecondsMin = 60;
    private const int LashingGapCm = 50;
    private const int ParkingGapCm = 100;

    /// <summary>Parked length of the vehicles with 1 m each, m, rounded up.</summary>
    public static int LaneMetres(IReadOnlyList<Load> loads) =>
        (int)Ceiling(loads.Sum(l => (long)l.Count * (l.Row.LengthCm + ParkingGapCm)), 100);

    public RoadFootprint? Road(IReadOnlyList<Load> loads)
    {
        var transporter = scenario.HeavyTransporter;
        if (loads.Any(l => !l.Row.ByRoad || (l.Row.IsTracked && transporter is null))) return null;
        var march = scenario.Road;
        var vehicles = loads.Sum(l => l.Count);
        var carried = loads.Where(l => l.Row.IsTracked).Sum(l => l.Count);
        var speed = carried > 0 ? Math.Min(march.SpeedKmh, transporter!.SpeedKmh) : march.SpeedKmh;
        var lengths = loads.Sum(l => (long)l.Count * (l.Row.IsTracked ? transporter!.LengthCm : l.Row.LengthCm));
        var column = MarchArithmetic.ColumnMetres(lengths, vehicles, march.VehicleGapMetres);
        var packets = MarchArithmetic.Packets(vehicles, march.PacketVehicles);
        return new RoadFootprint
        {
            VehicleCount = vehicles,
            SpeedKmh = speed,
            ColumnMetres = column,
            PassSeconds = MarchArithmetic.PassSeconds(column, speed, packets, march.PacketGapSeconds),
            PassengerCarUnits = (int)Ceiling(loads.Sum(l => (long)l.Count * l.Row.PcuHundredths), 100),
            Wheeled = new WheeledLoadClass(
                loads.Max(l => l.Row.IsTracked ? transporter!.LoadClass.Value : l.Row.Wheeled?.Value ?? 0)),
            Tracked = new TrackedLoadClass(0),
            AxleLoadKg = loads.Max(l => l.Row.IsTracked ? transporter!.AxleLoadKg : l.Row.AxleLoadKg),
            MassKg = loads.Max(l => l.Row.MassKg + (l.Row.IsTracked ? transporter!.TareKg : 0)),
            HeightCm = loads.Max(l => l.Row.HeightCm + (l.Row.IsTracked ? transporter!.DeckHeightCm : 0)),
            WidthCm = loads.Max(l => Math.Max(l.Row.WidthCm, l.Row.IsTracked ? transporter!.WidthCm : 0)),
            VehicleLengthCm = loads.Max(l => l.Row.IsTracked ? transporter!.LengthCm : l.Row.LengthCm),
            TunnelCode = loads.Max(l => l.Row.TunnelCode),
            CostMicroEurosPerKm = vehicles * march.CostMicroEurosPerVehicleKm,
            Escorts = NeedsEscort(loads) ? 1 : 0,
            HeavyTransporters = carried,
        };
    }

    public RailFootprint? Rail(IReadOnlyList<Load> loads)
    {
        if (loads.Any(l => !l.Row.ByRail)) return null;
        var train = scenario.Rail;
        int wagons = 0, axleLoad = 0, metreLoad = 0;
        long mass = train.LocomotiveMassKg;
        foreach (var (row, count) in loads)
        {
            var perWagon = Math.Max(1, (train.WagonLoadingLengthCm + LashingGapCm) / (row.LengthCm + LashingGapCm));
            var onOne = Math.Min(perWagon, count);
            var loaded = train.WagonTareKg + ((long)onOne * row.MassKg);
            wagons += (int)Ceiling(count, perWagon);
            axleLoad = Math.Max(axleLoad, (int)Ceiling(loaded, train.WagonAxles));
            metreLoad = Math.Max(metreLoad, (int)Ceiling(100 * loaded, train.WagonLengthCm));
            mass += (long)count * row.MassKg;
        }

        mass += (long)wagons * train.WagonTareKg;
        var length = (int)Ceiling(train.LocomotiveLengthCm + ((long)wagons * train.WagonLengthCm), 100);
        if (length > train.MaxLengthMetres || mass > train.MaxMassKg) return null;
        return new RailFootprint
        {
            Wagons = wagons,
            TrainLengthMetres = length,
            TrainMassKg = mass,
            AxleLoadKg = axleLoad,
            MetreLoadKg = metreLoad,
            SpeedKmh = train.SpeedKmh,
            PassSeconds = Math.Max(PassSecondsMin, MarchArithmetic.TravelSeconds(length, train.SpeedKmh)),
            Traction = train.Traction,
            Gauge = loads.Max(l => l.Row.Gauge),
            CostMicroEurosPerKm = train.CostMicroEurosPerKm,
        };
    }

    public WaterFootprint? Water(IReadOnlyList<Load> loads)
    {
        var barge = scenario.Water;
        if (loads.Any(l => !l.Row.ByWater)) return null;
        if (LaneMetres(loads) > barge.LaneMetres || loads.Sum(l => (long)l.Count * l.Row.MassKg) > barge.MaxMassKg) return null;
        return new WaterFootprint
        {
            VesselLengthMetres = barge.LengthMetres,
            BeamCm = barge.BeamCm,
            DraughtCm = barge.DraughtCm,
            AirDraughtCm = barge.AirDraughtCm,
            CemtClass = barge.CemtClass,
            SpeedKmh = barge.SpeedKmh,
            PassSeconds = Math.Max(PassSecondsMin, MarchArithmetic.TravelSeconds(barge.LengthMetres, barge.SpeedKmh)),
            CostMicroEurosPerKm = barge.CostMicroEurosPerKm,
        };
    }

    private bool NeedsEscort(IReadOnlyList<Load> loads) => scenario.Road.Escort switch
    {
        EscortRule.All => true,
        EscortRule.DangerousGoods => loads.Any(l => l.Row.DangerousGoodsClass.Length > 0),
        _ => false,
    };

    private static long Ceiling(long value, long divisor) => MarchArithmetic.CeilingDivide(value, divisor);
}

/// <summary>A number of vehicles of one requirement row.</summary>
public readonly record struct Load(Requirement Row, int Count);
