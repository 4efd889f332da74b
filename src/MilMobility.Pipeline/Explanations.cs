using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Explanations;
using MilMobility.Planning.Serialisation;

namespace MilMobility.Pipeline;

/// <summary>Why the serials of a plan go as they do: for all of them in a run, and for one of a finished run.</summary>
public static class Explanations
{
    /// <summary>All serials of a plan that holds, in short; none when it is cancelled, because a plan is worth more than its
    /// reasons.</summary>
    public static RunExplanations Of(MissionInput input, CompiledScenario scenario, MovementPlan plan, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return RunExplanations.None;
        try
        {
            return PlanExplainer.Explain(plan, scenario, input.Network, input.Pricing.Table, ExplanationOptions.Run, null, cancel);
        }
        catch (OperationCanceledException)
        {
            return RunExplanations.None;
        }
    }

    /// <summary>One serial of a finished run in full, from the run's inputs read again and its plan checked again.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ExplanationOutcome Of(string folder, string serial, CancellationToken cancel)
    {
        var opened = ReopenedRun.Open(folder, cancel);
        if (opened is not Valid<ReopenedRun> { Value: var run }) return new ExplanationRejected(opened.Diagnostics);
        if (Unknown(serial, run.Plan) is { } unknown) return new ExplanationRejected([unknown]);
        var compiled = ScenarioCompiler.Compile(run.Input.Scenario, run.Input.Network);
        if (compiled is not Valid<CompiledScenario> { Value: var scenario }) return new ExplanationRejected(compiled.Diagnostics);
        var check = PlanChecker.Check(run.Input.Scenario, run.Input.Dataset, run.Input.Pricing.Table, run.Plan);
        if (!check.Holds) return new ExplanationCheckFailed(check);
        var all = PlanExplainer.Explain(
            run.Plan, scenario, run.Input.Network, run.Input.Pricing.Table, ExplanationOptions.One, [serial], cancel);
        var moved = run.Plan.Planned.FirstOrDefault(p => p.Serial.Id == serial);
        return new SerialExplained(
            all.Serials[0], moved?.Serial ?? run.Plan.Unmoved.First(u => u.Serial.Id == serial).Serial, all.Method,
            run.Input.Scenario.Clock, run.Manifest.Marking);
    }

    private static Diagnostic? Unknown(string serial, MovementPlan plan)
    {
        string[] known = [.. plan.Planned.Select(p => p.Serial.Id).Concat(plan.Unmoved.Select(u => u.Serial.Id))];
        if (known.Contains(serial, StringComparer.Ordinal)) return null;
        var nearest = NearestName.Of(serial, known) is { } near ? $"did you mean '{near}'?" : $"the run has {known.Length} serials";
        return new Diagnostic("RUN004", Severity.Error, "", 0, $"serial '{serial}' is not in the run; {nearest}");
    }
}

/// <summary>How an explanation ended.</summary>
public abstract record ExplanationOutcome;

/// <summary>The serial was explained.</summary>
/// <param name="Explanation">Why it goes as it does.</param>
/// <param name="Serial">The serial.</param>
/// <param name="Method">How the figures were made.</param>
/// <param name="Clock">Local time of its seconds.</param>
/// <param name="Marking">Marking of the run.</param>
public sealed record SerialExplained(
    SerialExplanation Explanation, Domain.Serials.Serial Serial, IReadOnlyList<Domain.Sentences.Sentence> Method, LocalClock Clock,
    ClassificationMarking Marking) : ExplanationOutcome;

/// <summary>The folder or its inputs cannot be read, have changed since, or have no such serial.</summary>
public sealed record ExplanationRejected(IReadOnlyList<Diagnostic> Diagnostics) : ExplanationOutcome;

/// <summary>The independent check found violations: there is no plan to explain.</summary>
public sealed record ExplanationCheckFailed(CheckReport Check) : ExplanationOutcome;
