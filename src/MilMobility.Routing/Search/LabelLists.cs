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

    private readonly int[]?[] _members = new int[]?[lists * WidthClasses];
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
    public ReadOnlySpan<int> Of(int list, int width)
    {
        var slot = (list * WidthClasses) + width;
        return _members[slot].AsSpan(0, _counts[slot]);
    }

    /// <summary>[labels of a class] least cost of those up to each.</summary>
    public ReadOnlySpan<long> LeastUpTo(int list, int width) => _leastUpTo[(list * WidthClasses) + width];

    /// <summary>[labels of a class] largest cost of those from each on.</summary>
    public ReadOnlySpan<long> MostFrom(int list, int width) => _mostFrom[(list * WidthClasses) + width];

    /// <summary>Index of the first label whose window could reach a time.</summary>
    public int FirstReaching(ReadOnlySpan<int> members, int width, int time)
    {
        if (width == WidthClasses - 1) return 0;
        return FirstFrom(members, time - (1 << (WidthBits * (width + 1))));
    }

    /// <summary>Index of the first label that starts at a time or later.</summary>
    public int FirstFrom(ReadOnlySpan<int> members, int time)
    {
        var lo = labels.Lo;
        var (from, to) = (0, members.Length);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            if (lo[members[middle]] < time) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    public void Insert(int list, int label)
    {
        var slot = (list * WidthClasses) + WidthClass(labels.Hi[label] - labels.Lo[label]);
        var count = _counts[slot];
        var members = _members[slot] ??= new int[FirstSize];
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
        members[at] = label;
        _counts[slot] = count + 1;
        Summarise(slot);
    }

    /// <summary>Removes the labels of a class that have a flag.</summary>
    public void RemoveWhere(int list, int width, byte flag)
    {
        var slot = (list * WidthClasses) + width;
        var members = _members[slot]!;
        var kept = 0;
        for (var i = 0; i < _counts[slot]; i++)
        {
            if ((labels.Flags[members[i]] & flag) == 0) members[kept++] = members[i];
        }

        _counts[slot] = kept;
        Summarise(slot);
    }

    private void Summarise(int slot)
    {
        var members = _members[slot].AsSpan(0, _counts[slot]);
        var least = _leastUpTo[slot]!;
        var most = _mostFrom[slot]!;
        var cost = labels.Cost;
        var so = long.MaxValue;
        for (var i = 0; i < members.Length; i++) least[i] = so = Math.Min(so, cost[members[i]]);
        so = long.MinValue;
        for (var i = members.Length - 1; i >= 0; i--) most[i] = so = Math.Max(so, cost[members[i]]);
    }
}
