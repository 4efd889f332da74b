namespace MilMobility.Domain.Sentences;

/// <summary>What the account of civil shipping counts and assumes.</summary>
internal static class WaterSentences
{
    private const string Simulated =
        " Two simulations of every lock with the same civil arrivals, spread evenly within the hour, with a lockage each way per cycle.";

    private const string SimulatedNl =
        " Twee simulaties van elke sluis met dezelfde civiele aankomsten, gelijkmatig over het uur verdeeld, met per schutcyclus een "
        + "schutting in elke richting.";

    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["metric.water.barge-hours-waiting"] = (
                $"Time that barges wait before their lockage begins (wachttijd voor de sluis), by hour of arrival.{Simulated}",
                $"Tijd die binnenvaartschepen wachten tot hun schutting begint, naar uur van aankomst.{SimulatedNl}"),
            ["metric.water.recreation-hours-waiting"] = (
                $"The same for recreational craft; not valued in euros.{Simulated}",
                $"Hetzelfde voor recreatievaart; niet in euro's gewaardeerd.{SimulatedNl}"),
            ["metric.water.mean-lock-wait"] = (
                $"Barge-hours waiting over barges that arrive (gemiddelde wachttijd).{Simulated}",
                $"Wachturen gedeeld door het aantal aankomende binnenvaartschepen (gemiddelde wachttijd).{SimulatedNl}"),
            ["metric.water.lock-hours-over-norm"] = (
                "Hours of arrival and locks whose mean wait of barges is above {norm} minutes.",
                "Aankomsturen en sluizen waar de gemiddelde wachttijd van binnenvaartschepen boven {norm} minuten ligt."),
            ["metric.water.bridge-road-hours"] = (
                "Vehicle-hours in the queue at movable bridges that open for military vessels: closed time and road flow, in closed form.",
                "Voertuiguren in de wachtrij bij beweegbare bruggen die voor militaire schepen opengaan: sluitingstijd en intensiteit, "
                + "analytisch berekend."),
            ["metric.water.civil-loading-share"] = (
                "Cargo that a barge of the fairway's class may carry at the permitted draught, over that at its full draught, on the "
                + "fairways whose draught a low-water patch lowers, weighted by vessel-kilometres; the plan does not change it.",
                "Lading die een schip van de vaarwegklasse bij de toegestane diepgang mag vervoeren, gedeeld door die bij volle "
                + "diepgang, op de vaarwegen waar laagwater de diepgang beperkt, gewogen naar scheepskilometers; het plan verandert "
                + "dit niet."),
            ["reference.water.queue"] = (
                "deterministic queue in lockages; cycles and chambers of the dataset",
                "deterministische wachtrij in schuttingen; schutcycli en kolken uit de dataset"),
            ["reference.water.as-barges"] = ("as the barge-hours", "als de wachturen binnenvaart"),
            ["reference.water.norm"] = (
                "Nationale Markt- en Capaciteitsanalyse, fairways: at most {norm} minutes on average",
                "Nationale Markt- en Capaciteitsanalyse, vaarwegen: gemiddeld ten hoogste {norm} minuten"),
            ["reference.water.norm-hours"] = (
                "Nationale Markt- en Capaciteitsanalyse, fairways: {norm} minutes, here applied to single hours",
                "Nationale Markt- en Capaciteitsanalyse, vaarwegen: {norm} minuten, hier toegepast op losse uren"),
            ["reference.water.newell"] = (
                "deterministic queueing, Newell 1982, doi:10.1007/978-94-009-5970-5",
                "deterministische wachtrijtheorie, Newell 1982, doi:10.1007/978-94-009-5970-5"),
            ["reference.water.immersion"] = (
                "linear immersion between the empty and full draught of the class (Richtlijnen Vaarwegen 2017)",
                "lineaire inzinking tussen lege en volle diepgang van de klasse (Richtlijnen Vaarwegen 2017)"),
            ["note.water.cycles"] = (
                "Locks run by the clock, a lockage each way per cycle and chamber: a quiet lock that turns on demand has shorter "
                + "waits than stated, without and with the plan alike. The price bands count the same lockages, each vessel of the "
                + "plan by itself, so they are a lower bound.",
                "Sluizen draaien op de klok, met per cyclus en kolk een schutting in elke richting: een rustige sluis die op "
                + "aanvraag schut heeft kortere wachttijden dan vermeld, zonder en met het plan. De prijsbanden tellen dezelfde "
                + "schuttingen, elk schip van het plan op zichzelf, en zijn dus een ondergrens."),
            ["note.water.shared"] = (
                "A military vessel takes its own length and beam of a lockage, all of it with dangerous goods.",
                "Een militair schip neemt van een schutting zijn eigen lengte en breedte in, en de hele schutting met gevaarlijke "
                + "stoffen."),
            ["note.water.alone"] = (
                "A military vessel has its lockage for itself.", "Een militair schip heeft de schutting voor zich alleen."),
            ["note.water.before"] = (
                "Military vessels enter before those that wait.", "Militaire schepen gaan vóór de wachtende schepen."),
            ["note.water.in-turn"] = (
                "The regime protects all civil lockages: military vessels wait their turn.",
                "Het regime beschermt alle civiele schuttingen: militaire schepen wachten op hun beurt."),
            ["note.water.each-lock"] = (
                "Each lock for itself: a vessel that waited at one comes on time at the next.",
                "Elke sluis op zichzelf: een schip dat bij de ene wachtte, komt bij de volgende op tijd."),
            ["note.water.no-bridges"] = ("The dataset has no movable bridges.", "De dataset heeft geen beweegbare bruggen."),
            ["note.water.bridges"] = (
                "Openings of movable bridges for military vessels: {openings}. Civil vessels wait for none of them, and no bridge "
                + "has hours in which it stays closed.",
                "Openingen van beweegbare bruggen voor militaire schepen: {openings}. Civiele schepen wachten op geen daarvan, en "
                + "geen brug heeft uren waarin zij gesloten blijft."),
            ["note.water.low"] = (
                "{fairway}: {cm} cm less draught; barges carry {percent} % of the usual, {extra} extra voyages for 100.",
                "{fairway}: {cm} cm minder diepgang; binnenvaartschepen vervoeren {percent} % van het gebruikelijke, {extra} extra "
                + "reizen per 100."),
            ["note.water.low-none"] = (
                "{fairway}: {cm} cm less draught; barges carry nothing there, whatever the number of voyages.",
                "{fairway}: {cm} cm minder diepgang; binnenvaartschepen kunnen er niets vervoeren, ongeacht het aantal reizen."),
        };
}
