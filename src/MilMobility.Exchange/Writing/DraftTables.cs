using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Writing;

/// <summary>
/// The rows of every table for a draft, one at a time in a buffer, so that a million rows take no memory. The order is the
/// draft's. Static state only; one instance per draft, not thread-safe.
/// </summary>
internal sealed class DraftTables(NetworkDraft draft, DraftKeys keys)
{
    private readonly LinkCells _links = new(draft, keys);

    /// <summary>Fills the buffer with each row of its table in turn and calls <paramref name="onRow"/>.</summary>
    public void ForEachRow(TableBuffer row, Action<TableBuffer> onRow)
    {
        switch (row.Table.Name)
        {
            case "road-nodes" or "rail-nodes" or "water-nodes" or "sea-nodes":
                Rows(draft.NodeCount, i => draft.Nodes[i].Mode == row.Table.Mode, Node);
                break;
            case "road-links" or "rail-links" or "water-links":
                Rows(draft.LinkCount, i => draft.Links[i].Mode == row.Table.Mode, _links.Fill);
                break;
            case "road-facilities" or "rail-facilities" or "water-facilities" or "port-facilities":
                Rows(draft.Facilities.Count, i => FileOf(draft.Facilities[i]) == row.Table.Name, Facility);
                break;
            case "rail-turns":
                Rows(draft.Turns.Count, _ => true, Turn);
                break;
            case "rail-structures":
                Rows(draft.Structures.Count, _ => true, Structure);
                break;
            case "movable-bridges":
                Rows(draft.MovableBridges.Count, _ => true, MovableBridge);
                break;
            case "transfers":
                Rows(draft.Transfers.Count, _ => true, Transfer);
                break;
            case "road-civil" or "rail-civil" or "water-civil":
                Rows(draft.Profiles.Count, i => draft.Profiles[i].Mode == row.Table.Mode, Profile);
                break;
            case "zones":
                Rows(draft.Zones.Count, _ => true, Zone);
                break;
            case "corridors":
                Rows(draft.Corridors.Count, _ => true, Corridor);
                break;
            case "values-of-time":
                Rows(draft.ValuesOfTime.Count, _ => true, ValueOfTime);
                break;
            case "civil-parameters":
                Rows(draft.Parameters.Count, _ => true, Parameter);
                break;
            default:
                throw new ArgumentException($"table '{row.Table.Name}' has no writer", nameof(row));
        }

        void Rows(int count, Func<int, bool> isOfTable, Action<TableBuffer, int> fill)
        {
            for (var i = 0; i < count; i++)
            {
                if (!isOfTable(i)) continue;
                row.Clear();
                fill(row, i);
                onRow(row);
            }
        }
    }

    /// <summary>True if an optional table has rows, and so is written.</summary>
    public bool HasRows(TableSchema table) => table.Name switch
    {
        "rail-turns" => draft.Turns.Count > 0,
        "zones" => draft.Zones.Count > 0,
        "movable-bridges" => draft.MovableBridges.Count > 0,
        _ => draft.Structures.Count > 0,
    };

    private void Node(TableBuffer row, int index)
    {
        var node = draft.Nodes[index];
        row.Set("id", keys.Nodes[index]);
        row.Set("name", node.Name.Length > 0 ? CellText.Text(node.Name) : keys.Nodes[index]);
        row.Set("kind", node.Kind);
        row.Set("lat", CellText.Degrees(node.Lat), node.Origin);
        row.Set("lon", CellText.Degrees(node.Lon), node.Origin);
        row.Set("place", node.Place);
        row.Set("region", CellText.Text(node.Region));
        row.Set("manager", CellText.Text(node.Manager));
    }

    /// <summary>Ports and their staging areas have a table of their own; the others go by the mode of their kind.</summary>
    private static string FileOf(DraftFacility facility) => facility.Kind is "port" or "staging"
        ? "port-facilities"
        : $"{Vocabulary.NameOf(Vocabulary.FacilityKinds.GetValueOrDefault(facility.Kind))}-facilities";

    private void Facility(TableBuffer row, int index)
    {
        var facility = draft.Facilities[index];
        row.Set("id", facility.Id.Length > 0 ? facility.Id : $"{keys.Nodes[facility.Node]}-{facility.Kind}");
        row.Set("node", keys.Nodes[facility.Node]);
        row.Set("kind", facility.Kind);
        row.Set("name", CellText.Text(facility.Name));
        Value("hold_capacity", facility.HoldCapacity is { } capacity ? CellText.Integer(capacity) : "");
        row.Set("hold_unit", CellText.Of(facility.HoldUnit));
        Value("max_length_m", facility.MaxLengthMetres is { } length ? CellText.Integer(length) : "");
        Value("fuel", facility.Kind == "rest-area" ? CellText.Boolean(facility.Fuel) : "");
        Value("chambers", CellText.Of(facility.Chambers));
        Value("cycle_min", CellText.Positive(facility.CycleMinutes));
        Value("berths", CellText.Positive(facility.Berths));
        Value("ro_ro_ramps", CellText.Positive(facility.RoRoRamps));
        Value("cranes", CellText.Positive(facility.Cranes));

        void Value(string column, string text) => row.Set(column, text, facility.Origin.Of(column));
    }

