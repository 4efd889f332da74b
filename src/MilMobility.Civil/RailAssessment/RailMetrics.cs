using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;

namespace MilMobility.Civil.RailAssessment;

/// <summary>Metrics of the railway in the rail manager's terms.</summary>
public static class RailMetrics
{
    public const string TrainMinutes = "rail.train-minutes-lost";
    public const string PassengerMinutes = "rail.passenger-minutes-lost";
    public const string Adjusted = "rail.paths-adjusted";
    public const string Retimed = "rail.paths-retimed";
    public const string Diverted = "rail.paths-diverted";
    public const string Cancelled = "rail.paths-cancelled";
    public const string WithoutPlace = "rail.paths-without-place";
    public const string PassengerPunctuality = "rail.passenger-punctuality";
    public const string FreightPunctuality = "rail.freight-punctuality";
    public const string ProtectedPaths = "rail.protected-paths";
    public const string SectionsOver = "rail.sections-over-uic406";
    public const string Consumption = "rail.uic406-consumption";

    /// <summary>Metrics that count displaced trains, in the order of the reports.</summary>
    public static IReadOnlyList<string> OfTrains { get; } =
        [TrainMinutes, PassengerMinutes, Adjusted, Retimed, Diverted, Cancelled, WithoutPlace];

    public static IReadOnlyList<CivilMetric> Definitions(RailRules rules)
    {
        var regime = Sentence.Of("reference.rail.regime");
        var uic406 = Sentence.Of("reference.rail.uic406", ("peak", Value(rules.PeakPercent)), ("day", Value(rules.DayPercent)));
        return
        [
            new(TrainMinutes, "Train-minutes lost", "train-min",
                Definition(TrainMinutes, ("passenger", Phrase.Number(rules.CancelledMinutes[0])),
                    ("freight", Phrase.Number(rules.CancelledMinutes[2]))),
                Sentence.Of("reference.rail.cancel")),
            new(PassengerMinutes, "Passenger-minutes lost", "passenger-min", Definition(PassengerMinutes),
                Sentence.Of("reference.rail.passengers")),
            new(Adjusted, "Train paths adjusted", "paths",
                Definition(Adjusted, ("passenger", Minutes(rules.PassengerSlackSeconds)), ("freight", Minutes(rules.FreightSlackSeconds))),
                Sentence.Of("reference.rail.slack")),
            new(Retimed, "Train paths retimed", "paths", Definition(Retimed), regime),
            new(Diverted, "Train paths diverted or shifted", "paths", Definition(Diverted), regime),
            new(Cancelled, "Train paths cancelled", "paths", Definition(Cancelled), regime),
            new(WithoutPlace, "Train paths without a place", "paths", Definition(WithoutPlace), regime) { Norm = 0 },
            new(PassengerPunctuality, "Passenger punctuality", "%",
                Definition(PassengerPunctuality, ("minutes", Minutes(rules.PassengerLateSeconds))),
                Sentence.Of(
                    "reference.rail.punctuality", ("level", Value(rules.PassengerPunctualityPercent)),
                    ("floor", Value(rules.PassengerPunctualityNorm))))
            { LessIsBetter = false, Norm = rules.PassengerPunctualityNorm },
            new(FreightPunctuality, "Freight punctuality", "%",
                Definition(FreightPunctuality, ("minutes", Minutes(rules.FreightLateSeconds))),
                Sentence.Of("reference.rail.freight-punctuality"))
            { LessIsBetter = false },
            new(ProtectedPaths, "Train paths of a protected sector", "paths", Definition(ProtectedPaths),
                Sentence.Of("reference.rail.floors"))
            { LessIsBetter = false },
            new(SectionsOver, "Section-hours over the UIC 406 threshold", "section-h", Definition(SectionsOver), uic406),
            new(Consumption, "Capacity consumption", "%", Definition(Consumption), uic406) { Norm = rules.PeakPercent },
        ];
    }

    private static Sentence Definition(string metric, params IReadOnlyList<(string Name, Phrase Value)> arguments) =>
        Sentence.Of($"metric.{metric}", arguments);

    private static Phrase Minutes(double seconds) => Phrase.UpTo(seconds / 60, 1);

    private static Phrase Value(double percent) => Phrase.UpTo(percent, 2);
}
