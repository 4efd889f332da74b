using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Instances;

/// <summary>What an instance must satisfy beyond its form; all findings at once, each with path, value and what is allowed.</summary>
internal static class InstanceRules
{
    public const int NodesMax = 1_000_000;

    // Half of what fits an int, so that a second past the horizon plus a travel and a pass time still does.
    public const int SecondsMax = 500_000_000;

    public static IReadOnlyList<Diagnostic> Findings(
        int nodeCount, int horizonSeconds, IReadOnlyList<ConvoyEdge> edges, IReadOnlyList<Convoy> convoys, string file = "")
    {
        var bag = new DiagnosticBag();
        if (nodeCount is < 1 or > NodesMax)
            bag.Error("CMP005", file, 0, $"nodes = {nodeCount}; must be a whole number from 1 to {NodesMax}");
        if (horizonSeconds is < 1 or > SecondsMax)
            bag.Error("CMP005", file, 0, $"horizon_s = {horizonSeconds}; must be a whole number from 1 to {SecondsMax}");
        Edges(bag, file, nodeCount, edges);
        if (convoys.Count == 0) bag.Error("CMP010", file, 0, "convoys is empty; must hold at least one convoy");
        Convoys(bag, file, nodeCount, convoys);
        // Reachability needs a sound graph.
        if (!bag.HasErrors) Reachability(bag, file, nodeCount, edges, convoys);
        return bag.ToList();
    }

    private static void Edges(DiagnosticBag bag, string file, int nodeCount, IReadOnlyList<ConvoyEdge> edges)
    {
        var seen = new Dictionary<(int, int), int>(edges.Count);
        for (var e = 0; e < edges.Count; e++)
        {
            var (from, to, travel) = edges[e];
            Node(bag, file, $"edges[{e}].from", from, nodeCount);
            Node(bag, file, $"edges[{e}].to", to, nodeCount);
            if (travel is < 1 or > SecondsMax)
                bag.Error("CMP005", file, 0, $"edges[{e}].travel_s = {travel}; must be a whole number from 1 to {SecondsMax}");
            if (from == to) bag.Error("CMP007", file, 0, $"edges[{e}] goes from {from} to {to}; must join two nodes");
            else if (!seen.TryAdd((Math.Min(from, to), Math.Max(from, to)), e))
            {
                bag.Error("CMP008", file, 0, $"edges[{e}] joins {from} and {to} as edges[{seen[(Math.Min(from, to), Math.Max(from, to))]}]"
                    + " does; must be one edge between two nodes");
            }
        }
    }

    private static void Convoys(DiagnosticBag bag, string file, int nodeCount, IReadOnlyList<Convoy> convoys)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var k = 0; k < convoys.Count; k++)
        {
            var convoy = convoys[k];
            if (convoy.Id.Length == 0) bag.Error("CMP005", file, 0, $"convoys[{k}].id is empty; must be a text");
            else if (!ids.Add(convoy.Id))
                bag.Error("CMP009", file, 0, $"convoys[{k}].id = {convoy.Id} is an earlier convoy's too; must be unique");
            Node(bag, file, $"convoys[{k}].from", convoy.From, nodeCount);
            Node(bag, file, $"convoys[{k}].to", convoy.To, nodeCount);
            if (convoy.From == convoy.To)
                bag.Error("CMP007", file, 0, $"convoys[{k}] goes from {convoy.From} to {convoy.To}; must be two nodes");
            Second(bag, file, $"convoys[{k}].ready_s", convoy.ReadySeconds, 0);
            Second(bag, file, $"convoys[{k}].pass_s", convoy.PassSeconds, 1);
            if (convoy.DueSeconds is { } due) Second(bag, file, $"convoys[{k}].due_s", due, 0);
        }
    }

    private static void Node(DiagnosticBag bag, string file, string path, int node, int nodeCount)
    {
        if (node < 0 || node >= nodeCount)
            bag.Error("CMP006", file, 0, $"{path} = {node}; must be a node, from 0 to {nodeCount - 1}");
    }

    private static void Second(DiagnosticBag bag, string file, string path, int second, int min)
    {
        if (second < min || second > SecondsMax)
            bag.Error("CMP005", file, 0, $"{path} = {second}; must be a whole number from {min} to {SecondsMax}");
    }

    /// <summary>Union of the edges' ends; a convoy's two nodes must come together.</summary>
    private static void Reachability(
        DiagnosticBag bag, string file, int nodeCount, IReadOnlyList<ConvoyEdge> edges, IReadOnlyList<Convoy> convoys)
    {
        var parent = Enumerable.Range(0, nodeCount).ToArray();
        foreach (var edge in edges) parent[Root(edge.From)] = Root(edge.To);
        for (var k = 0; k < convoys.Count; k++)
        {
            var convoy = convoys[k];
            if (Root(convoy.From) != Root(convoy.To))
                bag.Error("CMP011", file, 0, $"convoys[{k}].to = {convoy.To} has no path from {convoy.From}; must be reachable");
        }

        int Root(int node)
        {
            while (parent[node] != node) node = parent[node] = parent[parent[node]];
            return node;
        }
    }
}
