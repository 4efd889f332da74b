namespace MilMobility.Convoys.Instances;

/// <summary>
/// An instance of the abstract convoy movement problem: a graph of two-way edges and convoys that cross it without waiting on the
/// way. In columns, indices from 0; immutable and safe to share. A grid of 200 x 200 with 800 convoys takes about 3 MB.
/// <code>
///   a convoy departs at its origin at or after ready; head[i+1] = head[i] + travel: no waiting on the way
///   node v on its path:          occupied over [head, head + pass), by one convoy at most
///   edge u-v entered at t:       occupied over [t, t + travel + pass); opposite directions never at once
///   finish = head at the destination + pass, at most due and at most the horizon
///   objective = sum of finish - ready
/// </code>
/// Convoys of one direction follow each other: all take the same time, so that node occupation keeps them apart.
/// Source: Chardaire, McKeown, Verity-Harrison and Richardson 2005, 10.1287/opre.1040.0179.
/// </summary>
public sealed class ConvoyInstance
{
    /// <summary>Due second of a convoy without one.</summary>
    public const int NoDue = int.MaxValue;

    /// <param name="name">Name for people.</param>
    /// <param name="nodeCount">Nodes, numbered from 0.</param>
    /// <param name="horizonSeconds">Second by which every tail has arrived.</param>
    /// <param name="edges">Edges, at most one between two nodes.</param>
    /// <param name="convoys">Convoys.</param>
    /// <exception cref="ArgumentException">A rule of the input is broken; the text has every finding.</exception>
    public ConvoyInstance(
        string name, int nodeCount, int horizonSeconds, IReadOnlyList<ConvoyEdge> edges, IReadOnlyList<Convoy> convoys)
    {
        var findings = InstanceRules.Findings(nodeCount, horizonSeconds, edges, convoys);
        if (findings.Count > 0) throw new ArgumentException(string.Join("; ", findings.Select(f => $"{f.Code} {f.Message}")));
        (Name, NodeCount, HorizonSeconds) = (name, nodeCount, horizonSeconds);
        EdgeFrom = [.. edges.Select(e => e.From)];
        EdgeTo = [.. edges.Select(e => e.To)];
        TravelSeconds = [.. edges.Select(e => e.TravelSeconds)];
        ConvoyIds = [.. convoys.Select(c => c.Id)];
        From = [.. convoys.Select(c => c.From)];
        To = [.. convoys.Select(c => c.To)];
        ReadySeconds = [.. convoys.Select(c => c.ReadySeconds)];
        DueSeconds = [.. convoys.Select(c => c.DueSeconds ?? NoDue)];
        PassSeconds = [.. convoys.Select(c => c.PassSeconds)];
        (FirstArc, ArcTo, ArcEdge) = Adjacency();
    }

    public string Name { get; }

    public int NodeCount { get; }

    /// <summary>Second by which every tail has arrived.</summary>
    public int HorizonSeconds { get; }

    // ---- edges, [E]
    public int EdgeCount => TravelSeconds.Length;

    /// <summary>[E] node.</summary>
    public int[] EdgeFrom { get; }

    /// <summary>[E] node.</summary>
    public int[] EdgeTo { get; }

    /// <summary>[E] seconds of a head from end to end.</summary>
    public int[] TravelSeconds { get; }

    // ---- convoys, [K]
    public int ConvoyCount => ConvoyIds.Length;

    public string[] ConvoyIds { get; }

    /// <summary>[K] origin node.</summary>
    public int[] From { get; }

    /// <summary>[K] destination node.</summary>
    public int[] To { get; }

    /// <summary>[K] earliest departure of the head, second.</summary>
    public int[] ReadySeconds { get; }

    /// <summary>[K] latest arrival of the tail, second, or <see cref="NoDue"/>.</summary>
    public int[] DueSeconds { get; }

    /// <summary>[K] seconds between head and tail.</summary>
    public int[] PassSeconds { get; }

    // ---- arcs, [2E], by the node that they leave
    /// <summary>[N + 1] first arc that leaves a node.</summary>
    public int[] FirstArc { get; }

    /// <summary>[2E] node that the arc enters.</summary>
    public int[] ArcTo { get; }

    /// <summary>[2E] edge of the arc.</summary>
    public int[] ArcEdge { get; }

    private (int[] First, int[] To, int[] Edge) Adjacency()
    {
        var first = new int[NodeCount + 1];
        for (var e = 0; e < EdgeCount; e++)
        {
            first[EdgeFrom[e] + 1]++;
            first[EdgeTo[e] + 1]++;
        }

        for (var v = 0; v < NodeCount; v++) first[v + 1] += first[v];
        var next = first.AsSpan(0, NodeCount).ToArray();
        var to = new int[2 * EdgeCount];
        var edge = new int[2 * EdgeCount];
        for (var e = 0; e < EdgeCount; e++)
        {
            Put(EdgeFrom[e], EdgeTo[e], e);
            Put(EdgeTo[e], EdgeFrom[e], e);
        }

        return (first, to, edge);

        void Put(int from, int end, int e)
        {
            to[next[from]] = end;
            edge[next[from]++] = e;
        }
    }
}
