using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Compiles the rail turns of a validated dataset to <see cref="TurnStates"/>. O(arcs + sum over the nodes with turns of their degree
/// squared). Not thread-safe; one per compile.
/// </summary>
internal sealed class TurnCompiler
{
    private const int SecondsPerMinute = 60;

    private readonly (int[] Start, int[] Items) _out;
    private readonly int _nodes;
    /// <summary>Seconds of the turn from one link to another at a node, in both senses; -1 where it is forbidden.</summary>
    private readonly Dictionary<(int Node, int FromLink, int ToLink), int> _turns = [];
    private readonly List<State> _states = [];

    private TurnCompiler(
        NetworkDataset dataset, IReadOnlyDictionary<string, int> nodeIndex, IReadOnlyDictionary<string, int> linkIndex,
        (int[] Start, int[] Items) arcsOut)
    {
        _out = arcsOut;
        _nodes = dataset.Nodes.Count;
        foreach (var row in dataset.Turns)
        {
            var (node, from, to) = (nodeIndex[row.Node], linkIndex[row.FromLink], linkIndex[row.ToLink]);
            var seconds = row.ReversalMinutes * SecondsPerMinute ?? -1;
            _turns[(node, from, to)] = seconds;
            _turns[(node, to, from)] = seconds;
        }
    }

    /// <param name="dataset">Validated dataset.</param>
    /// <param name="nodeIndex">Index by node id.</param>
    /// <param name="linkIndex">Index by link id.</param>
    /// <param name="arcsOut">Arcs that leave each node.</param>
    /// <param name="arcsIn">Arcs that enter each node.</param>
    public static TurnStates Compile(
        NetworkDataset dataset, IReadOnlyDictionary<string, int> nodeIndex, IReadOnlyDictionary<string, int> linkIndex,
        (int[] Start, int[] Items) arcsOut, (int[] Start, int[] Items) arcsIn)
    {
        var compiler = new TurnCompiler(dataset, nodeIndex, linkIndex, arcsOut);
        var arcState = new int[2 * dataset.Links.Count];
        Array.Fill(arcState, TurnStates.None);
        var nodeStart = new int[compiler._nodes + 1];
        var withTurns = dataset.Turns.Select(row => nodeIndex[row.Node]).ToHashSet();
        for (var node = 0; node < compiler._nodes; node++)
        {
            nodeStart[node] = compiler._nodes + compiler._states.Count;
            for (var i = arcsIn.Start[node]; i < arcsIn.Start[node + 1]; i++)
            {
                var arc = arcsIn.Items[i];
                arcState[arc] = withTurns.Contains(node) ? compiler.Arrival(node, nodeStart[node], arc) : node;
            }
        }

        nodeStart[compiler._nodes] = compiler._nodes + compiler._states.Count;
        return compiler.ToColumns(arcState, nodeStart);
    }

    /// <summary>
    /// The state in which an arc arrives at a node whose states begin at an index: the node itself, one at hand or a new one.
    /// </summary>
    private int Arrival(int node, int firstOfNode, int arc)
    {
        List<int> open = [];
        SortedDictionary<int, List<int>> bySeconds = [];
        for (var i = _out.Start[node]; i < _out.Start[node + 1]; i++)
        {
            var next = _out.Items[i];
            var seconds = _turns.GetValueOrDefault((node, arc >> 1, next >> 1));
            if (seconds == 0) open.Add(next);
            if (seconds <= 0) continue;
            if (!bySeconds.TryGetValue(seconds, out var arcs)) bySeconds[seconds] = arcs = [];
            arcs.Add(next);
        }

        if (open.Count == _out.Start[node + 1] - _out.Start[node]) return node;
        for (var state = firstOfNode; state < _nodes + _states.Count; state++)
        {
            if (IsSame(state, open, bySeconds)) return state;
        }

        var arrival = _nodes + _states.Count;
        _states.Add(new State(node, open, TurnStates.None, 0));
        foreach (var (seconds, arcs) in bySeconds) _states.Add(new State(node, arcs, arrival, seconds));
        return arrival;
    }

    /// <summary>True if a state of arrival leaves just these arcs open and has just these reversals, which follow it.</summary>
    private bool IsSame(int state, List<int> open, SortedDictionary<int, List<int>> bySeconds)
    {
        var at = state - _nodes;
        if (_states[at].ReversedFrom != TurnStates.None || !_states[at].Arcs.SequenceEqual(open)) return false;
        foreach (var (seconds, arcs) in bySeconds)
        {
            at++;
            if (at == _states.Count || _states[at].ReversedFrom != state) return false;
            if (_states[at].Seconds != seconds || !_states[at].Arcs.SequenceEqual(arcs)) return false;
        }

        return at + 1 == _states.Count || _states[at + 1].ReversedFrom != state;
    }

    private TurnStates ToColumns(int[] arcState, int[] nodeStart)
    {
        var count = _nodes + _states.Count;
        var outStart = new int[count + 1];
        Array.Copy(_out.Start, outStart, _nodes + 1);
        for (var i = 0; i < _states.Count; i++) outStart[_nodes + i + 1] = outStart[_nodes + i] + _states[i].Arcs.Count;
        int[] outArcs = [.. _out.Items, .. _states.SelectMany(s => s.Arcs)];
        int[] reversedFrom = [.. Enumerable.Repeat(TurnStates.None, _nodes), .. _states.Select(s => s.ReversedFrom)];
        int[] stateOfEntry = [.. _states.SelectMany((s, i) => Enumerable.Repeat(_nodes + i, s.Arcs.Count))];
        var arriving = Adjacency.Build(count, arcState.Length, arc => arcState[arc]);
        var from = Adjacency.Build(arcState.Length, stateOfEntry.Length, entry => outArcs[_out.Items.Length + entry]);
        var reversals = Adjacency.Build(count, count, state => reversedFrom[state]);
        return new TurnStates
        {
            Node = [.. Enumerable.Range(0, _nodes), .. _states.Select(s => s.Node)],
            ArcState = arcState,
            OutStart = outStart,
            OutArcs = outArcs,
            InStart = arriving.Start,
            InArcs = arriving.Items,
            FromStart = from.Start,
            FromStates = [.. from.Items.Select(entry => stateOfEntry[entry])],
            NodeStart = nodeStart,
            ReversalStart = reversals.Start,
            Reversals = reversals.Items,
            ReversedFrom = reversedFrom,
            ReversalSeconds = [.. Enumerable.Repeat(0, _nodes), .. _states.Select(s => s.Seconds)],
        };
    }

    /// <summary>A state beyond the nodes.</summary>
    private sealed record State(int Node, List<int> Arcs, int ReversedFrom, int Seconds);
}
