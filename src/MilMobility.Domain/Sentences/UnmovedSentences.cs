namespace MilMobility.Domain.Sentences;

/// <summary>Why serials do not move or are late, and what would help.</summary>
internal static class UnmovedSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["unmoved.ended"] = (
                "planning ended before this serial was placed and explained",
                "de planning eindigde voordat deze serial was geplaatst en verklaard"),
            ["unmoved.civil-floor"] = ("the civil floor: {refusal}", "de civiele ondergrens: {refusal}"),
            ["unmoved.no-way-out"] = (
                "origin {origins} ({modes}) has no way out for its footprints: {footprints}",
                "vanuit {origins} ({modes}) is geen vertrek mogelijk met de modaliteiten van deze serial: {footprints}"),
            ["unmoved.no-footprints"] = (
                "none: every mode is either not allowed or too small for one vehicle",
                "geen: elke modaliteit is niet toegestaan of te klein voor één voertuig"),
            ["unmoved.no-chain"] = (
                "no chain of links, turns and transfers of its modes joins its origin to a destination, whatever the limits of links",
                "geen keten van verbindingen, afslagen en overslag in haar modaliteiten verbindt herkomst en bestemming, ongeacht de "
                + "beperkingen van de verbindingen"),
            ["unmoved.broken-limits"] = (
                "the route with the fewest broken limits breaks {count}: {limits}",
                "de route met de minste overschreden beperkingen overschrijdt er {count}: {limits}"),
            ["unmoved.too-late"] = (
                "even without other traffic it finishes {time} at the earliest, after {end}",
                "zelfs zonder ander verkeer is de vroegste aankomst {time}, na {end}"),
            ["unmoved.no-window"] = (
                "closures, ship window, halts, asset blocks and holding places leave no journey before {end}",
                "afsluitingen, ligtijd van het schip, rusthaltes, inzet van middelen en opstelplaatsen laten geen reis toe vóór {end}"),
            ["unmoved.hard-due"] = ("its hard due time {time}", "de harde uiterste tijd {time}"),
            ["unmoved.horizon"] = ("the horizon {time}", "het einde van de planperiode {time}"),
            ["unmoved.too-dear"] = (
                "its cheapest journey costs {cost}, more than its penalty of {penalty}",
                "de goedkoopste reis kost {cost}, meer dan de boete van {penalty}"),
            ["unmoved.dear-alone"] = (
                "its journey alone fits, yet costs more than leaving it unmoved",
                "de reis past op zichzelf wel, maar kost meer dan niet verplaatsen"),
            ["late.beside"] = (
                "it moves only beside what the others have paid for", "verplaatsing kan alleen naast wat de anderen al in beslag nemen"),
            ["late.alone"] = (
                "even without the other serials its cheapest journey finishes {time}",
                "ook zonder de andere serials eindigt de goedkoopste reis op {time}"),
            ["late.binds"] = (
                "without the other serials it would finish {time}; what binds: {refusal}",
                "zonder de andere serials zou de aankomst {time} zijn; wat knelt: {refusal}"),
            ["late.prices"] = ("civil prices that the others have raised", "civiele prijzen die de anderen hebben verhoogd"),
            ["help.finish"] = ("{what}: finish {time}", "{what}: aankomst {time}"),
            ["help.other-mode-row"] = ("another mode in its requirement rows", "een andere modaliteit in de behoefteregels"),
            ["help.allow-mode"] = (
                "allow another mode in its requirement rows", "een andere modaliteit toestaan in de behoefteregels"),
            ["help.other-origin"] = (
                "start from a place with a node or transfer of its modes",
                "vertrekken van een plaats met een knooppunt of overslag voor deze modaliteiten"),
            ["help.other-destination"] = ("another destination", "een andere bestemming"),
            ["help.waive"] = ("waive: {limits}", "ontheffing van: {limits}"),
            ["help.floor-waived"] = ("civil floor waived", "zonder civiele ondergrens"),
            ["help.assets"] = ("enough assets", "met voldoende middelen"),
            ["help.accept-cost"] = ("accept that cost", "die kosten aanvaarden"),
            ["help.without-others"] = ("without the other serials", "zonder de andere serials"),
            ["help.hard-due-waived"] = ("hard due time waived", "zonder harde uiterste tijd"),
            ["help.ship-stays"] = ("ship stays longer", "het schip blijft langer liggen"),
            ["help.longer"] = ("a longer horizon or an earlier ready time", "een langere planperiode of eerder gereed"),
            ["help.due-later"] = ("due {time} or later", "uiterste tijd {time} of later"),
            ["help.ready-earlier"] = ("ready {hours} h earlier, {time}", "{hours} uur eerder gereed, {time}"),
            ["help.mode-allowed"] = ("{mode} allowed", "{mode} toegestaan"),
            ["help.to"] = ("to '{place}'", "naar '{place}'"),
            ["help.waive-limits"] = ("waive {limits}", "ontheffing van {limits}"),
            ["refused.link"] = (
                "link '{id}' from {time}: other serials are on it", "verbinding '{id}' vanaf {time}: bezet door andere serials"),
            ["refused.lock"] = (
                "lock '{id}' from {time}: all {count} chambers that take the vessel are busy or out of service",
                "sluis '{id}' vanaf {time}: alle {count} kolken waarin het schip past zijn bezet of buiten bedrijf"),
            ["refused.hold"] = (
                "holding at '{id}' {span}: needs {amount} of {capacity} {unit}, others hold the rest",
                "opstellen bij '{id}' {span}: vraagt {amount} van {capacity} {unit}, de rest is bezet"),
            ["refused.transfer"] = (
                "transfer '{kind}' at '{id}' {span}: all {count} positions are taken",
                "overslag '{kind}' bij '{id}' {span}: alle {count} plaatsen zijn bezet"),
            ["refused.pool"] = (
                "pool {pool} {span}: needs {amount} of {count}, the rest is out",
                "pool {pool} {span}: vraagt {amount} van {count}, de rest is ingezet"),
            ["refused.rate-link"] = (
                "link '{id}' in the hour of {time}: needs {amount}, {used} in use, {width} up to the civil floor",
                "verbinding '{id}' in het uur van {time}: vraagt {amount}, in gebruik {used}, tot de civiele ondergrens {width}"),
            ["refused.rate-lock"] = (
                "lock '{id}' in the hour of {time}: needs {amount}, {used} in use, {width} up to the civil floor",
                "sluis '{id}' in het uur van {time}: vraagt {amount}, in gebruik {used}, tot de civiele ondergrens {width}"),
            ["refused.cap-vehicles"] = (
                "cap of {most} vehicles into {where} in the period from {time}: needs {amount}, {used} have entered",
                "maximum van {most} voertuigen naar {where} in de periode vanaf {time}: vraagt {amount}, al binnen {used}"),
            ["refused.cap-serials"] = (
                "cap of {most} serials into {where} in the period from {time}: needs {amount}, {used} have entered",
                "maximum van {most} serials naar {where} in de periode vanaf {time}: vraagt {amount}, al binnen {used}"),
        };
}
