using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Checking;

/// <summary>
/// Whether each mode is in one part, can be travelled both ways in spite of one-way links, and ends only where it should.
/// Breadth-first searches over the compiled adjacency; O(nodes + links).
/// </summary>
internal sealed class Connectivity(CompiledNetwork network, DiagnosticBag diagnostics)
{
    /// <summary>Kinds of node at which a road, line or fairway may end.</summary>
    private static readonly string[] EndKinds =
        ["border", "port", "terminal", "yard", "site", "station", "airfield", "hospital", "berth", "end"];

    /// <summary>Checks a mode with links and returns the number of its parts.</summary>
    public int Check(TransportMode mode)
    {
        var nodes = Enumerable.Range(0, network.NodeCount).Where(n => network.NodeMode[n] == mode).ToList();
        var parts = PartsOf(nodes);
        if (parts.Count == 0) return 0;
        var main = parts.MaxBy(p => p.Count)!;
        foreach (var part in parts.Where(p => p != main))
        {
            Error(NetworkCodes.NotConnected, part[0],
                $"is in a part of {part.Count} {Vocabulary.NameOf(mode)} node(s) not joined to the main part of {main.Count} "
                + $"around '{network.NodeId[main[0]]}'; must be one part");
        }

        CheckBothWays(main);
        foreach (var node in nodes) CheckEnd(node);
        return parts.Count;
    }

    private List<List<int>> PartsOf(List<int> nodes)
    {
        var seen = new bool[network.NodeCount];
        var parts = new List<List<int>>();
        foreach (var node in nodes.Where(n => !seen[n])) parts.Add(Reach(node, forward: true, backward: true, seen));
        return parts;
    }

    /// <summary>
    /// From one node of the part, every other must be reached and must lead back: then all reach all. The start is a node that is
    /// left and entered, so that one bad node is reported and not all others.
    /// </summary>
    private void CheckBothWays(List<int> part)
    {
        var start = part.MaxBy(n => Math.Min(OutCount(n), InCount(n)));
        var (reached, leadingBack) = (new bool[network.NodeCount], new bool[network.NodeCount]);
        Reach(start, forward: true, backward: false, reached);
        Reach(start, forward: false, backward: true, leadingBack);
        foreach (var node in part)
        {
            if (reached[node] && leadingBack[node]) continue;
            var fault = reached[node] ? "cannot be left towards" : "cannot be reached from";
            Error(NetworkCodes.NotStronglyConnected, node,
                $"{fault} '{network.NodeId[start]}' because of one-way links; must be possible");
        }
    }

    private List<int> Reach(int start, bool forward, bool backward, bool[] seen)
    {
        var reached = new List<int> { start };
        seen[start] = true;
        for (var i = 0; i < reached.Count; i++)
        {
            var node = reached[i];
            if (forward)
            {
                for (var k = network.OutStart[node]; k < network.OutStart[node + 1]; k++)
                    Visit(network.ArcTo(network.OutArcs[k]));
            }

            if (!backward) continue;
            for (var k = network.InStart[node]; k < network.InStart[node + 1]; k++)
                Visit(network.ArcFrom(network.InArcs[k]));
        }

        return reached;

        void Visit(int next)
        {
            if (seen[next]) return;
            seen[next] = true;
            reached.Add(next);
        }
    }

    private void CheckEnd(int node)
    {
        var kind = network.Dataset.Nodes[node].Kind;
        if (EndKinds.Contains(kind)) return;
        var neighbours = new HashSet<int>();
        for (var k = network.OutStart[node]; k < network.OutStart[node + 1]; k++) neighbours.Add(network.ArcTo(network.OutArcs[k]));
        for (var k = network.InStart[node]; k < network.InStart[node + 1]; k++) neighbours.Add(network.ArcFrom(network.InArcs[k]));
        if (neighbours.Count > 1) return;
        Error(NetworkCodes.DeadEnd, node,
            $"is a dead end of kind '{kind}' with {neighbours.Count} neighbour(s); only {string.Join(", ", EndKinds)} may be one");
    }

    private int OutCount(int node) => network.OutStart[node + 1] - network.OutStart[node];

    private int InCount(int node) => network.InStart[node + 1] - network.InStart[node];

    private void Error(string code, int node, string message)
    {
        var row = network.Dataset.Nodes[node];
        diagnostics.Error(code, row.File, row.Line, $"node '{row.Id}' {message}");
    }
}
