namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>Kinds of OSM elements.</summary>
[Flags]
public enum OsmKinds
{
    None = 0,
    Nodes = 1,
    Ways = 2,
    Relations = 4,
}

/// <summary>A member of a relation.</summary>
/// <param name="Kind">Node, way or relation.</param>
/// <param name="Id">Its number among its kind.</param>
/// <param name="Role">What it is in the relation, such as <c>via</c>.</param>
public readonly record struct OsmMember(OsmKinds Kind, long Id, string Role);

/// <summary>What the file says of itself.</summary>
/// <param name="RequiredFeatures">Features that a reader must know.</param>
/// <param name="OptionalFeatures">Features that help a reader, such as <c>Sort.Type_then_ID</c>.</param>
/// <param name="WritingProgram">Empty if not stated.</param>
/// <param name="Timestamp">State of the data; null if not stated.</param>
public sealed record OsmHeader(
    IReadOnlyList<string> RequiredFeatures, IReadOnlyList<string> OptionalFeatures, string WritingProgram, DateTimeOffset? Timestamp);

/// <summary>
/// Takes the elements of a file in their order. Spans and tags are valid during the call only; kinds that are not wanted are
/// not decoded.
/// </summary>
public interface IOsmVisitor
{
    OsmKinds Wanted { get; }

    /// <summary>A node; degrees WGS84.</summary>
    void Node(long id, double lat, double lon, in OsmTags tags);

    /// <summary>A way along nodes, named by their numbers.</summary>
    void Way(long id, ReadOnlySpan<long> nodes, in OsmTags tags);

    void Relation(long id, ReadOnlySpan<OsmMember> members, in OsmTags tags);
}
