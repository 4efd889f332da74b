using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Search;

/// <summary>
/// What the journeys placed so far occupy: each node over [head, head + pass), each direction of an edge over
/// [entry, entry + travel + pass). Same-direction convoys need no rule of their own: the two nodes keep them apart. One per thread.
/// </summary>
internal sealed class ConvoyLedger(ConvoyInstance instance)
{
    private readonly BusyTimes[] _nodes = new BusyTimes[instance.NodeCount];
    private readonly BusyTimes[] _directions = new BusyTimes[2 * instance.EdgeCount];

    /// <summary>Occupation of a node.</summary>
    public ref readonly BusyTimes Node(int node) => ref _nodes[node];

    /// <summary>Occupation of an edge by those who enter it at the end that a convoy leaving from here would run towards.</summary>
    public ref readonly BusyTimes Opposite(int edge, int leaving) =>
        ref _directions[(2 * edge) + (leaving == instance.EdgeFrom[edge] ? 1 : 0)];

    public void Add(int serial, Journey journey, int pass)
    {
        for (var i = 0; i < journey.Nodes.Length; i++)
        {
            var head = journey.HeadSeconds[i];
            _nodes[journey.Nodes[i]].Add(head, head + pass, serial);
            if (i == journey.Edges.Length) break;
            var travel = instance.TravelSeconds[journey.Edges[i]];
            _directions[Direction(journey.Edges[i], journey.Nodes[i])].Add(head, head + travel + pass, serial);
        }
    }

    public void Remove(int serial, Journey journey)
    {
        for (var i = 0; i < journey.Nodes.Length; i++)
        {
            _nodes[journey.Nodes[i]].Remove(journey.HeadSeconds[i], serial);
            if (i < journey.Edges.Length)
                _directions[Direction(journey.Edges[i], journey.Nodes[i])].Remove(journey.HeadSeconds[i], serial);
        }
    }

    /// <summary>True if everything that a journey takes is free; whether it meets itself is not asked here.</summary>
    public bool IsFree(Journey journey, int pass)
    {
        for (var i = 0; i < journey.Nodes.Length; i++)
        {
            var head = journey.HeadSeconds[i];
            if (_nodes[journey.Nodes[i]].NextFree(head, pass, out _) != head) return false;
            if (i == journey.Edges.Length) break;
            var length = instance.TravelSeconds[journey.Edges[i]] + pass;
            if (Opposite(journey.Edges[i], journey.Nodes[i]).NextFree(head, length, out _) != head) return false;
        }

        return true;
    }

    private int Direction(int edge, int leaving) => (2 * edge) + (leaving == instance.EdgeFrom[edge] ? 0 : 1);
}
