using MilMobility.Domain.Units;

namespace MilMobility.Domain.Serials;

/// <summary>What a serial is by road: the worst value of each limit over its vehicles, and the column's length and pass time.</summary>
public sealed record RoadFootprint
{
    public required int VehicleCount { get; init; }
    public required int SpeedKmh { get; init; }
    public required int ColumnMetres { get; init; }
    public required int PassSeconds { get; init; }
    /// <summary>Passenger-car units of the column, rounded up.</summary>
    public required int PassengerCarUnits { get; init; }
    /// <summary>0 when no vehicle of the column is wheeled.</summary>
    public required WheeledLoadClass Wheeled { get; init; }
    /// <summary>0 when no vehicle of the column is tracked.</summary>
    public required TrackedLoadClass Tracked { get; init; }
    public required int AxleLoadKg { get; init; }
    public required int MassKg { get; init; }
    public required int HeightCm { get; init; }
    public required int WidthCm { get; init; }
    public required int VehicleLengthCm { get; init; }
    public required TunnelRestrictionCode TunnelCode { get; init; }
    public required long CostMicroEurosPerKm { get; init; }
    public required int Escorts { get; init; }
    public required int HeavyTransporters { get; init; }
}

/// <summary>What a serial is by rail: one train.</summary>
public sealed record RailFootprint
{
    public required int Wagons { get; init; }
    public required int TrainLengthMetres { get; init; }
    public required long TrainMassKg { get; init; }
    /// <summary>Heaviest axle of a loaded wagon.</summary>
    public required int AxleLoadKg { get; init; }
    /// <summary>Heaviest loaded wagon per metre of its length.</summary>
    public required int MetreLoadKg { get; init; }
    public required int SpeedKmh { get; init; }
    public required int PassSeconds { get; init; }
    public required Traction Traction { get; init; }
    public required LoadingGauge Gauge { get; init; }
    public required long CostMicroEurosPerKm { get; init; }
}

/// <summary>What a serial is by water: one barge.</summary>
public sealed record WaterFootprint
{
    public required int VesselLengthMetres { get; init; }
    public required int BeamCm { get; init; }
    public required int DraughtCm { get; init; }
    public required int AirDraughtCm { get; init; }
    public required int CemtClass { get; init; }
    public required int SpeedKmh { get; init; }
    public required int PassSeconds { get; init; }
    public required long CostMicroEurosPerKm { get; init; }
}