    private void Turn(TableBuffer row, int index)
    {
        var turn = draft.Turns[index];
        row.Set("node", keys.Nodes[turn.Node]);
        row.Set("from_link", keys.Links[turn.FromLink]);
        row.Set("to_link", keys.Links[turn.ToLink]);
        row.Set("kind", turn.ReversalMinutes is null ? "forbidden" : "reversal", turn.Origin);
        if (turn.ReversalMinutes is { } minutes) row.Set("minutes", CellText.Integer(minutes), turn.Origin);
    }

    private void Structure(TableBuffer row, int index)
    {
        var structure = draft.Structures[index];
        row.Set("link", keys.Links[structure.Link]);
        row.Set("kind", structure.Kind);
        row.Set("count", CellText.Integer(structure.Count), structure.Origin);
    }

    private void MovableBridge(TableBuffer row, int index)
    {
        var bridge = draft.MovableBridges[index];
        row.Set("id", bridge.Id);
        row.Set("name", CellText.Text(bridge.Name));
        row.Set("node", keys.Nodes[bridge.Node]);
        row.Set("road_link", bridge.RoadLink < 0 ? "" : keys.Links[bridge.RoadLink]);
        row.Set("clearance_closed_m", CellText.Number(bridge.ClearanceClosedCm / 100.0), bridge.Origin.Of("clearance_closed_m"));
        row.Set("opening_min", CellText.Integer(bridge.OpeningMinutes), bridge.Origin.Of("opening_min"));
    }

    private void Zone(TableBuffer row, int index)
    {
        var zone = draft.Zones[index];
        row.Set("id", zone.Id);
        row.Set("name", CellText.Text(zone.Name));
        row.Set("inhabitants", CellText.Integer(zone.Inhabitants), zone.Origin.Of("inhabitants"));
        row.Set("lat", CellText.Degrees(zone.Lat), zone.Origin.Of("lat"));
        row.Set("lon", CellText.Degrees(zone.Lon), zone.Origin.Of("lon"));
    }

    private void Transfer(TableBuffer row, int index)
    {
        var transfer = draft.Transfers[index];
        row.Set("id", transfer.Id.Length > 0 ? transfer.Id : $"tr-{transfer.Place}-{transfer.Kind}");
        row.Set("from", keys.Nodes[transfer.From]);
        row.Set("to", keys.Nodes[transfer.To]);
        row.Set("place", transfer.Place);
        row.Set("kind", transfer.Kind);
        row.Set("fixed_min", CellText.Integer(transfer.FixedMinutes), transfer.Origin.Of("fixed_min"));
        row.Set("rate_vehicles_h", CellText.Integer(transfer.VehiclesPerHour), transfer.Origin.Of("rate_vehicles_h"));
        row.Set("positions", CellText.Integer(transfer.Positions), transfer.Origin.Of("positions"));
    }

    private void Profile(TableBuffer row, int index)
    {
        var profile = draft.Profiles[index];
        row.Set("scope", profile.Scope switch
        {
            CivilScope.Link link => keys.Links[link.Index],
            CivilScope.Node node => "node:" + keys.Nodes[node.Index],
            CivilScope.Class named => "class:" + named.Name,
            _ => throw new InvalidOperationException("unknown scope of a civil profile"),
        });
        row.Set("category", profile.Category);
        row.Set("day_type", profile.DayType);
        row.Set("unit", profile.Unit);
        for (var hour = 0; hour < profile.Hours.Count; hour++)
        {
            var column = $"h{hour:00}";
            row.Set(column, CellText.Number(profile.Hours[hour]), profile.Origin.Of(column));
        }

        foreach (var (key, origin) in profile.Origin.Overrides)
        {
            if (!row.Has(key)) row.OtherOrigins.Add(new(key, origin));
        }
    }

    private void Corridor(TableBuffer row, int index)
    {
        var corridor = draft.Corridors[index];
        row.Set("corridor", corridor.Corridor);
        row.Set("name", corridor.Name);
        row.Set("element", corridor.Element);
        row.Set("ref", corridor.Link >= 0 ? keys.Links[corridor.Link] : corridor.Place);
        row.Set("marking", "notional");
    }

    private void ValueOfTime(TableBuffer row, int index)
    {
        var value = draft.ValuesOfTime[index];
        row.Set("category", value.Category);
        row.Set("unit", value.Unit);
        row.Set("euro_per_h_low", value.EurosPerHourLow.ToString(System.Globalization.CultureInfo.InvariantCulture));
        row.Set("euro_per_h", value.EurosPerHour.ToString(System.Globalization.CultureInfo.InvariantCulture));
        row.Set("euro_per_h_high", value.EurosPerHourHigh.ToString(System.Globalization.CultureInfo.InvariantCulture));
        row.Set("price_level", value.PriceLevel);
        row.Set("source", value.Source);
        row.Set("date", value.Date);
        row.Set("quality", value.Quality);
        row.Set("spread_source", value.SpreadSource);
    }

    private void Parameter(TableBuffer row, int index)
    {
        var parameter = draft.Parameters[index];
        row.Set("name", parameter.Name);
        row.Set("value", CellText.Exact(parameter.Value));
        row.Set("unit", parameter.Unit);
        row.Set("source", parameter.Source);
        row.Set("date", parameter.Date);
        row.Set("quality", Vocabulary.Qualities[(int)parameter.Quality]);
    }
}
