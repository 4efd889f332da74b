namespace MilMobility.Seeds;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): a small generator whose numbers stay the same on every
/// runtime, so that the seeds regenerate to the same bytes. Not for statistics or secrets. Not thread-safe.
/// </summary>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Next(int min, int max) => min + (int)(NextBits() % (ulong)(max - min + 1));

    /// <summary>A count that varies by at most a tenth around its base, at least 1.</summary>
    public int Around(int count) => Math.Max(1, count + Next(-count / 10, count / 10));

    private ulong NextBits()
    {
        _state += 0x9e3779b97f4a7c15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
