namespace MilMobility.Derivation.Road;

/// <summary>Shortest ways over named, directed steps (Dijkstra); keeps the tree of each start. Ties go by name.</summary>
internal sealed class ShortestWays
{
    private readonly ILookup<string, (string To, string Step, double LengthM)> _steps;
    private readonly Dictionary<string, Dictionary<string, (double LengthM, string Before, string Step)>> _trees
        = new(StringComparer.Ordinal);

    public ShortestWays(IEnumerable<(string From, string To, string Step, double LengthM)> steps)
        => _steps = steps.OrderBy(step => step.Step, StringComparer.Ordinal)
            .ToLookup(step => step.From, step => (step.To, step.Step, step.LengthM), StringComparer.Ordinal);

    /// <summary>The steps from one end to another, in no order, and their length; infinite and empty if there is no way.</summary>
    public (IReadOnlyList<string> Steps, double LengthM) Between(string from, string to)
    {
        if (!_trees.TryGetValue(from, out var tree)) _trees[from] = tree = Tree(from);
        if (!tree.TryGetValue(to, out var end)) return ([], double.PositiveInfinity);
        var steps = new List<string>();
        for (var at = end; at.Step.Length > 0; at = tree[at.Before]) steps.Add(at.Step);
        return (steps, end.LengthM);
    }

    private Dictionary<string, (double, string, string)> Tree(string from)
    {
        var done = new Dictionary<string, (double, string, string)>(StringComparer.Ordinal);
        var queue = new PriorityQueue<(string At, string Before, string Step), (double LengthM, string Step)>();
        queue.Enqueue((from, "", ""), (0, ""));
        while (queue.TryDequeue(out var next, out var reached))
        {
            if (!done.TryAdd(next.At, (reached.LengthM, next.Before, next.Step))) continue;
            foreach (var (to, step, lengthM) in _steps[next.At])
                if (!done.ContainsKey(to)) queue.Enqueue((to, next.At, step), (reached.LengthM + lengthM, step));
        }

        return done;
    }
}
