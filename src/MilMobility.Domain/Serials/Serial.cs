using MilMobility.Domain.Scenarios;

namespace MilMobility.Domain.Serials;

/// <summary>The smallest load that moves as one, with one footprint per mode it may use. Immutable.</summary>
public sealed record Serial
{
    /// <summary>Unique, stable: movement id and ordinal, such as <c>M03-07</c>.</summary>
    public required string Id { get; init; }
    public required string Movement { get; init; }
    public required string Unit { get; init; }
    public required DemandClass Class { get; init; }
    /// <summary>1 (highest) to 5.</summary>
    public required int Priority { get; init; }
    /// <summary>What it carries; the counts over all serials add up to the requirements.</summary>
    public required IReadOnlyList<SerialLoad> Loads { get; init; }
    public required int VehicleCount { get; init; }
    /// <summary>Parked length of its vehicles: their lengths plus 1 m each, rounded up.</summary>
    public required int LaneMetres { get; init; }
    /// <summary>Dangerous goods it carries, as classes with tunnel codes: <c>1 (C), 3 (D)</c>; empty without.</summary>
    public string DangerousGoods { get; init; } = "";
    public required int ReadySeconds { get; init; }
    public required int DueSeconds { get; init; }
    public required bool HardDue { get; init; }
    /// <summary>The ship that brings it, or null.</summary>
    public Ship? Ship { get; init; }
    public required string Corridor { get; init; }
    /// <summary>Node ids, any of which it may start from.</summary>
    public required IReadOnlyList<string> Origins { get; init; }
    /// <summary>Node ids, any of which it may end at.</summary>
    public required IReadOnlyList<string> Destinations { get; init; }
    public RoadFootprint? Road { get; init; }
    public RailFootprint? Rail { get; init; }
    public WaterFootprint? Water { get; init; }
}

/// <summary>A number of vehicles of one requirement row.</summary>
public sealed record SerialLoad(string Requirement, int Count);
