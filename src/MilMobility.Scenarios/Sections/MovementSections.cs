using MilMobility.Domain.Scenarios;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Sections;

/// <summary>Ships and movements: windows in order, references that exist, unique names. Errors SCN015-SCN024.</summary>
internal static class MovementSections
{
    /// <summary>The movements, with wrong ones left out.</summary>
    public static IReadOnlyList<Movement> Build(SectionValues root, Reading reading) => Build(root, reading, []);

    /// <summary>The same where other movements know some ships already.</summary>
    public static IReadOnlyList<Movement> Build(SectionValues root, Reading reading, IReadOnlyList<Movement> known)
    {
        var ships = ReadShips(root.List<SectionValues>("ships"), reading);
        foreach (var movement in known.Where(m => m.Ship is not null)) ships.TryAdd(movement.Ship!.Name, (movement.From, movement.Ship));
        var ids = new HashSet<string>();
        var shipsUsed = new HashSet<string>();
        var movements = new List<Movement>();
        foreach (var section in root.List<SectionValues>("movements"))
        {
            var id = section.Text("id");
            if (id.Length > 0 && !ids.Add(id))
                reading.Error("SCN015", section, "id", $"= {id} is used by an earlier movement; must be unique");
            var entry = ReadOrigin(section, ships, shipsUsed, reading);
            var due = reading.Seconds(section, "due");
            var to = section.List<string>("to");
            if (entry is { } from && to.Contains(from.Place))
                reading.Error("SCN029", section, "to", $"names {from.Place}, where the movement starts; must be elsewhere");
            CheckDue(section, entry?.Ready, due, reading);
            movements.Add(new Movement(id, section.Choice<DemandClass>("class"), section.Whole("priority"), entry?.Place ?? "",
                entry?.Ship, to, entry?.Ready ?? 0, due ?? 0, section.Get("hard_due", false), section.Text("corridor"), section.Line));
        }

        var idle = root.List<SectionValues>("ships").Where(s => s.Text("name") is { Length: > 0 } n && !shipsUsed.Contains(n));
        foreach (var section in idle)
            reading.Warning("SCN023", section, "name", "warning.idle-ship", ("ship", section.Text("name")));
        return movements;
    }

    private static Dictionary<string, (string Port, Ship? Ship)> ReadShips(IReadOnlyList<SectionValues> sections, Reading reading)
    {
        var ships = new Dictionary<string, (string, Ship?)>();
        foreach (var section in sections)
        {
            var name = section.Text("name");
            var arrives = reading.SecondsWithin(section, "arrives");
            var departs = reading.Seconds(section, "departs");
            if (arrives is { } a && departs is { } d && d <= a)
                reading.Error("SCN017", section, "departs", $"is {reading.Shown(d)}; must be after the arrival, {reading.Shown(a)}");
            var ship = arrives is null || departs is null ? null
                : new Ship(name, arrives.Value, departs.Value, section.Choice<DischargeMode>("discharge"), section.Whole("length_m"));
            if (name.Length > 0 && !ships.TryAdd(name, (section.Text("port"), ship)))
                reading.Error("SCN015", section, "name", $"= {name} is used by an earlier ship; must be unique");
        }

        return ships;
    }

    private static (string Place, Ship? Ship, int? Ready)? ReadOrigin(
        SectionValues section, Dictionary<string, (string Port, Ship? Ship)> ships, HashSet<string> shipsUsed, Reading reading)
    {
        var from = section.Text("from");
        var shipName = section.Text("ship");
        if (!section.IsGiven("ship"))
        {
            if (!section.IsGiven("from"))
            {
                reading.Error("SCN006", section, "from",
                    "is missing; must be the place where the movement starts, or 'ship' the ship that brings it");
                return null;
            }

            return (from, null, section.IsGiven("ready") ? reading.SecondsWithin(section, "ready") : 0);
        }

        if (section.IsGiven("from"))
            reading.Error("SCN023", section, "from", $"= {from} beside ship = {shipName}; must be one of the two");
        if (section.IsGiven("ready"))
        {
            reading.Error("SCN023", section, "ready",
                $"is given beside ship = {shipName}; must be left out: a ship's load is ready when it arrives");
        }

        if (shipName.Length == 0) return null;
        shipsUsed.Add(shipName);
        if (ships.TryGetValue(shipName, out var known)) return (known.Port, known.Ship, known.Ship?.ArrivesSeconds);
        var nearest = FieldNames.Nearest(shipName, ships.Keys);
        reading.Error("SCN023", section, "ship", $"= {shipName}; must be the name of a ship under 'ships'"
            + (nearest is null ? "" : $"; did you mean {nearest}?"));
        return null;
    }

    private static void CheckDue(SectionValues section, int? ready, int? due, Reading reading)
    {
        if (due is not { } d) return;
        if (ready is { } r && d <= r)
        {
            reading.Error("SCN016", section, "due",
                $"is {reading.Shown(d)}, not after the movement is ready; must be after {reading.Shown(r)}");
        }
        else if (reading.HorizonSeconds > 0 && d > reading.HorizonSeconds)
        {
            reading.Warning(
                "SCN018", section, "due", "warning.due-late", ("due", reading.Shown(d)), ("end", reading.Shown(reading.HorizonSeconds)));
        }
    }
}
