using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>
/// The shape of each itinerary: contiguous and connected steps between legal ends, over links in their own mode and direction;
/// running and handling times; ready time, finish, horizon and hard due time (rule 13). Linear in the steps.
/// </summary>
internal static class StepRules
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerHour = 3600;

    public static void Check(
        MissionScenario scenario, NetworkFacts network, PatchFacts patches, SerialTrace trace, ViolationLog log)
    {
        log.Expect(trace.Steps.Count > 0, CheckRule.Steps, trace, trace.Id, 0, 0, $"check.no-steps");
        if (trace.Steps.Count == 0) return;
        CheckBothEnds(trace, log);
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            var step = trace.Steps[i];
            if (i > 0) CheckJoint(trace, trace.Steps[i - 1], step, log);
            log.Expect(
                step.Duration > 0, CheckRule.Steps, trace, step.Subject, step.Start, step.End,
                $"check.no-time{step.Duration:seconds}");
            CheckMode(trace, step, log);
            if (step.IsKnownMove) CheckMove(network, patches, trace, step, log);
            if (step.Transfer is not null) CheckTransfer(trace, step, log);
        }

        CheckTimes(scenario, trace, log);
    }

    private static void CheckBothEnds(SerialTrace trace, ViolationLog log)
    {
        TracedStep first = trace.Steps[0], last = trace.Steps[^1];
        log.Expect(
            trace.LegalOrigins.Contains(first.From), CheckRule.Steps, trace, first.From, first.Start, first.End,
            $"check.starts-at{first.From:node}{string.Join(' ', trace.LegalOrigins):legal}");
        log.Expect(
            trace.LegalDestinations.Contains(last.To), CheckRule.Steps, trace, last.To, last.Start, last.End,
            $"check.ends-at{last.To:node}{string.Join(' ', trace.LegalDestinations):legal}");
        log.Expect(
            last.Kind != StepKind.Hold, CheckRule.Steps, trace, last.Subject, last.Start, last.End,
            $"check.last-hold");
    }

    private static void CheckJoint(SerialTrace trace, TracedStep before, TracedStep after, ViolationLog log)
    {
        log.Expect(
            before.End == after.Start, CheckRule.Steps, trace, after.Subject, before.End, after.Start,
            $"check.step-start{after.Start:start}{before.End:end}");
        log.Expect(
            before.To == after.From, CheckRule.Steps, trace, after.Subject, before.End, after.Start,
            $"check.step-from{after.From:from}{before.To:to}");
        log.Expect(
            before.Kind != StepKind.Hold || after.Kind != StepKind.Hold, CheckRule.Steps, trace, after.Subject, before.Start,
            after.End, $"check.two-holds");
    }

    private static void CheckMode(SerialTrace trace, TracedStep step, ViolationLog log)
    {
        if (step.StatedMode is null || step.Mode is null) return;
        log.Expect(
            step.StatedMode == step.Mode, CheckRule.Steps, trace, step.Subject, step.Start, step.End,
            $"check.step-mode{step.StatedMode:stated}{step.Mode:mode}");
    }

    private static void CheckMove(
        NetworkFacts network, PatchFacts patches, SerialTrace trace, TracedStep step, ViolationLog log)
    {
        var row = network.Link(step.Link);
        log.Expect(
            step.Forward || row.TwoWay, CheckRule.Steps, trace, step.Subject, step.Start, step.End,
            $"check.one-way{row.From:from}{row.To:to}");
        if (!trace.Derived.Has(row.Mode)) return;

        var factor = patches.SpeedFactor(step.Link, step.Start);
        var linkSpeed = Math.Max(1, (long)row.SpeedKmh * factor / 100);
        var speed = Math.Min(linkSpeed, trace.Derived.SpeedKmh(row.Mode));
        var lockage = step.FromNode?.Lock is { } @lock ? (long)@lock.CycleMinutes * SecondsPerMinute : 0;
        var expected = lockage + Exact.TravelSeconds(row.LengthMetres, speed);
        log.Expect(
            step.Duration == expected, CheckRule.RunningTime, trace, step.Subject, step.Start, step.End,
            $"check.move-time{step.Duration:seconds}{row.LengthMetres:metres}{speed:speed}{lockage:lockage}{expected:expected}");
    }

    private static void CheckTransfer(SerialTrace trace, TracedStep step, ViolationLog log)
    {
        var row = step.Transfer!;
        var (vehicles, rate) = (trace.Derived.VehicleCount, row.VehiclesPerHour);
        var expected = ((long)row.FixedMinutes * SecondsPerMinute)
            + Exact.CeilingOf(SecondsPerHour * vehicles, rate);
        log.Expect(
            step.Duration == expected, CheckRule.RunningTime, trace, step.Subject, step.Start, step.End,
            $"check.transfer-time{step.Duration:seconds}{vehicles:vehicles}{rate:rate}{row.FixedMinutes:fixed}{expected:expected}");
    }

    private static void CheckTimes(MissionScenario scenario, SerialTrace trace, ViolationLog log)
    {
        var first = trace.Steps[0];
        var finish = trace.FinishSeconds;
        var stated = trace.Planned!.FinishSeconds;
        log.Expect(
            first.Start == trace.ReadySeconds, CheckRule.ReadyAndHorizon, trace, first.Subject, first.Start, trace.ReadySeconds,
            $"check.first-step{first.Start:start}{trace.ReadySeconds:ready}");
        log.Expect(
            stated == finish, CheckRule.ReadyAndHorizon, trace, trace.Id, finish, stated,
            $"check.finish{stated:stated}{finish:finish}");
        log.Expect(
            finish <= scenario.HorizonSeconds, CheckRule.ReadyAndHorizon, trace, trace.Id, finish, scenario.HorizonSeconds,
            $"check.horizon{finish:finish}{scenario.HorizonSeconds:horizon}");
        var hard = trace.Movement?.HardDue ?? trace.Serial.HardDue;
        log.Expect(
            !hard || finish <= trace.DueSeconds, CheckRule.ReadyAndHorizon, trace, trace.Id, trace.DueSeconds, finish,
            $"check.hard-due{finish:finish}{trace.DueSeconds:due}");
    }
}
