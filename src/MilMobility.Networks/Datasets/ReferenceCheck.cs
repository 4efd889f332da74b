using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// References between the tables: the ends of links and transfers, the nodes of facilities, and whether their modes suit each other.
/// O(rows).
/// </summary>
internal sealed class ReferenceCheck
{
    private readonly DatasetTables _tables;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, NodeRow> _nodes;

    private ReferenceCheck(DatasetTables tables, DiagnosticBag diagnostics)
    {
        _tables = tables;
        _diagnostics = diagnostics;
        _nodes = tables.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
    }

    public static void Run(DatasetTables tables, DiagnosticBag diagnostics)
    {
        var check = new ReferenceCheck(tables, diagnostics);
        foreach (var link in tables.Links) check.CheckLink(link);
        var links = tables.Links.ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var turn in tables.Turns) check.CheckTurn(turn, links);
        foreach (var structure in tables.Structures) check.CheckStructure(structure, links);
        foreach (var bridge in tables.MovableBridges) check.CheckBridge(bridge, links);
        foreach (var facility in tables.Facilities) check.CheckFacility(facility);
        foreach (var transfer in tables.Transfers) check.CheckTransfer(transfer);
        check.CheckSharing();
    }

    private void CheckLink(LinkRow link)
    {
        var subject = $"link '{link.Id}'";
        foreach (var (column, id) in new[] { ("from", link.From), ("to", link.To) })
        {
            if (Find(column, id, subject, link.File, link.Line) is not { } node || node.Mode == link.Mode) continue;
            _diagnostics.Error(NetworkCodes.WrongMode, link.File, link.Line,
                $"{subject}: {column} = '{id}' is a {Name(node.Mode)} node; must be a {Name(link.Mode)} node");
        }

        if (link.From == link.To)
        {
            _diagnostics.Error(NetworkCodes.SelfLink, link.File, link.Line,
                $"{subject}: from and to are both '{link.From}'; must differ");
        }
    }

    private void CheckTurn(TurnRow turn, Dictionary<string, LinkRow> links)
    {
        var subject = $"turn at '{turn.Node}'";
        if (Find("node", turn.Node, subject, turn.File, turn.Line) is null) return;
        foreach (var (column, id) in new[] { ("from_link", turn.FromLink), ("to_link", turn.ToLink) })
        {
            if (links.TryGetValue(id, out var link) && link.Mode == TransportMode.Rail
                && (link.From == turn.Node || link.To == turn.Node)) continue;
            _diagnostics.Error(NetworkCodes.TurnLinks, turn.File, turn.Line,
                $"{subject}: {column} = {FileDiagnostics.Quote(id)}; must be the id of a rail link that begins or ends there");
        }
    }

    private void CheckStructure(StructureRow row, Dictionary<string, LinkRow> links)
    {
        if (links.TryGetValue(row.Link, out var link) && link.Mode == TransportMode.Rail) return;
        _diagnostics.Error(NetworkCodes.StructureLink, row.File, row.Line,
            $"{row.Kind}: link = {FileDiagnostics.Quote(row.Link)}; must be the id of a rail link");
    }

    private void CheckBridge(MovableBridgeRow bridge, Dictionary<string, LinkRow> links)
    {
        var subject = $"bridge '{bridge.Id}'";
        if (Find("node", bridge.Node, subject, bridge.File, bridge.Line) is { } node && node.Mode != TransportMode.Water)
        {
            _diagnostics.Error(NetworkCodes.WrongMode, bridge.File, bridge.Line,
                $"{subject}: node = '{bridge.Node}' is a {Name(node.Mode)} node; must be a water node");
        }

        if (bridge.RoadLink.Length == 0) return;
        if (links.TryGetValue(bridge.RoadLink, out var link) && link.Mode == TransportMode.Road) return;
        _diagnostics.Error(NetworkCodes.StructureLink, bridge.File, bridge.Line,
            $"{subject}: road_link = {FileDiagnostics.Quote(bridge.RoadLink)}; must be the id of a road link, or empty");
    }

    private void CheckFacility(FacilityRow facility)
    {
        var subject = $"facility '{facility.Id}'";
        if (facility.Kind == "lock" && (facility.Chambers.Count == 0 || facility.CycleMinutes == 0))
        {
            _diagnostics.Error(NetworkCodes.LockNotComplete, facility.File, facility.Line,
                $"{subject}: a lock has {facility.Chambers.Count} chambers and cycle_min = {facility.CycleMinutes}; must have both");
        }

        if (facility.Kind != "lock" && facility.Chambers.Count > 0)
        {
            _diagnostics.Error(NetworkCodes.LockNotComplete, facility.File, facility.Line,
                $"{subject}: kind '{facility.Kind}' has chambers; must be empty unless the kind is lock");
        }

        if (Find("node", facility.Node, subject, facility.File, facility.Line) is not { } node) return;
        if (node.Mode != Vocabulary.FacilityKinds[facility.Kind])
        {
            _diagnostics.Error(NetworkCodes.WrongMode, facility.File, facility.Line,
                $"{subject}: kind '{facility.Kind}' stands at the {Name(node.Mode)} node '{node.Id}'; "
                + $"must stand at a {Name(Vocabulary.FacilityKinds[facility.Kind])} node");
        }
        else if (facility.HoldUnit != HoldUnit.None && Vocabulary.ModeOf(facility.HoldUnit) != node.Mode)
        {
            _diagnostics.Error(NetworkCodes.HoldUnits, facility.File, facility.Line,
                $"{subject}: hold_unit {facility.HoldUnit} at the {Name(node.Mode)} node '{node.Id}'; "
                + "must be vehicles or lane-metres by road, tracks by rail, berths by water");
        }
    }

    private void CheckTransfer(TransferRow transfer)
    {
        var subject = $"transfer '{transfer.Id}'";
        var (from, to) = Vocabulary.TransferKinds[transfer.Kind];
        foreach (var (column, id, mode) in new[] { ("from", transfer.From, from), ("to", transfer.To, to) })
        {
            if (Find(column, id, subject, transfer.File, transfer.Line) is not { } node) continue;
            if (node.Mode != mode)
            {
                _diagnostics.Error(NetworkCodes.WrongMode, transfer.File, transfer.Line,
                    $"{subject}: {column} = '{id}' is a {Name(node.Mode)} node; '{transfer.Kind}' goes from {Name(from)} to {Name(to)}");
            }

            if (node.Place != transfer.Place)
            {
                _diagnostics.Error(NetworkCodes.UnknownPlace, transfer.File, transfer.Line,
                    $"{subject}: {column} = '{id}' has place '{node.Place}'; must be the transfer's place '{transfer.Place}'");
            }
        }
    }

    private void CheckSharing()
    {
        foreach (var group in _tables.Facilities.Where(f => f.Kind == "lock").GroupBy(f => f.Node, StringComparer.Ordinal))
        {
            foreach (var second in group.Skip(1))
            {
                _diagnostics.Error(NetworkCodes.SecondLock, second.File, second.Line,
                    $"facility '{second.Id}': node '{second.Node}' has lock '{group.First().Id}' already; "
                    + "must be one row with all chambers");
            }
        }

        foreach (var group in _tables.Facilities.Where(f => f.HoldCapacity is not null).GroupBy(f => f.Node, StringComparer.Ordinal))
        {
            foreach (var second in group.Skip(1))
            {
                _diagnostics.Warning(NetworkCodes.HoldUnits, second.File, second.Line,
                    Sentence.Of("warning.hold-twice", ("id", second.Id), ("node", second.Node), ("first", group.First().Id)));
            }
        }

        foreach (var group in _tables.Transfers.GroupBy(t => (t.Place, t.Kind)))
        {
            var most = group.Max(t => t.Positions);
            foreach (var fewer in group.Where(t => t.Positions < most))
            {
                _diagnostics.Warning(NetworkCodes.SharedPositions, fewer.File, fewer.Line,
                    Sentence.Of(
                        "warning.shared-positions", ("id", fewer.Id), ("positions", fewer.Positions), ("kind", fewer.Kind),
                        ("place", fewer.Place), ("most", most)));
            }
        }
    }

    private NodeRow? Find(string column, string id, string subject, string file, int line)
    {
        if (_nodes.TryGetValue(id, out var node)) return node;
        _diagnostics.Error(NetworkCodes.UnknownNode, file, line,
            $"{subject}: {column} = {FileDiagnostics.Quote(id)} is unknown; must be the id of a node");
        return null;
    }

    private static string Name(TransportMode mode) => Vocabulary.NameOf(mode);
}
