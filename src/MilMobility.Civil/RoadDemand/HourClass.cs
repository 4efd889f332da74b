namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Hours of a weekday, local time, that one matrix of trips stands for: its trips are those of the mean hour. The four share the day; the
/// peaks are the hours in which the loops of the A10 count most.
/// </summary>
/// <param name="Name">Name in parameters and results.</param>
/// <param name="Hours">Hours of the day, 0-23.</param>
public sealed record HourClass(string Name, IReadOnlyList<int> Hours)
{
    public static HourClass Night { get; } = new("night", [19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5]);

    public static HourClass MorningPeak { get; } = new("morning-peak", [6, 7, 8]);

    public static HourClass Midday { get; } = new("midday", [9, 10, 11, 12, 13, 14]);

    public static HourClass EveningPeak { get; } = new("evening-peak", [15, 16, 17, 18]);

    public static IReadOnlyList<HourClass> All { get; } = [Night, MorningPeak, Midday, EveningPeak];
}
