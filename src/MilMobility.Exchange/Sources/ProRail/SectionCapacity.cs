namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>Train paths an hour and direction that a section is planned with: an assumption, since the track model states none.</summary>
public static class SectionCapacity
{
    private const int FreightSpeedKmh = 100;
    private const int SlowestKmh = 20;
    private const int ClearingMinutes = 5;
    private const int SingleTrackMost = 12;

    /// <summary>
    /// 10 on double track of a freight or port line, 12 on a double-track mixed line and 24 on four tracks; single track takes one
    /// train a direction each time a pair has passed, 60 / (2 x running time + 5 min), at most 12 and at least 1.
    /// </summary>
    public static int PathsPerHour(string lineClass, int tracks, int lengthM, int speedKmh)
    {
        if (tracks >= 4 && lineClass == "main") return 24;
        if (tracks >= 2) return lineClass is "freight" or "port" ? 10 : 12;
        var runningMin = lengthM / 1000.0 / Math.Clamp(speedKmh, SlowestKmh, FreightSpeedKmh) * 60;
        return Math.Clamp((int)(60 / ((2 * runningMin) + ClearingMinutes)), 1, SingleTrackMost);
    }
}
