using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Documents;

/// <summary>A serial at a place: what it does there and what it takes there.</summary>
/// <param name="Planned">The serial.</param>
/// <param name="FromSeconds">When it begins.</param>
/// <param name="ToSeconds">When it ends.</param>
/// <param name="What">Such as <c>waits</c> or <c>load rail</c>.</param>
/// <param name="Resource">What it takes: a node's name with its unit, or the kind of transfer.</param>
/// <param name="Amount">How much of it: vehicles, lane metres, tracks, berths or positions.</param>
internal sealed record PlaceEvent(
    PlannedSerial Planned, int FromSeconds, int ToSeconds, string What, string Resource, int Amount);

/// <summary>A port, yard, terminal or rest area with what happens there, in order of time.</summary>
/// <param name="Id">Place or node id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kinds">Kinds of its nodes.</param>
/// <param name="Capacities">What it holds, as the dataset states it: resource and capacity.</param>
/// <param name="Events">What happens there.</param>
internal sealed record PlaceDay(
    string Id, string Name, string Kinds, IReadOnlyDictionary<string, int> Capacities, IReadOnlyList<PlaceEvent> Events);

/// <summary>Finds what happens where: holds, transfers, and the first and last moments of a journey. Pure; O(steps).</summary>
internal sealed class PlaceEvents
{
    /// <summary>Shorter stops are part of the march.</summary>
    private const int HoldSecondsMin = 300;

    private readonly Dictionary<string, MapNode> _nodes;
    private readonly Dictionary<string, MapTransfer> _transfers;
    private readonly Dictionary<string, MapFacility> _facilities;
    private readonly Dictionary<string, List<PlaceEvent>> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _capacities = new(StringComparer.Ordinal);

    private PlaceEvents(NetworkMap map)
    {
        _nodes = map.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        _transfers = map.Transfers.ToDictionary(t => t.Id, StringComparer.Ordinal);
        _facilities = map.Facilities.Where(f => f.Capacity is not null).GroupBy(f => f.Node, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>Places where something happens, in order of name.</summary>
    public static IReadOnlyList<PlaceDay> Of(MissionReport report)
    {
        var places = new PlaceEvents(report.Map);
        foreach (var planned in report.Plan.Planned) places.Add(planned);
        return
        [
            .. places._events.Select(e => places.Day(e.Key, e.Value))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    private void Add(PlannedSerial planned)
    {
        for (var i = 0; i < planned.Steps.Count; i++)
        {
            switch (planned.Steps[i])
            {
                case HoldStep hold when i > 0 && hold.EndSeconds - hold.StartSeconds >= HoldSecondsMin:
                    Hold(planned, hold);
                    break;
                case TransferStep transfer:
                    Transfer(planned, transfer);
                    break;
                case MoveStep move when i == planned.Steps.Count - 1 || planned.Steps.Skip(i + 1).All(s => s is HoldStep):
                    Put(move.To, new PlaceEvent(planned, move.EndSeconds, planned.FinishSeconds, "arrives, end of its journey", "", 0));
                    break;
                default:
                    break;
            }
        }
    }

    private void Hold(PlannedSerial planned, HoldStep hold)
    {
        var facility = _facilities.GetValueOrDefault(hold.Node);
        var amount = facility?.Unit switch
        {
            "vehicles" => planned.Serial.VehicleCount,
            "lane-metres" => planned.Serial.LaneMetres,
            _ => 1,
        };
        var unit = facility?.Unit.Replace('-', ' ') ?? hold.Mode switch
        {
            TransportMode.Rail => "tracks", TransportMode.Water => "berths", _ => "columns",
        };
        var resource = $"{facility?.Name ?? Name(hold.Node)}, {unit}";
        Put(hold.Node, new PlaceEvent(planned, hold.StartSeconds, hold.EndSeconds, "waits", resource, amount));
        if (facility?.Capacity is { } capacity) Capacity(hold.Node, resource, capacity);
    }

    private void Transfer(PlannedSerial planned, TransferStep step)
    {
        var known = _transfers.GetValueOrDefault(step.Transfer);
        var kind = known?.Kind.Replace('-', ' ') ?? "transfer";
        var resource = $"{kind}, positions";
        Put(step.From, new PlaceEvent(planned, step.StartSeconds, step.EndSeconds, kind, resource, 1));
        if (known is { Positions: > 0 }) Capacity(step.From, resource, known.Positions);
    }

    private void Put(string node, PlaceEvent happening)
    {
        var place = PlaceOf(node);
        if (!_events.TryGetValue(place, out var events)) _events[place] = events = [];
        events.Add(happening);
    }

    private void Capacity(string node, string resource, int capacity)
    {
        var place = PlaceOf(node);
        if (!_capacities.TryGetValue(place, out var known)) _capacities[place] = known = new(StringComparer.Ordinal);
        known[resource] = capacity;
    }

    private PlaceDay Day(string place, List<PlaceEvent> events)
    {
        var nodes = _nodes.Values.Where(n => n.Place == place || n.Id == place).ToList();
        var name = nodes.Select(n => n.Name).Order(StringComparer.Ordinal).MinBy(n => n.Length) ?? place;
        return new PlaceDay(
            place, name, string.Join(", ", nodes.Select(n => n.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            _capacities.GetValueOrDefault(place) ?? [],
            [.. events.OrderBy(e => e.FromSeconds).ThenBy(e => e.Planned.Serial.Id, StringComparer.Ordinal)]);
    }

    private string PlaceOf(string node) => _nodes.TryGetValue(node, out var known) && known.Place.Length > 0 ? known.Place : node;

    private string Name(string node) => _nodes.TryGetValue(node, out var known) ? known.Name : node;
}
