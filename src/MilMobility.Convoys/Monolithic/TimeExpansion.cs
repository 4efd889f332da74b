using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Monolithic;

/// <summary>
/// One convoy's part of the time-expanded graph: every entry of an arc at a second that lies on some journey from its origin to
/// its destination in time. States are (node, second) pairs of the head. A journey never comes back to its origin (leaving
/// later takes less) nor goes on from its destination, so neither has such entries.
/// </summary>
internal sealed class TimeExpansion
{
    private TimeExpansion() { }

    /// <summary>Entries in order of their second: arc, second, state left (0 is the origin at any second), state reached.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>States beside the origin, numbered from 1; true where the state is at the destination.</summary>
    public List<bool> IsArrival { get; } = [true];

    /// <summary>The expansion, null once it would have more entries than allowed.</summary>
    /// <param name="arcs">Arcs of the instance with their tails.</param>
    /// <param name="convoy">Convoy.</param>
    /// <param name="allowed">[2E] arcs that it may use, null for all.</param>
    /// <param name="step">Seconds between departures.</param>
    /// <param name="latestFinish">Latest arrival of the tail.</param>
    /// <param name="entriesMax">Most entries.</param>
    public static TimeExpansion? Of(
        ArcTable arcs, int convoy, bool[]? allowed, int step, int latestFinish, int entriesMax)
    {
        var instance = arcs.Instance;
        var (origin, destination) = (instance.From[convoy], instance.To[convoy]);
        var (ready, pass) = (instance.ReadySeconds[convoy], instance.PassSeconds[convoy]);
        var remaining = arcs.SecondsTo(destination, origin, allowed);
        var expansion = new TimeExpansion();
        if (remaining[origin] == ArcTable.Unreachable) return expansion;
        var latestHead = (long)latestFinish - pass;
        if (ready + remaining[origin] > latestHead) return expansion;

        var nodesAt = new List<(int Node, int State)>?[latestHead - ready + 1];
        var stateAt = new Dictionary<(int Node, int Second), int>();
        for (long second = ready; second <= latestHead; second++)
        {
            var isDeparture = (second - ready) % step == 0 && second + remaining[origin] <= latestHead;
            if (isDeparture && !Leave(origin, 0, (int)second)) return null;
            if (nodesAt[second - ready] is not { } heads) continue;
            foreach (var (node, state) in heads)
            {
                if (node != destination && !Leave(node, state, (int)second)) return null;
            }

            nodesAt[second - ready] = null;
        }

        return expansion;

        bool Leave(int node, int state, int second)
        {
            for (var arc = instance.FirstArc[node]; arc < instance.FirstArc[node + 1]; arc++)
            {
                var head = instance.ArcTo[arc];
                if (head == origin || allowed is not null && !allowed[arc] || remaining[head] == ArcTable.Unreachable) continue;
                var arrival = second + instance.TravelSeconds[instance.ArcEdge[arc]];
                if (arrival + remaining[head] > latestHead) continue;
                if (expansion.Entries.Count == entriesMax) return false;
                expansion.Entries.Add(new Entry(arc, second, state, StateOf(head, arrival)));
            }

            return true;
        }

        int StateOf(int node, int second)
        {
            if (stateAt.TryGetValue((node, second), out var known)) return known;
            var state = expansion.IsArrival.Count;
            expansion.IsArrival.Add(node == destination);
            stateAt.Add((node, second), state);
            (nodesAt[second - ready] ??= []).Add((node, state));
            return state;
        }
    }

    /// <summary>The head enters an arc.</summary>
    internal readonly record struct Entry(int Arc, int Second, int FromState, int ToState);
}
