using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Drafts;

/// <summary>
/// What a link admits, each limit with its provenance; null means that no limit is known. Immutable, so that links may share one.
/// Only the limits of the link's mode are written.
/// </summary>
public sealed record LinkLimits
{
    /// <summary>Road: military load class for wheeled vehicles.</summary>
    public Known<int>? Wheeled { get; init; }
    /// <summary>Road: military load class for tracked vehicles.</summary>
    public Known<int>? Tracked { get; init; }
    /// <summary>Road; by rail the line category says it.</summary>
    public Known<int>? AxleLoadKg { get; init; }
    public Known<int>? MassKg { get; init; }
    public Known<int>? HeightCm { get; init; }
    public Known<int>? WidthCm { get; init; }
    public Known<int>? VehicleLengthCm { get; init; }
    /// <summary>Name of the road tunnel; null outside tunnels. Stands if and only if the category stands.</summary>
    public string? Tunnel { get; init; }
    /// <summary>ADR tunnel category, 'A'-'E'.</summary>
    public Known<char>? TunnelCategory { get; init; }
    public Known<Electrification>? Electrification { get; init; }
    /// <summary>EN 15528 line category, such as D4.</summary>
    public Known<string>? LineCategory { get; init; }
    public Known<LoadingGauge>? Gauge { get; init; }
    public Known<int>? TrainLengthMetres { get; init; }
    /// <summary>Rail: null counts as true, freight trains may use it.</summary>
    public Known<bool>? Freight { get; init; }
    /// <summary>CEMT class as written in the format: 0, I, II, III, IV, Va, VIb, ...</summary>
    public Known<string>? Cemt { get; init; }
    public Known<int>? DraughtCm { get; init; }
    public Known<int>? AirDraughtCm { get; init; }
    public Known<int>? VesselLengthMetres { get; init; }
    public Known<int>? BeamCm { get; init; }
}
