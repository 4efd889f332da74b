using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>What a serial's loads come to by MODEL.md, whatever the plan says of them.</summary>
internal sealed record DerivedFootprints(
    long VehicleCount, long LaneMetres, RoadFootprint? Road, RailFootprint? Rail, WaterFootprint? Water)
{
    public bool Has(TransportMode mode) => mode switch
    {
        TransportMode.Road => Road is not null,
        TransportMode.Rail => Rail is not null,
        TransportMode.Water => Water is not null,
        _ => false,
    };

    /// <summary>Seconds from head to tail; 0 without a footprint.</summary>
    public long PassSeconds(TransportMode mode) => mode switch
    {
        TransportMode.Road => Road?.PassSeconds ?? 0,
        TransportMode.Rail => Rail?.PassSeconds ?? 0,
        TransportMode.Water => Water?.PassSeconds ?? 0,
        _ => 0,
    };

    public int SpeedKmh(TransportMode mode) => mode switch
    {
        TransportMode.Road => Road?.SpeedKmh ?? 0,
        TransportMode.Rail => Rail?.SpeedKmh ?? 0,
        TransportMode.Water => Water?.SpeedKmh ?? 0,
        _ => 0,
    };

    public long CostMicroEurosPerKm(TransportMode mode) => mode switch
    {
        TransportMode.Road => Road?.CostMicroEurosPerKm ?? 0,
        TransportMode.Rail => Rail?.CostMicroEurosPerKm ?? 0,
        TransportMode.Water => Water?.CostMicroEurosPerKm ?? 0,
        _ => 0,
    };
}

/// <summary>A number of vehicles of a requirement row, looked up; the count is at least 1.</summary>
internal readonly record struct KnownLoad(Requirement Row, long Count);

/// <summary>
/// Recomputes footprints from the loads and the scenario's templates ("Footprints, exactly" of MODEL.md). Loads whose row is
/// unknown or whose count is not positive are left out; the coverage rule names them.
/// </summary>
internal static class FootprintDerivation
{
    private const long PassSecondsMin = 60;

    /// <summary>Space between vehicles on a wagon, cm.</summary>
    private const long WagonSpacingCm = 50;

    /// <summary>Space between parked vehicles, cm.</summary>
    private const long ParkingSpacingCm = 100;

    public static DerivedFootprints Derive(MissionScenario scenario, IReadOnlyList<KnownLoad> loads)
    {
        var vehicles = loads.Sum(load => load.Count);
        var laneMetres = Exact.CeilingOf(loads.Sum(load => load.Count * (load.Row.LengthCm + ParkingSpacingCm)), 100);
        if (loads.Count == 0) return new DerivedFootprints(vehicles, laneMetres, null, null, null);
        return new DerivedFootprints(
            vehicles, laneMetres,
            loads.All(load => load.Row.ByRoad) ? Road(scenario, loads, vehicles) : null,
            loads.All(load => load.Row.ByRail) ? Rail(scenario.Rail, loads) : null,
            loads.All(load => load.Row.ByWater) ? Water(scenario.Water, loads, laneMetres) : null);
    }

    private static RoadFootprint? Road(MissionScenario scenario, IReadOnlyList<KnownLoad> loads, long vehicles)
    {
        var march = scenario.Road;
        var carrier = scenario.HeavyTransporter;
        var carried = loads.Where(load => load.Row.IsTracked).Sum(load => load.Count);
        if (carried > 0 && carrier is null) return null;

        var onRoad = loads.Select(load => RoadVehicle.Of(load.Row, carrier)).ToList();
        var lengthCm = loads.Zip(onRoad, (load, vehicle) => load.Count * vehicle.LengthCm).Sum();
        var columnMetres = Exact.CeilingOf(lengthCm + (100L * march.VehicleGapMetres * vehicles), 100);
        var speed = carried > 0 ? Math.Min(march.SpeedKmh, carrier!.SpeedKmh) : march.SpeedKmh;
        var packets = Exact.CeilingOf(vehicles, march.PacketVehicles);
        var escorted = march.Escort == EscortRule.All
            || (march.Escort == EscortRule.DangerousGoods && loads.Any(load => load.Row.DangerousGoodsClass.Length > 0));
        return new RoadFootprint
        {
            VehicleCount = Exact.Clamped(vehicles),
            SpeedKmh = speed,
            ColumnMetres = Exact.Clamped(columnMetres),
            PassSeconds = Exact.Clamped(Exact.TravelSeconds(columnMetres, speed) + ((packets - 1) * march.PacketGapSeconds)),
            PassengerCarUnits = Exact.Clamped(Exact.CeilingOf(loads.Sum(load => load.Count * load.Row.PcuHundredths), 100)),
            Wheeled = new WheeledLoadClass(onRoad.Max(vehicle => vehicle.Wheeled)),
            Tracked = new TrackedLoadClass(0),
            AxleLoadKg = onRoad.Max(vehicle => vehicle.AxleLoadKg),
            MassKg = Exact.Clamped(onRoad.Max(vehicle => vehicle.MassKg)),
            HeightCm = Exact.Clamped(onRoad.Max(vehicle => vehicle.HeightCm)),
            WidthCm = onRoad.Max(vehicle => vehicle.WidthCm),
            VehicleLengthCm = onRoad.Max(vehicle => vehicle.LengthCm),
            TunnelCode = loads.Max(load => load.Row.TunnelCode),
            CostMicroEurosPerKm = vehicles * march.CostMicroEurosPerVehicleKm,
            Escorts = escorted ? 1 : 0,
            HeavyTransporters = Exact.Clamped(carried),
        };
    }

