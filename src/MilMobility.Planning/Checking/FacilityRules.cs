using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rules 6 and 8: lockages in the chambers that take the vessel, positions of transfers, discharge within the ship's berth window,
/// and ships at a port's berths.
/// </summary>
internal static class FacilityRules
{
    private const int SecondsPerMinute = 60;

    public static void Check(
        MissionScenario scenario, NetworkFacts network, PatchFacts patches, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        CheckLocks(scenario, patches, traces, log);
        CheckTransfers(network, traces, log);
        CheckBerths(scenario, network, log);
    }

    /// <summary>
    /// All barges of a scenario are alike, so a chamber takes all of them or none, and the lockages in progress need only be
    /// counted. Chambers out of service count as lockages in progress, no more of them than take the barge.
    /// </summary>
    private static void CheckLocks(MissionScenario scenario, PatchFacts patches, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var lockages = new Dictionary<string, (NodeFact Node, List<Occupancy> Spans)>();
        foreach (var trace in traces)
        {
            foreach (var step in trace.Steps)
            {
                if (!step.IsKnownMove || step.FromNode is not { Lock: { } facility } node) continue;
                if (!lockages.TryGetValue(node.Row.Id, out var own)) lockages[node.Row.Id] = own = (node, []);
                var end = step.Start + ((long)facility.CycleMinutes * SecondsPerMinute);
                own.Spans.Add(new Occupancy(step.Start, end, 1, trace.Id));
            }
        }

        var vessel = scenario.Water;
        foreach (var (id, (node, spans)) in lockages)
        {
            var chambers = node.Lock!.Chambers.Count(
                chamber => chamber.LengthMetres >= vessel.LengthMetres && chamber.WidthCm >= vessel.BeamCm);
            foreach (var (window, count) in patches.OutagesOf(id, node.Lock.Chambers.Count))
                spans.Add(new Occupancy(window.From, window.To, Math.Min(count, chambers), "(out of service)"));
            OccupancySweep.Check(CheckRule.Locks, id, Sentence.Of("check.unit-lockages"), spans, chambers, log);
        }
    }

    private static void CheckTransfers(NetworkFacts network, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var groups = new Dictionary<(string Place, string Kind), List<Occupancy>>();
        foreach (var trace in traces)
        {
            foreach (var step in trace.Steps)
            {
                if (step.Transfer is not { } row) continue;
                if (!groups.TryGetValue((row.Place, row.Kind), out var spans)) groups[(row.Place, row.Kind)] = spans = [];
                spans.Add(new Occupancy(step.Start, step.End, 1, trace.Id));
                if (row.Kind.StartsWith("discharge-", StringComparison.Ordinal)) CheckDischarge(trace, step, row.Kind, log);
            }
        }

        foreach (var ((place, kind), spans) in groups)
        {
            OccupancySweep.Check(
                CheckRule.Transfers, $"{place} {kind}", Sentence.Of("check.unit-transfers"), spans, network.Positions(place, kind), log);
        }
    }

    private static void CheckDischarge(SerialTrace trace, TracedStep step, string kind, ViolationLog log)
    {
        var ship = trace.Movement?.Ship;
        log.Expect(
            ship is not null && ship.ArrivesSeconds <= step.Start && step.End <= ship.DepartsSeconds,
            CheckRule.Transfers, trace, step.Subject, step.Start, step.End,
            $"check.berth-window{step.Start:start}{step.End:end}{ship?.ArrivesSeconds:arrives}{ship?.DepartsSeconds:departs}");
        var wanted = ship?.Discharge == DischargeMode.LoLo ? "discharge-lolo" : "discharge-roro";
        log.Expect(
            ship is null || kind == wanted, CheckRule.Transfers, trace, step.Subject, step.Start, step.End,
            $"check.discharge{ship?.Discharge:discharge}{kind:kind}{wanted:wanted}");
    }

    private static void CheckBerths(MissionScenario scenario, NetworkFacts network, ViolationLog log)
    {
        var ports = new Dictionary<string, (List<string> Nodes, List<Occupancy> Ships)>();
        var seen = new HashSet<(string Port, string Ship)>();
        foreach (var movement in scenario.Movements)
        {
            if (movement.Ship is not { } ship) continue;
            var nodes = network.NodesNamed(movement.From).Where(node => node.Mode == TransportMode.Sea).ToList();
            if (nodes.Count == 0) continue;
            var port = nodes[0].Place.Length > 0 ? nodes[0].Place : nodes[0].Id;
            if (!seen.Add((port, ship.Name))) continue;
            if (!ports.TryGetValue(port, out var own)) ports[port] = own = ([], []);
            own.Nodes.AddRange(network.NodesNamed(port).Where(node => node.Mode == TransportMode.Sea).Select(node => node.Id));
            own.Ships.Add(new Occupancy(ship.ArrivesSeconds, ship.DepartsSeconds, 1, ship.Name));
            CheckShipLength(network, port, own.Nodes, ship, log);
        }

        foreach (var (port, (nodes, ships)) in ports)
        {
            var berths = PortsAt(network, nodes).Sum(facility => facility.Berths);
            if (berths > 0) OccupancySweep.Check(CheckRule.Berths, port, Sentence.Of("check.unit-ships"), ships, berths, log);
        }
    }

    private static void CheckShipLength(
        NetworkFacts network, string port, IReadOnlyList<string> nodes, Ship ship, ViolationLog log)
    {
        var facilities = PortsAt(network, nodes);
        if (facilities.Count == 0 || facilities.Any(facility => facility.MaxLengthMetres is null)) return;
        log.Tried(CheckRule.Berths);
        var longest = facilities.Max(facility => facility.MaxLengthMetres);
        if (ship.LengthMetres <= longest) return;
        log.Add(
            CheckRule.Berths, [ship.Name], port, ship.ArrivesSeconds, ship.DepartsSeconds,
            $"check.ship-length{ship.LengthMetres:metres}{longest:most}");
    }

    private static List<Networks.Datasets.FacilityRow> PortsAt(NetworkFacts network, IReadOnlyList<string> nodes) =>
        [.. network.Dataset.Facilities.Where(facility => facility.Kind == "port" && nodes.Contains(facility.Node))];
}
