using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rules 2, 3 and 7: where serials hold, that transfers wait for the tail, and that no node holds more than it can.
/// </summary>
internal static class HoldingRules
{
    public static void Check(IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var heldAt = new Dictionary<string, (FacilityRow Facility, List<Occupancy> Spans)>();
        foreach (var trace in traces)
        {
            for (var i = 0; i < trace.Steps.Count; i++)
            {
                var step = trace.Steps[i];
                if (step.Kind == StepKind.Transfer) CheckAfterTail(trace, i, log);
                if (step.Kind != StepKind.Hold || step.FromNode is not { } node) continue;
                var free = trace.IsFreeOriginHold(i);
                CheckPlace(trace, step, node, free, log);
                if (free || node.Holding is not { } facility) continue;
                if (!heldAt.TryGetValue(node.Row.Id, out var held)) heldAt[node.Row.Id] = held = (facility, []);
                held.Spans.Add(Held(trace, i, facility));
            }
        }

        foreach (var (node, (facility, spans)) in heldAt)
        {
            OccupancySweep.Check(
                CheckRule.HoldCapacity, node, OccupancySweep.UnitOf(facility.HoldUnit), spans, facility.HoldCapacity ?? 0, log);
        }
    }

    private static void CheckPlace(SerialTrace trace, TracedStep step, NodeFact node, bool free, ViolationLog log)
    {
        log.Expect(
            free || node.Holding is not null, CheckRule.Holding, trace, step.Subject, step.Start, step.End,
            $"check.no-hold{node.Row.Mode:mode}");
        if (free || node.Holding?.MaxLengthMetres is not { } longest) return;
        var length = node.Row.Mode switch
        {
            TransportMode.Rail => trace.Derived.Rail?.TrainLengthMetres ?? 0,
            TransportMode.Water => trace.Derived.Water?.VesselLengthMetres ?? 0,
            _ => 0,
        };
        log.Expect(
            length <= longest, CheckRule.Holding, trace, step.Subject, step.Start, step.End,
            $"check.hold-length{length:length}{node.Holding.Id:facility}{longest:most}");
    }

    private static void CheckAfterTail(SerialTrace trace, int transfer, ViolationLog log)
    {
        var step = trace.Steps[transfer];
        var waited = 0L;
        var before = transfer - 1;
        if (before >= 0 && trace.Steps[before].Kind == StepKind.Hold) waited = trace.Steps[before--].Duration;
        var pass = before >= 0 && trace.Steps[before].Kind == StepKind.Move ? trace.Pass(trace.Steps[before]) : 0;
        log.Expect(
            waited >= pass, CheckRule.AfterTail, trace, step.Subject, step.Start, step.End,
            $"check.after-tail{waited:waited}{pass:pass}");
    }

    /// <summary>A hold keeps its amount until the tail has left, so a move that follows adds the pass time.</summary>
    internal static Occupancy Held(SerialTrace trace, int hold, FacilityRow facility)
    {
        var step = trace.Steps[hold];
        var moves = hold + 1 < trace.Steps.Count && trace.Steps[hold + 1].Kind == StepKind.Move;
        var amount = facility.HoldUnit switch
        {
            HoldUnit.Vehicles => trace.Derived.VehicleCount,
            HoldUnit.LaneMetres => trace.Derived.LaneMetres,
            _ => 1,
        };
        return new Occupancy(step.Start, step.End + (moves ? trace.Pass(step) : 0), amount, trace.Id);
    }
}
