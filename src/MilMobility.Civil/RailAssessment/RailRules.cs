using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// What the assessment of the railway assumes, from <c>civil-parameters.csv</c>, where each value has its source, date and quality.
/// Times are seconds, speeds km/h. Arrays by category have the order intercity, sprinter, freight.
/// </summary>
public sealed record RailRules
{
    /// <summary>Categories in order of protection: the first finds its place first.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["intercity", "sprinter", "freight"];

    /// <summary>Index of the freight trains among <see cref="Categories"/>.</summary>
    public const int Freight = 2;

    /// <summary>Timetables that the profiles are expanded to, each with the trains at other minutes; figures are their mean.</summary>
    public required int Patterns { get; init; }
    /// <summary>From the tail of a train to the head of the next in the same direction, at both ends of a section.</summary>
    public required int FollowingSeconds { get; init; }
    /// <summary>From the tail of a train to the head of one that comes the other way, on single track.</summary>
    public required int OpposingSeconds { get; init; }
    /// <summary>Longest wait, without the plan, of a train for the others; beyond it the train is left out.</summary>
    public required int PatternWaitSeconds { get; init; }
    /// <summary>Speed between nodes with stops and margins, by category.</summary>
    public required IReadOnlyList<double> SpeedKmh { get; init; }
    /// <summary>Train length in metres, by category.</summary>
    public required IReadOnlyList<double> LengthMetres { get; init; }
    /// <summary>Passengers per train, by category; 0 for freight.</summary>
    public required IReadOnlyList<double> Passengers { get; init; }
    /// <summary>Minutes that a cancelled train counts for, by category.</summary>
    public required IReadOnlyList<double> CancelledMinutes { get; init; }
    /// <summary>Longest delay within the slack of the hour, for which no lever is needed: passenger trains.</summary>
    public required int PassengerSlackSeconds { get; init; }
    /// <summary>The same for freight trains.</summary>
    public required int FreightSlackSeconds { get; init; }
    /// <summary>Longest delay of a freight train that is retimed.</summary>
    public required int RetimeSeconds { get; init; }
    /// <summary>Longest delay of a freight train that is shifted to another hour.</summary>
    public required int ShiftSeconds { get; init; }
    /// <summary>Longest delay of a freight train that is diverted.</summary>
    public required int DetourSeconds { get; init; }
    /// <summary>Local hours in which the two weekday peaks begin.</summary>
    public required IReadOnlyList<int> PeakFromHour { get; init; }
    /// <summary>Length of a peak.</summary>
    public required int PeakHours { get; init; }
    /// <summary>UIC 406: highest capacity consumption in a peak, percent.</summary>
    public required double PeakPercent { get; init; }
    /// <summary>UIC 406: highest capacity consumption outside the peaks, percent.</summary>
    public required double DayPercent { get; init; }
    /// <summary>Passengers less than <see cref="PassengerLateSeconds"/> late without the plan, percent.</summary>
    public required double PassengerPunctualityPercent { get; init; }
    /// <summary>The floor that the rail manager has agreed on.</summary>
    public required double PassengerPunctualityNorm { get; init; }
    /// <summary>Freight trains less than <see cref="FreightLateSeconds"/> late without the plan, percent.</summary>
    public required double FreightPunctualityPercent { get; init; }
    public required int PassengerLateSeconds { get; init; }
    public required int FreightLateSeconds { get; init; }

    /// <summary>Seconds from head to tail of a civil train.</summary>
    public int PassSeconds(int category) => (int)Math.Ceiling(3.6 * LengthMetres[category] / SpeedKmh[category]);

    /// <summary>Delay from which a train of the category counts as late.</summary>
    public int LateSeconds(int category) => category == Freight ? FreightLateSeconds : PassengerLateSeconds;

    /// <summary>Reads every parameter; what is missing or out of range is reported (CIV001, CIV002).</summary>
    public static RailRules From(NetworkDataset dataset, DiagnosticBag bag)
    {
        double[] ByCategory(string before, string after, double min, double max) =>
            [.. Categories.Select(c => Value(dataset, bag, $"{before}.{c}{after}", min, max))];
        double Of(string name, double min, double max) => Value(dataset, bag, name, min, max);
        int Seconds(string name, int max) => (int)Of(name, 0, max);
        var passenger = 60 * Of("rail.passenger.cancel.delay_h", 0, 24);
        return new RailRules
        {
            Patterns = (int)Of("rail.timetable.patterns", 1, 60),
            PatternWaitSeconds = Seconds("rail.timetable.wait_max_s", 7200),
            FollowingSeconds = Seconds("rail.separation.following_s", 1800),
            OpposingSeconds = Seconds("rail.separation.opposing_s", 1800),
            SpeedKmh = ByCategory("rail.speed", "_kmh", 10, 400),
            LengthMetres = ByCategory("rail.length", "_m", 10, 2000),
            Passengers = [Of("rail.passengers.intercity", 0, 2000), Of("rail.passengers.sprinter", 0, 2000), 0],
            CancelledMinutes = [passenger, passenger, 60 * Of("rail.freight.cancel.delay_h", 0, 168)],
            PassengerSlackSeconds = Seconds("rail.slack.passenger_s", 7200),
            FreightSlackSeconds = Seconds("rail.slack.freight_s", 7200),
            RetimeSeconds = Seconds("rail.freight.retime.max_s", 6 * 3600),
            ShiftSeconds = Seconds("rail.freight.shift.max_s", 24 * 3600),
            DetourSeconds = Seconds("rail.freight.detour.max_s", 24 * 3600),
            PeakFromHour = [(int)Of("rail.peak.morning_from_h", 0, 23), (int)Of("rail.peak.evening_from_h", 0, 23)],
            PeakHours = (int)Of("rail.peak.hours", 0, 12),
            PeakPercent = Of("rail.uic406.peak_percent", 1, 100),
            DayPercent = Of("rail.uic406.day_percent", 1, 100),
            PassengerPunctualityPercent = Of("rail.punctuality.passenger_percent", 0, 100),
            PassengerPunctualityNorm = Of("rail.punctuality.passenger_norm_percent", 0, 100),
            FreightPunctualityPercent = Of("rail.punctuality.freight_percent", 0, 100),
            PassengerLateSeconds = Seconds("rail.punctuality.passenger_late_s", 3600),
            FreightLateSeconds = Seconds("rail.punctuality.freight_late_s", 3600),
        };
    }

    private static double Value(NetworkDataset dataset, DiagnosticBag bag, string name, double min, double max)
    {
        var file = Path.Combine(dataset.Folder, "civil-parameters.csv");
        if (!dataset.CivilParameters.TryGetValue(name, out var value)) bag.Error("CIV001", file, 0, $"no parameter '{name}'");
        else if (!(value >= min && value <= max)) bag.Error("CIV002", file, 0, $"{name} = {value}; must be {min} to {max}");
        else return value;
        return min;
    }
}
