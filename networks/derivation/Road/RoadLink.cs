namespace MilMobility.Derivation.Road;

/// <summary>One row of road-links.csv. Limits are texts, because empty means "no limit known".</summary>
public sealed record RoadLink
{
    public required string Id { get; init; }

    public required RoadChain Chain { get; init; }

    public required string Class { get; init; }

    public required int LengthM { get; init; }

    public required int SpeedKmh { get; init; }

    public required int Lanes { get; init; }

    public required int CapacityPcuH { get; init; }

    public required string HeightM { get; init; }

    public required string Tunnel { get; init; }

    public required string TunnelCategory { get; init; }

    public required string Manager { get; init; }

    public required string Region { get; init; }

    public required string LengthReason { get; init; }

    public required string Via { get; init; }

    public required string Provenance { get; init; }

    public RoadPoint From => Chain.From;

    public RoadPoint To => Chain.To;

    public string Road => Chain.Road;
}
