using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Search;

/// <summary>
/// The way of one convoy with the times of its head. Compares by departure and edges. Arrays are not changed after making.
/// </summary>
/// <param name="Nodes">Nodes from origin to destination.</param>
/// <param name="Edges">[nodes - 1] edge to the next node.</param>
/// <param name="HeadSeconds">[nodes] second of the head at each node.</param>
internal sealed record Journey(int[] Nodes, int[] Edges, int[] HeadSeconds)
{
    public int Departure => HeadSeconds[0];

    public int Arrival => HeadSeconds[^1];

    public bool Equals(Journey? other) =>
        other is not null && Departure == other.Departure && Nodes[0] == other.Nodes[0] && Edges.AsSpan().SequenceEqual(other.Edges);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Departure);
        foreach (var edge in Edges) hash.Add(edge);
        return hash.ToHashCode();
    }

    /// <summary>
    /// True if the convoy would meet itself: back at a node before its tail has left it, or in an edge against its own tail.
    /// </summary>
    public bool MeetsItself(ConvoyInstance instance, int pass)
    {
        // A journey lasts far longer than a pass, so only the visits shortly before count.
        for (var i = 1; i < Nodes.Length; i++)
        {
            var travel = instance.TravelSeconds[Edges[i - 1]];
            for (var j = i - 1; j >= 0; j--)
            {
                var since = HeadSeconds[i] - HeadSeconds[j];
                if (Nodes[j] == Nodes[i] && (since < pass || (Edges[j] == Edges[i - 1] && since < (2 * travel) + pass))) return true;
                if (since >= (2 * travel) + pass) break;
            }
        }

        return false;
    }
}
