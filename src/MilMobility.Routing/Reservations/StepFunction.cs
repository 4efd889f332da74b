namespace MilMobility.Routing.Reservations;

/// <summary>
/// Use of a cumulative resource over time, as a step function: level[i] holds from time[i] to time[i + 1], 0 before the first and
/// after the last. Adding or taking away an interval costs O(n) moves of small arrays; queries O(log n + intervals passed).
/// Not thread-safe.
/// </summary>
internal sealed class StepFunction
{
    /// <summary>A time after everything.</summary>
    public const int Never = int.MaxValue;

    private int[] _time = new int[8];
    private int[] _level = new int[8];
    private int _count;

    /// <summary>Adds an amount (negative takes away) over [from, to).</summary>
    public void Add(int from, int to, int amount)
    {
        if (from >= to) return;
        var first = Split(from);
        var last = Split(to);
        for (var i = first; i < last; i++) _level[i] += amount;
        Tidy(Math.Max(0, first - 1), last);
    }

    /// <summary>Largest level over [from, to).</summary>
    public int Max(int from, int to)
    {
        var max = 0;
        for (var i = Math.Max(0, IndexAt(from)); i < _count && _time[i] < to; i++) max = Math.Max(max, _level[i]);
        return max;
    }

    /// <summary>The level at a time.</summary>
    public int At(int time)
    {
        var i = IndexAt(time);
        return i < 0 ? 0 : _level[i];
    }

    /// <summary>Start of the first busy time (level above the threshold) at or after a time, or Never.</summary>
    public int NextBusy(int time, int threshold)
    {
        var i = IndexAt(time);
        if (i >= 0 && _level[i] > threshold) return time;
        for (i++; i < _count; i++)
        {
            if (_level[i] > threshold) return _time[i];
        }

        return Never;
    }

    /// <summary>First time at or after a time at which the level is at most the threshold.</summary>
    public int NextFree(int time, int threshold)
    {
        var i = IndexAt(time);
        if (i < 0 || _level[i] <= threshold) return time;
        for (i++; i < _count; i++)
        {
            if (_level[i] <= threshold) return _time[i];
        }

        return time;
    }

    /// <summary>
    /// First start s at or after a time such that [s, s + duration) is free, and the last start up to which that stays so without
    /// a gap.
    /// </summary>
    public (int Start, int Last) NextStart(int time, int duration, int threshold)
    {
        var start = NextFree(time, threshold);
        while (true)
        {
            var busy = NextBusy(start, threshold);
            if (busy == Never) return (start, Never);
            if (busy - start >= duration) return (start, busy - duration);
            start = NextFree(busy, threshold);
        }
    }

    public void Clear() => _count = 0;

    /// <summary>Index of the step that holds at a time, -1 before the first.</summary>
    private int IndexAt(int time)
    {
        var i = Array.BinarySearch(_time, 0, _count, time);
        return i >= 0 ? i : ~i - 1;
    }

    private int Split(int time)
    {
        var i = Array.BinarySearch(_time, 0, _count, time);
        if (i >= 0) return i;
        i = ~i;
        if (_count == _time.Length)
        {
            Array.Resize(ref _time, 2 * _count);
            Array.Resize(ref _level, 2 * _count);
        }

        Array.Copy(_time, i, _time, i + 1, _count - i);
        Array.Copy(_level, i, _level, i + 1, _count - i);
        _time[i] = time;
        _level[i] = i == 0 ? 0 : _level[i - 1];
        _count++;
        return i;
    }

    /// <summary>Removes steps that do not change the level, from one index to another.</summary>
    private void Tidy(int first, int last)
    {
        var write = first;
        for (var read = first; read < _count; read++)
        {
            var before = write == 0 ? 0 : _level[write - 1];
            if (read <= last && _level[read] == before) continue;
            _time[write] = _time[read];
            _level[write] = _level[read];
            write++;
        }

        _count = write;
    }
}
