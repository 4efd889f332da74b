using System.Runtime.InteropServices;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Drafts;

/// <summary>
/// A network in the making: every source appends to one, merging and contraction work on it, and the dataset writer writes it.
/// Nodes and links are structs in two arrays and are named by their index, which never changes; shapes are in one array of
/// points at 1e-7 degree (about 1 cm). About 100 bytes a node, 160 a link and 8 a point besides their texts: a million of each
/// is some 300 MB. Nothing is validated here: the written dataset is. Not thread-safe.
/// </summary>
public sealed class NetworkDraft
{
    private const double StepsPerDegree = 1e7;
    private const int SourcesMax = 250;

    private readonly List<DraftNode> _nodes = [];
    private readonly List<DraftLink> _links = [];
    private readonly List<(int LatSteps, int LonSteps)> _points = [];
    private readonly List<DraftSource> _sources = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Name of the dataset, <c>[a-z0-9]+(-[a-z0-9]+)*</c>.</summary>
    public string Name { get; set; } = "imported-network";

    public string Title { get; set; } = "";

    public string Version { get; set; } = "1.0.0";

    /// <summary>The most restrictive marking of what was read.</summary>
    public ClassificationMarking Marking { get; set; } = ClassificationMarking.Public;

    /// <summary>Nodes by index. The span is valid until a node is added.</summary>
    public ReadOnlySpan<DraftNode> Nodes => CollectionsMarshal.AsSpan(_nodes);

    /// <summary>Links by index. The span is valid until a link is added.</summary>
    public ReadOnlySpan<DraftLink> Links => CollectionsMarshal.AsSpan(_links);

    public int NodeCount => _nodes.Count;

    public int LinkCount => _links.Count;

    public IReadOnlyList<DraftSource> Sources => _sources;

    public List<DraftFacility> Facilities { get; } = [];

    /// <summary>Rail turns that are not free.</summary>
    public List<DraftTurn> Turns { get; } = [];

    /// <summary>Structures on rail links, at most one row per link and kind.</summary>
    public List<DraftStructure> Structures { get; } = [];

    /// <summary>Bridges that open for vessels.</summary>
    public List<DraftMovableBridge> MovableBridges { get; } = [];

    public List<DraftZone> Zones { get; } = [];

    public List<DraftTransfer> Transfers { get; } = [];

    public List<DraftProfile> Profiles { get; } = [];

    public List<DraftCorridor> Corridors { get; } = [];

    public List<ValueOfTime> ValuesOfTime { get; } = [];

    public List<DraftParameter> Parameters { get; } = [];

    /// <summary>
    /// Provenance of columns that say what a row is about (name, kind, class, region, ...), by table and column, where a source
    /// states one; nodes and links carry the provenance of their values only.
    /// </summary>
    public Dictionary<(string Table, string Column), Provenance> DescriptionOrigins { get; } = [];

    /// <summary>Index of a source, adding it unless one of that name stands already.</summary>
    /// <exception cref="InvalidOperationException">More than 250 sources.</exception>
    public byte AddSource(DraftSource source)
    {
        var index = _sources.FindIndex(s => s.Name == source.Name);
        if (index >= 0) return (byte)index;
        if (_sources.Count == SourcesMax) throw new InvalidOperationException($"a draft has at most {SourcesMax} sources");
        _sources.Add(source);
        return (byte)(_sources.Count - 1);
    }

    /// <summary>Adds a node and returns its index.</summary>
    public int AddNode(in DraftNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    public void SetNode(int index, in DraftNode node) => _nodes[index] = node;

    /// <summary>Adds a link between nodes that stand already and returns its index.</summary>
    public int AddLink(in DraftLink link)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)link.From, (uint)_nodes.Count, nameof(link));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)link.To, (uint)_nodes.Count, nameof(link));
        _links.Add(link);
        return _links.Count - 1;
    }

    public void SetLink(int index, in DraftLink link) => _links[index] = link;

    /// <summary>Adds the points between a link's ends, in its direction; degrees WGS84.</summary>
    public ShapeRange AddShape(ReadOnlySpan<(double Lat, double Lon)> points)
    {
        var start = _points.Count;
        foreach (var (lat, lon) in points)
            _points.Add(((int)Math.Round(lat * StepsPerDegree), (int)Math.Round(lon * StepsPerDegree)));
        return points.Length == 0 ? default : new ShapeRange(start, points.Length);
    }

    /// <summary>Point of a shape, 0-based.</summary>
    public (double Lat, double Lon) ShapePoint(ShapeRange shape, int point)
    {
        var (lat, lon) = _points[shape.Start + point];
        return (lat / StepsPerDegree, lon / StepsPerDegree);
    }

    /// <summary>The one string equal to this text, so that a name a million links share is stored once.</summary>
    public string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        _texts[text] = text;
        return text;
    }
}
