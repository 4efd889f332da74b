using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>What a way's tags say of every link along it.</summary>
internal sealed record WayProfile
{
    public required TransportMode Mode { get; init; }
    public required string Class { get; init; }
    public string Name { get; init; } = "";
    public required double SpeedKmh { get; init; }
    public required Provenance SpeedOrigin { get; init; }
    /// <summary>Road: lanes per direction; rail: tracks.</summary>
    public int LanesOrTracks { get; init; }
    public Provenance LanesOrigin { get; init; }
    public int CapacityPerHour { get; init; }
    public Provenance CapacityOrigin { get; init; }
    /// <summary>1 along the way only, -1 against it only, 0 both.</summary>
    public int OneWay { get; init; }
    public LinkLimits? Limits { get; init; }
    /// <summary>A lock chamber's usable size; null where the way is none.</summary>
    public (int LengthMetres, int WidthCm)? Chamber { get; init; }
}
