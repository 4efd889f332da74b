namespace MilMobility.Domain.Sentences;

/// <summary>What the account of the railway counts and assumes, in the rail manager's terms.</summary>
internal static class RailSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["metric.rail.train-minutes-lost"] = (
                "Largest delay on the way of each civil train that gives way to a military one (treinminuten); a cancelled train counts "
                + "{passenger} minutes if it carries passengers and {freight} if freight",
                "Grootste vertraging onderweg van elke civiele trein die voor een militaire trein wijkt (treinminuten); een "
                + "opgeheven trein "
                + "telt voor {passenger} minuten met reizigers en {freight} met goederen"),
            ["metric.rail.passenger-minutes-lost"] = (
                "Train-minutes times the passengers of the train (reizigersminuten)",
                "Treinminuten maal het aantal reizigers van de trein (reizigersminuten)"),
            ["metric.rail.paths-adjusted"] = (
                "Civil trains that wait for a military train, or for one that does, within the slack of the hour, which needs no "
                + "lever: up to "
                + "{passenger} min with passengers, {freight} min freight",
                "Civiele treinen die op een militaire trein wachten, of op een trein die dat doet, binnen de speling van het "
                + "uur, waarvoor geen "
                + "maatregel nodig is: tot {passenger} min met reizigers, {freight} min met goederen"),
            ["metric.rail.paths-retimed"] = (
                "Freight trains later than the slack, by the lever retime-freight",
                "Goederentreinen later dan de speling, door de maatregel goederentreinen verleggen"),
            ["metric.rail.paths-diverted"] = (
                "Freight trains on another route or in another hour, by the lever divert-freight",
                "Goederentreinen over een andere route of in een ander uur, door de maatregel goederentreinen omleiden"),
            ["metric.rail.paths-cancelled"] = (
                "Civil trains that do not run, by the levers cancel-freight and cancel-passenger, above the civil floor",
                "Civiele treinen die niet rijden, door de maatregelen goederen- of reizigerstreinen opheffen, boven de civiele "
                + "ondergrens"),
            ["metric.rail.paths-without-place"] = (
                "Civil trains that would be later than the slack behind military trains, or would hold up others for longer than "
                + "their own loss "
                + "counts, and for which the regime has no lever: must be 0, otherwise the plan asks for more than the regime "
                + "gives; they count "
                + "as cancelled",
                "Civiele treinen die achter militaire treinen later dan de speling zouden zijn, of andere langer zouden ophouden "
                + "dan hun eigen "
                + "uitval telt, en waarvoor het regime geen maatregel heeft: moet 0 zijn, anders vraagt het plan meer dan het "
                + "regime geeft; zij "
                + "tellen als opgeheven"),
            ["metric.rail.protected-paths"] = (
                "Civil trains on the sections and in the hours of a vital sector's civil floor that keep their path: on their "
                + "route, not in "
                + "another hour, not cancelled; which trains serve the sector the dataset does not say, so all count",
                "Civiele treinen op de baanvakken en in de uren van de civiele ondergrens van een vitale sector die hun pad "
                + "houden: op hun "
                + "route, niet in een ander uur, niet opgeheven; welke treinen de sector dienen zegt de dataset niet, dus tellen "
                + "alle mee"),
            ["reference.rail.floors"] = (
                "civil_floors of the scenario, rule 20 of the movement model",
                "civil_floors van het scenario, regel 20 van het verplaatsingsmodel"),
            ["metric.rail.passenger-punctuality"] = (
                "Passengers less than {minutes} min late (reizigerspunctualiteit); without the plan the year's figure, with it "
                + "less the share "
                + "of passengers whose train the plan makes that late or cancels, nation-wide, over the scenario's hours",
                "Reizigers met minder dan {minutes} min vertraging (reizigerspunctualiteit); zonder het plan het jaarcijfer, met "
                + "het plan "
                + "verminderd met het aandeel reizigers wier trein door het plan zo laat komt of wordt opgeheven, landelijk, over "
                + "de uren van "
                + "het scenario"),
            ["metric.rail.freight-punctuality"] = (
                "Freight trains that lose less than {minutes} min on their way (goederenpunctualiteit), likewise",
                "Goederentreinen die onderweg minder dan {minutes} min verliezen (goederenpunctualiteit), op dezelfde wijze"),
            ["metric.rail.sections-over-uic406"] = (
                "Sections (directions apart on double track) and hours with a higher capacity consumption than recommended; each hour is "
                + "judged by itself; it falls where trains are cancelled or have no place",
                "Baanvakken (bij dubbelspoor per richting) en uren met een hoger capaciteitsbeslag dan aanbevolen; elk uur op zichzelf "
                + "beoordeeld; het daalt waar treinen worden opgeheven of geen plaats hebben"),
            ["metric.rail.uic406-consumption"] = (
                "Compressed occupancy of a section over the hour", "Samengedrukte bezetting van een baanvak over het uur"),
            ["reference.rail.cancel"] = (
                "Own definition; rail.*.cancel.delay_h of civil-parameters.csv",
                "Eigen definitie; rail.*.cancel.delay_h van civil-parameters.csv"),
            ["reference.rail.passengers"] = (
                "Own definition; rail.passengers.* of civil-parameters.csv", "Eigen definitie; rail.passengers.* van "
                + "civil-parameters.csv"),
            ["reference.rail.slack"] = (
                "Own definition; rail.slack.* of civil-parameters.csv", "Eigen definitie; rail.slack.* van civil-parameters.csv"),
            ["reference.rail.regime"] = ("Scenario regime", "Regime van het scenario"),
            ["reference.rail.punctuality"] = (
                "ProRail, annual report 2024: main network {level} %, floor {floor} %",
                "ProRail, jaarverslag 2024: hoofdrailnet {level} %, ondergrens {floor} %"),
            ["reference.rail.freight-punctuality"] = (
                "Definition: ProRail, annual report 2015; level: rail.punctuality.freight_percent of civil-parameters.csv",
                "Definitie: ProRail, jaarverslag 2015; niveau: rail.punctuality.freight_percent van civil-parameters.csv"),
            ["reference.rail.uic406"] = (
                "UIC Code 406, 2nd edition 2013, compression; recommended at most {peak} % in the peak and {day} % over the day, "
                + "mixed traffic",
                "UIC Code 406, 2e druk 2013, compressie; aanbevolen ten hoogste {peak} % in de spits en {day} % over de dag, "
                + "gemengd verkeer"),
            ["note.rail.without-place"] = (
                "{trains} civil trains find no place (norm 0): they would be more than {passenger} minutes late (freight "
                + "{freight}) behind military "
                + "trains, or hold up others for longer than their own loss counts, and the regime has no lever for them. They "
                + "count as cancelled. "
                + "The table of train paths has them first, with the military trains in whose way they are: other hours for these, "
                + "or a lever of "
                + "the regime, would save them.",
                "{trains} civiele treinen vinden geen plaats (norm 0): zij zouden meer dan {passenger} minuten te laat zijn "
                + "(goederen {freight}) "
                + "achter militaire treinen, of andere langer ophouden dan hun eigen uitval telt, en het regime heeft er geen "
                + "maatregel voor. Zij "
                + "tellen als opgeheven. De tabel met treinpaden heeft ze vooraan, met de militaire treinen die zij in de weg "
                + "staan: andere uren "
                + "voor die treinen, of een maatregel van het regime, zouden ze redden."),
            ["note.rail.floor-kept"] = (
                "Civil floor of a vital sector ({sector}): {kept} of {trains} civil trains on its sections, in its hours, keep "
                + "their path; the "
                + "floor is kept in every section and hour.",
                "Civiele ondergrens van een vitale sector ({sector}): {kept} van {trains} civiele treinen op de baanvakken en in "
                + "de uren ervan "
                + "houden hun pad; de ondergrens wordt op elk baanvak en in elk uur gehouden."),
            ["note.rail.floor-missed"] = (
                "Civil floor of a vital sector ({sector}): {kept} of {trains} civil trains on its sections, in its hours, keep "
                + "their path; the "
                + "floor is not kept in {below} section-hours, where trains find no place.",
                "Civiele ondergrens van een vitale sector ({sector}): {kept} van {trains} civiele treinen op de baanvakken en in "
                + "de uren ervan "
                + "houden hun pad; de ondergrens wordt in {below} baanvak-uren niet gehouden, waar treinen geen plaats vinden."),
            ["sector.energy"] = ("energy", "energie"),
            ["sector.transport"] = ("transport", "vervoer"),
            ["sector.water-management"] = ("water management", "waterbeheer"),
            ["sector.chemicals"] = ("chemicals", "chemie"),
            ["sector.telecom"] = ("telecom", "telecommunicatie"),
            ["sector.food-and-water"] = ("food and water", "voedsel en water"),
            ["sector.health"] = ("health", "gezondheid"),
            ["note.rail.pattern"] = (
                "Trains per hour were expanded to {trains} through trains of {sections} sections on average, at even intervals; "
                + "the dataset "
                + "has no minutes, so figures are the mean of {timetables} timetables with other minutes: train-minutes {least} to "
                + "{most}.",
                "Treinen per uur zijn uitgewerkt tot {trains} doorgaande treinen van gemiddeld {sections} baanvakken, met "
                + "gelijke tussentijden; "
                + "de dataset heeft geen minuten, dus de cijfers zijn het gemiddelde van {timetables} dienstregelingen met andere "
                + "minuten: "
                + "{least} tot {most} treinminuten."),
            ["note.rail.left-out"] = (
                "{left} of {all} trains ({share} %) found no place without the plan already; no figure counts them.",
                "{left} van {all} treinen ({share} %) vonden ook zonder het plan al geen plaats; geen cijfer telt ze mee."),
            ["note.rail.joined"] = (
                "Sections are joined to through trains where their volumes go on, straight ahead first; the series that really "
                + "run are not in "
                + "the dataset.",
                "Baanvakken zijn tot doorgaande treinen samengevoegd waar hun volumes doorlopen, rechtdoor eerst; de treinseries "
                + "die werkelijk "
                + "rijden staan niet in de dataset."),
            ["note.rail.waiting"] = (
                "Trains wait at stations, yards and passing places without a limit on their number; a delay is made up only "
                + "where the train "
                + "waited anyway; connections and later turns of the same train are not followed.",
                "Treinen wachten op stations, emplacementen en inhaalsporen zonder grens aan hun aantal; vertraging wordt alleen "
                + "ingelopen waar "
                + "de trein toch al wachtte; aansluitingen en latere omlopen van dezelfde trein worden niet gevolgd."),
            ["note.rail.order"] = (
                "Trains are put back one by one, intercities first, and hold up others only where that costs less than the loss "
                + "of the train: "
                + "another order may lose less.",
                "Treinen worden één voor één teruggeplaatst, intercity's eerst, en houden andere alleen op "
                + "waar dat minder kost dan "
                + "de uitval van de trein: een andere volgorde verliest mogelijk minder."),
            ["note.rail.bands"] = (
                "The estimate by price bands has only direct waits on single sections, at even intervals, and those who wait for "
                + "them: it is "
                + "meant as a lower bound of this account, in which trains also meet uneven intervals and find no place.",
                "De schatting met prijsbanden heeft alleen directe wachttijden op losse baanvakken, bij gelijke tussentijden, en "
                + "wie daarop "
                + "wachten: zij is bedoeld als ondergrens van deze rekening, waarin treinen ook ongelijke tussentijden treffen en "
                + "geen plaats "
                + "vinden."),
        };
}
