namespace MilMobility.Convoys.Search;

/// <summary>
/// For each node the arrival times reached so far, in disjoint windows in order of time, each with its toll and its label. A point
/// in time belongs to the label with the least toll; of equal ones to the first. Without waiting on the way nothing else can
/// be compared: an earlier arrival does not reach what a later one reaches. Cleared in O(1) by a stamp; not thread-safe.
/// </summary>
internal sealed class NodeWindows(int nodeCount)
{
    private readonly Window[]?[] _windows = new Window[]?[nodeCount];
    private readonly int[] _count = new int[nodeCount];
    private readonly int[] _stamp = new int[nodeCount];
    private int _now;

    public void Clear() => _now++;

    public ReadOnlySpan<Window> Of(int node) =>
        _stamp[node] == _now ? _windows[node].AsSpan(0, _count[node]) : [];

    /// <summary>Index of the first window of a node that ends at or after a second.</summary>
    public int FirstEndingFrom(int node, int second)
    {
        var windows = Of(node);
        var (low, high) = (0, windows.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (windows[middle].Hi >= second) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>
    /// First maximal stretch within [lo, hi] where a toll is less than what is known, as its ends; false if there is none.
    /// </summary>
    public bool FirstCheaper(int node, int lo, int hi, long toll, out int from, out int to)
    {
        var windows = Of(node);
        var i = FirstEndingFrom(node, lo);
        from = lo;
        // What is as cheap already is passed over.
        for (; i < windows.Length && windows[i].Lo <= from && windows[i].Toll <= toll; i++) from = windows[i].Hi + 1;
        to = hi;
        if (from > hi) return false;
        for (; i < windows.Length && windows[i].Lo <= hi; i++)
        {
            if (windows[i].Toll > toll) continue;
            to = windows[i].Lo - 1;
            break;
        }

        return true;
    }

    /// <summary>Gives [lo, hi] of a node to a label; what others had of it they lose.</summary>
    public void Take(int node, int lo, int hi, long toll, int label)
    {
        if (_stamp[node] != _now) (_stamp[node], _count[node]) = (_now, 0);
        var first = FirstEndingFrom(node, lo);
        var windows = Room(node, 2);
        var count = _count[node];
        var last = first;
        while (last < count && windows[last].Lo <= hi) last++;
        // Windows [first, last) overlap; the first may stick out to the left and the last to the right.
        var left = last > first && windows[first].Lo < lo ? windows[first] with { Hi = lo - 1 } : default(Window?);
        var right = last > first && windows[last - 1].Hi > hi ? windows[last - 1] with { Lo = hi + 1 } : default(Window?);
        var put = 1 + (left is null ? 0 : 1) + (right is null ? 0 : 1);
        Array.Copy(windows, last, windows, first + put, count - last);
        _count[node] = count + put - (last - first);
        if (left is { } l) windows[first++] = l;
        windows[first++] = new Window(lo, hi, label, toll);
        if (right is { } r) windows[first] = r;
    }

    private Window[] Room(int node, int more)
    {
        var windows = _windows[node] ??= new Window[4];
        if (_count[node] + more > windows.Length)
        {
            Array.Resize(ref windows, 2 * (_count[node] + more));
            _windows[node] = windows;
        }

        return windows;
    }

    /// <summary>Arrival times [Lo, Hi] that a label owns, at its toll.</summary>
    internal readonly record struct Window(int Lo, int Hi, int Label, long Toll);
}
