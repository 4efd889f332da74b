using System.Diagnostics;
using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Prices;
using MilMobility.Planning;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Headline;
using MilMobility.Planning.Serialisation;
using MilMobility.Reporting.RunFolders;
using MilMobility.Solvers;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Pipeline;

/// <summary>What to compare.</summary>
/// <param name="Run">Scenario and overrides; its output folder is the headline's.</param>
/// <param name="FloorPercent">Protected share of civil traffic in the third plan; a regime that protects more keeps its own.</param>
/// <param name="ToleranceSeconds">How much later than the first plan the others may be.</param>
public sealed record HeadlineRequest(RunRequest Run, int FloorPercent = 100, int ToleranceSeconds = 0);

/// <summary>
/// `headline`: the plan that ignores civil traffic, the one that weighs it and the one under a civil floor, at an equal military
/// deadline. The first sets it (<see cref="EqualDeadline"/>); the others start from the plans before them. Each is checked, assessed and
/// written as a run folder, priced as the scenario prices it. The scenario's own levers and floors hold in all three.
/// </summary>
public sealed class HeadlineRun
{
    private const string MilitaryOnly = "military-only";
    private const string Balanced = "balanced";
    private const string CivilFloor = "civil-floor";

    private readonly HeadlineRequest _request;
    private readonly MissionInput _input;
    private readonly CompiledScenario _compiled;
    private readonly IProgress<RunProgress> _progress;
    private readonly List<HeadlineRow> _rows = [];
    private readonly List<MovementPlan> _plans = [];
    private MovementPlan? _reference;
    private long _referenceBound;

    private HeadlineRun(HeadlineRequest request, MissionInput input, CompiledScenario compiled, IProgress<RunProgress> progress) =>
        (_request, _input, _compiled, _progress) = (request, input, compiled, progress);

    public static async Task<HeadlineOutcome> RunAsync(
        HeadlineRequest request, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var loaded = MissionInput.Load(request.Run.Files, progress, cancel);
        if (loaded is not Valid<MissionInput> { Value: var stated }) return new HeadlineRejected(loaded.Diagnostics);
        var scenario = request.Run.Over(stated.Scenario);
        var input = stated with { Scenario = scenario with { Weights = scenario.Weights with { Mode = ObjectiveMode.Weighted } } };
        var compiled = ScenarioCompiler.Compile(input.Scenario, input.Network);
        if (compiled is not Valid<CompiledScenario> { Value: var serials }) return new HeadlineRejected(compiled.Diagnostics);
        if (HeadlineFolder.Refusal(request.Run.OutputFolder!, request.Run.Overwrite) is { } refusal)
            return new HeadlineRejected([new Diagnostic("RUN003", Severity.Error, request.Run.OutputFolder!, 0, refusal)]);
        return await new HeadlineRun(request, input, serials, progress).CompareAsync(cancel).ConfigureAwait(false);
    }

    private async Task<HeadlineOutcome> CompareAsync(CancellationToken cancel)
    {
        var solvers = new OrToolsSolvers();
        try
        {
            var own = _input.Scenario.Weights.CivilWeightPercent;
            var weight = own > 0 ? own : 100;
            var (unweighted, floored) = (Prices(_input.Scenario.Regime), Prices(Floored(_input.Scenario.Regime)));
            var failed = await SolveAsync(MilitaryOnly, unweighted.Times(0, 1), solvers, cancel).ConfigureAwait(false)
                // The floor first: its plan is one that the balanced may choose, which so is never the dearer of the two.
                ?? await SolveAsync(CivilFloor, floored.Times(weight, 100), solvers, cancel).ConfigureAwait(false)
                ?? await SolveAsync(Balanced, unweighted.Times(weight, 100), solvers, cancel).ConfigureAwait(false);
            if (failed is not null) return failed;
        }
        catch (OperationCanceledException)
        {
            return new HeadlineWithoutPlan("cancelled; the folder has the plans until then, and no table", Cancelled: true);
        }
        catch (EngineException fault)
        {
            return new HeadlineWithoutPlan(fault.Message, Cancelled: false);
        }

        var marking = _input.Dataset.Marking > _input.Scenario.Marking ? _input.Dataset.Marking : _input.Scenario.Marking;
        string[] order = [MilitaryOnly, Balanced, CivilFloor];
        var headline = new Headline(
            _input.Scenario.Name, _input.Scenario.Title, marking, _request.FloorPercent, _request.ToleranceSeconds,
            [.. _rows.OrderBy(r => Array.IndexOf(order, r.Name))]);
        var folder = Path.GetFullPath(_request.Run.OutputFolder!);
        HeadlineFolder.Write(folder, headline, _input.Scenario.Clock);
        return new HeadlineDone(headline, folder, HeadlineText.Terminal(headline, _input.Scenario.Clock));
    }

