using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Drafts;

/// <summary>
/// A link of a draft between two of its nodes, whose mode it has. About 160 bytes; texts and limits that many links share should
/// be one object each.
/// </summary>
public readonly record struct DraftLink
{
    public DraftLink() { }

    /// <summary>Id of the dataset format; empty if the writer is to make one from the key, or from the ends.</summary>
    public string Id { get; init; } = "";
    /// <summary>The link's number in its source, unique per source and mode; 0 if it has none.</summary>
    public long Key { get; init; }
    /// <summary>Index of the node it starts at.</summary>
    public required int From { get; init; }
    /// <summary>Index of the node it ends at.</summary>
    public required int To { get; init; }
    public required TransportMode Mode { get; init; }
    /// <summary>Road number, line or fairway; empty if it has none.</summary>
    public string Name { get; init; } = "";
    /// <summary>A link class of its mode (networks/README.md).</summary>
    public required string Class { get; init; }
    /// <summary>Metres, not rounded.</summary>
    public required double LengthMetres { get; init; }
    /// <summary>Civil free flow, line speed or loaded barge; km/h, not rounded.</summary>
    public required double SpeedKmh { get; init; }
    /// <summary>Road: lanes per direction; rail: tracks in total; water: 0.</summary>
    public int LanesOrTracks { get; init; }
    /// <summary>Per hour and direction: pcu or train paths; water: 0.</summary>
    public int CapacityPerHour { get; init; }
    /// <summary>False: only from <see cref="From"/> to <see cref="To"/>.</summary>
    public bool TwoWay { get; init; } = true;
    /// <summary>What it admits; null if no limit is known. One object may serve many links.</summary>
    public LinkLimits? Limits { get; init; }
    public string Manager { get; init; } = "";
    public string Region { get; init; } = "";
    /// <summary>Why the length may exceed 1.6 times the great circle; otherwise empty.</summary>
    public string LengthReason { get; init; } = "";
    /// <summary>Its points between the ends, from <see cref="NetworkDraft.AddShape"/>.</summary>
    public ShapeRange Shape { get; init; }
    public required Provenance LengthOrigin { get; init; }
    public required Provenance SpeedOrigin { get; init; }
    /// <summary>Provenance of <see cref="LanesOrTracks"/>.</summary>
    public Provenance LanesOrigin { get; init; }
    public Provenance CapacityOrigin { get; init; }

    /// <summary>Travel time over the whole link, seconds.</summary>
    public double TravelSeconds => LengthMetres * 3.6 / SpeedKmh;
}

/// <summary>Points of a shape in the draft's one array of shapes.</summary>
/// <param name="Start">Index of the first point.</param>
/// <param name="Count">Number of points.</param>
public readonly record struct ShapeRange(int Start, int Count);
