using MilMobility.Civil.Assessment;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Prices;
using MilMobility.Planning;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Objectives;
using MilMobility.Planning.Serialisation;
using MilMobility.Reporting.RunFolders;
using MilMobility.Solvers;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Pipeline;

/// <summary>
/// One mission, start to finish: load -> compile -> plan -> check -> assess -> report. The command line, the worker, the tests and the
/// benchmarks all call this. Each arrow is a function from immutable input to immutable output; nothing flows back.
/// </summary>
public static class MissionRun
{
    public static async Task<RunOutcome> RunAsync(RunRequest request, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var watch = new StageWatch();
        try
        {
            // load, compile
            var loaded = watch.Time("load", () => MissionInput.Load(request.Files, progress, cancel));
            var refusals = OutputRefusals(request);
            if (loaded is not Valid<MissionInput> { Value: var stated } || refusals.Count > 0)
                return new RunRejected([.. loaded.Diagnostics, .. refusals]);
            var input = stated with { Scenario = request.Over(stated.Scenario) };
            var compiled = watch.Time("compile", () => ScenarioCompiler.Compile(input.Scenario, input.Network));
            if (compiled is not Valid<CompiledScenario> { Value: var scenario })
                return new RunRejected([.. input.Warnings, .. compiled.Diagnostics]);

            // plan, check
            var trace = new PlanTrace(progress);
            var outcome = await watch.TimeAsync("plan", () => PlanAsync(input, scenario, trace, cancel)).ConfigureAwait(false);
            var points = trace.EndingWith(outcome.Plan);
            progress.Report(new RunProgress("check", "every rule, from the raw input", 0.93));
            var check = watch.Time("check", () =>
                PlanChecker.Check(input.Scenario, input.Dataset, input.Pricing.Table, outcome.Plan));
            if (!check.Holds) return new RunCheckFailed(check);

            // assess, report
            progress.Report(new RunProgress("assess", "civil impact", 0.96));
            var impact = watch.Time("assess", () => request.IsAssessed
                ? AssessUnlessCancelled(input, outcome.Plan, cancel) : PricedAlone(input, outcome.Plan));
            progress.Report(new RunProgress("explain", "why each serial goes as it does", 0.97));
            var reasons = watch.Time("explain", () => Explanations.Of(input, scenario, outcome.Plan, cancel));
            var warnings = input.Warnings.Concat(compiled.Diagnostics).Select(w => w.ToSentence()).ToList();
            var report = RunReport.Of(
                input, outcome.Plan, check, impact, watch, warnings, points, reproducible: outcome is Planned)
                with { Explanations = reasons };
            if (request.OutputFolder is { } folder)
            {
                progress.Report(new RunProgress("report", folder, 0.98));
                RunFolder.Write(folder, report, request.Overwrite);
            }

            return new RunCompleted(report, request.OutputFolder, outcome is Cancelled);
        }
        catch (OperationCanceledException)
        {
            return new RunWithoutPlan("cancelled before there was a plan", Cancelled: true);
        }
        catch (EngineException fault)
        {
            return new RunWithoutPlan(fault.Message, Cancelled: false);
        }
    }

    private static async Task<PlanOutcome> PlanAsync(
        MissionInput input, CompiledScenario scenario, PlanTrace trace, CancellationToken cancel)
    {
        var solvers = new OrToolsSolvers();
        if (scenario.Scenario.Weights.Mode == ObjectiveMode.Weighted) return await SolveAsync(scenario, input.Pricing.Table, trace);
        return await LexicographicPlanner.PlanAsync(
            scenario, input.Network, input.Pricing.Table,
            // What the steered planner sums is not the plan's objective, so it is no part of the trace.
            (steep, prices) => SolveAsync(steep, prices, new StagesOnly(trace)), cancel).ConfigureAwait(false);

        async Task<PlanOutcome> SolveAsync(CompiledScenario weighted, PriceBandTable prices, IProgress<PlanProgress> progress) =>
            await MovementPlanner.PlanAsync(weighted, input.Network, prices, solvers, progress, cancel)
                .ConfigureAwait(false);
    }

    /// <summary>What the plan pays by the price bands, and the account of what it does, mode by mode.</summary>
    internal static CivilImpact Assess(MissionInput input, MovementPlan plan, CancellationToken cancel) =>
        CivilAssessor.Assess(input.Network, input.Pricing, input.Scenario, plan) with
        {
            Assessment = PlanAssessor.Assess(new AssessmentInput(input.Network, input.Pricing, input.Scenario, plan), cancel),
        };

    /// <summary>The same without the account when the run is cancelled, because a plan is worth more than its account.</summary>
    private static CivilImpact AssessUnlessCancelled(MissionInput input, MovementPlan plan, CancellationToken cancel)
    {
        try
        {
            return Assess(input, plan, cancel);
        }
        catch (OperationCanceledException)
        {
            return PricedAlone(input, plan);
        }
    }

    private static CivilImpact PricedAlone(MissionInput input, MovementPlan plan) =>
        CivilAssessor.Assess(input.Network, input.Pricing, input.Scenario, plan);

    /// <summary>Asked before the planning, so that nobody waits for a plan that cannot be written.</summary>
    private static IReadOnlyList<Diagnostic> OutputRefusals(RunRequest request) =>
        request.OutputFolder is { } folder && RunFolder.Refusal(folder, request.Overwrite) is { } reason
            ? [new Diagnostic("RUN003", Severity.Error, folder, 0, reason)]
            : [];
}
