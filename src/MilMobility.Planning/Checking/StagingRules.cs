using MilMobility.Domain.Scenarios;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rule 22, per serial, from the raw scenario: what comes to a place of a least stay by a transfer, or holds there, stays so long from the
/// head's arrival; and no hold ends after a latest call-forward. O(limits x steps).
/// </summary>
internal static class StagingRules
{
    public static void Check(MissionScenario scenario, NetworkFacts network, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        log.Tried(CheckRule.StagingTimes);
        foreach (var limit in scenario.Levers.Staging)
        {
            if (limit.StayMinSeconds == 0 && limit.CallForwardBySeconds is null) continue;
            var nodes = Meant(limit, network);
            foreach (var trace in traces)
            {
                for (var i = 0; i < trace.Steps.Count; i++) CheckStep(limit, nodes, trace, i, log);
            }
        }
    }

    /// <summary>A hold, or a transfer that no hold follows, at a place that is meant.</summary>
    private static void CheckStep(StagingLimit limit, HashSet<string> nodes, SerialTrace trace, int i, ViolationLog log)
    {
        var step = trace.Steps[i];
        if (step.Kind == StepKind.Hold && !trace.IsFreeOriginHold(i) && nodes.Contains(step.From))
        {
            CheckStay(limit, trace, step, step.From, step.Duration, log);
            var latest = limit.CallForwardBySeconds ?? long.MaxValue;
            log.Expect(
                step.End <= latest, CheckRule.StagingTimes, trace, step.From, step.Start, step.End,
                $"check.call-forward{step.End:end}{latest:latest}");
        }
        else if (step.Kind == StepKind.Transfer && nodes.Contains(step.To) && i + 1 < trace.Steps.Count
            && trace.Steps[i + 1].Kind != StepKind.Hold)
        {
            CheckStay(limit, trace, step, step.To, 0, log);
        }
    }

    private static void CheckStay(StagingLimit limit, SerialTrace trace, TracedStep step, string node, long stayed, ViolationLog log) =>
        log.Expect(
            stayed >= limit.StayMinSeconds, CheckRule.StagingTimes, trace, node, step.Start, step.End,
            $"check.stay{stayed:stayed}{limit.StayMinSeconds:least}");

    private static HashSet<string> Meant(StagingLimit limit, NetworkFacts network)
    {
        var named = limit.At.SelectMany(name => network.NodesNamed(name)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. network.Dataset.Facilities.Where(f => f.HoldCapacity is not null && (limit.At.Count == 0 || named.Contains(f.Node))
                && (limit.Kinds.Count == 0 || limit.Kinds.Contains(f.Kind))).Select(f => f.Node),
        ];
    }
}
