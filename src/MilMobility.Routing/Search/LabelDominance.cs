namespace MilMobility.Routing.Search;

/// <summary>
/// Non-dominated labels per node, as linked lists through the label store. Label a dominates b when it can leave over all of b's
/// window, costs no more, has no more elapsed since halt and leg start at any time of it, and has no asset out that b has not.
/// Then whatever b can still do, a can do at no more cost: with holding at a node, a arrives no later and its hold joins
/// onto b's. Exact: nothing is dominated that could become better. Not thread-safe.
/// </summary>
internal sealed class LabelDominance
{
    /// <summary>Flag: assets of the current leg are tasked.</summary>
    public const byte LegStarted = 1;

    /// <summary>First of four flags: a pool has been used by this itinerary.</summary>
    public const byte PoolUsed = 16;

    private const byte PoolMask = 0xF0;
    private const byte Dead = 2;

    private readonly LabelStore _labels;
    private readonly int[] _moving;
    private readonly int[] _closed;

    public LabelDominance(LabelStore labels, int nodes)
    {
        _labels = labels;
        _moving = new int[nodes];
        _closed = new int[nodes];
        Clear();
    }

    public void Clear()
    {
        Array.Fill(_moving, LabelStore.None);
        Array.Fill(_closed, LabelStore.None);
    }

    public bool IsDead(int label) => (_labels.Flags[_labels.Owner[label]] & Dead) != 0;

    /// <summary>Enters a label in its list, unless one there dominates it; those that it dominates die.</summary>
    public bool TryEnter(int label)
    {
        var labels = _labels;
        var closed = labels.Kind[label] == LabelKind.Closed;
        ref var head = ref (closed ? ref _closed[labels.Node[label]] : ref _moving[labels.Node[label]]);
        var previous = LabelStore.None;
        for (var other = head; other != LabelStore.None;)
        {
            if (Dominates(labels, other, label)) return false;
            var next = labels.Next[other];
            if (Dominates(labels, label, other))
            {
                labels.Flags[other] |= Dead;
                if (previous == LabelStore.None) head = next;
                else labels.Next[previous] = next;
            }
            else
            {
                previous = other;
            }

            other = next;
        }

        labels.Next[label] = head;
        head = label;
        return true;
    }

    private static bool Dominates(LabelStore l, int a, int b)
    {
        if (l.Lo[a] > l.Lo[b] || l.Hi[a] < l.Hi[b] || l.Cost[a] > l.Cost[b]) return false;
        if (((l.Flags[a] ^ l.Flags[b]) & LegStarted) != 0 || (l.Flags[a] & ~l.Flags[b] & PoolMask) != 0) return false;
        if (l.Kind[a] == LabelKind.Arrived && l.Kind[b] is LabelKind.Transferred or LabelKind.Origin) return false;
        return l.Driven[a] <= l.Driven[b] && l.DrivenAnchor[a] >= l.DrivenAnchor[b]
            && l.Leg[a] <= l.Leg[b] && l.LegAnchor[a] >= l.LegAnchor[b];
    }
}
