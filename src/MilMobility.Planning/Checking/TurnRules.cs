using MilMobility.Domain.Units;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rule 15, per serial: between two moves by rail, with or without a hold, no forbidden turn; and where the turn is a reversal, a hold of
/// at least its minutes and at least the train's pass time. Whether the train may hold there, and beside which others, is a matter of
/// the rules of holds. Linear in the steps.
/// </summary>
internal static class TurnRules
{
    private const long SecondsPerMinute = 60;

    public static void Check(NetworkFacts network, SerialTrace trace, ViolationLog log)
    {
        TracedStep? before = null;
        var stood = 0L;
        foreach (var step in trace.Steps)
        {
            if (step.Kind == StepKind.Hold)
            {
                stood += step.Duration;
                continue;
            }

            if (before is not null && step.IsKnownMove && before.To == step.From) CheckTurn(network, trace, before, step, stood, log);
            before = step.IsKnownMove && network.Link(step.Link).Mode == TransportMode.Rail ? step : null;
            stood = 0;
        }
    }

    private static void CheckTurn(
        NetworkFacts network, SerialTrace trace, TracedStep before, TracedStep after, long stood, ViolationLog log)
    {
        var from = network.Link(before.Link).Id;
        var to = network.Link(after.Link).Id;
        var turn = network.Turn(after.From, from, to);
        log.Expect(
            turn is null or { ReversalMinutes: not null }, CheckRule.Turns, trace, after.From, before.End, after.Start,
            $"check.turn{from:from}{to:to}");
        if (turn?.ReversalMinutes is not { } minutes) return;
        var least = Math.Max(minutes * SecondsPerMinute, trace.Pass(before));
        log.Expect(
            stood >= least, CheckRule.Turns, trace, after.From, before.End, after.Start,
            $"check.reversal{from:from}{to:to}{stood:stood}{least:least}");
    }
}
