namespace MilMobility.Planning.Checking;

/// <summary>Integer arithmetic of MODEL.md, in 64 bits so that absurd values in a plan neither wrap nor throw.</summary>
internal static class Exact
{
    private const long SecondsPerHour = 3600;

    /// <summary>numerator / denominator rounded up; both at least 0, the denominator taken as 1 if it is 0.</summary>
    public static long CeilingOf(long numerator, long denominator)
    {
        var divisor = Math.Max(1, denominator);
        return (numerator / divisor) + (numerator % divisor > 0 ? 1 : 0);
    }

    /// <summary>ceil(3.6 m / v): seconds for <paramref name="metres"/> at <paramref name="kmh"/>.</summary>
    public static long TravelSeconds(long metres, long kmh) => CeilingOf(metres * 36, kmh * 10);

    /// <summary>Hour cell of a moment; negative moments lie in negative cells.</summary>
    public static long HourOf(long seconds) => (long)Math.Floor(seconds / (decimal)SecondsPerHour);

    /// <summary>Micro-euros per second of a weight in euros per hour, half away from zero.</summary>
    public static long MicroEurosPerSecond(decimal eurosPerHour) => Rounded(eurosPerHour * 1_000_000m / SecondsPerHour);

    public static long MicroEuros(decimal euros) => Rounded(euros * 1_000_000m);

    public static int Clamped(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);

    private static long Rounded(decimal value) =>
        (long)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), long.MinValue, long.MaxValue);
}
