using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;

namespace MilMobility.Planning.Checking;

/// <summary>
/// The plan against the demand (rule 14): it is of this scenario, its serials carry every required vehicle once, say what their
/// movement says, and have the footprints that their loads come to. One pass over serials and requirement rows.
/// </summary>
internal static class SerialRules
{
    public static void Check(MissionScenario scenario, MovementPlan plan, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        CheckHeader(scenario, plan, log);
        CheckIds(traces, log);
        CheckLoads(scenario, traces, log);
        foreach (var trace in traces)
        {
            CheckAgainstMovement(trace, log);
            CheckEnds(trace, log);
            CheckFootprints(trace, log);
        }
    }

    private static void CheckHeader(MissionScenario scenario, MovementPlan plan, ViolationLog log)
    {
        Expect("scenario", plan.Scenario, scenario.Name);
        Expect("start", plan.Start, scenario.Start);
        Expect("horizon_s", plan.HorizonSeconds, scenario.HorizonSeconds);

        void Expect<T>(string field, T found, T stated)
        {
            log.Tried(CheckRule.Header);
            if (EqualityComparer<T>.Default.Equals(found, stated)) return;
            log.Add(CheckRule.Header, [], field, 0, 0, $"check.header{found:found}{stated:stated}");
        }
    }

    private static void CheckIds(IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var seen = new HashSet<string>();
        foreach (var trace in traces)
        {
            log.Expect(
                !string.IsNullOrEmpty(trace.Serial.Id) && seen.Add(trace.Id), CheckRule.Coverage, trace, trace.Id, 0, 0,
                $"check.serial-id");
        }
    }

    private static void CheckLoads(MissionScenario scenario, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var carried = new Dictionary<string, long>();
        var carriers = new Dictionary<string, List<string>>();
        var movementOfRow = new Dictionary<string, string>();
        foreach (var row in scenario.Requirements) movementOfRow.TryAdd(row.Id, row.Movement);
        foreach (var trace in traces)
        {
            var loads = trace.Serial.Loads ?? [];
            log.Expect(loads.Count > 0, CheckRule.Coverage, trace, trace.Id, 0, 0, $"check.carries-nothing");
            var own = new HashSet<string>();
            foreach (var load in loads)
            {
                var row = load?.Requirement ?? "";
                var of = movementOfRow.GetValueOrDefault(row);
                log.Expect(
                    load is not null && load.Count > 0 && of is not null && of == trace.Serial.Movement && own.Add(row),
                    CheckRule.Coverage, trace, row, 0, 0,
                    $"check.load{load?.Count ?? 0:count}{row:row}{of ?? "":of}{trace.Serial.Movement ?? "":movement}");
                carried[row] = carried.GetValueOrDefault(row) + (load?.Count ?? 0);
                if (!carriers.TryGetValue(row, out var names)) carriers[row] = names = [];
                if (names.Count < ViolationLog.SerialsNamedMax) names.Add(trace.Id);
            }
        }

        foreach (var row in scenario.Requirements)
        {
            log.Tried(CheckRule.Coverage);
            var found = carried.GetValueOrDefault(row.Id);
            if (found == row.Count) continue;
            log.Add(
                CheckRule.Coverage, carriers.GetValueOrDefault(row.Id) ?? [], row.Id, 0, 0,
                $"check.row-count{found:found}{row.Count:required}");
        }
    }

    private static void CheckAgainstMovement(SerialTrace trace, ViolationLog log)
    {
        log.Tried(CheckRule.Serial);
        if (trace.Movement is not { } movement)
        {
            log.Add(CheckRule.Serial, [trace.Id], trace.Serial.Movement, 0, 0, $"check.unknown-movement{trace.Serial.Movement ?? "":id}");
            return;
        }

        var serial = trace.Serial;
        Expect("class", serial.Class, movement.Class);
        Expect("priority", serial.Priority, movement.Priority);
        Expect("ready_s", serial.ReadySeconds, movement.ReadySeconds);
        Expect("due_s", serial.DueSeconds, movement.DueSeconds);
        Expect("hard_due", serial.HardDue, movement.HardDue);
        Expect("ship", serial.Ship, movement.Ship);
        Expect("corridor", serial.Corridor, movement.Corridor);

        void Expect<T>(string field, T found, T stated)
        {
            log.Tried(CheckRule.Serial);
            if (EqualityComparer<T>.Default.Equals(found, stated)) return;
            log.Add(
                CheckRule.Serial, [trace.Id], movement.Id, movement.ReadySeconds, movement.DueSeconds,
                $"check.movement-field{field:field}{found:found}{stated:stated}");
        }
    }

    private static void CheckEnds(SerialTrace trace, ViolationLog log)
    {
        if (trace.Movement is null) return;
        Expect("origins", trace.Serial.Origins, trace.LegalOrigins);
        Expect("destinations", trace.Serial.Destinations, trace.LegalDestinations);

        void Expect(string field, IReadOnlyList<string>? found, IReadOnlySet<string> legal)
        {
            log.Tried(CheckRule.Serial);
            if (found is { Count: > 0 } && found.All(node => node is not null && legal.Contains(node))) return;
            log.Add(
                CheckRule.Serial, [trace.Id], trace.Movement.Id, 0, 0,
                $"check.ends{field:field}{string.Join(' ', found ?? []):found}{string.Join(' ', legal):legal}");
        }
    }

    private static void CheckFootprints(SerialTrace trace, ViolationLog log)
    {
        var serial = trace.Serial;
        var derived = trace.Derived;
        Expect("vehicle_count", (long)serial.VehicleCount, derived.VehicleCount);
        Expect("lane_m", (long)serial.LaneMetres, derived.LaneMetres);
        Expect("road", serial.Road, derived.Road);
        Expect("rail", serial.Rail, derived.Rail);
        Expect("water", serial.Water, derived.Water);

        void Expect<T>(string field, T found, T stated)
        {
            log.Tried(CheckRule.Footprint);
            if (EqualityComparer<T>.Default.Equals(found, stated)) return;
            log.Add(
                CheckRule.Footprint, [trace.Id], field, 0, 0,
                $"check.footprint{found:found}{stated:stated}");
        }
    }
}
