namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Leaves out sections that only pass by a node through a yard or siding: those between whose ends other sections lead, without
/// reversal, in the same length (0.3 % and 60 m), and from whose ends every turn is possible that was possible from theirs. What
/// remains is the line map. Longest first; O(sections x those within their length).
/// </summary>
internal sealed class BypassFilter
{
    private const double SlackShare = 0.003;
    private const double SlackM = 60;

    private readonly SectionGraph _graph;
    private readonly bool[] _kept;

    private BypassFilter(SectionGraph graph)
    {
        _graph = graph;
        _kept = new bool[graph.Sections.Count];
        Array.Fill(_kept, value: true);
    }

    public static SectionGraph Filtered(SectionGraph graph)
    {
        var filter = new BypassFilter(graph);
        var order = Enumerable.Range(0, graph.Sections.Count).OrderByDescending(i => graph.Sections[i].LengthM).ThenBy(i => i);
        foreach (var section in order)
        {
            filter._kept[section] = false;
            if (!filter.LeadsOtherwise(section)) filter._kept[section] = true;
        }

        return graph.Only([.. Enumerable.Range(0, graph.Sections.Count).Where(i => filter._kept[i])]);
    }

    private bool LeadsOtherwise(int section)
    {
        var limitM = (_graph.Sections[section].LengthM * (1 + SlackShare)) + SlackM;
        var (start, goal) = (2 * section, (2 * section) + 1);
        var queue = new PriorityQueue<int, double>();
        var seen = new HashSet<int>();
        foreach (var end in _graph.EndsAt[_graph.NodeOf(start)].Where(end => Stands(end, start)))
            queue.Enqueue(end, _graph.Sections[end >> 1].LengthM);
        while (queue.TryDequeue(out var left, out var distanceM))
        {
            if (distanceM > limitM) return false;
            if (!seen.Add(left)) continue;
            var arrived = left ^ 1;
            if (_graph.NodeOf(arrived) == _graph.NodeOf(goal) && Stands(arrived, goal)) return true;
            foreach (var next in _graph.EndsAt[_graph.NodeOf(arrived)])
            {
                if (!_kept[next >> 1] || _graph.Turn(arrived, next) != TurnKind.Through) continue;
                queue.Enqueue(next, distanceM + _graph.DetourM(arrived, next) + _graph.Sections[next >> 1].LengthM);
            }
        }

        return false;
    }

    /// <summary>Whether an end can stand for another at its node: kept, and through to all that the other is through to.</summary>
    private bool Stands(int end, int other)
    {
        if (!_kept[end >> 1]) return false;
        foreach (var next in _graph.EndsAt[_graph.NodeOf(other)])
        {
            if (!_kept[next >> 1] || next == end || _graph.Turn(other, next) != TurnKind.Through) continue;
            if (_graph.Turn(end, next) != TurnKind.Through) return false;
        }

        return _graph.Turn(end, other) == TurnKind.Reversal || IsOnSide(end, other);
    }

    private bool IsOnSide(int end, int other) => SideOf(end) == SideOf(other);

    private int SideOf(int end)
        => (end & 1) == 0 ? _graph.Sections[end >> 1].FromSide : _graph.Sections[end >> 1].ToSide;
}
