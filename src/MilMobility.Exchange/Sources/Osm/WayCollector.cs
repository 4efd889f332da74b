using System.Runtime.InteropServices;
using MilMobility.Exchange.Formats.OsmPbf;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// First pass: keeps the ways of the network, their nodes' numbers in one list (8 bytes each), and the turn restrictions.
/// </summary>
internal sealed class WayCollector(TagReader reader) : IOsmVisitor
{
    /// <summary>Most references to nodes that are kept; those of Europe's roads, railways and waterways are fewer.</summary>
    public const int ReferencesMax = 400_000_000;

    private readonly List<long> _references = [];

    public OsmKinds Wanted => OsmKinds.Ways | OsmKinds.Relations;

    public List<OsmWay> Ways { get; } = [];

    public List<OsmTurnRestriction> TurnRestrictions { get; } = [];

    /// <summary>Node numbers of all ways, one way after the other.</summary>
    public ReadOnlySpan<long> References => CollectionsMarshal.AsSpan(_references);

    /// <summary>True once there were more references than are kept.</summary>
    public bool IsFull { get; private set; }

    public void Node(long id, double lat, double lon, in OsmTags tags)
    {
        // Not wanted in this pass.
    }

    public void Way(long id, ReadOnlySpan<long> nodes, in OsmTags tags)
    {
        if (nodes.Length < 2 || tags.Count == 0) return;
        var profile = RoadTags.Of(id, tags, reader) ?? RailTags.Of(id, tags, reader) ?? WaterTags.Of(id, tags, reader);
        if (profile is null) return;
        IsFull |= _references.Count > ReferencesMax - nodes.Length;
        if (IsFull) return;
        Ways.Add(new OsmWay(id, profile, _references.Count, nodes.Length));
        _references.AddRange(nodes);
    }

    public void Relation(long id, ReadOnlySpan<OsmMember> members, in OsmTags tags)
    {
        if ((tags["restriction:hgv"] ?? tags["restriction"]) is not { } kind || tags["type"] != "restriction") return;
        if (tags["except"] is { } except && except.Split(';').Any(e => e.Trim() == "hgv")) return;
        var (from, via, to) = (0L, 0L, 0L);
        foreach (var member in members)
        {
            if (member.Role == "from" && member.Kind == OsmKinds.Ways) from = member.Id;
            else if (member.Role == "to" && member.Kind == OsmKinds.Ways) to = member.Id;
            else if (member.Role == "via" && member.Kind == OsmKinds.Nodes) via = member.Id;
        }

        if (from != 0 && to != 0) TurnRestrictions.Add(new OsmTurnRestriction(id, reader.Shared(kind), from, via, to));
    }
}

/// <summary>A way of the network: its number, profile, and its place in the list of references.</summary>
internal readonly record struct OsmWay(long Id, WayProfile Profile, int Start, int Count);
