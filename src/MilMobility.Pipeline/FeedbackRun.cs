using MilMobility.Civil.Pricing;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Planning;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Headline;
using MilMobility.Planning.Serialisation;
using MilMobility.Reporting.RunFolders;
using MilMobility.Solvers;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Pipeline;

/// <summary>
/// `run --feedback`: a run, then a second one whose civil prices are corrected by the assessment of the first plan
/// (<see cref="CorrectedPrices"/>). The second starts from the first plan, and is checked, assessed and written at the scenario's own
/// prices, like any run; its manifest says what it was fed and what it saved, also when that is nothing or less.
/// </summary>
public static class FeedbackRun
{
    private const string Suffix = "-feedback";

    /// <summary>The first outcome, and the second where there was a first plan.</summary>
    public static async Task<(RunOutcome First, RunOutcome? Second)> RunAsync(
        RunRequest request, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var folder = request.OutputFolder is { } stated ? stated.TrimEnd('/', Path.DirectorySeparatorChar) + Suffix : null;
        if (folder is not null && RunFolder.Refusal(folder, request.Overwrite) is { } reason)
            return (new RunRejected([new Diagnostic("RUN003", Severity.Error, folder, 0, reason)]), null);
        var first = await MissionRun.RunAsync(request, progress, cancel).ConfigureAwait(false);
        if (first is not RunCompleted { Cancelled: false } completed) return (first, null);
        try
        {
            return (first, await SecondAsync(request, folder, completed.Report, progress, cancel).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            return (first, new RunWithoutPlan("cancelled before there was a second plan", Cancelled: true));
        }
        catch (EngineException fault)
        {
            return (first, new RunWithoutPlan(fault.Message, Cancelled: false));
        }
    }

    private static async Task<RunOutcome> SecondAsync(
        RunRequest request, string? folder, MissionReport first, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var watch = new StageWatch();
        var loaded = watch.Time("load", () => MissionInput.Load(request.Files, progress, cancel));
        if (loaded is not Valid<MissionInput> { Value: var stated }) return new RunRejected(loaded.Diagnostics);
        var scenario = request.Over(stated.Scenario);
        // The corrected prices are compared with movement time at their weights; what comes first in another order is not asked.
        var input = stated with { Scenario = scenario with { Weights = scenario.Weights with { Mode = ObjectiveMode.Weighted } } };
        var compiled = watch.Time("compile", () => ScenarioCompiler.Compile(input.Scenario, input.Network));
        if (compiled is not Valid<CompiledScenario> { Value: var serials }) return new RunRejected(compiled.Diagnostics);
        var weight = input.Scenario.Weights.CivilWeightPercent;
        var (prices, modes) = CorrectedPrices.Of(input.Network, input.Pricing, first.Impact, weight);

        var solvers = new OrToolsSolvers();
        var trace = new PlanTrace(progress);
        var known = EqualDeadline.Fitting(first.Plan, serials, input.Network, prices);
        var outcome = await watch.TimeAsync("plan", () => MovementPlanner.PlanAsync(
            serials, input.Network, prices, solvers, trace, cancel, known: new KnownPlans([known]))).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        var plan = EqualDeadline.Repriced(
            outcome.Plan, serials, input.Network, input.Pricing.Table, first.Plan.BoundMicroEuros, $"first run: {first.Plan.BoundMethod}");
        var check = watch.Time("check", () => PlanChecker.Check(input.Scenario, input.Dataset, input.Pricing.Table, plan));
        if (!check.Holds) return new RunCheckFailed(check);
        var impact = watch.Time("assess", () => MissionRun.Assess(input, plan, cancel));
        var warnings = input.Warnings.Concat(compiled.Diagnostics).Select(w => w.ToSentence()).ToList();
        var report = RunReport.Of(input, plan, check, impact, watch, warnings, [], reproducible: outcome is Planned);
        report = report with { Manifest = report.Manifest with { Feedback = Record(request, first, report, modes, weight) } };
        if (folder is not null) RunFolder.Write(folder, report, request.Overwrite);
        return new RunCompleted(report, folder, Cancelled: false);
    }

    private static FeedbackRecord Record(
        RunRequest request, MissionReport first, MissionReport second, IReadOnlyList<FeedbackMode> modes, int weightPercent)
    {
        // Euros count only where both plans have them; hours of different modes cannot be added.
        var valued = first.Impact.Assessment.Valuation is not null && second.Impact.Assessment.Valuation is not null;
        return new FeedbackRecord(
            request.OutputFolder ?? "", first.Manifest.InputHash, CorrectedPrices.Damping, CorrectedPrices.FactorMax, modes,
            Figures(first), Figures(second));

        FeedbackFigures Figures(MissionReport report)
        {
            var terms = report.Plan.Objective;
            var civil = valued ? report.Impact.Assessment.Valuation!.Total.Central : report.Impact.Totals.CostMicroEuros;
            var hours = HeadlineImpact.Assessed(report.Impact.Assessment);
            return new FeedbackFigures(
                terms.Time + terms.Lateness + terms.Operating + terms.Unmoved, (long)((Int128)civil * weightPercent / 100), valued,
                hours.RoadVehicleHours, hours.TrainMinutes, hours.BargeHours)
            {
                PassengerMinutes = hours.PassengerMinutes,
                PathsWithoutPlace = hours.PathsWithoutPlace,
            };
        }
    }
}
