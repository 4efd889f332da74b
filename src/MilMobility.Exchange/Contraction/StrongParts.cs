using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Contraction;

/// <summary>
/// The strongly connected parts of a draft: sets of nodes that all reach each other over links in their directions.
/// Tarjan's algorithm with a stack of its own, O(nodes + links). Not thread-safe.
/// Source: R. E. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972), doi:10.1137/0201010.
/// </summary>
internal sealed class StrongParts(NetworkDraft draft)
{
    private readonly Incidence _incidence = new(draft);
    private readonly int[] _order = new int[draft.NodeCount];
    private readonly int[] _low = new int[draft.NodeCount];
    private readonly int[] _next = new int[draft.NodeCount];
    private readonly int[] _part = new int[draft.NodeCount];
    private readonly List<int> _open = [];
    private int _visited;
    private int _parts;

    /// <summary>Number of its part per node.</summary>
    public int[] Find()
    {
        Array.Fill(_part, -1);
        for (var node = 0; node < draft.NodeCount; node++)
            if (_order[node] == 0) Visit(node);
        return _part;
    }

    private void Visit(int root)
    {
        var path = new Stack<int>();
        Enter(root);
        path.Push(root);
        while (path.TryPeek(out var node))
        {
            var at = _incidence.At(node);
            if (_next[node] == at.Length)
            {
                path.Pop();
                if (_low[node] == _order[node]) Close(node);
                if (path.TryPeek(out var parent)) _low[parent] = Math.Min(_low[parent], _low[node]);
                continue;
            }

            var link = draft.Links[at[_next[node]++]];
            if (!link.TwoWay && link.From != node) continue;
            var other = link.From == node ? link.To : link.From;
            if (_order[other] == 0)
            {
                Enter(other);
                path.Push(other);
            }
            else if (_part[other] < 0)
            {
                _low[node] = Math.Min(_low[node], _order[other]);
            }
        }
    }

    private void Enter(int node)
    {
        _order[node] = _low[node] = ++_visited;
        _open.Add(node);
    }

    private void Close(int node)
    {
        int last;
        do
        {
            last = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _part[last] = _parts;
        }
        while (last != node);
        _parts++;
    }
}
