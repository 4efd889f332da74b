namespace MilMobility.Optimisation;

/// <summary>
/// Seeded random numbers (SplitMix64, Steele, Lea and Flood 2014, 10.1145/2660193.2660195): the same on every runtime, which the
/// framework does not promise of its own. Not thread-safe.
/// </summary>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Uniform over [0, below).</summary>
    public int Next(int below) => (int)(NextBits() % (ulong)below);

    /// <summary>Uniform over [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
