using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Monolithic;

/// <summary>The arcs of an instance with the node they leave and their twin, and shortest times over some of them.</summary>
internal sealed class ArcTable
{
    public const int Unreachable = int.MaxValue;

    public ArcTable(ConvoyInstance instance)
    {
        Instance = instance;
        From = new int[2 * instance.EdgeCount];
        Twin = new int[2 * instance.EdgeCount];
        var firstOfEdge = new int[instance.EdgeCount];
        firstOfEdge.AsSpan().Fill(-1);
        for (var node = 0; node < instance.NodeCount; node++)
        {
            for (var arc = instance.FirstArc[node]; arc < instance.FirstArc[node + 1]; arc++)
            {
                From[arc] = node;
                var edge = instance.ArcEdge[arc];
                if (firstOfEdge[edge] < 0)
                {
                    firstOfEdge[edge] = arc;
                    continue;
                }

                (Twin[arc], Twin[firstOfEdge[edge]]) = (firstOfEdge[edge], arc);
            }
        }
    }

    public ConvoyInstance Instance { get; }

    /// <summary>[2E] node that the arc leaves.</summary>
    public int[] From { get; }

    /// <summary>[2E] the same edge the other way.</summary>
    public int[] Twin { get; }

    /// <summary>[N] seconds of a head to the destination over allowed arcs, never through the origin (reached last).</summary>
    public int[] SecondsTo(int destination, int origin, bool[]? allowed) =>
        Tree(destination, origin, arc => allowed is null || allowed[arc] ? Instance.TravelSeconds[Instance.ArcEdge[arc]] : null)
            .Distance;

    /// <summary>
    /// Arcs of up to <paramref name="pathsMax"/> paths: the shortest, then again the shortest after the arcs of every path so far
    /// have become half as long again, so that each is a true detour.
    /// </summary>
    public bool[] ArcsOfPaths(int origin, int destination, int pathsMax)
    {
        var used = new bool[From.Length];
        var length = new int[From.Length];
        // In hundredths, so that half as long again stays a whole number for the short ones too.
        for (var arc = 0; arc < length.Length; arc++) length[arc] = 100 * Instance.TravelSeconds[Instance.ArcEdge[arc]];
        for (var path = 0; path < pathsMax; path++)
        {
            var (_, next) = Tree(destination, origin, arc => length[arc]);
            for (var node = origin; node != destination; node = Instance.ArcTo[next[node]])
            {
                var arc = next[node];
                used[arc] = true;
                length[arc] += length[arc] / 2;
                length[Twin[arc]] += length[Twin[arc]] / 2;
            }
        }

        return used;
    }

    /// <summary>Shortest distances to the destination by Dijkstra backwards, with each node's next arc.</summary>
    private (int[] Distance, int[] Next) Tree(int destination, int origin, Func<int, int?> lengthOf)
    {
        var distance = new int[Instance.NodeCount];
        var next = new int[Instance.NodeCount];
        distance.AsSpan().Fill(Unreachable);
        next.AsSpan().Fill(-1);
        var queue = new PriorityQueue<int, int>();
        distance[destination] = 0;
        queue.Enqueue(destination, 0);
        while (queue.TryDequeue(out var node, out var far))
        {
            if (far > distance[node] || node == origin) continue;
            for (var outgoing = Instance.FirstArc[node]; outgoing < Instance.FirstArc[node + 1]; outgoing++)
            {
                var arc = Twin[outgoing];
                if (lengthOf(arc) is not { } length) continue;
                var tail = From[arc];
                if (far + length >= distance[tail]) continue;
                distance[tail] = far + length;
                next[tail] = arc;
                queue.Enqueue(tail, far + length);
            }
        }

        return (distance, next);
    }
}
