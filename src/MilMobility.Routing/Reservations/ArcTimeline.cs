namespace MilMobility.Routing.Reservations;

/// <summary>
/// The serials on one arc in order of entry: head entry e, head exit x and pass time p of each. Because none overtakes, they are
/// in order of exit too, so that the forbidden times of a new serial ascend with the index and a binary search finds them.
/// Not thread-safe.
/// </summary>
internal sealed class ArcTimeline
{
    private int[] _entry = new int[4];
    private int[] _exit = new int[4];
    private int[] _pass = new int[4];

    public int Count { get; private set; }

    public void Insert(int entry, int exit, int pass)
    {
        if (Count == _entry.Length)
        {
            Array.Resize(ref _entry, 2 * Count);
            Array.Resize(ref _exit, 2 * Count);
            Array.Resize(ref _pass, 2 * Count);
        }

        var i = Array.BinarySearch(_entry, 0, Count, entry);
        if (i < 0) i = ~i;
        Array.Copy(_entry, i, _entry, i + 1, Count - i);
        Array.Copy(_exit, i, _exit, i + 1, Count - i);
        Array.Copy(_pass, i, _pass, i + 1, Count - i);
        (_entry[i], _exit[i], _pass[i]) = (entry, exit, pass);
        Count++;
    }

    /// <summary>Takes away the occupant that entered at a time; false if there is none.</summary>
    public bool Remove(int entry)
    {
        var i = Array.BinarySearch(_entry, 0, Count, entry);
        if (i < 0) return false;
        Count--;
        Array.Copy(_entry, i + 1, _entry, i, Count - i);
        Array.Copy(_exit, i + 1, _exit, i, Count - i);
        Array.Copy(_pass, i + 1, _pass, i, Count - i);
        return true;
    }

    /// <summary>
    /// First head entry at or after a time that keeps a serial of this running time and pass time apart from every serial that
    /// goes the same way (rule 4), and the last entry up to which that stays so.
    /// An occupant (e, x, p) forbids the entries between min(e, x - run) - pass - headway and max(e, x - run) + p + headway.
    /// </summary>
    public (int Entry, int Last) NextBehind(int time, int run, int pass, int headway)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var mid = (low + high) >> 1;
            if (Math.Max(_entry[mid], _exit[mid] - run) + _pass[mid] + headway > time) high = mid;
            else low = mid + 1;
        }

        for (; low < Count; low++)
        {
            var last = Math.Min(_entry[low], _exit[low] - run) - pass - headway;
            if (time <= last) return (time, last);
            time = Math.Max(_entry[low], _exit[low] - run) + _pass[low] + headway;
        }

        return (time, StepFunction.Never);
    }

    /// <summary>
    /// The same against serials that come the other way over a single road or track (rule 5): (e, x, p) forbids the entries
    /// between e - run - pass - headway and x + p + headway.
    /// </summary>
    public (int Entry, int Last) NextAgainst(int time, int run, int pass, int headway)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var mid = (low + high) >> 1;
            if (_exit[mid] + _pass[mid] + headway > time) high = mid;
            else low = mid + 1;
        }

        for (; low < Count; low++)
        {
            var last = _entry[low] - run - pass - headway;
            if (time <= last) return (time, last);
            time = Math.Max(time, _exit[low] + _pass[low] + headway);
        }

        return (time, StepFunction.Never);
    }
}
