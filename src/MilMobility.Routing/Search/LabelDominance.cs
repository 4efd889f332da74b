namespace MilMobility.Routing.Search;

/// <summary>
/// Non-dominated labels per node, as linked lists through the label store. Label a dominates b over the times at which both can
/// leave, if a can leave when b first can, costs no more, has no more elapsed since halt and leg start, and has no asset out
/// that b has not. Then whatever b can do at those times, a can do at no more cost: with holding at a node, a arrives no later
/// and its hold joins onto b's. What is left of b's window beyond a's end stays.
///
/// With a slack of 0 this is exact. With more, a may cost up to the slack more than b if its earlier arrival is worth at
/// least the difference: near-equal routes through a station then do not multiply. That can cost a plan as much as the slack where
/// the time gained is waited away later; it never makes a plan invalid. Not thread-safe.
/// </summary>
internal sealed class LabelDominance
{
    /// <summary>What became of a label.</summary>
    public enum Entry { Dominated, Cut, Entered }

    /// <summary>Flag: assets of the current leg are tasked.</summary>
    public const byte LegStarted = 1;

    /// <summary>First of four flags: a pool has been used by this itinerary.</summary>
    public const byte PoolUsed = 16;

    /// <summary>Flag: not in a list yet; to be entered when its time comes.</summary>
    public const byte Deferred = 4;

    private const byte PoolMask = 0xF0;
    private const byte Dead = 2;

    private readonly LabelStore _labels;
    private readonly int[] _moving;
    private readonly int[] _closed;
    private long _slack;
    private long _perSecond;

    /// <summary>Pairs compared since the lists were emptied.</summary>
    public long Compared { get; private set; }

    public LabelDominance(LabelStore labels, int nodes)
    {
        _labels = labels;
        _moving = new int[nodes];
        _closed = new int[nodes];
        Clear(0, 0);
    }

    /// <summary>Empties the lists for a search.</summary>
    public void Clear(long slackMicroEuros, long timeMicroEurosPerSecond)
    {
        Compared = 0;
        _slack = slackMicroEuros;
        _perSecond = timeMicroEurosPerSecond;
        Array.Fill(_moving, LabelStore.None);
        Array.Fill(_closed, LabelStore.None);
    }

    public bool IsDead(int label) => (_labels.Flags[_labels.Owner[label]] & Dead) != 0;

    /// <summary>
    /// Enters a label in its list; those that it dominates wholly die. If labels there dominate the start of its window, the window
    /// is cut to what is left and the label stays outside, deferred: by the time it comes up, the rest of those that cut it is in
    /// the list too, and mostly nothing is left. So the lists stay short.
    /// </summary>
    public Entry TryEnter(int label)
    {
        var labels = _labels;
        var closed = labels.Kind[label] == LabelKind.Closed;
        ref var head = ref (closed ? ref _closed[labels.Node[label]] : ref _moving[labels.Node[label]]);
        var cut = false;
        for (var other = head; other != LabelStore.None; other = labels.Next[other])
        {
            Compared++;
            if (labels.Hi[other] < labels.Lo[label] || !Dominates(other, label)) continue;
            if (labels.Hi[other] >= labels.Hi[label]) return Entry.Dominated;
            labels.Lo[label] = labels.Hi[other] + 1;
            cut = true;
        }

        if (cut)
        {
            labels.Flags[label] |= Deferred;
            return Entry.Cut;
        }

        labels.Flags[label] &= unchecked((byte)~Deferred);
        var previous = LabelStore.None;
        for (var other = head; other != LabelStore.None; other = labels.Next[other])
        {
            if (labels.Hi[label] < labels.Hi[other] || !Dominates(label, other))
            {
                previous = other;
                continue;
            }

            labels.Flags[other] |= Dead;
            if (previous == LabelStore.None) head = labels.Next[other];
            else labels.Next[previous] = labels.Next[other];
        }

        labels.Next[label] = head;
        head = label;
        return Entry.Entered;
    }

    /// <summary>True if a dominates b over the part of b's window that a's window covers.</summary>
    private bool Dominates(int a, int b)
    {
        var l = _labels;
        if (l.Lo[a] > l.Lo[b] || l.Driven[a] > l.Driven[b] || l.Leg[a] > l.Leg[b]) return false;
        if (l.DrivenAnchor[a] < l.DrivenAnchor[b] || l.LegAnchor[a] < l.LegAnchor[b]) return false;
        var dearer = l.Cost[a] - l.Cost[b];
        if (dearer > 0 && (dearer > _slack || dearer > _perSecond * (l.Lo[b] - l.Lo[a]))) return false;
        if (((l.Flags[a] ^ l.Flags[b]) & LegStarted) != 0 || (l.Flags[a] & ~l.Flags[b] & PoolMask) != 0) return false;
        return l.Kind[a] != LabelKind.Arrived || l.Kind[b] is not (LabelKind.Transferred or LabelKind.Origin);
    }
}
