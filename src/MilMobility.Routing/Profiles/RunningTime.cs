namespace MilMobility.Routing.Profiles;

/// <summary>Running time of an arc by the movement model, whole seconds. Thread-safe; no state.</summary>
public static class RunningTime
{
    /// <summary>
    /// <c>ceil(3.6 L / v)</c>, v the smaller of the serial's speed and <c>max(1, floor(link speed * factor / 100))</c>.
    /// </summary>
    public static int Seconds(int lengthMetres, int linkSpeedKmh, int serialSpeedKmh, int factorHundredths)
    {
        var link = Math.Max(1, linkSpeedKmh * factorHundredths / 100);
        var speed = Math.Max(1, Math.Min(serialSpeedKmh, link));
        // 3.6 L / v = 18 L / (5 v), rounded up, and at least one second: every step lasts.
        return Math.Max(1, (int)(((18L * lengthMetres) + (5L * speed) - 1) / (5L * speed)));
    }
}
