using MilMobility.Domain.Units;

namespace MilMobility.Domain.Scenarios;

/// <summary>March parameters of road serials (AMovP-1).</summary>
/// <param name="SpeedKmh">March speed.</param>
/// <param name="VehicleGapMetres">Gap between vehicles.</param>
/// <param name="PacketVehicles">Vehicles per packet at most.</param>
/// <param name="PacketGapSeconds">Time gap between packets.</param>
/// <param name="SerialVehicles">Vehicles per serial at most.</param>
/// <param name="HeadwaySeconds">Time gap behind a serial's tail.</param>
/// <param name="DriveMaxSeconds">Longest march between halts.</param>
/// <param name="HaltSeconds">Shortest halt that counts.</param>
/// <param name="CostMicroEurosPerVehicleKm">Operating cost.</param>
/// <param name="Escort">Which serials need an escort of the escort pool.</param>
public sealed record RoadMarch(
    int SpeedKmh, int VehicleGapMetres, int PacketVehicles, int PacketGapSeconds, int SerialVehicles, int HeadwaySeconds,
    int DriveMaxSeconds, int HaltSeconds, long CostMicroEurosPerVehicleKm, EscortRule Escort);

/// <summary>Which road serials need an escort.</summary>
public enum EscortRule { None, DangerousGoods, All }

/// <summary>The trains that the scenario can use; all alike.</summary>
/// <param name="SpeedKmh">Highest speed.</param>
/// <param name="LocomotiveLengthCm">Locomotive(s), length.</param>
/// <param name="LocomotiveMassKg">Locomotive(s), mass.</param>
/// <param name="WagonLengthCm">Wagon over buffers.</param>
/// <param name="WagonLoadingLengthCm">Loading length of a wagon.</param>
/// <param name="WagonTareKg">Empty wagon.</param>
/// <param name="WagonAxles">Axles of a wagon.</param>
/// <param name="MaxLengthMetres">Longest train.</param>
/// <param name="MaxMassKg">Heaviest train.</param>
/// <param name="Traction">Diesel or electric.</param>
/// <param name="HeadwaySeconds">Time between trains behind one another.</param>
/// <param name="CostMicroEurosPerKm">Operating cost of a train.</param>
public sealed record TrainTemplate(
    int SpeedKmh, int LocomotiveLengthCm, int LocomotiveMassKg, int WagonLengthCm, int WagonLoadingLengthCm, int WagonTareKg,
    int WagonAxles, int MaxLengthMetres, long MaxMassKg, Traction Traction, int HeadwaySeconds, long CostMicroEurosPerKm);

/// <summary>The barges that the scenario can use; all alike.</summary>
/// <param name="SpeedKmh">Speed through still water, loaded.</param>
/// <param name="LengthMetres">Length.</param>
/// <param name="BeamCm">Beam.</param>
/// <param name="DraughtCm">Loaded draught.</param>
/// <param name="AirDraughtCm">Air draught.</param>
/// <param name="CemtClass">CEMT class as its rank: I = 1, II = 2, III = 3, IVa/b = 4, Va/b = 5, VIa-c = 6, VII = 7.</param>
/// <param name="LaneMetres">Loading length.</param>
/// <param name="MaxMassKg">Largest load.</param>
/// <param name="CostMicroEurosPerKm">Operating cost of a barge.</param>
public sealed record VesselTemplate(
    int SpeedKmh, int LengthMetres, int BeamCm, int DraughtCm, int AirDraughtCm, int CemtClass, int LaneMetres, long MaxMassKg,
    long CostMicroEurosPerKm);

/// <summary>Transporter that carries one tracked vehicle by road; its pool is the one of kind heavy transporter.</summary>
/// <param name="TareKg">Empty transporter.</param>
/// <param name="LengthCm">Length over all.</param>
/// <param name="WidthCm">Width.</param>
/// <param name="DeckHeightCm">Height of the deck; the load's height comes on top.</param>
/// <param name="AxleLoadKg">Axle load, laden.</param>
/// <param name="LoadClass">Wheeled load class, laden.</param>
/// <param name="SpeedKmh">March speed, laden.</param>
public sealed record HeavyTransporter(
    int TareKg, int LengthCm, int WidthCm, int DeckHeightCm, int AxleLoadKg, WheeledLoadClass LoadClass, int SpeedKmh);
