namespace MilMobility.Routing.Search;

/// <summary>
/// Non-dominated labels per node, in lists by start and width of their windows, so that only those are compared that can meet. Label a dominates b over the times at which both can
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
    private readonly LabelLists _lists;
    private long _slack;
    private long _perSecond;

    /// <summary>Pairs compared since the lists were emptied.</summary>
    public long Compared { get; private set; }

    public LabelDominance(LabelStore labels, int nodes)
    {
        _labels = labels;
        // One list of a node for the labels that go on by moves, one for those that go on by transfers.
        _lists = new LabelLists(labels, 2 * nodes);
        Clear(0, 0);
    }

    /// <summary>Empties the lists for a search.</summary>
    public void Clear(long slackMicroEuros, long timeMicroEurosPerSecond)
    {
        Compared = 0;
        _slack = slackMicroEuros;
        _perSecond = timeMicroEurosPerSecond;
        _lists.Clear();
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
        var list = (2 * labels.Node[label]) + (labels.Kind[label] == LabelKind.Closed ? 1 : 0);
        var cut = false;
        for (var width = 0; width < LabelLists.WidthClasses; width++)
        {
            var members = _lists.Of(list, width);
            if (members.IsEmpty) continue;
            var least = _lists.LeastUpTo(list, width);
            var first = _lists.FirstReaching(members, width, labels.Lo[label]);
            // The latest first: where labels may hold they are the cheapest. Backwards no start is passed over while the window is cut.
            for (var i = _lists.FirstFrom(members, labels.Lo[label] + 1) - 1; i >= first; i--)
            {
                if (least[i] > labels.Cost[label] + _slack) break;
                var other = members[i];
                Compared++;
                if (labels.Hi[other] < labels.Lo[label] || !Dominates(other, label)) continue;
                if (labels.Hi[other] >= labels.Hi[label]) return Entry.Dominated;
                labels.Lo[label] = labels.Hi[other] + 1;
                cut = true;
            }
        }

        if (cut)
        {
            labels.Flags[label] |= Deferred;
            return Entry.Cut;
        }

        labels.Flags[label] &= unchecked((byte)~Deferred);
        RemoveDominated(label, list);
        _lists.Insert(list, label);
        return Entry.Entered;
    }

    /// <summary>Those whose windows lie within the label's, and that it dominates, die.</summary>
    private void RemoveDominated(int label, int list)
    {
        var labels = _labels;
        var widest = LabelLists.WidthClass(labels.Hi[label] - labels.Lo[label]);
        for (var width = 0; width <= widest; width++)
        {
            var members = _lists.Of(list, width);
            if (members.IsEmpty) continue;
            var most = _lists.MostFrom(list, width);
            var dead = 0;
            for (var i = _lists.FirstFrom(members, labels.Lo[label]); i < members.Length; i++)
            {
                if (most[i] < labels.Cost[label] - _slack) break;
                var other = members[i];
                Compared++;
                if (labels.Lo[other] > labels.Hi[label]) break;
                if (labels.Hi[label] < labels.Hi[other] || !Dominates(label, other)) continue;
                labels.Flags[other] |= Dead;
                dead++;
            }

            if (dead > 0) _lists.RemoveWhere(list, width, Dead);
        }
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
