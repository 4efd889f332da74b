using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;

namespace MilMobility.Reporting.Text;

/// <summary>Metrics of the civil impact and units in Dutch; their English is in the assessment. An unknown one keeps its English.</summary>
internal static class MetricWords
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["water.civil-loading-share"] = "Beladingsgraad bij laagwater",
        ["road.queue-hours"] = "Wachtrijverlies als niemand omrijdt",
        ["road.flow"] = "Intensiteit",
        ["road.ic"] = "Intensiteit/capaciteit",
        ["road.volume-kept"] = "Volume behouden",
        ["road.duration-kept"] = "Duur behouden",
        ["rail.volume-kept"] = "Volume behouden",
        ["rail.duration-kept"] = "Duur behouden",
        ["water.volume-kept"] = "Volume behouden",
        ["water.duration-kept"] = "Duur behouden",
        ["water.recreation-hours-waiting"] = "Wachturen recreatievaart",
        ["road.vehicle-hours-lost"] = "Voertuigverliesuren",
        ["road.diverted-flow"] = "Omgeleid verkeer",
        ["road.links-over-ic-0.9"] = "Wegvakken boven I/C 0,9",
        ["road.vehicle-km"] = "Voertuigkilometers",
        ["rail.train-minutes-lost"] = "Verloren treinminuten",
        ["rail.passenger-minutes-lost"] = "Verloren reizigersminuten",
        ["rail.paths-adjusted"] = "Paden bijgestuurd",
        ["rail.paths-retimed"] = "Paden verlegd",
        ["rail.paths-diverted"] = "Paden omgeleid",
        ["rail.paths-cancelled"] = "Paden opgeheven",
        ["rail.paths-without-place"] = "Paden zonder plaats",
        ["rail.protected-paths"] = "Paden van een beschermde sector",
        ["rail.passenger-punctuality"] = "Reizigerspunctualiteit (< 5 min)",
        ["rail.freight-punctuality"] = "Goederenpunctualiteit (< 3 min)",
        ["rail.sections-over-uic406"] = "Baanvakken boven UIC 406",
        ["rail.uic406-consumption"] = "Capaciteitsbeslag (UIC 406)",
        ["water.barge-hours-waiting"] = "Wachturen binnenvaart",
        ["water.mean-lock-wait"] = "Gemiddelde sluiswachttijd",
        ["water.lock-hours-over-norm"] = "Sluisuren boven de norm",
        ["water.bridge-road-hours"] = "Verliesuren wegverkeer bij bruggen",
    };

    /// <summary>English and Dutch of each unit that is not the same in both.</summary>
    public static IReadOnlyList<string[]> Units { get; } =
    [
        ["vessel-h", "scheepsuur"],
        ["pcu/h", "pae/u"],
        ["vehicle-h", "voertuiguur"],
        ["link-h", "wegvakuur"],
        ["vehicle-km", "voertuigkm"],
        ["pcu", "pae"],
        ["paths", "paden"],
        ["barge-h", "scheepsuur"],
        ["section-h", "baanvakuur"],
        ["lock-h", "sluisuur"],
        ["train-min", "treinmin"],
        ["passenger-min", "reizigersmin"],
    ];

    public static Sentence Name(CivilMetric metric) => Named(metric.Name, s_names.GetValueOrDefault(metric.Id));

    public static Sentence Unit(string unit) => Named(unit, Units.FirstOrDefault(u => u[0] == unit)?[1]);

    private static Sentence Named(string english, string? dutch) => new("", english, dutch ?? english);
}
