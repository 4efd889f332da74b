using System.Diagnostics;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Insertion;
using MilMobility.Planning.Serialisation;
using MilMobility.Reporting.RunFolders;
using MilMobility.Scenarios;

namespace MilMobility.Pipeline;

/// <summary>How an insertion ended.</summary>
public abstract record InsertionOutcome
{
    public abstract int ExitCode { get; }
}

/// <summary>The movements were tried. Exit 0 when all fit, 3 when one does not.</summary>
/// <param name="Result">What fits, and what does not and why.</param>
/// <param name="Report">The plan with them, checked and assessed.</param>
/// <param name="Folder">Run folder written, or null.</param>
/// <param name="InsertMilliseconds">Time of the insertion itself, without reading, checking and writing.</param>
public sealed record InsertionDone(InsertionResult Result, MissionReport Report, string? Folder, double InsertMilliseconds)
    : InsertionOutcome
{
    public override int ExitCode => Result.Refused.Count > 0 ? ExitCodes.UnmovedSerials : ExitCodes.Done;
}

/// <summary>The run, the movements or the output folder are invalid; nothing was written. Exit 2.</summary>
public sealed record InsertionRejected(IReadOnlyList<Diagnostic> Diagnostics) : InsertionOutcome
{
    public override int ExitCode => ExitCodes.InvalidInput;
}

/// <summary>The independent check found violations in the plan before, or after: nothing was written. Exit 5.</summary>
public sealed record InsertionCheckFailed(CheckReport Check) : InsertionOutcome
{
    public override int ExitCode => ExitCodes.CheckFailed;
}

/// <summary>Inserts further movements into the plan of a run folder: reopen -> check -> insert -> check -> assess -> write.</summary>
public static class InsertionRun
{
    /// <param name="folder">Run folder.</param>
    /// <param name="movement">File of movements, or one movement as YAML text.</param>
    /// <param name="output">Run folder to write; null writes nothing.</param>
    /// <param name="overwrite">Replace an existing run folder.</param>
    /// <param name="cancel">Ends it; nothing is written.</param>
    public static InsertionOutcome Run(string folder, string movement, string? output, bool overwrite, CancellationToken cancel)
    {
        var watch = new StageWatch();
        var opened = watch.Time("load", () => ReopenedRun.Open(folder, cancel));
        if (opened is not Valid<ReopenedRun> { Value: var run }) return new InsertionRejected(opened.Diagnostics);
        var refusal = output is null ? null : RunFolder.Refusal(output, overwrite);
        if (refusal is not null)
            return new InsertionRejected([new Diagnostic("RUN003", Severity.Error, output!, 0, refusal)]);
        var before = PlanChecker.Check(run.Input.Scenario, run.Input.Dataset, run.Input.Pricing.Table, run.Plan);
        if (!before.Holds) return new InsertionCheckFailed(before);
        var read = AdditionsReader.Read(movement, run.Input.Scenario, cancel);
        if (read is not Valid<ScenarioAdditions> { Value: var additions }) return new InsertionRejected(read.Diagnostics);
        var markings = new DiagnosticBag();
        InputMarkings.Require(run.Input.Scenario, additions, AcceptedMarking.Highest, markings);
        if (markings.HasErrors) return new InsertionRejected([.. read.Diagnostics, .. markings.ToList()]);
        var input = run.Input.With(additions);
        var whole = watch.Time("compile", () => ScenarioCompiler.Compile(input.Scenario, input.Network));
        if (whole is not Valid<CompiledScenario> { Value: var scenario })
            return new InsertionRejected([.. read.Diagnostics, .. whole.Diagnostics]);
        return Insert(run, input, scenario, additions, output, overwrite, watch, cancel);
    }

    private static InsertionOutcome Insert(
        ReopenedRun run, MissionInput input, CompiledScenario whole, ScenarioAdditions additions, string? output, bool overwrite,
        StageWatch watch, CancellationToken cancel)
    {
        var compiled = ScenarioCompiler.Compile(run.Input.Scenario, run.Input.Network);
        if (compiled is not Valid<CompiledScenario> { Value: var standing }) return new InsertionRejected(compiled.Diagnostics);
        var insertion = watch.Time(
            "rebuild", () => MovementInsertion.Into(run.Plan, standing, input.Network, input.Pricing.Table));
        var clock = Stopwatch.StartNew();
        var inserted = watch.Time("plan", () => insertion.Insert(additions.Movements, additions.Requirements, cancel));
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        if (inserted is not Valid<InsertionResult> { Value: var result }) return new InsertionRejected(inserted.Diagnostics);
        var plan = insertion.Plan();
        var check = watch.Time("check", () => PlanChecker.Check(input.Scenario, input.Dataset, input.Pricing.Table, plan));
        if (!check.Holds) return new InsertionCheckFailed(check);
        var impact = watch.Time("assess", () => MissionRun.Assess(input, plan, cancel));
        var warnings = input.Warnings.Concat(inserted.Diagnostics).Select(w => w.ToSentence()).ToList();
        var report = RunReport.Of(input, plan, check, impact, watch, warnings, run.Manifest.Trace, run.Manifest.Reproducible);
        if (output is not null)
        {
            report = report with { Explanations = watch.Time("explain", () => Explanations.Of(input, whole, plan, cancel)) };
            RunFolder.Write(output, report, overwrite);
        }

        return new InsertionDone(result, report, output, milliseconds);
    }
}
