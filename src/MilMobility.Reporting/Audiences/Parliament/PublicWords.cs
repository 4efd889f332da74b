namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>A civil metric that the public gets, with its names; its unit does not come from the run either.</summary>
/// <param name="Id">Id of the metric.</param>
/// <param name="Unit">Unit.</param>
/// <param name="English">Name.</param>
/// <param name="Dutch">Name.</param>
/// <param name="Adds">Parts add up to the whole, so that parts can be put together.</param>
public sealed record PublicMetric(string Id, string Unit, string English, string Dutch, bool Adds);

/// <summary>
/// All the words of a public report. What is not listed here (a metric, a region of an overlay) is not told, or told as
/// <c>other</c>, so that no text of a run can get through.
/// </summary>
public static class PublicWords
{
    public const string Other = "other";
    public const string Elsewhere = "elsewhere";

    public static IReadOnlyList<string> Modes { get; } = ["road", "rail", "water"];

    public static IReadOnlyList<string> Provinces { get; } =
    [
        "Drenthe", "Flevoland", "Friesland", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland", "Overijssel",
        "Utrecht", "Zeeland", "Zuid-Holland",
    ];

    public static IReadOnlyList<string> DayParts { get; } = ["night", "morning", "afternoon", "evening"];

    public static IReadOnlyList<PublicMetric> Metrics { get; } =
    [
        new("road.vehicle-hours-lost", "vehicle-h", "Vehicle-hours lost", "Voertuigverliesuren", true),
        new("road.diverted-flow", "pcu", "Traffic that takes another way", "Verkeer dat omrijdt", true),
        new("road.links-over-ic-0.9", "link-h", "Hours of roads above 90 % of capacity", "Wegvakuren boven 90 % van de capaciteit", true),
        new("road.vehicle-km", "vehicle-km", "Vehicle-kilometres", "Voertuigkilometers", true),
        new("rail.train-minutes-lost", "train-min", "Train-minutes lost", "Verloren treinminuten", true),
        new("rail.passenger-minutes-lost", "passenger-min", "Passenger-minutes lost", "Verloren reizigersminuten", true),
        new("rail.paths-retimed", "paths", "Trains at another time", "Treinen op een ander tijdstip", true),
        new("rail.paths-diverted", "paths", "Trains by another way", "Omgeleide treinen", true),
        new("rail.paths-cancelled", "paths", "Trains cancelled", "Vervallen treinen", true),
        new("rail.passenger-punctuality", "%", "Passenger trains less than 5 minutes late",
            "Reizigerstreinen minder dan 5 minuten te laat", false),
        new("rail.freight-punctuality", "%", "Freight trains less than 3 minutes late",
            "Goederentreinen minder dan 3 minuten te laat", false),
        new("rail.sections-over-uic406", "section-h", "Hours of sections above the capacity norm",
            "Baanvakuren boven de capaciteitsnorm", true),
        new("water.barge-hours-waiting", "barge-h", "Hours that barges wait", "Wachturen van schepen", true),
        new("water.mean-lock-wait", "min", "Mean wait at locks", "Gemiddelde wachttijd bij sluizen", false),
        new("water.lock-hours-over-norm", "lock-h", "Hours of locks above the 30-minute norm",
            "Sluisuren boven de norm van 30 minuten", true),
        new("water.bridge-road-hours", "vehicle-h", "Hours that road traffic waits at bridges",
            "Wachturen van wegverkeer bij bruggen", true),
    ];

    private static readonly Dictionary<string, (string English, string Dutch)> s_words = new(StringComparer.Ordinal)
    {
        ["total"] = ("All", "Alle"),
        ["on-time"] = ("On time", "Op tijd"),
        ["late"] = ("Late", "Te laat"),
        ["unmoved"] = ("Not moved", "Niet vervoerd"),
        ["road"] = ("Road", "Weg"),
        ["rail"] = ("Rail", "Spoor"),
        ["water"] = ("Water", "Water"),
        [Other] = ("Other provinces together", "Overige provincies samen"),
        [Elsewhere] = ("Outside the Netherlands", "Buiten Nederland"),
        ["night"] = ("Night (0-6 h)", "Nacht (0-6 uur)"),
        ["morning"] = ("Morning (6-12 h)", "Ochtend (6-12 uur)"),
        ["afternoon"] = ("Afternoon (12-18 h)", "Middag (12-18 uur)"),
        ["evening"] = ("Evening (18-24 h)", "Avond (18-24 uur)"),
    };

    /// <summary>The province; anything else is elsewhere.</summary>
    public static string Region(string region) => Provinces.Contains(region, StringComparer.Ordinal) ? region : Elsewhere;

    /// <summary>Part of the day of a local hour, 0-23.</summary>
    public static string DayPart(int localHour) => DayParts[localHour / 6];

    /// <summary>What an id is called; provinces are called what they are.</summary>
    public static (string English, string Dutch) Of(string id)
    {
        if (s_words.TryGetValue(id, out var words)) return words;
        var metric = Metrics.FirstOrDefault(m => m.Id == id);
        return metric is null ? (id, id) : (metric.English, metric.Dutch);
    }
}
