using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Profiles;

namespace MilMobility.Planning.Unmoved;

/// <summary>
/// The route with the fewest broken limits from a serial's origins to its destinations, and the limits it breaks: what would have
/// to be waived. Turns of trains are no limits: no route breaks them. Forward Dijkstra over (limits broken, metres) on the states of
/// <see cref="TurnStates"/>, O(arcs log states). Thread-safe; no state of its own.
/// </summary>
internal static class LimitRelief
{
    private const long PerBrokenLimit = 1_000_000_000;

    /// <summary>Links of the route with the limit that each breaks; null when no route exists even so.</summary>
    public static IReadOnlyList<(int Link, BindingLimit Limit)>? Find(
        Serial serial, CompiledNetwork network, SerialProfile profile)
    {
        var turns = network.Turns;
        var distance = new long[turns.Count];
        var viaArc = new int[turns.Count];
        var viaState = new int[turns.Count];
        Array.Fill(distance, long.MaxValue);
        var queue = new PriorityQueue<int, (long, int)>();
        foreach (var id in serial.Origins)
        {
            var node = network.NodeIndex[id];
            distance[node] = 0;
            viaState[node] = -1;
            queue.Enqueue(node, (0, node));
        }

        var targets = serial.Destinations.Select(id => network.NodeIndex[id]).ToHashSet();
        while (queue.TryDequeue(out var state, out var key))
        {
            if (key.Item1 > distance[state]) continue;
            var node = turns.Node[state];
            if (targets.Contains(node)) return Broken(serial, network, state, viaArc, viaState);
            for (var i = turns.OutStart[state]; i < turns.OutStart[state + 1]; i++)
            {
                var arc = turns.OutArcs[i];
                var link = arc >> 1;
                if (!profile.HasMode[(int)network.LinkMode[link]]) continue;
                var broken = FootprintLimits.Passes(serial, network, link) ? 0 : PerBrokenLimit;
                Relax(turns.ArcState[arc], state, arc, broken + network.LinkLengthMetres[link]);
            }

            for (var i = turns.ReversalStart[state]; i < turns.ReversalStart[state + 1] && profile.HoldAmount[node] > 0; i++)
                Relax(turns.Reversals[i], state, -1, 1);
            if (turns.ReversedFrom[state] != TurnStates.None) continue;
            for (var i = network.OutTransferStart[node]; i < network.OutTransferStart[node + 1]; i++)
            {
                var transfer = network.OutTransfers[i];
                if (profile.TransferSeconds[transfer] >= 0) Relax(network.TransferTo[transfer], state, -1, 1);
            }
        }

        return null;

        void Relax(int to, int from, int arc, long length)
        {
            var candidate = distance[from] + length;
            if (candidate >= distance[to]) return;
            distance[to] = candidate;
            viaArc[to] = arc;
            viaState[to] = from;
            queue.Enqueue(to, (candidate, to));
        }
    }

    /// <summary>Words for a link's limit: <c>height 450 cm, allowed 420 cm on 'a15-k12'</c>.</summary>
    public static Sentence Words((int Link, BindingLimit Limit) broken, CompiledNetwork network) => Sentence.Of(
        "limit.on", ("limit", broken.Limit.Words()),
        ("link", Sentence.Of($"link.{Word(network.LinkMode[broken.Link])}", ("id", network.LinkId[broken.Link]))));

    /// <summary>Words for all limits of a route.</summary>
    public static Phrase Words(IEnumerable<(int Link, BindingLimit Limit)> broken, CompiledNetwork network) =>
        Phrase.Joined("; ", broken.Select(b => (Phrase)Words(b, network)));

    public static Sentence ModeName(TransportMode mode) => Sentence.Of($"mode.{Word(mode)}");

    /// <summary>As in <c>by road</c>.</summary>
    public static Sentence ByMode(TransportMode mode) => Sentence.Of($"by.{Word(mode)}");

    private static string Word(TransportMode mode) => mode switch
    {
        TransportMode.Road => "road",
        TransportMode.Rail => "rail",
        TransportMode.Water => "water",
        _ => "sea",
    };

    private static List<(int, BindingLimit)> Broken(
        Serial serial, CompiledNetwork network, int state, int[] viaArc, int[] viaState)
    {
        var broken = new List<(int, BindingLimit)>();
        for (; viaState[state] >= 0; state = viaState[state])
        {
            if (viaArc[state] >= 0 && FootprintLimits.Binding(serial, network, viaArc[state] >> 1) is { } limit)
                broken.Add((viaArc[state] >> 1, limit));
        }

        broken.Reverse();
        return broken;
    }
}
