using System.Globalization;
using MilMobility.Domain.Civil;

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
    public const string SectionsOver = "rail.sections-over-uic406";
    public const string Consumption = "rail.uic406-consumption";

    private const string Uic406 =
        "UIC Code 406, 2nd edition 2013, compression; recommended at most {0} % in the peak and {1} % over the day, mixed traffic";

    /// <summary>Metrics that count displaced trains, in the order of the reports.</summary>
    public static IReadOnlyList<string> OfTrains { get; } =
        [TrainMinutes, PassengerMinutes, Adjusted, Retimed, Diverted, Cancelled, WithoutPlace];

    public static IReadOnlyList<CivilMetric> Definitions(RailRules rules) =>
    [
        new(TrainMinutes, "Train-minutes lost", "train-min",
            "Largest delay on the way of each civil train that gives way to a military one (treinminuten); a cancelled train counts "
            + Text($"{rules.CancelledMinutes[0]:0} minutes if it carries passengers and {rules.CancelledMinutes[2]:0} if freight"),
            "Own definition; rail.*.cancel.delay_h of civil-parameters.csv"),
        new(PassengerMinutes, "Passenger-minutes lost", "passenger-min",
            "Train-minutes times the passengers of the train (reizigersminuten)",
            "Own definition; rail.passengers.* of civil-parameters.csv"),
        new(Adjusted, "Train paths adjusted", "paths",
            "Civil trains that wait within the slack of the hour, which needs no lever: up to "
            + Text($"{rules.PassengerSlackSeconds / 60.0:0.#} min with passengers, {rules.FreightSlackSeconds / 60.0:0.#} min freight"),
            "Own definition; rail.slack.* of civil-parameters.csv"),
        new(Retimed, "Train paths retimed", "paths", "Freight trains later than the slack, by the lever retime-freight", "Scenario regime"),
        new(Diverted, "Train paths diverted or shifted", "paths",
            "Freight trains on another route or in another hour, by the lever divert-freight", "Scenario regime"),
        new(Cancelled, "Train paths cancelled", "paths",
            "Civil trains that do not run, by the levers cancel-freight and cancel-passenger, above the civil floor", "Scenario regime"),
        new(WithoutPlace, "Train paths without a place", "paths",
            "Civil trains for which the regime leaves no place: must be 0, otherwise the plan asks for more than the regime gives, and the "
            + "price bands, which count trains per hour and not their order, did not show it; they count as cancelled",
            "Scenario regime") { Norm = 0 },
        new(PassengerPunctuality, "Passenger punctuality", "%",
            Text($"Passengers less than {rules.PassengerLateSeconds / 60.0:0.#} min late (reizigerspunctualiteit); without the plan ")
            + "the year's figure, with it less the share of passengers whose train the plan makes that late or cancels, nation-wide, "
            + "over the scenario's hours",
            Text($"ProRail, annual report 2024: main network {rules.PassengerPunctualityPercent} %, ")
            + Text($"floor {rules.PassengerPunctualityNorm} %"))
        { LessIsBetter = false, Norm = rules.PassengerPunctualityNorm },
        new(FreightPunctuality, "Freight punctuality", "%",
            Text($"Freight trains that lose less than {rules.FreightLateSeconds / 60.0:0.#} min on their way ")
            + "(goederenpunctualiteit), likewise",
            "Definition: ProRail, annual report 2015; level: rail.punctuality.freight_percent of civil-parameters.csv")
        { LessIsBetter = false },
        new(SectionsOver, "Section-hours over the UIC 406 threshold", "section-h",
            "Sections (directions apart on double track) and hours with a higher capacity consumption than recommended; each hour is "
            + "judged by itself; it falls where trains are cancelled or have no place",
            Text(Uic406, rules)),
        new(Consumption, "Capacity consumption", "%", "Compressed occupancy of a section over the hour", Text(Uic406, rules))
        { Norm = rules.PeakPercent },
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Text(string format, RailRules rules) =>
        string.Format(CultureInfo.InvariantCulture, format, rules.PeakPercent, rules.DayPercent);
}
