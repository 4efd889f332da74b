namespace MilMobility.Routing.Reservations;

/// <summary>
/// Lockages in progress at one lock, by the number of chambers that take each vessel. Rule 6 speaks of every vessel: at any time of
/// its lockage those in progress are at most the chambers that take it. So a new vessel counts against its own chambers, and where
/// a vessel of fewer chambers is in progress against those; then a set of lockages fits in every order or in none.
/// Not thread-safe.
/// </summary>
public sealed class LockTimeline
{
    private readonly StepFunction _all = new();
    private readonly List<(int Chambers, StepFunction Lockages)> _byChambers = [];

    /// <summary>Takes chambers out of service over [from, to), whichever vessel asks: they count as lockages in progress.</summary>
    public void TakeOut(int from, int to, int chambers) => _all.Add(from, to, chambers);

    /// <summary>Adds lockages over [from, to) of a vessel that so many chambers take; a negative count takes away.</summary>
    public void Add(int from, int to, int chambers, int count)
    {
        _all.Add(from, to, count);
        foreach (var (own, lockages) in _byChambers)
        {
            if (own != chambers) continue;
            lockages.Add(from, to, count);
            return;
        }

        var first = new StepFunction();
        first.Add(from, to, count);
        _byChambers.Add((chambers, first));
    }

    /// <summary>
    /// First start s at or after a time such that a lockage over [s, s + duration) keeps the rule, and the last start up to which
    /// that stays so without a gap.
    /// </summary>
    public (int Start, int Last) NextStart(int time, int duration, int chambers)
    {
        while (true)
        {
            var (start, last) = _all.NextStart(time, duration, chambers - 1);
            time = start;
            foreach (var (fewer, lockages) in _byChambers)
            {
                if (fewer >= chambers) continue;
                var full = NextFull(time, fewer, lockages);
                if (full == StepFunction.Never) continue;
                if (full - time >= duration) last = Math.Min(last, full - duration);
                else time = Math.Min(lockages.NextFree(full, 0), _all.NextFree(full, fewer - 1));
            }

            if (time == start) return (start, last);
        }
    }

    /// <summary>First time at or after one at which vessels of so many chambers are in progress and no chamber is left to them.</summary>
    private int NextFull(int time, int chambers, StepFunction lockages)
    {
        while (true)
        {
            var full = _all.NextBusy(time, chambers - 1);
            if (full == StepFunction.Never) return full;
            time = lockages.NextBusy(full, 0);
            if (time == full || time == StepFunction.Never) return time;
        }
    }
}
