using MilMobility.Networks.Compilation;
using MilMobility.Routing.Profiles;

namespace MilMobility.Benchmarks.Routing;

/// <summary>
/// Textbook Dijkstra with the framework's priority queue: seconds from a set of origins to every node, over the arcs and transfers
/// that the profile may use. The yardstick of the label search. O((arcs + transfers) log arcs). Not thread-safe.
/// </summary>
internal sealed class PlainDijkstra(CompiledNetwork network, SerialProfile profile)
{
    private readonly int[] _seconds = new int[network.NodeCount];
    private readonly bool[] _settled = new bool[network.NodeCount];
    private readonly PriorityQueue<int, int> _queue = new();

    /// <returns>Nodes settled.</returns>
    public int Run(ReadOnlySpan<int> origins)
    {
        Array.Fill(_seconds, int.MaxValue);
        Array.Clear(_settled);
        _queue.Clear();
        foreach (var origin in origins) Relax(origin, 0);
        var settled = 0;
        while (_queue.TryDequeue(out var node, out var seconds))
        {
            if (_settled[node]) continue;
            _settled[node] = true;
            settled++;
            for (var i = network.OutStart[node]; i < network.OutStart[node + 1]; i++)
            {
                var arc = network.OutArcs[i];
                if (profile.ArcSeconds[arc] < 0) continue;
                Relax(network.ArcTo(arc), seconds + profile.ArcSeconds[arc]);
            }

            for (var i = network.OutTransferStart[node]; i < network.OutTransferStart[node + 1]; i++)
            {
                var transfer = network.OutTransfers[i];
                if (profile.TransferSeconds[transfer] < 0) continue;
                Relax(network.TransferTo[transfer], seconds + profile.TransferSeconds[transfer]);
            }
        }

        return settled;
    }

    private void Relax(int node, int seconds)
    {
        if (seconds >= _seconds[node]) return;
        _seconds[node] = seconds;
        _queue.Enqueue(node, seconds);
    }
}
