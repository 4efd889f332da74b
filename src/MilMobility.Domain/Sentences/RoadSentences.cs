namespace MilMobility.Domain.Sentences;

/// <summary>What the road account counts and assumes.</summary>
internal static class RoadSentences
{
    private const string Compared = " Over the whole network in the hours in which columns leave less of the capacity of a road.";

    private const string ComparedNl =
        " Over het hele netwerk, in de uren waarin colonnes minder van de capaciteit van een weg overlaten.";

    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["metric.road.vehicle-hours-lost"] = (
                "Vehicle-hours under way beyond what the traffic without the plan would need on empty roads (voertuigverliesuren); the "
                + $"change is that of all travel times. Two user equilibria: everybody knows of the columns.{Compared}",
                "Reistijd in voertuiguren boven wat het verkeer zonder het plan op lege wegen nodig zou hebben (voertuigverliesuren); het "
                + $"verschil is dat van alle reistijden. Twee gebruikersevenwichten: iedereen weet van de colonnes.{ComparedNl}"),
            ["metric.road.queue-hours"] = (
                "Vehicle-hours in the queues behind columns and at the roads that they block, carried over the hours until they are "
                + "gone, if nobody takes another way or stays at home; each road for itself, worked out in passenger-car units.",
                "Voertuiguren in de wachtrijen achter colonnes en bij de wegen die zij blokkeren, doorgerekend over de uren tot de rij is "
                + "opgelost, als niemand omrijdt of thuisblijft; elke weg op zichzelf, gerekend in personenautoequivalenten (pae)."),
            ["metric.road.diverted-flow"] = (
                "Half the sum over roads and hours of how much the flow changes: a unit that leaves one road for another counts once, "
                + $"and k times where it leaves k roads for k others.{Compared}",
                "De helft van de som over wegen en uren van de verandering van de intensiteit: een eenheid die van de ene weg naar de "
                + $"andere gaat telt één keer, en k keer als zij k wegen voor k andere verlaat.{ComparedNl}"),
            ["metric.road.links-over-ic-0.9"] = (
                "Road directions and hours with a flow above 0.9 of the capacity, or of what columns leave of it "
                + $"(I/C-verhouding).{Compared}",
                "Wegrichtingen en uren met een intensiteit boven 0,9 van de capaciteit, of van wat colonnes daarvan overlaten "
                + $"(I/C-verhouding).{ComparedNl}"),
            ["metric.road.vehicle-km"] = (
                $"Kilometres driven on the roads of the network.{Compared}",
                    $"Gereden kilometers op de wegen van het netwerk.{ComparedNl}"),
            ["metric.road.flow"] = (
                "Flow of a road direction in one hour (intensiteit).", "Intensiteit van een wegrichting in één uur."),
            ["metric.road.ic"] = (
                "Flow of a road direction over what columns leave of its capacity in the hour (I/C-verhouding).",
                "Intensiteit van een wegrichting gedeeld door wat colonnes in dat uur van de capaciteit overlaten (I/C-verhouding)."),
            ["reference.road.difference"] = (
                "difference of two user equilibria, Wardrop 1952, doi:10.1680/ipeds.1952.11259",
                "verschil van twee gebruikersevenwichten, Wardrop 1952, doi:10.1680/ipeds.1952.11259"),
            ["reference.road.cia"] = (
                "CIA, Capaciteitswaarden Infrastructuur Autosnelwegen (Rijkswaterstaat): a road is near its capacity from I/C 0.9",
                "CIA, Capaciteitswaarden Infrastructuur Autosnelwegen (Rijkswaterstaat): vanaf I/C 0,9 nadert een weg de capaciteit"),
            ["reference.road.equilibria"] = ("flows of the same equilibria", "intensiteiten van dezelfde evenwichten"),
            ["note.road.columns"] = (
                "A column takes one lane for its pass time and for what it needs longer than others do for the road; nobody "
                + "overtakes it on a single lane, and where roads meet on one level every other approach waits for the whole column "
                + "(RVV 1990, article 16): with signals, turning lanes or gaps between packets fewer do.",
                "Een colonne neemt één rijstrook in gedurende haar doorlooptijd en de tijd die zij langer over de weg doet dan ander "
                + "verkeer; op een enkele rijstrook haalt niemand haar in, en op gelijkvloerse kruisingen wacht elke andere tak op de hele "
                + "colonne (RVV 1990, artikel 16): met verkeerslichten, opstelstroken of ruimte tussen groepen wachten er minder."),
            ["note.road.no-zones"] = (
                "The dataset has no zones that reach each other, so there is no traffic equilibrium: vehicle-hours lost are those of the "
                + "queues, by the flows of road-civil.csv, and nobody diverts.",
                "De dataset heeft geen zones die elkaar bereiken en dus geen verkeersevenwicht: de voertuigverliesuren zijn die van de "
                + "wachtrijen, met de intensiteiten van road-civil.csv, en niemand rijdt om."),
            ["note.road.no-impact"] = (
                "No column takes capacity from a road in any hour: the impact is exactly 0.",
                "Geen colonne neemt in enig uur capaciteit van een weg in: de hinder is precies 0."),
            ["note.road.equilibria"] = (
                "Two user equilibria for each of {hours} hours, relative gap at most {gap}: the vehicle-hours lost are sharp to "
                + "{resolution} vehicle-h at worst. All drivers know of the columns and none stays at home; the capacity of an hour "
                + "is its mean, so that a queue shorter than the hour is spread over it. Some drivers know and some do not: expect "
                + "what happens between this figure and the queue delay.",
                "Twee gebruikersevenwichten voor elk van {hours} uren, relatieve afwijking ten hoogste {gap}: de voertuigverliesuren zijn "
                + "in het slechtste geval op {resolution} voertuiguur nauwkeurig. Alle bestuurders weten van de colonnes en niemand blijft "
                + "thuis; de capaciteit van een uur is het gemiddelde, zodat een wachtrij korter dan het uur daarover wordt uitgesmeerd. "
                + "Sommige bestuurders weten ervan en andere niet: de werkelijkheid ligt tussen dit cijfer en het wachtrijverlies."),
            ["note.road.trips"] = (
                "Trips between municipalities and border crossings by a gravity model of inhabitants, adjusted to the flows of "
                + "road-civil.csv with weights by their quality; most of these are themselves a share of the capacity by class of road "
                + "(assumed), so the fit says how well two models agree. Not in it: trips within a municipality, places of work, ports as "
                + "origins of freight, slower roads by patches, and closed ones where the scenario also has curfews by road.",
                "Ritten tussen gemeenten en grensovergangen volgen uit een zwaartekrachtmodel van inwoners, bijgesteld naar de "
                + "intensiteiten van road-civil.csv met gewichten naar hun kwaliteit; de meeste daarvan zijn zelf een aandeel van de "
                + "capaciteit per wegklasse (aangenomen), dus de aansluiting zegt hoe goed twee modellen overeenstemmen. Niet "
                + "meegenomen: ritten binnen een gemeente, arbeidsplaatsen, havens als herkomst van vrachtverkeer, door ingrepen "
                + "tragere wegen, en afgesloten wegen als het scenario ook rijverboden per weg kent."),
            ["note.road.fit"] = (
                "Flows of {category}, {class} on a {day}, against those stated for {roads} road directions: R2 {r2-before} -> {r2}, "
                + "median GEH {geh-before} -> {geh}, GEH below 5 on {share-before} % -> {share} %, vehicle-km {km-before} -> {km} of "
                + "those stated, {trips-before} -> {trips} trips per hour (gravity model -> adjusted to the flows).",
                "Intensiteiten van {category}, {class} op een {day}, tegen de opgegeven waarden voor {roads} wegrichtingen: R2 "
                + "{r2-before} -> {r2}, mediane GEH {geh-before} -> {geh}, GEH onder 5 op {share-before} % -> {share} %, "
                + "voertuigkilometers {km-before} -> {km} van de opgegeven, {trips-before} -> {trips} ritten per uur "
                + "(zwaartekrachtmodel -> bijgesteld naar de intensiteiten)."),
            ["note.road.queues"] = (
                "Queues form on {roads} road directions; each is followed by itself, over the hours until it is gone.",
                "Op {roads} wegrichtingen ontstaan wachtrijen; elke rij wordt op zichzelf gevolgd, over de uren tot zij is opgelost."),
            ["note.road.queues-standing"] = (
                "Queues form on {roads} road directions; each is followed by itself, over the hours until it is gone, except on {standing} "
                + "where it outlasts the hours looked at.",
                "Op {roads} wegrichtingen ontstaan wachtrijen; elke rij wordt op zichzelf gevolgd, over de uren tot zij is opgelost, "
                + "behalve op {standing}, waar zij langer duurt dan de beschouwde uren."),
            ["day.weekday"] = ("weekday", "werkdag"),
            ["day.saturday"] = ("Saturday", "zaterdag"),
            ["day.sunday"] = ("Sunday", "zondag"),
            ["traffic.car"] = ("car", "personenauto's"),
            ["traffic.freight"] = ("freight", "vrachtverkeer"),
            ["hours.morning-peak"] = ("morning-peak", "ochtendspits"),
            ["hours.midday"] = ("midday", "middag"),
            ["hours.evening-peak"] = ("evening-peak", "avondspits"),
            ["hours.night"] = ("night", "nacht"),
        };
}
