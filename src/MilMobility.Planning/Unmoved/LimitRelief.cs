using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Profiles;

namespace MilMobility.Planning.Unmoved;

/// <summary>
/// The route with the fewest broken limits from a serial's origins to its destinations, and the limits it breaks: what would have
/// to be waived. Forward Dijkstra over (limits broken, metres), O(arcs log nodes). Thread-safe; no state.
/// </summary>
internal static class LimitRelief
{
    private const long PerBrokenLimit = 1_000_000_000;

    /// <summary>Links of the route with the limit that each breaks; null when no route exists even so.</summary>
    public static IReadOnlyList<(int Link, BindingLimit Limit)>? Find(
        Serial serial, CompiledNetwork network, SerialProfile profile)
    {
        var distance = new long[network.NodeCount];
        var viaArc = new int[network.NodeCount];
        var viaNode = new int[network.NodeCount];
        Array.Fill(distance, long.MaxValue);
        var queue = new PriorityQueue<int, (long, int)>();
        foreach (var id in serial.Origins)
        {
            var node = network.NodeIndex[id];
            distance[node] = 0;
            viaNode[node] = -1;
            queue.Enqueue(node, (0, node));
        }

        var targets = serial.Destinations.Select(id => network.NodeIndex[id]).ToHashSet();
        while (queue.TryDequeue(out var node, out var key))
        {
            if (key.Item1 > distance[node]) continue;
            if (targets.Contains(node)) return Broken(serial, network, node, viaArc, viaNode);
            for (var i = network.OutStart[node]; i < network.OutStart[node + 1]; i++)
            {
                var link = network.OutArcs[i] >> 1;
                if (!profile.HasMode[(int)network.LinkMode[link]]) continue;
                var broken = FootprintLimits.Passes(serial, network, link) ? 0 : PerBrokenLimit;
                Relax(network.ArcTo(network.OutArcs[i]), node, network.OutArcs[i], broken + network.LinkLengthMetres[link]);
            }

            for (var i = network.OutTransferStart[node]; i < network.OutTransferStart[node + 1]; i++)
            {
                var transfer = network.OutTransfers[i];
                if (profile.TransferSeconds[transfer] >= 0) Relax(network.TransferTo[transfer], node, -1, 1);
            }
        }

        return null;

        void Relax(int to, int from, int arc, long length)
        {
            var candidate = distance[from] + length;
            if (candidate >= distance[to]) return;
            distance[to] = candidate;
            viaArc[to] = arc;
            viaNode[to] = from;
            queue.Enqueue(to, (candidate, to));
        }
    }

    /// <summary>Words for a link's limit: <c>height 450 cm, allowed 420 cm on 'a15-k12'</c>.</summary>
    public static string Words((int Link, BindingLimit Limit) broken, CompiledNetwork network) =>
        $"{broken.Limit} on {ModeName(network.LinkMode[broken.Link])} link '{network.LinkId[broken.Link]}'";

    public static string ModeName(TransportMode mode) => mode switch
    {
        TransportMode.Road => "road",
        TransportMode.Rail => "rail",
        TransportMode.Water => "water",
        _ => "sea",
    };

    private static List<(int, BindingLimit)> Broken(
        Serial serial, CompiledNetwork network, int node, int[] viaArc, int[] viaNode)
    {
        var broken = new List<(int, BindingLimit)>();
        for (; viaNode[node] >= 0; node = viaNode[node])
        {
            if (viaArc[node] >= 0 && FootprintLimits.Binding(serial, network, viaArc[node] >> 1) is { } limit)
                broken.Add((viaArc[node] >> 1, limit));
        }

        broken.Reverse();
        return broken;
    }
}
