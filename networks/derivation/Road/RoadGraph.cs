namespace MilMobility.Derivation.Road;

/// <summary>A place of the road graph: one VILD point, several that are the same junction on different roads, or a
/// point that a fact adds. Mutable while the graph is built.</summary>
public sealed class RoadPoint
{
    public required string Key { get; init; }

    public required GeoPoint At { get; init; }

    public required string Road { get; init; }

    public required string Name { get; set; }

    public required string Region { get; init; }

    public string Municipality { get; init; } = "";

    /// <summary>Node kind of the dataset; empty for a point that is only shape.</summary>
    public required string Kind { get; set; }

    public string Place { get; set; } = "";

    public string Manager { get; set; } = "";

    public string NodeId { get; set; } = "";

    /// <summary>Kept whatever its degree.</summary>
    public bool IsAnchor { get; set; }

    /// <summary>May be a dead end: border, port, terminal, site, airfield, hospital.</summary>
    public bool MayEnd { get; set; }

    public string Provenance { get; set; } = "";

    public List<RoadSegment> Segments { get; } = [];
}

/// <summary>A piece of road between two points of the graph; its shape runs from A to B, ends excluded.</summary>
public sealed record RoadSegment(RoadPoint A, RoadPoint B, string Road, double LengthM)
{
    public IReadOnlyList<GeoPoint> Shape { get; init; } = [];

    /// <summary>Lowest and highest hectometre seen on the piece, in 100 m; null where none is known.</summary>
    public (int Low, int High)? Hectometres { get; init; }

    public RoadTunnel? Tunnel { get; init; }

    public AddedLink? Added { get; init; }

    public RoadPoint Other(RoadPoint end) => ReferenceEquals(end, A) ? B : A;
}

/// <summary>The road graph while it is derived.</summary>
public sealed class RoadGraph
{
    public List<RoadPoint> Points { get; private set; } = [];

    public Dictionary<string, RoadPoint> ByKey { get; } = new(StringComparer.Ordinal);

    public void Add(RoadPoint point, IEnumerable<string> keys)
    {
        Points.Add(point);
        foreach (var key in keys) ByKey.Add(key, point);
    }

    public void Add(RoadSegment segment)
    {
        if (ReferenceEquals(segment.A, segment.B)) return;
        segment.A.Segments.Add(segment);
        segment.B.Segments.Add(segment);
    }

    public static void Remove(RoadSegment segment)
    {
        segment.A.Segments.Remove(segment);
        segment.B.Segments.Remove(segment);
    }

    public void RemoveIsolatedPoints() => Points = [.. Points.Where(point => point.Segments.Count > 0)];

    public RoadPoint Find(string key, string wantedBy) => ByKey.TryGetValue(key, out var point)
        ? point
        : throw new InvalidDataException($"{wantedBy} refers to '{key}', which is no point of the selected roads");
}
