namespace MilMobility.Convoys.Search;

/// <summary>
/// When a node, or one direction of an edge, is occupied, and by which serial: intervals [From, To) in order of From, of which To
/// rises too. A mutable value held in an array by its owner; the default is never occupied.
/// </summary>
internal struct BusyTimes
{
    private Interval[]? _intervals;
    private int _count;

    public readonly int Count => _count;

    public void Add(int from, int to, int serial)
    {
        if (_intervals is null) _intervals = new Interval[4];
        else if (_count == _intervals.Length) Array.Resize(ref _intervals, 2 * _count);
        var at = _count;
        while (at > 0 && _intervals[at - 1].From > from) at--;
        Array.Copy(_intervals, at, _intervals, at + 1, _count - at);
        _intervals[at] = new Interval(from, to, serial);
        _count++;
    }

    public void Remove(int from, int serial)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_intervals![i].From != from || _intervals[i].Serial != serial) continue;
            Array.Copy(_intervals, i + 1, _intervals, i, _count - i - 1);
            _count--;
            return;
        }

        throw new InvalidOperationException($"serial {serial} holds nothing from second {from}");
    }

    /// <summary>
    /// First start s at or after a second for which [s, s + length) is free, and the last start up to which that stays so.
    /// </summary>
    public readonly int NextFree(int from, int length, out int last)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_intervals![middle].To > from) high = middle;
            else low = middle + 1;
        }

        var start = from;
        for (; low < _count; low++)
        {
            ref readonly var interval = ref _intervals![low];
            if (interval.From - start >= length)
            {
                last = interval.From - length;
                return start;
            }

            start = Math.Max(start, interval.To);
        }

        last = int.MaxValue;
        return start;
    }

    private readonly record struct Interval(int From, int To, int Serial);
}
