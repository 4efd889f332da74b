namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// The lockages of a lock, by the clock. A chamber makes one lockage up and one down in each cycle T, there and back, so that each
/// direction has one every T; the second direction starts half a cycle after the first. Chamber i starts at T v(i), with v the binary
/// van der
/// Corput sequence 0, 1/2, 1/4, 3/4, ...: the chambers spread over the cycle, and a further chamber adds lockages without moving one,
/// which is what makes more capacity never worse. Immutable.
///
/// A lock that turns on demand lets a vessel wait less while it is quiet; that holds without and with the plan alike.
/// </summary>
/// <param name="CycleSeconds">T, above 0.</param>
/// <param name="Out">
/// Chambers out of service, for a start of a lockage in seconds: so many, the last of the lock's list (largest first out).
/// </param>
/// <param name="Count">Chambers.</param>
public sealed record LockChambers(double CycleSeconds, int Count, Func<double, int> Out)
{
    /// <summary>One each way.</summary>
    public const int LockagesPerCycle = 2;

    /// <summary>Starts of lockages in one direction within [from, to), in order, with their chambers; those out of service left
    /// out.</summary>
    public List<Lockage> Lockages(int direction, double fromSeconds, double toSeconds)
    {
        var lockages = new List<Lockage>();
        for (var chamber = 0; chamber < Count; chamber++)
        {
            var phase = CycleSeconds * (VanDerCorput(chamber) + (direction == 0 ? 0 : 0.5));
            var first = (long)Math.Ceiling((fromSeconds - phase) / CycleSeconds);
            for (var k = first; ; k++)
            {
                var start = phase + (k * CycleSeconds);
                if (start >= toSeconds) break;
                if (chamber < Count - Out(start)) lockages.Add(new Lockage(start, chamber));
            }
        }

        lockages.Sort((a, b) => (a.StartSeconds, a.Chamber).CompareTo((b.StartSeconds, b.Chamber)));
        return lockages;
    }

    private static double VanDerCorput(int n)
    {
        double value = 0, digit = 0.5;
        for (; n > 0; n >>= 1, digit /= 2)
        {
            if ((n & 1) == 1) value += digit;
        }

        return value;
    }
}

/// <summary>A lockage in one direction.</summary>
/// <param name="StartSeconds">When its vessels' wait ends.</param>
/// <param name="Chamber">Chamber.</param>
public readonly record struct Lockage(double StartSeconds, int Chamber);
