using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Drafts;

/// <summary>
/// A node of a draft. Texts that many nodes share (kind, region, manager) should be one string each: a draft may hold a million.
/// </summary>
public readonly record struct DraftNode
{
    public DraftNode() { }

    /// <summary>Id of the dataset format; empty if the writer is to make one from mode, source and <see cref="Key"/>.</summary>
    public string Id { get; init; } = "";
    /// <summary>The node's number in its source, unique per source and mode; used only where <see cref="Id"/> is empty.</summary>
    public long Key { get; init; }
    /// <summary>As a planner knows it; empty if the writer is to use the id.</summary>
    public string Name { get; init; } = "";
    public required TransportMode Mode { get; init; }
    /// <summary>A node kind of networks/README.md.</summary>
    public string Kind { get; init; } = "junction";
    /// <summary>WGS84, degrees.</summary>
    public required double Lat { get; init; }
    /// <inheritdoc cref="Lat"/>
    public required double Lon { get; init; }
    /// <summary>The multimodal place it belongs to; empty if none.</summary>
    public string Place { get; init; } = "";
    public string Region { get; init; } = "";
    public string Manager { get; init; } = "";
    /// <summary>Provenance of the position.</summary>
    public required Provenance Origin { get; init; }
}
