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
        log.Expect(trace.Steps.Count > 0, CheckRule.Steps, trace, trace.Id, 0, 0, "a planned serial has no steps");
        if (trace.Steps.Count == 0) return;
        CheckBothEnds(trace, log);
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            var step = trace.Steps[i];
            if (i > 0) CheckJoint(trace, trace.Steps[i - 1], step, log);
            log.Expect(
                step.Duration > 0, CheckRule.Steps, trace, step.Subject, step.Start, step.End,
                $"step lasts {step.Duration} s; must last at least 1 s");
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
            $"starts at '{first.From}'; must start at one of {string.Join(' ', trace.LegalOrigins)}");
        log.Expect(
            trace.LegalDestinations.Contains(last.To), CheckRule.Steps, trace, last.To, last.Start, last.End,
            $"ends at '{last.To}'; must end at one of {string.Join(' ', trace.LegalDestinations)}");
        log.Expect(
            last.Kind != StepKind.Hold, CheckRule.Steps, trace, last.Subject, last.Start, last.End,
            "the last step is a hold; must be a move or a transfer");
    }

    private static void CheckJoint(SerialTrace trace, TracedStep before, TracedStep after, ViolationLog log)
    {
        log.Expect(
            before.End == after.Start, CheckRule.Steps, trace, after.Subject, before.End, after.Start,
            $"step starts at {after.Start} s; the step before ends at {before.End} s");
        log.Expect(
            before.To == after.From, CheckRule.Steps, trace, after.Subject, before.End, after.Start,
            $"step starts at '{after.From}'; the step before ends at '{before.To}'");
        log.Expect(
            before.Kind != StepKind.Hold || after.Kind != StepKind.Hold, CheckRule.Steps, trace, after.Subject, before.Start,
            after.End, "two holds follow one another; they must be one hold");
    }

    private static void CheckMode(SerialTrace trace, TracedStep step, ViolationLog log)
    {
        if (step.StatedMode is null || step.Mode is null) return;
        log.Expect(
            step.StatedMode == step.Mode, CheckRule.Steps, trace, step.Subject, step.Start, step.End,
            $"step is by {step.StatedMode}; the network says {step.Mode}");
    }

    private static void CheckMove(
        NetworkFacts network, PatchFacts patches, SerialTrace trace, TracedStep step, ViolationLog log)
    {
        var row = network.Link(step.Link);
        log.Expect(
            step.Forward || row.TwoWay, CheckRule.Steps, trace, step.Subject, step.Start, step.End,
            $"link is one-way from {row.From} to {row.To}");
        if (!trace.Derived.Has(row.Mode)) return;

        var factor = patches.SpeedFactor(step.Link, step.Start);
        var linkSpeed = Math.Max(1, (long)row.SpeedKmh * factor / 100);
        var speed = Math.Min(linkSpeed, trace.Derived.SpeedKmh(row.Mode));
        var lockage = step.FromNode?.Lock is { } @lock ? (long)@lock.CycleMinutes * SecondsPerMinute : 0;
        var expected = lockage + Exact.TravelSeconds(row.LengthMetres, speed);
        log.Expect(
            step.Duration == expected, CheckRule.RunningTime, trace, step.Subject, step.Start, step.End,
            $"move lasts {step.Duration} s; {row.LengthMetres} m at {speed} km/h and a lockage of {lockage} s make {expected} s");
    }

    private static void CheckTransfer(SerialTrace trace, TracedStep step, ViolationLog log)
    {
        var row = step.Transfer!;
        var vehicles = trace.Derived.VehicleCount;
        var expected = ((long)row.FixedMinutes * SecondsPerMinute)
            + Exact.CeilingOf(SecondsPerHour * vehicles, row.VehiclesPerHour);
        log.Expect(
            step.Duration == expected, CheckRule.RunningTime, trace, step.Subject, step.Start, step.End,
            $"transfer lasts {step.Duration} s; {vehicles} vehicles at {row.VehiclesPerHour} per hour after "
            + $"{row.FixedMinutes} min make {expected} s");
    }

    private static void CheckTimes(MissionScenario scenario, SerialTrace trace, ViolationLog log)
    {
        var first = trace.Steps[0];
        var finish = trace.FinishSeconds;
        var stated = trace.Planned!.FinishSeconds;
        log.Expect(
            first.Start == trace.ReadySeconds, CheckRule.ReadyAndHorizon, trace, first.Subject, first.Start, trace.ReadySeconds,
            $"first step starts at {first.Start} s; ready at {trace.ReadySeconds} s");
        log.Expect(
            stated == finish, CheckRule.ReadyAndHorizon, trace, trace.Id, finish, stated,
            $"finish stated {stated} s; the tail arrives at {finish} s");
        log.Expect(
            finish <= scenario.HorizonSeconds, CheckRule.ReadyAndHorizon, trace, trace.Id, finish, scenario.HorizonSeconds,
            $"finishes at {finish} s; the horizon is {scenario.HorizonSeconds} s");
        var hard = trace.Movement?.HardDue ?? trace.Serial.HardDue;
        log.Expect(
            !hard || finish <= trace.DueSeconds, CheckRule.ReadyAndHorizon, trace, trace.Id, trace.DueSeconds, finish,
            $"finishes at {finish} s; the hard due time is {trace.DueSeconds} s");
    }
}
