using MilMobility.Domain.Units;

namespace MilMobility.Domain.Scenarios;

/// <summary>
/// One row of the requirements table: a number of equal vehicles of one unit element. Masses in kg and sizes in cm, so that limits
/// compare as integers.
/// </summary>
public sealed record Requirement
{
    public required string Id { get; init; }
    public required string Movement { get; init; }
    public required string Unit { get; init; }
    public required string VehicleType { get; init; }
    public required int Count { get; init; }
    /// <summary>Mass of one vehicle, laden, kg.</summary>
    public required int MassKg { get; init; }
    public required int AxleLoadKg { get; init; }
    /// <summary>Null for tracked vehicles.</summary>
    public WheeledLoadClass? Wheeled { get; init; }
    /// <summary>Null for wheeled vehicles; a tracked vehicle marches by road only on heavy transporters.</summary>
    public TrackedLoadClass? Tracked { get; init; }
    public required int LengthCm { get; init; }
    public required int WidthCm { get; init; }
    public required int HeightCm { get; init; }
    /// <summary>Passenger-car units of one vehicle in hundredths (250 = 2.5 pcu).</summary>
    public required int PcuHundredths { get; init; }
    public required bool ByRoad { get; init; }
    public required bool ByRail { get; init; }
    public required bool ByWater { get; init; }
    public required LoadingGauge Gauge { get; init; }
    /// <summary>ADR tunnel restriction code of the load; None without dangerous goods.</summary>
    public required TunnelRestrictionCode TunnelCode { get; init; }
    /// <summary>ADR class, such as "1" or "3"; empty without dangerous goods.</summary>
    public required string DangerousGoodsClass { get; init; }
    /// <summary>Its own marking; the run's is no lower.</summary>
    public ClassificationMarking Marking { get; init; }
    /// <summary>Line of the requirements file.</summary>
    public required int Line { get; init; }

    public bool IsTracked => Tracked is not null;
}