    /// <summary>A vehicle as the road meets it: itself, or the transporter that carries it.</summary>
    private readonly record struct RoadVehicle(
        int LengthCm, int WidthCm, long HeightCm, long MassKg, int AxleLoadKg, int Wheeled)
    {
        public static RoadVehicle Of(Requirement row, HeavyTransporter? carrier) => row.IsTracked && carrier is not null
            ? new RoadVehicle(
                carrier.LengthCm, Math.Max(carrier.WidthCm, row.WidthCm), (long)carrier.DeckHeightCm + row.HeightCm,
                (long)carrier.TareKg + row.MassKg, carrier.AxleLoadKg, carrier.LoadClass.Value)
            : new RoadVehicle(row.LengthCm, row.WidthCm, row.HeightCm, row.MassKg, row.AxleLoadKg, row.Wheeled?.Value ?? 0);
    }

    private static RailFootprint? Rail(TrainTemplate train, IReadOnlyList<KnownLoad> loads)
    {
        long wagons = 0, axleLoad = 0, metreLoad = 0, vehicleMass = 0;
        foreach (var (row, count) in loads)
        {
            var perWagon = Math.Max(1, (train.WagonLoadingLengthCm + WagonSpacingCm) / (row.LengthCm + WagonSpacingCm));
            wagons += Exact.CeilingOf(count, perWagon);
            var fullest = train.WagonTareKg + (Math.Min(perWagon, count) * row.MassKg);
            axleLoad = Math.Max(axleLoad, Exact.CeilingOf(fullest, train.WagonAxles));
            metreLoad = Math.Max(metreLoad, Exact.CeilingOf(100 * fullest, train.WagonLengthCm));
            vehicleMass += count * row.MassKg;
        }

        var lengthMetres = Exact.CeilingOf(train.LocomotiveLengthCm + (wagons * train.WagonLengthCm), 100);
        var mass = train.LocomotiveMassKg + (wagons * train.WagonTareKg) + vehicleMass;
        if (lengthMetres > train.MaxLengthMetres || mass > train.MaxMassKg) return null;
        return new RailFootprint
        {
            Wagons = Exact.Clamped(wagons),
            TrainLengthMetres = Exact.Clamped(lengthMetres),
            TrainMassKg = mass,
            AxleLoadKg = Exact.Clamped(axleLoad),
            MetreLoadKg = Exact.Clamped(metreLoad),
            SpeedKmh = train.SpeedKmh,
            PassSeconds = Exact.Clamped(Math.Max(PassSecondsMin, Exact.TravelSeconds(lengthMetres, train.SpeedKmh))),
            Traction = train.Traction,
            Gauge = loads.Max(load => load.Row.Gauge),
            CostMicroEurosPerKm = train.CostMicroEurosPerKm,
        };
    }

    private static WaterFootprint? Water(VesselTemplate vessel, IReadOnlyList<KnownLoad> loads, long laneMetres)
    {
        if (laneMetres > vessel.LaneMetres || loads.Sum(load => load.Count * load.Row.MassKg) > vessel.MaxMassKg) return null;
        return new WaterFootprint
        {
            VesselLengthMetres = vessel.LengthMetres,
            BeamCm = vessel.BeamCm,
            DraughtCm = vessel.DraughtCm,
            AirDraughtCm = vessel.AirDraughtCm,
            CemtClass = vessel.CemtClass,
            SpeedKmh = vessel.SpeedKmh,
            PassSeconds = Exact.Clamped(Math.Max(PassSecondsMin, Exact.TravelSeconds(vessel.LengthMetres, vessel.SpeedKmh))),
            CostMicroEurosPerKm = vessel.CostMicroEurosPerKm,
        };
    }
}
