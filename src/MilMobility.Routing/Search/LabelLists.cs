namespace MilMobility.Routing.Search;

/// <summary>
/// Lists of labels, each split into classes by the width of their windows and sorted by the start of the window. A label of a class
/// is narrower than the class's limit, so those that reach a time start within that limit before it: found by bisection
/// instead of a walk over all. Beside each label stand the least cost up to it and the largest from it on: where labels may hold,
/// the later are the cheaper, and both say at once that no other can dominate. Arrays are kept from search to search. Not
/// thread-safe.
/// </summary>
internal sealed class LabelLists(LabelStore labels, int lists)
{
    /// <summary>Classes: below 8 s wide, below 64 s, ... and the rest.</summary>
    public const int WidthClasses = 7;

    private const int WidthBits = 3;
    private const int FirstSize = 8;

    private readonly Member[]?[] _members = new Member[]?[lists * WidthClasses];
    private readonly long[]?[] _leastUpTo = new long[]?[lists * WidthClasses];
    private readonly long[]?[] _mostFrom = new long[]?[lists * WidthClasses];
    private readonly int[] _counts = new int[lists * WidthClasses];
    private readonly List<int> _touched = [];

    public void Clear()
    {
        foreach (var slot in _touched) _counts[slot] = 0;
        _touched.Clear();
    }

    /// <summary>Class of a window of so many seconds between its first and last.</summary>
    public static int WidthClass(int seconds) =>
        Math.Min(WidthClasses - 1, System.Numerics.BitOperations.Log2((uint)seconds | 1) / WidthBits);

    /// <summary>Labels of a class, by start; valid until the list changes.</summary>
    public ReadOnlySpan<Member> Of(int list, int width)
    {
        var slot = (list * WidthClasses) + width;
        return _members[slot].AsSpan(0, _counts[slot]);
    }

    /// <summary>[labels of a class] least cost of those up to each.</summary>
    public ReadOnlySpan<long> LeastUpTo(int list, int width) => _leastUpTo[(list * WidthClasses) + width];

    /// <summary>[labels of a class] largest cost of those from each on.</summary>
    public ReadOnlySpan<long> MostFrom(int list, int width) => _mostFrom[(list * WidthClasses) + width];

    /// <summary>Index of the first label whose window could reach a time.</summary>
    public int FirstReaching(ReadOnlySpan<Member> members, int width, int time)
    {
        if (width == WidthClasses - 1) return 0;
        return FirstFrom(members, time - (1 << (WidthBits * (width + 1))));
    }

    /// <summary>Index of the first label that starts at a time or later.</summary>
    public int FirstFrom(ReadOnlySpan<Member> members, int time)
    {
        var (from, to) = (0, members.Length);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (members[middle].Lo < time) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    public void Insert(int list, int label)
    {
        var slot = (list * WidthClasses) + WidthClass(labels.Hi[label] - labels.Lo[label]);
        var count = _counts[slot];
        var members = _members[slot] ??= new Member[FirstSize];
        _leastUpTo[slot] ??= new long[FirstSize];
        _mostFrom[slot] ??= new long[FirstSize];
        if (count == 0) _touched.Add(slot);
        if (count == members.Length)
        {
            Array.Resize(ref members, 2 * count);
            Array.Resize(ref _leastUpTo[slot], 2 * count);
            Array.Resize(ref _mostFrom[slot], 2 * count);
            _members[slot] = members;
        }

        var at = FirstFrom(members.AsSpan(0, count), labels.Lo[label]);
        Array.Copy(members, at, members, at + 1, count - at);
        members[at] = new Member(labels, label);
        _counts[slot] = count + 1;
        var cost = labels.Cost[label];
        InsertLeast(_leastUpTo[slot]!, at, count, cost);
        InsertMost(_mostFrom[slot]!, at, count, cost);
    }

    /// <summary>The least costs never rise along a list, so that a new one changes those from its place up to the first below it.</summary>
    private static void InsertLeast(long[] least, int at, int count, long cost)
    {
        Array.Copy(least, at, least, at + 1, count - at);
        if (at > 0 && least[at - 1] <= cost)
        {
            least[at] = least[at - 1];
            return;
        }

        least[at] = cost;
        for (var i = at + 1; i <= count && least[i] > cost; i++) least[i] = cost;
    }

    /// <summary>Nor do the largest costs: a new one changes those from its place back to the first above it.</summary>
    private static void InsertMost(long[] most, int at, int count, long cost)
    {
        Array.Copy(most, at, most, at + 1, count - at);
        if (at < count && most[at + 1] >= cost)
        {
            most[at] = most[at + 1];
            return;
        }

        most[at] = cost;
        for (var i = at - 1; i >= 0 && most[i] < cost; i--) most[i] = cost;
    }

    /// <summary>Removes the labels of a class that have a flag; those with it lie in [first, end).</summary>
    public void RemoveWhere(int list, int width, byte flag, int first, int end)
    {
        var slot = (list * WidthClasses) + width;
        var members = _members[slot]!;
        var count = _counts[slot];
        var kept = first;
        for (var i = first; i < end; i++)
        {
            if ((labels.Flags[members[i].Label] & flag) == 0) members[kept++] = members[i];
        }

        var gone = end - kept;
        var most = _mostFrom[slot]!;
        Array.Copy(members, end, members, kept, count - end);
        Array.Copy(most, end, most, kept, count - end);
        _counts[slot] = count - gone;
        Summarise(slot, first, kept, gone);
    }

    /// <summary>
    /// Makes the least and the largest costs right after removals in [first, kept + gone), where [first, kept) stay: onwards and
    /// backwards until a value is what it was, after which all are.
    /// </summary>
    private void Summarise(int slot, int first, int kept, int gone)
    {
        var members = _members[slot].AsSpan(0, _counts[slot]);
        var least = _leastUpTo[slot]!;
        var most = _mostFrom[slot]!;
        var so = first == 0 ? long.MaxValue : least[first - 1];
        var i = first;
        for (; i < members.Length; i++)
        {
            so = Math.Min(so, members[i].Cost);
            if (i >= kept && least[i + gone] == so) break;
            least[i] = so;
        }

        if (i < members.Length) Array.Copy(least, i + gone, least, i, members.Length - i);
        so = kept == members.Length ? long.MinValue : most[kept];
        for (i = kept - 1; i >= 0; i--)
        {
            so = Math.Max(so, members[i].Cost);
            if (i < first && most[i] == so) break;
            most[i] = so;
        }
    }
}
