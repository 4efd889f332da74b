using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Search;

/// <summary>
/// Shortest travel times from every node to a destination on the empty network: exact lower bounds of what is left to travel.
/// One column per destination, made when first asked for, O(edges + longest distance) by circular buckets as long as the longest
/// edge (Dial 1969, 10.1145/363269.363610). Thread-safe. 4 bytes per node and destination: 128 MB at 40,000 nodes and 800.
/// </summary>
public sealed class ReverseDistances(ConvoyInstance instance)
{
    /// <summary>Distance of a node that does not reach the destination.</summary>
    public const int Unreachable = int.MaxValue;

    private readonly int _travelMax = instance.EdgeCount == 0 ? 1 : instance.TravelSeconds.Max();
    private readonly int[]?[] _to = new int[]?[instance.NodeCount];

    /// <summary>[nodes] seconds of a head from each node to the destination.</summary>
    public int[] To(int destination)
    {
        if (Volatile.Read(ref _to[destination]) is { } known) return known;
        // Two threads may both compute it; the answers are equal and either may stay.
        var made = Compute(destination);
        Volatile.Write(ref _to[destination], made);
        return made;
    }

    private int[] Compute(int destination)
    {
        var distance = new int[instance.NodeCount];
        Array.Fill(distance, Unreachable);
        distance[destination] = 0;
        // Long edges would make the ring of buckets larger than a heap's work.
        return _travelMax <= 100_000 ? ByBuckets(distance, destination) : ByHeap(distance, destination);
    }

    private int[] ByBuckets(int[] distance, int destination)
    {
        var ring = new List<int>[_travelMax + 1];
        for (var i = 0; i < ring.Length; i++) ring[i] = [];
        ring[0].Add(destination);
        var waiting = 1;
        for (var at = 0; waiting > 0; at++)
        {
            var bucket = ring[at % ring.Length];
            foreach (var node in bucket)
            {
                if (distance[node] != at) continue;
                for (var arc = instance.FirstArc[node]; arc < instance.FirstArc[node + 1]; arc++)
                {
                    var far = at + instance.TravelSeconds[instance.ArcEdge[arc]];
                    if (far >= distance[instance.ArcTo[arc]]) continue;
                    distance[instance.ArcTo[arc]] = far;
                    ring[far % ring.Length].Add(instance.ArcTo[arc]);
                    waiting++;
                }
            }

            waiting -= bucket.Count;
            bucket.Clear();
        }

        return distance;
    }

    private int[] ByHeap(int[] distance, int destination)
    {
        var queue = new PriorityQueue<int, int>();
        queue.Enqueue(destination, 0);
        while (queue.TryDequeue(out var node, out var at))
        {
            if (distance[node] != at) continue;
            for (var arc = instance.FirstArc[node]; arc < instance.FirstArc[node + 1]; arc++)
            {
                var far = (long)at + instance.TravelSeconds[instance.ArcEdge[arc]];
                if (far >= distance[instance.ArcTo[arc]]) continue;
                distance[instance.ArcTo[arc]] = (int)far;
                queue.Enqueue(instance.ArcTo[arc], (int)far);
            }
        }

        return distance;
    }
}
