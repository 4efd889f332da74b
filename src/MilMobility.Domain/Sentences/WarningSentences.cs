namespace MilMobility.Domain.Sentences;

/// <summary>Warnings of load and compile, which a report shows; errors stop the run and never come so far.</summary>
internal static class WarningSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["warning.at"] = ("{where} warning: {message}", "{where} waarschuwing: {message}"),
            ["warning.more"] = ("... and {count} more of this kind", "... en nog {count} van deze soort"),
            ["warning.place-spread"] = (
                "node '{node}' of place '{place}' lies {km} km from '{first}'; should be within {most} km",
                "knooppunt '{node}' van plaats '{place}' ligt {km} km van '{first}'; hoort binnen {most} km te liggen"),
            ["warning.link-without-civil"] = (
                "link '{id}' has no civil profile for a {day}; it counts as empty of civil traffic",
                "verbinding '{id}' heeft geen civiel profiel voor een {day}; zij telt als leeg van civiel verkeer"),
            ["warning.lock-without-civil"] = (
                "lock '{id}' has no civil profile for a {day}; it counts as empty of civil traffic",
                "sluis '{id}' heeft geen civiel profiel voor een {day}; zij telt als leeg van civiel verkeer"),
            ["warning.empty-mode"] = ("dataset '{name}' has no {mode} links", "dataset '{name}' heeft geen verbindingen {mode}"),
            ["warning.parallel-links"] = (
                "link '{id}': '{other}' joins the same nodes under the name '{name}'; should be one link",
                "verbinding '{id}': '{other}' verbindt dezelfde knooppunten onder de naam '{name}'; hoort \u00e9\u00e9n "
                + "verbinding te zijn"),
            ["warning.tracks"] = (
                "link '{id}': tracks = {tracks}; running lines have at most {most}, yards count apart",
                "verbinding '{id}': tracks = {tracks}; doorgaande lijnen hebben er hoogstens {most}, emplacementen tellen apart"),
            ["warning.hold-twice"] = (
                "facility '{id}': node '{node}' has a hold capacity by '{first}' already; the first counts",
                "voorziening '{id}': knooppunt '{node}' heeft al opstelcapaciteit van '{first}'; de eerste telt"),
            ["warning.shared-positions"] = (
                "transfer '{id}': positions = {positions}, another row of '{kind}' at '{place}' has {most}; they share their positions and "
                + "the largest counts",
                "overslag '{id}': positions = {positions}, een andere regel van '{kind}' in '{place}' heeft {most}; zij delen hun "
                + "overslagplaatsen en het grootste aantal telt"),
            ["warning.no-provenance"] = (
                "column '{column}' of table '{table}' has {count} values without provenance; they count as assumed",
                "kolom '{column}' van tabel '{table}' heeft {count} waarden zonder herkomst; zij tellen als aangenomen"),
            ["warning.row-source"] = (
                "{row}: provenance names source {source}, which {file} does not list",
                "{row}: de herkomst noemt bron {source}, die niet in {file} staat"),
            ["warning.field-source"] = (
                "schema of resource '{table}': field '{field}' names source {source}, which 'sources' does not list",
                "schema van resource '{table}': veld '{field}' noemt bron {source}, die niet in 'sources' staat"),
            ["warning.unknown-table"] = (
                "resource {name} is no table of the format; not read", "resource {name} is geen tabel van het formaat; niet gelezen"),
            ["warning.unknown-marking"] = (
                "marking {text} is unknown and counts as departmental-confidential; known are public, internal, departmental-confidential",
                "rubricering {text} is onbekend en telt als departmental-confidential; bekend zijn public, internal, "
                + "departmental-confidential"),
            ["warning.table-not-listed"] = (
                "the file is not among the resources; it is not read", "het bestand staat niet bij de resources; het wordt niet gelezen"),
            ["warning.overlay-empty"] = (
                "overlay '{name}' has no rows; it changes nothing", "overlay '{name}' heeft geen regels en verandert niets"),
            ["warning.overlay-in-repository"] = (
                "overlay '{name}' is marked {marking} and lies in the version-controlled folder '{folder}'; keep it outside",
                "overlay '{name}' is gemarkeerd als {marking} en ligt in de map '{folder}' onder versiebeheer; bewaar de "
                + "overlay daarbuiten"),
            ["warning.staging"] = (
                "staging changes nothing: no place meant has room, or states it in a unit that it gives",
                "staging verandert niets: geen bedoelde plaats heeft ruimte, of geeft die op in een gevraagde eenheid"),
            ["warning.lever"] = (
                "{lever} of '{where}' changes nothing: it has no links", "{lever} van '{where}' verandert niets: geen enkele verbinding"),
            ["lever.night-window"] = ("night window", "nachtvenster"),
            ["lever.headway"] = ("headway", "volgtijd"),
            ["lever.cap"] = ("cap", "maximum"),
            ["lever.civil-floor"] = ("civil floor", "civiele ondergrens"),
            ["warning.curfew"] = (
                "curfew on {mode}, classes [{classes}], regions [{regions}] meets no link of dataset '{name}'",
                "rijverbod {mode}, klassen [{classes}], regio's [{regions}] raakt geen verbinding van dataset '{name}'"),
            ["warning.patch-overlaps"] = (
                "patch of '{where}' has {effect} {value} and {other} {smaller} at the same time; the smaller holds",
                "ingreep op '{where}' heeft {effect} {value} en {other} {smaller} tegelijk; de kleinste geldt"),
            ["warning.patch-out-of-reach"] = (
                "patch of '{where}' changes nothing: it has no links, or its hours or its window are not within the horizon",
                "ingreep op '{where}' verandert niets: geen verbindingen, of de uren of het venster vallen buiten de planperiode"),
            ["warning.patch-without-draught"] = (
                "patch of '{where}' changes nothing: the dataset knows no draught there; give 'draught_m' instead of 'level_drop_m'",
                "ingreep op '{where}' verandert niets: de dataset kent daar geen diepgang; geef 'draught_m' in plaats van 'level_drop_m'"),
            ["warning.uncarried"] = (
                "row '{row}': tracked, by road only, and the scenario has no heavy_transporter; it will not be moved",
                "regel '{row}': op rupsen, alleen over de weg, en het scenario heeft geen heavy_transporter; blijft staan"),
            ["warning.load-class"] = (
                "row '{row}': load class {class} for {tonnes} t is unusual; a load class is about the mass in short tons",
                "regel '{row}': belastingklasse {class} voor {tonnes} t is ongebruikelijk; een belastingklasse is ongeveer de "
                + "massa in short "
                + "tons"),
            ["warning.transporters-unused"] = (
                "{field} has heavy transporters, but section 'heavy_transporter' is left out, so tracked vehicles do not use the road",
                "{field} heeft zware transporters, maar sectie 'heavy_transporter' ontbreekt, zodat rupsvoertuigen niet over de weg gaan"),
            ["warning.idle-ship"] = ("{field} = {ship} brings no movement", "{field} = {ship} brengt geen verplaatsing"),
            ["warning.due-late"] = (
                "{field} is {due}, after the end of the horizon, {end}", "{field} is {due}, na het einde van de planperiode, {end}"),
            ["warning.movement-without-rows"] = (
                "movement '{id}': no requirement row names it", "verplaatsing '{id}': geen behoefteregel noemt haar"),
            ["select.target"] = ("target {what}", "onderdeel {what}"),
            ["select.lock"] = ("lock {what}", "sluis {what}"),
            ["select.road"] = ("road {what}", "weg {what}"),
            ["select.line"] = ("line {what}", "spoorlijn {what}"),
            ["select.fairway"] = ("fairway {what}", "vaarweg {what}"),
            ["select.corridor"] = ("corridor {what}", "corridor {what}"),
            ["select.link_class"] = ("link class {what}", "klasse {what}"),
            ["select.region"] = ("region {what}", "regio {what}"),
            ["select.manager"] = ("manager {what}", "beheerder {what}"),
            ["select.mode"] = ("mode {what}", "modaliteit {what}"),
            ["select.area"] = ("area [{what}]", "gebied [{what}]"),
        };
}
