namespace MilMobility.Routing.Search;

/// <summary>
/// Non-dominated labels per node and open turns, in lists by start and width of their windows, so that only those are compared that
/// can meet. Label a dominates b over the times at which both can
/// leave, if a can leave when b first can, costs no more, has no more elapsed since halt and leg start, has no asset out
/// that b has not, and has entered every cap that b has. Then whatever b can do at those times, a can do at no more cost: with holding
/// at a node, a arrives no later and its hold joins onto b's. What is left of b's window beyond a's end stays.
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

    /// <summary>Flags that dominance compares.</summary>
    public const byte Compares = LegStarted | PoolMask;

    private const byte PoolMask = 0xF0;
    private const byte Dead = 2;

    private readonly LabelStore _labels;
    private readonly LabelLists _lists;
    private long _slack;
    private long _perSecond;
    private bool _capped;

    /// <summary>Pairs compared since the lists were emptied.</summary>
    public long Compared { get; private set; }

    public LabelDominance(LabelStore labels, int states)
    {
        _labels = labels;
        // One list of a state for the labels that go on by moves, one of a node for those that go on by transfers.
        _lists = new LabelLists(labels, 2 * states);
        Clear(0, 0);
    }

    /// <summary>Empties the lists for a search.</summary>
    public void Clear(long slackMicroEuros, long timeMicroEurosPerSecond, bool capped = false)
    {
        Compared = 0;
        _capped = capped;
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
        var list = labels.Kind[label] == LabelKind.Closed ? (2 * labels.Node[label]) + 1 : 2 * labels.State[label];
        var cut = false;
        var own = new Member(labels, label);
        var (lo, costMax) = (own.Lo, own.Cost + _slack);
        for (var width = 0; width < LabelLists.WidthClasses; width++)
        {
            var members = _lists.Of(list, width);
            if (members.IsEmpty) continue;
            var least = _lists.LeastUpTo(list, width);
            var first = _lists.FirstReaching(members, width, lo);
            // The latest first: where labels may hold they are the cheapest. Backwards no start is passed over while the window is cut.
            for (var i = _lists.FirstFrom(members, lo + 1) - 1; i >= first; i--)
            {
                if (least[i] > costMax) break;
                ref readonly var other = ref members[i];
                Compared++;
                if (other.Hi < lo || other.Cost > costMax || !Dominates(in other, in own, lo)) continue;
                if (other.Hi >= own.Hi) return Entry.Dominated;
                lo = other.Hi + 1;
                cut = true;
            }
        }

        labels.Lo[label] = lo;
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
        var own = new Member(labels, label);
        var costMin = own.Cost - _slack;
        var widest = LabelLists.WidthClass(own.Hi - own.Lo);
        for (var width = 0; width <= widest; width++)
        {
            var members = _lists.Of(list, width);
            if (members.IsEmpty) continue;
            var most = _lists.MostFrom(list, width);
            var firstDead = -1;
            var endDead = 0;
            for (var i = _lists.FirstFrom(members, own.Lo); i < members.Length; i++)
            {
                if (most[i] < costMin) break;
                ref readonly var other = ref members[i];
                Compared++;
                if (other.Lo > own.Hi) break;
                if (own.Hi < other.Hi || !Dominates(in own, in other, other.Lo)) continue;
                labels.Flags[other.Label] |= Dead;
                if (firstDead < 0) firstDead = i;
                endDead = i + 1;
            }

            if (firstDead >= 0) _lists.RemoveWhere(list, width, Dead, firstDead, endDead);
        }
    }

    /// <summary>True if a dominates b, whose window starts at a time, over the part of that window that a's covers.</summary>
    private bool Dominates(in Member a, in Member b, int lo)
    {
        if (a.Lo > lo || a.Driven > b.Driven || a.Leg > b.Leg) return false;
        if (a.DrivenAnchor < b.DrivenAnchor || a.LegAnchor < b.LegAnchor) return false;
        var dearer = a.Cost - b.Cost;
        if (dearer > 0 && (dearer > _slack || dearer > _perSecond * (lo - a.Lo))) return false;
        if (((a.Flags ^ b.Flags) & LegStarted) != 0 || (a.Flags & ~b.Flags & PoolMask) != 0) return false;
        // A cap that b has entered is behind it, and a may find it full.
        if (_capped && (_labels.Caps[b.Label] & ~_labels.Caps[a.Label]) != 0) return false;
        return a.Kind != LabelKind.Arrived || b.Kind is not (LabelKind.Transferred or LabelKind.Origin);
    }
}
