using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// The rows gathered while the tables are read, with the checks that need several rows: ids used twice, references, modes. A row with
/// a fault is kept, so that rows that refer to it are not reported for it. Not thread-safe.
/// </summary>
internal sealed class DatasetTables(ProvenanceTally tally)
{
    private readonly Dictionary<(string Table, string Id), string> _firstUse = [];

    public List<NodeRow> Nodes { get; } = [];

    public List<LinkRow> Links { get; } = [];

    public List<FacilityRow> Facilities { get; } = [];

    public List<TurnRow> Turns { get; } = [];

    public List<StructureRow> Structures { get; } = [];

    public List<MovableBridgeRow> MovableBridges { get; } = [];

    public List<TransferRow> Transfers { get; } = [];

    public List<CivilProfileRow> CivilProfiles { get; } = [];

    public List<ZoneRow> Zones { get; } = [];

    public List<CorridorRow> Corridors { get; } = [];

    public List<ValueOfTime> ValuesOfTime { get; } = [];

    public Dictionary<string, ParameterRow> CivilParameters { get; } = new(StringComparer.Ordinal);

    public void Add(TableSchema table, TableRow row)
    {
        var quality = tally.Add(table, row);
        switch (table.Name)
        {
            case "road-nodes" or "rail-nodes" or "water-nodes" or "sea-nodes":
                var node = NetworkTables.Node(row, table.Mode!.Value);
                if (IsFirst("node", node.Id, row)) Nodes.Add(node);
                break;
            case "road-links" or "rail-links" or "water-links":
                var link = NetworkTables.Link(row, table.Mode!.Value);
                if (IsFirst("link", link.Id, row)) Links.Add(link with { Stated = Stated(table, row) });
                break;
            case "road-facilities" or "rail-facilities" or "water-facilities" or "port-facilities":
                var facility = SiteTables.Facility(row);
                if (IsFirst("facility", facility.Id, row)) Facilities.Add(facility with { Stated = Stated(table, row) });
                break;
            case "rail-turns":
                var turn = NetworkTables.Turn(row);
                var isOrdered = string.CompareOrdinal(turn.FromLink, turn.ToLink) <= 0;
                var pair = isOrdered ? $"{turn.FromLink} {turn.ToLink}" : $"{turn.ToLink} {turn.FromLink}";
                if (IsFirst("turn", $"{turn.Node} {pair}", row)) Turns.Add(turn);
                break;
            case "rail-structures":
                var structure = NetworkTables.Structure(row);
                if (IsFirst("structure", $"{structure.Link} {structure.Kind}", row)) Structures.Add(structure);
                break;
            case "movable-bridges":
                var bridge = NetworkTables.MovableBridge(row);
                if (IsFirst("bridge", bridge.Id, row)) MovableBridges.Add(bridge);
                break;
            case "transfers":
                var transfer = SiteTables.Transfer(row);
                if (IsFirst("transfer", transfer.Id, row)) Transfers.Add(transfer);
                break;
            case "road-civil" or "rail-civil" or "water-civil":
                var profile = SiteTables.Civil(row, table.Mode!.Value, quality);
                var key = $"{profile.Mode} {profile.Scope} {profile.Category} {profile.DayType}";
                if (IsFirst("profile", key, row)) CivilProfiles.Add(profile);
                break;
            case "zones":
                var zone = SiteTables.Zone(row);
                if (IsFirst("zone", zone.Id, row)) Zones.Add(zone);
                break;
            case "corridors":
                Corridors.Add(SiteTables.Corridor(row));
                break;
            case "values-of-time":
                var value = SiteTables.ValueOfTime(row);
                tally.Add(ProvenanceText.Qualities[value.Quality]);
                if (IsFirst("value of time", value.Category, row)) ValuesOfTime.Add(value);
                break;
            case "civil-parameters":
                var parameter = SiteTables.Parameter(row);
                tally.Add(ProvenanceText.Qualities[parameter.Quality]);
                if (IsFirst("parameter", parameter.Name, row)) CivilParameters[parameter.Name] = parameter;
                break;
            default:
                throw new ArgumentException($"table '{table.Name}' has no reader", nameof(table));
        }
    }

    private static StatedValues Stated(TableSchema table, TableRow row) => new(
        string.Join(';', table.Columns
            .Where(c => !ProvenanceTally.IsIdentifying(c) && row.Raw(c).Length > 0).Select(c => $"{c}={row.Raw(c).Replace(';', ' ')}")),
        row.Raw(TableSchemas.Provenance));

    private bool IsFirst(string kind, string id, TableRow row)
    {
        if (_firstUse.TryAdd((kind, id), $"{row.File}:{row.Line}")) return true;
        row.Error(NetworkCodes.DuplicateId,
            $"{kind} {FileDiagnostics.Quote(id)} stands at {_firstUse[(kind, id)]} already; must be unique");
        return false;
    }
}
