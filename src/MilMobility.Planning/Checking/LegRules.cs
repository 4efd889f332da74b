using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>Rules 9 and 10, per leg: assets tasked from the pools, and halts on the march.</summary>
internal static class LegRules
{
    public static void Check(MissionScenario scenario, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var tasks = scenario.Pools.Select(pool => (Pool: pool, Spans: new List<Occupancy>())).ToList();
        foreach (var trace in traces)
        {
            foreach (var leg in trace.Legs())
            {
                if (leg.Mode == TransportMode.Road) CheckHalts(scenario.Road, trace, leg, log);
                foreach (var (pool, spans) in tasks)
                {
                    var assets = AssetsOf(pool.Kind, leg.Mode, trace.Derived);
                    if (assets > 0) spans.Add(Task(pool, trace, leg, assets, log));
                }
            }
        }

        foreach (var (pool, spans) in tasks)
            OccupancySweep.Check(CheckRule.Pools, pool.Id, Sentence.Of("check.unit-assets"), spans, pool.Count, log);
    }

    private static int AssetsOf(PoolKind kind, TransportMode mode, DerivedFootprints derived) => (kind, mode) switch
    {
        (PoolKind.Escort, TransportMode.Road) => derived.Road?.Escorts ?? 0,
        (PoolKind.HeavyTransporter, TransportMode.Road) => derived.Road?.HeavyTransporters ?? 0,
        (PoolKind.TrainSet, TransportMode.Rail) => 1,
        (PoolKind.Barge, TransportMode.Water) => 1,
        _ => 0,
    };

    private static Occupancy Task(AssetPool pool, SerialTrace trace, TracedLeg leg, int assets, ViolationLog log)
    {
        var start = leg.Mode != TransportMode.Road && leg.LoadedBy is { } load ? load.Start : leg.FirstMove.Start;
        var end = start + pool.BlockSeconds;
        var arrival = leg.LastMove.End + trace.Pass(leg.LastMove);
        log.Expect(
            arrival <= end, CheckRule.Pools, trace, pool.Id, start, arrival,
            $"check.block{leg.Mode:mode}{arrival:arrival}{end:end}");
        return new Occupancy(start, end, assets, trace.Id);
    }

    private static void CheckHalts(RoadMarch march, SerialTrace trace, TracedLeg leg, ViolationLog log)
    {
        var since = leg.FirstMove.Start;
        for (var i = leg.First; i <= leg.Last; i++)
        {
            var step = trace.Steps[i];
            if (step.Kind == StepKind.Hold)
            {
                if (step.Duration >= march.HaltSeconds && step.End > since) since = step.End;
                continue;
            }

            log.Expect(
                step.End - since <= march.DriveMaxSeconds, CheckRule.Halts, trace, step.Subject, since, step.End,
                $"check.march{step.End - since:seconds}{march.HaltSeconds:halt}{march.DriveMaxSeconds:most}");
        }
    }
}
