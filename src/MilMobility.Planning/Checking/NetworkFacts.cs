using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>A node with the facility rows that matter to the rules.</summary>
/// <param name="Row">The node.</param>
/// <param name="Holding">First facility in dataset order that states a hold capacity in a unit of the node's mode.</param>
/// <param name="Lock">Lock facility.</param>
/// <param name="LockNumber">Position among the lock nodes in dataset order, or -1.</param>
internal sealed record NodeFact(NodeRow Row, FacilityRow? Holding, FacilityRow? Lock, int LockNumber);

/// <summary>
/// Look-ups over the raw rows of a dataset; the checker's only view of the network. Every look-up takes null and unknown ids.
/// </summary>
internal sealed class NetworkFacts
{
    private readonly Dictionary<string, NodeFact> _nodes = [];
    private readonly Dictionary<string, int> _links = [];
    private readonly Dictionary<string, TransferRow> _transfers = [];
    private readonly Dictionary<string, List<NodeRow>> _places = [];
    private readonly Dictionary<(string Place, string Kind), int> _positions = [];
    private readonly Dictionary<(string Node, string From, string To), TurnRow> _turns = [];

    public NetworkFacts(NetworkDataset dataset)
    {
        Dataset = dataset;
        var facilities = dataset.Facilities.ToLookup(facility => facility.Node);
        foreach (var node in dataset.Nodes)
        {
            var own = facilities[node.Id];
            var holding = own.FirstOrDefault(f => f.HoldCapacity is not null && IsUnitOf(node.Mode, f.HoldUnit));
            var @lock = own.FirstOrDefault(f => f.Kind == "lock");
            _nodes.TryAdd(node.Id, new NodeFact(node, holding, @lock, @lock is null ? -1 : LockCount++));
            if (node.Place.Length == 0) continue;
            if (!_places.TryGetValue(node.Place, out var members)) _places[node.Place] = members = [];
            members.Add(node);
        }

        for (var link = 0; link < dataset.Links.Count; link++) _links.TryAdd(dataset.Links[link].Id, link);
        foreach (var turn in dataset.Turns)
        {
            // A row holds in both senses.
            _turns.TryAdd((turn.Node, turn.FromLink, turn.ToLink), turn);
            _turns.TryAdd((turn.Node, turn.ToLink, turn.FromLink), turn);
        }

        foreach (var transfer in dataset.Transfers)
        {
            _transfers.TryAdd(transfer.Id, transfer);
            var group = (transfer.Place, transfer.Kind);
            _positions[group] = Math.Max(transfer.Positions, _positions.GetValueOrDefault(group));
        }
    }

    public NetworkDataset Dataset { get; }

    public int LockCount { get; }

    public NodeFact? Node(string? id) => id is null ? null : _nodes.GetValueOrDefault(id);

    /// <summary>Row index of a link in the dataset, or -1.</summary>
    public int LinkIndex(string? id) => id is not null && _links.TryGetValue(id, out var index) ? index : -1;

    public LinkRow Link(int index) => Dataset.Links[index];

    public TransferRow? Transfer(string? id) => id is null ? null : _transfers.GetValueOrDefault(id);

    /// <summary>The row of a turn from one link to another at a node; null where it is free.</summary>
    public TurnRow? Turn(string node, string from, string to) => _turns.GetValueOrDefault((node, from, to));

    /// <summary>Positions shared by the transfers of one place and kind.</summary>
    public int Positions(string place, string kind) => _positions.GetValueOrDefault((place, kind));

    /// <summary>The nodes of that place, or else the node of that id.</summary>
    public IReadOnlyList<NodeRow> NodesNamed(string name) =>
        _places.TryGetValue(name, out var members) ? members : _nodes.TryGetValue(name, out var node) ? [node.Row] : [];

    private static bool IsUnitOf(TransportMode mode, HoldUnit unit) => mode switch
    {
        TransportMode.Road => unit is HoldUnit.Vehicles or HoldUnit.LaneMetres,
        TransportMode.Rail => unit is HoldUnit.Tracks,
        TransportMode.Water => unit is HoldUnit.Berths,
        _ => false,
    };
}
