using MilMobility.Domain.Units;
using MilMobility.Exchange.Formats.OsmPbf;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// Second pass: the positions of the nodes that the ways need, in columns by the nodes' numbers in order: 17 bytes a node. A node's
/// index is its place among them. Stations, yards and exits are kept by name.
/// </summary>
internal sealed class NodeColumns : IOsmVisitor
{
    private const double StepsPerDegree = 1e7;
    private const int Missing = int.MinValue;

    private readonly long[] _ids;
    private readonly int[] _latSteps;
    private readonly int[] _lonSteps;

    // Two bits per mode: used by no way, inside one way, or a junction.
    private readonly byte[] _uses;
    private int _next;

    /// <param name="references">Numbers in any order, with repetitions.</param>
    public NodeColumns(ReadOnlySpan<long> references)
    {
        var sorted = references.ToArray();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
        Array.Resize(ref sorted, count);
        _ids = sorted;
        _latSteps = new int[count];
        _lonSteps = new int[count];
        _uses = new byte[count];
        Array.Fill(_latSteps, Missing);
    }

    public int Count => _ids.Length;

    public OsmKinds Wanted => OsmKinds.Nodes;

    /// <summary>Kind and name of the nodes that are more than junctions, by index and mode.</summary>
    public Dictionary<(int Node, TransportMode Mode), (string Kind, string Name)> Places { get; } = [];

    public long Id(int node) => _ids[node];

    /// <summary>Index of a node; -1 if no way needs it.</summary>
    public int IndexOf(long id)
    {
        // Most files are sorted, so the next node is the next one here.
        if (_next < _ids.Length && _ids[_next] == id) return _next++;
        var index = Array.BinarySearch(_ids, id);
        if (index < 0) return -1;
        _next = index + 1;
        return index;
    }

    public bool IsMissing(int node) => _latSteps[node] == Missing;

    public (double Lat, double Lon) Position(int node) => (_latSteps[node] / StepsPerDegree, _lonSteps[node] / StepsPerDegree);

    /// <summary>Counts one use by a way of this mode; an end counts as a junction at once.</summary>
    public void Use(int node, TransportMode mode, bool isEnd)
    {
        var uses = isEnd ? 2 : Math.Min(2, Uses(node, mode) + 1);
        _uses[node] = (byte)((_uses[node] & ~(3 << Shift(mode))) | (uses << Shift(mode)));
    }

    public bool IsJunction(int node, TransportMode mode) => Uses(node, mode) == 2;

    public void Node(long id, double lat, double lon, in OsmTags tags)
    {
        var index = IndexOf(id);
        if (index < 0) return;
        _latSteps[index] = (int)Math.Round(lat * StepsPerDegree);
        _lonSteps[index] = (int)Math.Round(lon * StepsPerDegree);
        if (tags.Count == 0) return;
        if (tags["highway"] == "motorway_junction") Places[(index, TransportMode.Road)] = ("exit", tags["name"] ?? tags["ref"] ?? "");
        switch (tags["railway"])
        {
            case "station" or "halt" or "stop":
                Places[(index, TransportMode.Rail)] = ("station", tags["name"] ?? "");
                break;
            case "yard" or "service_station":
                Places[(index, TransportMode.Rail)] = ("yard", tags["name"] ?? "");
                break;
        }
    }

    public void Way(long id, ReadOnlySpan<long> nodes, in OsmTags tags)
    {
        // Not wanted in this pass.
    }

    public void Relation(long id, ReadOnlySpan<OsmMember> members, in OsmTags tags)
    {
        // Not wanted in this pass.
    }

    private int Uses(int node, TransportMode mode) => (_uses[node] >> Shift(mode)) & 3;

    private static int Shift(TransportMode mode) => mode switch { TransportMode.Road => 0, TransportMode.Rail => 2, _ => 4 };
}
