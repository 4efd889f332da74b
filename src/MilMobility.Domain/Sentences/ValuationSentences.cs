namespace MilMobility.Domain.Sentences;

/// <summary>What is kept of civil traffic by the price bands, and what its euros assume.</summary>
internal static class ValuationSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["metric.volume-kept"] = (
                "Civil volume that passes in its own hour and as planned, over the civil demand, of the links, sections or locks and hours "
                + "that the plan uses.",
                "Civiel volume dat in zijn eigen uur en zoals gepland passeert, gedeeld door de civiele vraag, op de verbindingen, "
                + "baanvakken of sluizen en uren die het plan gebruikt."),
            ["metric.duration-kept"] = (
                "Hours of links (each direction), sections or locks of the whole network in which no civil volume is displaced, over "
                + "all of them.",
                "Uren van verbindingen (elke richting), baanvakken of sluizen van het hele netwerk waarin geen civiel volume wordt "
                + "verdrongen, gedeeld door alle."),
            ["reference.price-bands"] = (
                "by the price bands that the planner was told; each part for itself",
                "volgens de prijsbanden die de planner kreeg; elk deel op zichzelf"),
            ["reference.euros.gini"] = (
                "Gini 1912, weighted by inhabitants of zones.csv", "Gini 1912, gewogen naar inwoners uit zones.csv"),
            ["note.euros.spread"] = (
                "Low and high are the ends of each value of time, all low or all high at once; values-of-time.csv says where each spread "
                + "comes from, most are assumed.",
                "Laag en hoog zijn de uitersten van elke tijdwaardering, alle tegelijk laag of hoog; values-of-time.csv vermeldt waar elke "
                + "spreiding vandaan komt, de meeste zijn aangenomen."),
            ["note.euros.queues"] = (
                "Road delay: the central value as if everybody diverts, the spread also as if nobody does.",
                "Verlies op de weg: de middenwaarde alsof iedereen omrijdt, de spreiding ook alsof niemand dat doet."),
            ["note.euros.time-only"] = (
                "Time only: reliability, operating cost, noise and safety are not in it, nor the time of recreational craft.",
                "Alleen tijd: betrouwbaarheid, exploitatiekosten, geluid en veiligheid zitten er niet in, evenmin de tijd van "
                + "recreatievaart."),
            ["note.euros.all-cars"] = (
                "Road delay is not split by class of vehicle; all of it counts as cars.",
                "Het verlies op de weg is niet naar voertuigklasse gesplitst; alles telt als personenauto."),
            ["note.euros.no-regions"] = (
                "{metric} is not broken down by region and not in the division over regions.",
                "{metric} is niet naar regio uitgesplitst en telt niet mee in de verdeling over regio's."),
        };
}
