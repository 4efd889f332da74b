namespace MilMobility.Domain.Sentences;

/// <summary>What the independent check of a plan finds; moments are seconds since the start of the plan.</summary>
internal static class CheckSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["check.more"] = ("... and {count} more violations of this rule", "... en nog {count} overtredingen van deze regel"),
            ["check.header"] = ("plan says {found}, scenario says {stated}", "het plan zegt {found}, het scenario zegt {stated}"),
            ["check.serial-id"] = (
                "serial id is empty or stands in the plan more than once; every serial is planned or unmoved, once",
                "het id van de serial is leeg of staat meer dan eens in het plan; elke serial is eenmaal gepland of niet verplaatst"),
            ["check.carries-nothing"] = ("serial carries nothing", "de serial vervoert niets"),
            ["check.load"] = (
                "load of {count} vehicles of row '{row}' (movement '{of}') in a serial of movement '{movement}'; must be at least 1, of "
                + "its own movement, each row once",
                "lading van {count} voertuigen van regel '{row}' (verplaatsing '{of}') in een serial van verplaatsing '{movement}'; moet "
                + "er minstens 1 zijn, van de eigen verplaatsing, elke regel eenmaal"),
            ["check.row-count"] = (
                "serials carry {found} vehicles of the row, required are {required}",
                "serials vervoeren {found} voertuigen van de regel, gevraagd zijn er {required}"),
            ["check.unknown-movement"] = ("unknown movement '{id}'", "onbekende verplaatsing '{id}'"),
            ["check.movement-field"] = (
                "{field} = {found}, the movement says {stated}", "{field} = {found}, de verplaatsing zegt {stated}"),
            ["check.ends"] = (
                "{field} = {found}; must be one or more of {legal}", "{field} = {found}; moet een of meer zijn van {legal}"),
            ["check.footprint"] = (
                "plan says {found}, the loads come to {stated}", "het plan zegt {found}, de lading komt op {stated}"),
            ["check.no-steps"] = ("a planned serial has no steps", "een geplande serial heeft geen stappen"),
            ["check.no-time"] = (
                "step lasts {seconds} s; must last at least 1 s", "de stap duurt {seconds} s; moet minstens 1 s duren"),
            ["check.starts-at"] = (
                "starts at '{node}'; must start at one of {legal}", "begint bij '{node}'; moet beginnen bij een van {legal}"),
            ["check.ends-at"] = ("ends at '{node}'; must end at one of {legal}", "eindigt bij '{node}'; moet eindigen bij een van {legal}"),
            ["check.last-hold"] = (
                "the last step is a hold; must be a move or a transfer",
                "de laatste stap is opstellen; moet rijden, varen of overslag zijn"),
            ["check.step-start"] = (
                "step starts at {start} s; the step before ends at {end} s",
                "de stap begint op {start} s; de stap ervoor eindigt op {end} s"),
            ["check.step-from"] = (
                "step starts at '{from}'; the step before ends at '{to}'", "de stap begint bij '{from}'; de stap ervoor "
                + "eindigt bij '{to}'"),
            ["check.two-holds"] = (
                "two holds follow one another; they must be one hold",
                "twee keer opstellen na elkaar; het moet \u00e9\u00e9n keer zijn"),
            ["check.step-mode"] = ("step is by {stated}; the network says {mode}", "de stap gaat {stated}; volgens het netwerk {mode}"),
            ["check.one-way"] = (
                "link is one-way from {from} to {to}", "de verbinding heeft \u00e9\u00e9n richting, van {from} naar {to}"),
            ["check.move-time"] = (
                "move lasts {seconds} s; {metres} m at {speed} km/h and a lockage of {lockage} s make {expected} s",
                "de rit duurt {seconds} s; {metres} m met {speed} km/u en een schutting van {lockage} s komen op {expected} s"),
            ["check.transfer-time"] = (
                "transfer lasts {seconds} s; {vehicles} vehicles at {rate} per hour after {fixed} min make {expected} s",
                "de overslag duurt {seconds} s; {vehicles} voertuigen met {rate} per uur na {fixed} min komen op {expected} s"),
            ["check.first-step"] = (
                "first step starts at {start} s; ready at {ready} s", "de eerste stap begint op {start} s; gereed op {ready} s"),
            ["check.finish"] = (
                "finish stated {stated} s; the tail arrives at {finish} s", "opgegeven einde {stated} s; de staart komt aan op {finish} s"),
            ["check.horizon"] = (
                "finishes at {finish} s; the horizon is {horizon} s", "eindigt op {finish} s; de planperiode duurt {horizon} s"),
            ["check.hard-due"] = (
                "finishes at {finish} s; the hard due time is {due} s", "eindigt op {finish} s; de harde uiterste tijd is {due} s"),
            ["check.no-planned-serial"] = ("a planned entry has no serial", "een gepland onderdeel heeft geen serial"),
            ["check.no-unmoved-serial"] = ("an unmoved entry has no serial", "een niet verplaatst onderdeel heeft geen serial"),
            ["check.unknown-reason"] = ("unknown reason {number}", "onbekende reden {number}"),
            ["check.unknown-step"] = (
                "a step is absent or of an unknown kind", "een stap ontbreekt of is van een onbekende soort"),
            ["check.unknown-link"] = ("unknown link '{id}'", "onbekende verbinding '{id}'"),
            ["check.unknown-node"] = ("unknown node '{id}'", "onbekend knooppunt '{id}'"),
            ["check.unknown-transfer"] = ("unknown transfer '{id}'", "onbekende overslag '{id}'"),
            ["check.link-ends"] = (
                "link joins {from} and {to}, not {plan-from} and {plan-to}",
                "de verbinding loopt tussen {from} en {to}, niet tussen {plan-from} en {plan-to}"),
            ["check.transfer-ends"] = (
                "transfer goes from {from} to {to}, not from {plan-from} to {plan-to}",
                "de overslag gaat van {from} naar {to}, niet van {plan-from} naar {plan-to}"),
            ["check.no-footprint"] = (
                "the serial has no footprint by {mode}, so it may not go there",
                "de serial kan niet {mode} en mag daar dus niet heen"),
            ["check.at-most"] = ("{what} {found}; the link takes {most}", "{what} {found}; de verbinding draagt {most}"),
            ["check.wheeled"] = ("wheeled load class", "belastingklasse wielvoertuigen"),
            ["check.tracked"] = ("tracked load class", "belastingklasse rupsvoertuigen"),
            ["check.axle-load"] = ("axle load kg", "aslast kg"),
            ["check.metre-load"] = ("metre load kg", "metergewicht kg"),
            ["check.mass"] = ("mass kg", "massa kg"),
            ["check.height"] = ("height cm", "hoogte cm"),
            ["check.width"] = ("width cm", "breedte cm"),
            ["check.vehicle-length"] = ("vehicle length cm", "voertuiglengte cm"),
            ["check.train-length"] = ("train length m", "treinlengte m"),
            ["check.cemt"] = ("CEMT class", "CEMT-klasse"),
            ["check.draught"] = ("draught cm", "diepgang cm"),
            ["check.air-draught"] = ("air draught cm", "kruiphoogte cm"),
            ["check.vessel-length"] = ("vessel length m", "scheepslengte m"),
            ["check.beam"] = ("beam cm", "scheepsbreedte cm"),
            ["check.tunnel"] = (
                "tunnel {tunnel} is of category {category}; goods of code {code} may not pass",
                "tunnel {tunnel} is van categorie {category}; stoffen met code {code} mogen er niet door"),
            ["check.no-freight"] = ("line takes no freight", "op de lijn rijden geen goederentreinen"),
            ["check.gauge"] = (
                "loading gauge {gauge}; the line takes up to {most}", "omgrenzingsprofiel {gauge}; de lijn heeft hoogstens {most}"),
            ["check.electric"] = (
                "electric traction on a line without overhead line", "elektrische tractie op een lijn zonder bovenleiding"),
            ["check.closed"] = (
                "on the link over [{start}, {clear}) s; closed over [{from}, {to}) s",
                "op de verbinding over [{start}, {clear}) s; afgesloten over [{from}, {to}) s"),
            ["check.turn"] = (
                "comes by '{from}' and leaves by '{to}'; that turn is forbidden",
                "komt over '{from}' en vertrekt over '{to}'; zo afslaan is verboden"),
            ["check.reversal"] = (
                "comes by '{from}' and leaves by '{to}' after {stood} s; to reverse there it must stand {least} s",
                "komt over '{from}' en vertrekt over '{to}' na {stood} s; om daar te keren moet de trein {least} s stilstaan"),
            ["check.no-hold"] = (
                "holds where no facility has a hold capacity by {mode}", "staat opgesteld waar {mode} geen opstelplaats is"),
            ["check.hold-length"] = ("length {length} m; {facility} takes {most} m", "lengte {length} m; op {facility} past {most} m"),
            ["check.after-tail"] = (
                "transfer starts {waited} s after the head's arrival; the tail arrives after {pass} s",
                "de overslag begint {waited} s na aankomst van de kop; de staart komt na {pass} s aan"),
            ["check.apart"] = (
                "head entries {entries} s and exits {exits} s apart; at least {gap} s (pass time and headway)",
                "de koppen komen {entries} s na elkaar binnen en gaan er {exits} s na elkaar af; minstens {gap} s "
                + "(passeertijd en volgtijd)"),
            ["check.opposite"] = (
                "enters at {entry} s against a serial that clears the link at {clear} s",
                "komt binnen op {entry} s tegen een serial in die de verbinding vrijgeeft op {clear} s"),
            ["check.at-once"] = ("{peak} {unit} from {at} s; at most {most}", "{peak} {unit} vanaf {at} s; hoogstens {most}"),
            ["check.unit-lockages"] = ("lockages at once", "schuttingen tegelijk"),
            ["check.unit-transfers"] = ("transfers at once", "overslagen tegelijk"),
            ["check.unit-ships"] = ("ships at once", "schepen tegelijk"),
            ["check.unit-assets"] = ("assets at once", "middelen tegelijk"),
            ["check.berth-window"] = (
                "discharges over [{start}, {end}) s; the ship lies there over [{arrives}, {departs}) s",
                "lost over [{start}, {end}) s; het schip ligt daar over [{arrives}, {departs}) s"),
            ["check.discharge"] = (
                "a ship that discharges {discharge} uses {kind}; must use {wanted}",
                "een schip dat {discharge} lost, gebruikt {kind}; moet {wanted} zijn"),
            ["check.ship-length"] = ("ship of {metres} m; the port takes {most} m", "schip van {metres} m; in de haven past {most} m"),
            ["check.block"] = (
                "the tail of the leg by {mode} arrives at {arrival} s; the asset's block ends at {end} s",
                "de staart van het traject {mode} komt aan op {arrival} s; de inzet van het middel eindigt op {end} s"),
            ["check.march"] = (
                "marches {seconds} s since the last halt of {halt} s; at most {most} s",
                "rijdt {seconds} s sinds de laatste rusthalte van {halt} s; hoogstens {most} s"),
            ["check.night"] = (
                "on the link over [{start}, {clear}) s; the night window of {where} is shut at {shut} s",
                "op de verbinding over [{start}, {clear}) s; het nachtvenster van {where} is dicht op {shut} s"),
            ["check.headway"] = (
                "{apart} s behind the tail; the stated headway is {gap} s", "{apart} s achter de staart; de opgelegde volgtijd is {gap} s"),
            ["check.headway-opposite"] = (
                "opposite directions are less than the stated headway of {gap} s apart",
                "tegengestelde richtingen liggen minder dan de opgelegde volgtijd van {gap} s uit elkaar"),
            ["check.cap-vehicles-hour"] = (
                "{amount} vehicles enter {where} in one hour; at most {most}",
                "{amount} voertuigen gaan in \u00e9\u00e9n uur naar {where}; hoogstens {most}"),
            ["check.cap-vehicles-day"] = (
                "{amount} vehicles enter {where} in one day; at most {most}",
                "{amount} voertuigen gaan op \u00e9\u00e9n dag naar {where}; hoogstens {most}"),
            ["check.cap-serials-hour"] = (
                "{amount} serials enter {where} in one hour; at most {most}",
                "{amount} serials gaan in \u00e9\u00e9n uur naar {where}; hoogstens {most}"),
            ["check.cap-serials-day"] = (
                "{amount} serials enter {where} in one day; at most {most}",
                "{amount} serials gaan op \u00e9\u00e9n dag naar {where}; hoogstens {most}"),
            ["check.call-forward"] = (
                "holds until {end} s; the latest call-forward is {latest} s",
                "staat opgesteld tot {end} s; de laatste oproep is op {latest} s"),
            ["check.stay"] = (
                "stays {stayed} s where it is staged; the least stay is {least} s",
                "blijft {stayed} s op de opstelplaats; het verblijf duurt minstens {least} s"),
            ["check.price-table"] = (
                "the price table has {found} resources, the network {expected}",
                "de prijstabel heeft {found} onderdelen, het netwerk {expected}"),
            ["check.price-hour"] = (
                "enters in hour {hour}; the price table has hours 0 to {last}",
                "komt binnen in uur {hour}; de prijstabel heeft de uren 0 tot en met {last}"),
            ["check.rate"] = (
                "use {use} in hour {hour}; the price bands end at {width}", "gebruik {use} in uur {hour}; de prijsbanden "
                + "eindigen bij {width}"),
            ["check.floor"] = (
                "use {use} in hour {hour}; the floor of {sectors} keeps {reserved} for civil traffic, which leaves {room}",
                "gebruik {use} in uur {hour}; de ondergrens van {sectors} houdt {reserved} vrij voor civiel verkeer, en laat {room} over"),
            ["check.regime"] = ("the regime", "het regime"),
            ["check.ladder"] = (
                "use {use} in hour {hour}; residual paths and those that {levers} frees are {room}",
                "gebruik {use} in uur {hour}; restpaden en wat {levers} vrijmaakt zijn samen {room}"),
            ["check.cost"] = ("plan says {found}; the steps come to {expected}", "het plan zegt {found}; de stappen komen op {expected}"),
            ["check.mode"] = ("plan says {found}; the scenario says {stated}", "het plan zegt {found}; het scenario zegt {stated}"),
            ["check.terms"] = (
                "plan has {found} terms of an order; must have {expected}",
                "het plan heeft {found} termen in volgorde; het moeten er {expected} zijn"),
            ["check.ordered-term"] = (
                "plan says {found}; the steps come to {term} = {expected} micro-euros",
                "het plan zegt {found}; de stappen komen op {term} = {expected} micro-euro"),
            ["check.term-bound"] = (
                "bound {bound} micro-euros is above the term's {value}", "grens {bound} micro-euro ligt boven de {value} van de term"),
            ["check.no-objective"] = ("the plan has no objective", "het plan heeft geen doelwaarde"),
            ["check.bound"] = (
                "bound {bound} micro-euros is above the objective of {total}", "grens {bound} micro-euro ligt boven de doelwaarde {total}"),
            ["check.term"] = (
                "plan says {found} micro-euros; the steps come to {expected}",
                "het plan zegt {found} micro-euro; de stappen komen op {expected}"),
            ["check.none"] = ("none", "geen"),
        };
}
