using MilMobility.Networks.Compilation;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Routing.Bounds;

/// <summary>
/// Lower bounds, from every node, of what is left to a set of destinations on the empty network at full speed, across all modes
/// and transfers: the time until the tail's arrival, and the generalised cost <c>time weight * time + operating cost</c>. Both
/// obey the static limits and the turns only, so they never exceed the true remainder; a node that cannot reach the set has
/// <see cref="Unreachable"/>. From a node they hold for a start or a load off a transfer, from the states beyond the nodes
/// (<see cref="TurnStates"/>) after an arrival. Two reverse Dijkstra runs, O((arcs + transfers) log states). Immutable, safe to share.
/// </summary>
public sealed class ReverseBounds
{
    public const int Unreachable = int.MaxValue;

    private ReverseBounds(int[] seconds, long[] cost, bool[] destination)
    {
        Seconds = seconds;
        Cost = cost;
        IsDestination = destination;
    }

    /// <summary>[S] seconds left until the tail has arrived, or <see cref="Unreachable"/>.</summary>
    public int[] Seconds { get; }

    /// <summary>[S] micro-euros left: time weight times time, plus operating cost; long.MaxValue where unreachable.</summary>
    public long[] Cost { get; }

    /// <summary>[N] true for the destinations.</summary>
    public bool[] IsDestination { get; }

    /// <param name="network">Network.</param>
    /// <param name="profile">Footprint class.</param>
    /// <param name="destinations">Node indices, any of which will do.</param>
    /// <param name="timeMicroEurosPerSecond">Weight of time.</param>
    /// <param name="transferMicroEuros">Fixed cost of a transfer.</param>
    public static ReverseBounds Compute(
        CompiledNetwork network, SerialProfile profile, ReadOnlySpan<int> destinations, long timeMicroEurosPerSecond,
        long transferMicroEuros)
    {
        var isDestination = new bool[network.NodeCount];
        foreach (var node in destinations) isDestination[node] = true;
        var time = Run(network, profile, isDestination, 1, 0, 0);
        var cost = Run(network, profile, isDestination, timeMicroEurosPerSecond, 1, transferMicroEuros);
        var seconds = new int[time.Length];
        for (var i = 0; i < seconds.Length; i++)
            seconds[i] = time[i] == long.MaxValue ? Unreachable : (int)Math.Min(time[i], Unreachable - 1);
        return new ReverseBounds(seconds, cost, isDestination);
    }

    private static long[] Run(
        CompiledNetwork network, SerialProfile profile, bool[] isDestination, long perSecond, long operating, long transferCost)
    {
        var turns = network.Turns;
        var distance = new long[turns.Count];
        Array.Fill(distance, long.MaxValue);
        var queue = new RadixQueue();
        for (var node = 0; node < isDestination.Length; node++)
        {
            if (isDestination[node]) RelaxAll(node, 0);
        }

        while (queue.Count > 0)
        {
            var key = queue.MinKey;
            var state = queue.Pop();
            if (key > distance[state]) continue;
            var node = turns.Node[state];
            for (var i = turns.InStart[state]; i < turns.InStart[state + 1]; i++)
            {
                var arc = turns.InArcs[i];
                if (profile.ArcSeconds[arc] < 0) continue;
                // A move that ends the journey ends when its tail is in.
                var pass = isDestination[node] ? profile.PassSeconds[(int)network.LinkMode[arc >> 1]] : 0;
                var length = (perSecond * (profile.ArcSeconds[arc] + pass)) + (operating * profile.ArcCost[arc]);
                Relax(network.ArcFrom(arc), key + length);
                for (var k = turns.FromStart[arc]; k < turns.FromStart[arc + 1]; k++) Relax(turns.FromStates[k], key + length);
            }

            if (turns.ReversedFrom[state] is var arrival && arrival != TurnStates.None && profile.HoldAmount[node] > 0)
                Relax(arrival, key + (perSecond * profile.ReversalSeconds(turns.ReversalSeconds[state])));
            if (state != node) continue;
            for (var i = network.InTransferStart[node]; i < network.InTransferStart[node + 1]; i++)
            {
                var transfer = network.InTransfers[i];
                if (profile.TransferSeconds[transfer] < 0) continue;
                RelaxAll(network.TransferFrom[transfer], key + (perSecond * profile.TransferSeconds[transfer]) + transferCost);
            }
        }

        return distance;

        // A transfer, and the journey's end, do not ask by which arc a node was reached.
        void RelaxAll(int node, long candidate)
        {
            Relax(node, candidate);
            for (var state = turns.NodeStart[node]; state < turns.NodeStart[node + 1]; state++) Relax(state, candidate);
        }

        void Relax(int from, long candidate)
        {
            if (candidate >= distance[from]) return;
            distance[from] = candidate;
            queue.Push(candidate, from);
        }
    }
}
