namespace MilMobility.Planning.Checking;

/// <summary>Rule 11: from head entry to tail exit no part of a serial is on an arc while it is closed or under curfew.</summary>
internal static class WindowRules
{
    public static void Check(PatchFacts patches, SerialTrace trace, ViolationLog log)
    {
        foreach (var step in trace.Steps)
        {
            if (!step.IsKnownMove) continue;
            var clear = step.End + trace.Pass(step);
            var closed = patches.ClosedDuring(step.Link, step.Start, clear);
            log.Expect(
                closed is null, CheckRule.Windows, trace, step.Subject, step.Start, clear,
                $"check.closed{step.Start:start}{clear:clear}{closed?.From:from}{closed?.To:to}");
        }
    }
}
