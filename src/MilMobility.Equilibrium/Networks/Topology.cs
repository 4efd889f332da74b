namespace MilMobility.Equilibrium.Networks;

/// <summary>
/// Which links leave which node, as columns; links are numbered by the node they leave, so that a node's links are neighbours in memory.
/// Immutable; changed networks share it, and a warm start needs no more than that.
/// </summary>
internal sealed class Topology
{
    public Topology(int nodes, int zones, int firstThrough, IReadOnlyList<AssignmentLink> links, IReadOnlyList<int> kept)
    {
        NodeCount = nodes;
        ZoneCount = zones;
        FirstThroughNode = firstThrough;
        OutStart = new int[nodes + 1];
        foreach (var given in kept) OutStart[links[given].From + 1]++;
        for (var node = 0; node < nodes; node++) OutStart[node + 1] += OutStart[node];
        var next = OutStart[..^1];
        Tail = new int[kept.Count];
        Head = new int[kept.Count];
        Given = new int[kept.Count];
        OfGiven = new int[links.Count];
        Array.Fill(OfGiven, -1);
        foreach (var given in kept)
        {
            var link = next[links[given].From]++;
            (Tail[link], Head[link], Given[link], OfGiven[given]) = (links[given].From, links[given].To, given, link);
        }
    }

    public int NodeCount { get; }

    /// <summary>Zones are the nodes below this.</summary>
    public int ZoneCount { get; }

    /// <summary>Nodes below this may only begin and end a path.</summary>
    public int FirstThroughNode { get; }

    public int LinkCount => Head.Length;

    /// <summary>By node, and one more: where its outgoing links begin.</summary>
    public int[] OutStart { get; }

    /// <summary>By link: the node it leaves.</summary>
    public int[] Tail { get; }

    /// <summary>By link: the node it leads to.</summary>
    public int[] Head { get; }

    /// <summary>By link: its position in the list that was given.</summary>
    public int[] Given { get; }

    /// <summary>By position in the list that was given: the link; -1 for one left out.</summary>
    public int[] OfGiven { get; }

    /// <summary>Whether a path from an origin may go on from a node.</summary>
    public bool MayLeave(int node, int origin) => node >= FirstThroughNode || node == origin;
}