    private PriceBandTable Prices(LegalRegime regime)
    {
        var weights = _input.Scenario.Weights with { CivilWeightPercent = 100 };
        return CivilPricer.Price(_input.Network, _input.Scenario with { Regime = regime, Weights = weights }) is Valid<CivilPricing> priced
            ? priced.Value.Table
            : throw new UnreachableException("prices that could be made under one floor cannot be made under another");
    }

    private LegalRegime Floored(LegalRegime regime) => regime with
    {
        CivilFloorRoadPercent = Math.Max(regime.CivilFloorRoadPercent, _request.FloorPercent),
        CivilFloorRailPercent = Math.Max(regime.CivilFloorRailPercent, _request.FloorPercent),
        CivilFloorWaterPercent = Math.Max(regime.CivilFloorWaterPercent, _request.FloorPercent),
    };

    /// <summary>Plans at some prices no later than the first plan, and writes it; the failed check if it does not hold.</summary>
    private async Task<HeadlineOutcome?> SolveAsync(string name, PriceBandTable prices, OrToolsSolvers solvers, CancellationToken cancel)
    {
        _progress.Report(new RunProgress("plan", name, Fraction()));
        var posed = _reference is null ? _compiled
            : _compiled with { FinishBy = EqualDeadline.FinishBy(_reference, _request.ToleranceSeconds) };
        var known = _plans.ConvertAll(p => EqualDeadline.Fitting(p, posed, _input.Network, prices));
        var watch = Stopwatch.StartNew();
        var outcome = await MovementPlanner.PlanAsync(
            posed, _input.Network, prices, solvers, new PlanTrace(new NamedProgress(_progress, name, Fraction())), cancel,
            known: new KnownPlans(known)).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        var seconds = watch.Elapsed.TotalSeconds;
        _plans.Add(outcome.Plan);
        _reference ??= outcome.Plan;
        // Without civil prices the bound holds at any prices and without the deadline, so it is that of every folder.
        if (_rows.Count == 0) _referenceBound = outcome.Plan.BoundMicroEuros;
        return Write(name, outcome.Plan, seconds, cancel);
    }

    private HeadlineCheckFailed? Write(string name, MovementPlan solved, double seconds, CancellationToken cancel)
    {
        var plan = EqualDeadline.Repriced(
            solved, _compiled, _input.Network, _input.Pricing.Table, _referenceBound, "the plan that ignores civil traffic");
        var check = PlanChecker.Check(_input.Scenario, _input.Dataset, _input.Pricing.Table, plan);
        if (!check.Holds) return new HeadlineCheckFailed(name, check);
        _progress.Report(new RunProgress("assess", name, Fraction()));
        var impact = MissionRun.Assess(_input, plan, cancel);
        var warnings = _input.Warnings.Select(w => w.ToSentence()).ToList();
        var report = RunReport.Of(_input, plan, check, impact, new StageWatch(), warnings, [], reproducible: false);
        RunFolder.Write(Path.Combine(_request.Run.OutputFolder!, name), report, overwrite: true);
        _rows.Add(Row(name, plan, solved, impact, seconds));
        return null;
    }

    private HeadlineRow Row(string name, MovementPlan plan, MovementPlan solved, CivilImpact impact, double seconds) => new(
        name, plan.Planned.Count, plan.Unmoved.Count, plan.Planned.Count(p => p.LatenessSeconds > 0), plan.Objective.Lateness,
        EqualDeadline.ClosureSeconds(plan), EqualDeadline.Keeps(plan, _reference!, _request.ToleranceSeconds),
        plan.Objective with { Civil = impact.Totals.CostMicroEuros }, solved.Objective.TotalMicroEuros, solved.BoundMicroEuros,
        HeadlineImpact.Priced(impact.Totals), HeadlineImpact.Assessed(impact.Assessment), impact.Assessment.Valuation?.Total, seconds);

    private double Fraction() => 0.05 + (0.9 * _rows.Count / 3);
}
