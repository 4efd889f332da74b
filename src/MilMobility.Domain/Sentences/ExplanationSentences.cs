namespace MilMobility.Domain.Sentences;

/// <summary>Why serials go as they do, what binds them and what else they could do.</summary>
internal static class ExplanationSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["method.anew"] = (
                "Each serial is taken out of the finished plan and sought anew by the planner's own search, all others staying where "
                + "they are.",
                "Elke serial wordt uit het voltooide plan genomen en opnieuw gezocht met de zoekmethode van de planner zelf; alle andere "
                + "blijven waar ze zijn."),
            ["method.costs"] = (
                "Its own civil cost is what the plan would save without it; costs are at the scenario's weights.",
                "De eigen civiele kosten zijn wat het plan zonder deze serial zou besparen; kosten zijn gewogen met de gewichten van het "
                + "scenario."),
            ["method.worth"] = (
                "The worth of a resource is what the serial that gains most would save if there were room for it there beside those "
                + "that have it: a difference of two exact searches, not the dual price of a master program. Worths of several "
                + "resources do not add up.",
                "De waarde van een schaars middel is wat de serial die er het meest bij wint zou besparen als er ook voor haar "
                + "plaats was: het verschil van twee exacte zoekopdrachten, niet de duale prijs van een hoofdprogramma. Waarden van "
                + "verschillende middelen mogen niet worden opgeteld."),
            ["method.limit"] = (
                "Searches have a limit of work: a way that takes longer to find is not offered.",
                "Elke zoekopdracht heeft een rekengrens: een mogelijkheid die meer rekenwerk vergt, wordt niet genoemd."),
            ["journey.transfers"] = ("by transfers alone", "alleen met overslag"),
            ["journey.by"] = ("by {modes} over {route}", "{modes} via {route}"),
            ["why.stays"] = ("It stays: {reason}.", "De serial blijft staan: {reason}."),
            ["why.nothing-found"] = ("nothing was found for it", "er is geen mogelijkheid gevonden"),
            ["why.goes"] = ("It goes {journey}, arriving {time}.", "De serial gaat {journey} en komt aan op {time}."),
            ["why.no-independent"] = (
                " On the empty network no journey was found within the search's limits.",
                " Op het lege netwerk is binnen de rekengrens geen reis gevonden."),
            ["why.nothing-binds"] = (
                " That costs what its cheapest journey costs if nobody else moves: nothing binds it.",
                " Dat kost evenveel als de goedkoopste reis wanneer niemand anders zich verplaatst: niets knelt."),
            ["why.sharing"] = (
                " If nobody else moved it would go {journey}, arriving {time}, {euros} cheaper; {where}.",
                " Als niemand anders zich verplaatste, zou de serial {journey} gaan en aankomen op {time}, {euros} goedkoper; {where}."),
            ["why.same-way"] = ("the same way", "langs dezelfde weg"),
            ["why.binds-first"] = ("what binds first: {binds}", "wat het eerst knelt: {binds}"),
            ["why.binds-waiting"] = ("what binds is where it would have to wait", "wat knelt is de plaats waar moet worden gewacht"),
            ["why.alone"] = (
                " If nobody else moved it would go {journey}, arriving {time}.",
                " Als niemand anders zich verplaatste, zou de serial {journey} gaan en aankomen op {time}."),
            ["why.next-mode"] = (
                " The best other mode ({journey}) costs {difference}: {terms}.",
                " De beste andere modaliteit ({journey}) kost {difference}: {terms}."),
            ["why.next-route"] = (
                " The best other route costs {difference}: {terms}.", " De beste andere route kost {difference}: {terms}."),
            ["cost.more"] = ("{euros} more", "{euros} meer"),
            ["cost.less"] = ("{euros} less", "{euros} minder"),
            ["cost.within-a-euro"] = ("all terms within a euro", "geen kostenpost verschilt meer dan een euro"),
            ["cost.time"] = ("time {euros}", "reistijd {euros}"),
            ["cost.lateness"] = ("lateness {euros}", "te laat komen {euros}"),
            ["cost.operating"] = ("operating {euros}", "exploitatie {euros}"),
            ["cost.civil"] = ("civil {euros}", "civiele hinder {euros}"),
            ["binds.more"] = ("{name} and {count} more on the way", "{name} en nog {count} verderop"),
            ["binds.link"] = ("{name}: {holders} would be too close, {span}", "{name}: te dicht op {holders}, {span}"),
            ["binds.capacity"] = (
                "{name}: no room in that hour up to the civil floor beside {holders}, {span}",
                "{name}: in dat uur is er naast {holders} geen ruimte meer tot aan de civiele ondergrens, {span}"),
            ["binds.lock"] = (
                "lock {name}: its chambers are taken by {holders}, {span}", "sluis {name}: de kolken zijn bezet door {holders}, {span}"),
            ["binds.hold"] = (
                "places to wait at {name}: taken by {holders}, {span}", "wachtplaatsen bij {name}: bezet door {holders}, {span}"),
            ["binds.transfer"] = (
                "{name}: its positions are taken by {holders}, {span}", "{name}: de overslagplaatsen zijn bezet door {holders}, {span}"),
            ["binds.pool"] = ("{name}: out with {holders}, {span}", "{name}: ingezet voor {holders}, {span}"),
            ["binds.cap"] = ("cap into {name}: taken by {holders}, {span}", "maximum naar {name}: bezet door {holders}, {span}"),
            ["binds.dearer"] = (
                "{name}: {holders} in the same hour make its civil price {euros} dearer, {time}",
                "{name}: {holders} in hetzelfde uur verhogen de civiele prijs met {euros}, {time}"),
            ["binds.closures"] = ("closures or outages", "afsluitingen of stremmingen"),
            ["binds.and-more"] = ("{names} and {count} more", "{names} en nog {count}"),
            ["other.mode-refused"] = (
                "{mode}: not allowed for its load, or one vehicle of it too large",
                "{mode}: niet toegestaan voor deze lading, of één voertuig ervan is te groot"),
            ["other.not-mode"] = ("not {mode}: no way in time", "zonder {mode}: geen mogelijkheid op tijd"),
            ["other.mostly"] = ("mostly by {mode}", "grotendeels {mode}"),
            ["other.mode-late"] = ("{mode}: no way in time", "{mode}: geen mogelijkheid op tijd"),
            ["other.without-links"] = (
                "without the {count} links in the middle of its journey", "zonder de {count} verbindingen in het midden van de reis"),
            ["other.no-route"] = (
                "no other way round the middle of its journey in time", "geen andere route om het midden van de reis heen op tijd"),
            ["other.exit"] = (
                "to another exit of the scenario than it asks for", "naar een andere grensovergang van het scenario dan gevraagd"),
            ["other.no-earlier"] = ("in an hour earlier: no way", "een uur eerder binnen: geen mogelijkheid"),
            ["other.earlier"] = ("in at least an hour earlier", "minstens een uur eerder binnen"),
            ["other.ready"] = ("if it were ready {hours} h earlier", "als de serial {hours} uur eerder gereed was"),
            ["other.no-later"] = ("leaving 3 h later: no way in time", "3 uur later vertrekken: geen mogelijkheid op tijd"),
            ["other.later"] = ("leaving at least 3 h later", "minstens 3 uur later vertrekken"),
        };
}
