using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Joins the serials and steps of a plan to the raw rows they name. Everything that cannot be joined becomes a violation here, so
/// that the rules that follow meet no null and no unknown id.
/// </summary>
internal sealed class PlanReading(MissionScenario scenario, NetworkFacts network, ViolationLog log)
{
    private readonly Dictionary<string, Movement> _movements = FirstById(scenario.Movements, movement => movement.Id);
    private readonly Dictionary<string, Requirement> _rows = FirstById(scenario.Requirements, row => row.Id);
    private readonly Dictionary<string, (HashSet<string> Origins, HashSet<string> Destinations)> _endsOfMovement = [];

    /// <summary>Planned serials first, in plan order, then the unmoved ones.</summary>
    public List<SerialTrace> Read(MovementPlan plan)
    {
        var traces = new List<SerialTrace>();
        foreach (var planned in plan.Planned ?? [])
        {
            if (planned?.Serial is null) log.Add(CheckRule.Coverage, [], "(planned)", 0, 0, $"check.no-planned-serial");
            else traces.Add(Trace(planned.Serial, planned));
        }

        foreach (var unmoved in plan.Unmoved ?? [])
        {
            if (unmoved?.Serial is null)
            {
                log.Add(CheckRule.Coverage, [], "(unmoved)", 0, 0, $"check.no-unmoved-serial");
                continue;
            }

            var trace = Trace(unmoved.Serial, null);
            traces.Add(trace);
            log.Expect(
                Enum.IsDefined(unmoved.Reason), CheckRule.Coverage, trace, trace.Id, 0, 0,
                    $"check.unknown-reason{(int)unmoved.Reason:number}");
        }

        return traces;
    }

    private SerialTrace Trace(Serial serial, PlannedSerial? planned)
    {
        var id = string.IsNullOrEmpty(serial.Id) ? "(no id)" : serial.Id;
        var movement = serial.Movement is null ? null : _movements.GetValueOrDefault(serial.Movement);
        var (origins, destinations) = movement is null ? ([], []) : EndsOf(movement);
        return new SerialTrace
        {
            Id = id,
            Serial = serial,
            Movement = movement,
            Derived = FootprintDerivation.Derive(scenario, KnownLoads(serial)),
            LegalOrigins = origins,
            LegalDestinations = destinations,
            Planned = planned,
            Steps = planned is null ? [] : ReadSteps(id, planned.Steps),
        };
    }

    private List<KnownLoad> KnownLoads(Serial serial)
    {
        var loads = new List<KnownLoad>();
        foreach (var load in serial.Loads ?? [])
        {
            if (load?.Requirement is not null && load.Count > 0 && _rows.TryGetValue(load.Requirement, out var row))
                loads.Add(new KnownLoad(row, load.Count));
        }

        return loads;
    }

    private (HashSet<string> Origins, HashSet<string> Destinations) EndsOf(Movement movement)
    {
        if (_endsOfMovement.TryGetValue(movement.Id, out var ends)) return ends;
        var bySea = movement.Ship is not null;
        var origins = network.NodesNamed(movement.From).Where(node => node.Mode == TransportMode.Sea == bySea);
        var destinations = movement.To.SelectMany(network.NodesNamed);
        return _endsOfMovement[movement.Id] = ([.. origins.Select(node => node.Id)], [.. destinations.Select(node => node.Id)]);
    }

    private List<TracedStep> ReadSteps(string id, IReadOnlyList<PlanStep>? steps)
    {
        var read = new List<TracedStep>();
        foreach (var step in steps ?? [])
        {
            var traced = step switch
            {
                MoveStep move => ReadMove(id, move),
                HoldStep hold => ReadHold(id, hold),
                TransferStep transfer => ReadTransfer(id, transfer),
                _ => null,
            };
            if (traced is null) log.Add(CheckRule.Steps, [id], "(step)", 0, 0, $"check.unknown-step");
            else read.Add(traced);
        }

        return read;
    }

    private TracedStep ReadMove(string id, MoveStep move)
    {
        var link = network.LinkIndex(move.Link);
        var row = link < 0 ? null : network.Link(link);
        var forward = row is not null && row.From == move.From && row.To == move.To;
        var backward = row is not null && row.To == move.From && row.From == move.To;
        if (row is null) Unknown(id, move.Link, move, $"check.unknown-link{move.Link ?? "":id}");
        else if (!forward && !backward)
        {
            Unknown(
                id, move.Link, move, $"check.link-ends{row.From:from}{row.To:to}{move.From ?? "":plan-from}{move.To ?? "":plan-to}");
        }

        return new TracedStep(StepKind.Move, move.Link ?? "", move.From ?? "", move.To ?? "", move.StartSeconds, move.EndSeconds)
        {
            Mode = row?.Mode ?? (Enum.IsDefined(move.Mode) ? move.Mode : null),
            StatedMode = move.Mode,
            Link = forward || backward ? link : -1,
            Forward = forward,
            FromNode = network.Node(move.From),
            ToNode = network.Node(move.To),
        };
    }

    private TracedStep ReadHold(string id, HoldStep hold)
    {
        var node = network.Node(hold.Node);
        if (node is null) Unknown(id, hold.Node, hold, $"check.unknown-node{hold.Node ?? "":id}");
        return new TracedStep(StepKind.Hold, hold.Node ?? "", hold.Node ?? "", hold.Node ?? "", hold.StartSeconds, hold.EndSeconds)
        {
            Mode = node?.Row.Mode,
            StatedMode = hold.Mode,
            FromNode = node,
            ToNode = node,
        };
    }

    private TracedStep ReadTransfer(string id, TransferStep transfer)
    {
        var row = network.Transfer(transfer.Transfer);
        if (row is null) Unknown(id, transfer.Transfer, transfer, $"check.unknown-transfer{transfer.Transfer ?? "":id}");
        else if (row.From != transfer.From || row.To != transfer.To)
        {
            Unknown(
                id, transfer.Transfer, transfer,
                $"check.transfer-ends{row.From:from}{row.To:to}{transfer.From ?? "":plan-from}{transfer.To ?? "":plan-to}");
            row = null;
        }

        return new TracedStep(
            StepKind.Transfer, transfer.Transfer ?? "", transfer.From ?? "", transfer.To ?? "",
            transfer.StartSeconds, transfer.EndSeconds)
        {
            Mode = network.Node(transfer.To)?.Row.Mode,
            FromNode = network.Node(transfer.From),
            ToNode = network.Node(transfer.To),
            Transfer = row,
        };
    }

    private void Unknown(string id, string? subject, PlanStep step, ref ViolationText message) =>
        log.Add(CheckRule.Steps, [id], subject, step.StartSeconds, step.EndSeconds, ref message);

    private static Dictionary<string, T> FirstById<T>(IReadOnlyList<T> rows, Func<T, string> id)
    {
        var byId = new Dictionary<string, T>(rows.Count);
        foreach (var row in rows) byId.TryAdd(id(row), row);
        return byId;
    }
}
