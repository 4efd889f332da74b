using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Planning.Checking;

namespace MilMobility.Pipeline;

/// <summary>How the check of a run folder ended.</summary>
public abstract record RunCheckOutcome;

/// <summary>The plan was checked.</summary>
public sealed record CheckDone(CheckReport Report) : RunCheckOutcome;

/// <summary>The folder or its inputs cannot be read, or the inputs have changed since.</summary>
public sealed record CheckRejected(IReadOnlyList<Diagnostic> Diagnostics) : RunCheckOutcome;

/// <summary>Checks a run folder again from the raw scenario and dataset that its manifest names.</summary>
public static class RunCheck
{
    public static RunCheckOutcome Check(string folder, CancellationToken cancel)
    {
        var opened = ReopenedRun.Open(folder, cancel);
        if (opened is not Valid<ReopenedRun> { Value: var run }) return new CheckRejected(opened.Diagnostics);
        return new CheckDone(PlanChecker.Check(run.Input.Scenario, run.Input.Dataset, run.Input.Pricing.Table, run.Plan));
    }
}
