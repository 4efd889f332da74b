using System.Diagnostics;
using System.Globalization;
using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Planning;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Pareto;
using MilMobility.Planning.Serialisation;
using MilMobility.Reporting.RunFolders;
using MilMobility.Solvers;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Pipeline;

/// <summary>What to sweep.</summary>
/// <param name="Run">Scenario and overrides; its output folder is the front's.</param>
/// <param name="Points">Points, at least 2.</param>
public sealed record ParetoRequest(RunRequest Run, int Points);

/// <summary>How a sweep ended.</summary>
public abstract record ParetoOutcome
{
    public abstract int ExitCode { get; }
}

/// <summary>The front, whole, or cut short by Ctrl-C with the points until then.</summary>
public sealed record ParetoDone(ParetoFront Front, string Folder, bool Cancelled) : ParetoOutcome
{
    public override int ExitCode => Cancelled ? ExitCodes.Cancelled
        : Front.Points.Any(p => p.SerialsUnmoved > 0) ? ExitCodes.UnmovedSerials : ExitCodes.Done;
}

/// <summary>Invalid input. Exit 2.</summary>
public sealed record ParetoRejected(IReadOnlyList<Diagnostic> Diagnostics) : ParetoOutcome
{
    public override int ExitCode => ExitCodes.InvalidInput;
}

/// <summary>A plan of the sweep broke a rule; its point is not written. Exit 5.</summary>
public sealed record ParetoCheckFailed(CheckReport Check) : ParetoOutcome
{
    public override int ExitCode => ExitCodes.CheckFailed;
}

/// <summary>No plan, with the reason. Exit 4.</summary>
public sealed record ParetoWithoutPlan(string Reason) : ParetoOutcome
{
    public override int ExitCode => ExitCodes.NoPlan;
}

/// <summary>
/// `pareto`: the two extreme plans, then a point for each civil budget between them, each checked and written as a run folder as
/// soon as it is there; the front's files are replaced whole after every point. A sweep that was killed goes on from what its folder
/// holds, if the input is the same.
/// </summary>
public sealed class ParetoRun
{
    private const decimal GapPercentPerSolve = 1;
    private const long WorkPerSolve = 300_000_000;

    private readonly ParetoRequest _request;
    private readonly MissionInput _input;
    private readonly CompiledScenario _compiled;
    private readonly ParetoSweep _sweep;
    private readonly ParetoFolder _folder;
    private readonly IProgress<RunProgress> _progress;
    private readonly List<(FrontPoint Point, string Folder)> _points = [];
    private readonly List<FrontSolve> _solves = [];

    private ParetoRun(
        ParetoRequest request, MissionInput input, CompiledScenario compiled, ParetoFolder folder, IProgress<RunProgress> progress)
    {
        (_request, _input, _compiled, _folder, _progress) = (request, input, compiled, folder, progress);
        var full = input.Scenario with { Weights = input.Scenario.Weights with { CivilWeightPercent = 100 } };
        if (CivilPricer.Price(input.Network, full) is not Valid<CivilPricing> { Value: var unweighted })
            throw new UnreachableException("prices that could be made at one weight cannot be made at another");
        _sweep = new ParetoSweep(compiled, input.Network, unweighted.Table, input.Pricing.Table);
    }

    public static async Task<ParetoOutcome> RunAsync(ParetoRequest request, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var loaded = MissionInput.Load(request.Run.Files, progress, cancel);
        if (loaded is not Valid<MissionInput> { Value: var stated }) return new ParetoRejected(loaded.Diagnostics);
        var scenario = request.Run.Over(stated.Scenario);
        var weighted = scenario.Weights with { Mode = ObjectiveMode.Weighted };
        var input = stated with { Scenario = scenario with { Weights = weighted, Limits = Limits(request.Run, scenario.Limits) } };
        var compiled = ScenarioCompiler.Compile(input.Scenario, input.Network);
        if (compiled is not Valid<CompiledScenario> { Value: var serials }) return new ParetoRejected(compiled.Diagnostics);
        var folder = new ParetoFolder(request.Run.OutputFolder!, Identity(input, request));
        if (folder.Refusal(request.Run.Overwrite) is { } refusal)
            return new ParetoRejected([new Diagnostic("RUN003", Severity.Error, request.Run.OutputFolder!, 0, refusal)]);
        var run = new ParetoRun(request, input, serials, folder, progress);
        return await run.SweepAsync(cancel).ConfigureAwait(false);
    }

    private async Task<ParetoOutcome> SweepAsync(CancellationToken cancel)
    {
        var solvers = new OrToolsSolvers();
        try
        {
            var failed = await SolveAsync(solvers, ParetoSweep.IgnoredPercent, cancel).ConfigureAwait(false)
                ?? await SolveAsync(solvers, ParetoSweep.MinimalPercent, cancel).ConfigureAwait(false);
            if (failed is not null) return failed;
            foreach (var (budget, i) in _sweep.Budgets(_request.Points).Select((b, i) => (b, i)))
            {
                cancel.ThrowIfCancellationRequested();
                if (await PointAsync(solvers, budget, i, cancel).ConfigureAwait(false) is { } broken) return broken;
            }

            var front = WriteFront(complete: true);
            // Only now do the points' own pages know what they are chosen from.
            foreach (var row in front.Points) RunFolder.Redraw(Path.Combine(_folder.Path, row.Folder));
            return new ParetoDone(front, _folder.Path, Cancelled: false);
        }
        catch (OperationCanceledException)
        {
            return _points.Count == 0 && _solves.Count == 0
                ? new ParetoWithoutPlan("cancelled before there was a plan")
                : new ParetoDone(WriteFront(complete: false), _folder.Path, Cancelled: true);
        }
        catch (EngineException fault)
        {
            return new ParetoWithoutPlan(fault.Message);
        }
    }

    private async Task<ParetoOutcome?> PointAsync(OrToolsSolvers solvers, long budget, int index, CancellationToken cancel)
    {
        var name = $"point-{index + 1:D2}";
        // The solve comes first also where the point is there: its bound counts for all points.
        var percent = _sweep.PercentFor(budget);
        if (_sweep.Solves.All(s => s.CivilPercent != percent)
            && await SolveAsync(solvers, percent, cancel).ConfigureAwait(false) is { } failed) return failed;
        if (_folder.PlanIn(name) is { } done)
        {
            _sweep.Know(done);
            _points.Add((_sweep.PointOf(budget, done), name));
            WriteFront(complete: false);
            return null;
        }

        _progress.Report(new RunProgress("plan", $"{name}: within a civil budget of EUR {budget / 1_000_000}", Fraction()));
        var point = _sweep.Point(budget, (ulong)(uint)_input.Scenario.Limits.Seed + (uint)index, cancel);
        // A point that Ctrl-C cut short is not as good as its name says: the next run makes it anew.
        cancel.ThrowIfCancellationRequested();
        if (Write(name, point.Plan) is { } broken) return broken;
        _points.Add((point, name));
        WriteFront(complete: false);
        return null;
    }

    /// <summary>Solves at a civil weight, unless the folder has that solve; its plan is written as the scenario prices it.</summary>
    private async Task<ParetoOutcome?> SolveAsync(OrToolsSolvers solvers, long percent, CancellationToken cancel)
    {
        var name = $"weight-{percent.ToString(CultureInfo.InvariantCulture)}";
        var bound = _folder.BoundOf(percent);
        var plan = bound is null ? null : _folder.PlanIn(name);
        if (bound is null || plan is null)
        {
            _progress.Report(new RunProgress("plan", $"civil weight {percent} %", Fraction()));
            var outcome = await MovementPlanner.PlanAsync(
                _compiled, _input.Network, _sweep.PricesAt(percent), solvers,
                new PlanTrace(new SolveProgress(_progress, percent, Fraction())), cancel,
                known: new KnownPlans(_sweep.Plans)).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            (bound, plan) = (outcome.Plan.BoundMicroEuros, _sweep.Repriced(outcome.Plan, percent, cancel));
            if (Write(name, plan) is { } broken) return broken;
        }

        _sweep.Add(new ParetoSolve(percent, bound.Value, plan));
        _solves.Add(new FrontSolve(percent, bound.Value, name));
        WriteFront(complete: false);
        return null;
    }

    /// <summary>Checks, assesses and writes a plan; the failed check if it does not hold.</summary>
    private ParetoCheckFailed? Write(string name, MovementPlan plan)
    {
        var watch = new StageWatch();
        var check = PlanChecker.Check(_input.Scenario, _input.Dataset, _input.Pricing.Table, plan);
        if (!check.Holds) return new ParetoCheckFailed(check);
        // By the price bands only: they are what a front's points are compared by, and an account of the traffic takes some ten seconds
        // each. A run at a point's civil weight gives it.
        var impact = CivilAssessor.Assess(_input.Network, _input.Pricing, _input.Scenario, plan);
        var warnings = _input.Warnings.Select(w => w.ToSentence()).ToList();
        var report = RunReport.Of(_input, plan, check, impact, watch, warnings, [], reproducible: false);
        RunFolder.Write(Path.Combine(_folder.Path, name), report, overwrite: true);
        return null;
    }

    /// <summary>
    /// When a solve is good enough, unless the caller says so: a front needs many, and the last tenths of a percent of each take
    /// most of the time.
    /// </summary>
    private static PlanLimits Limits(RunRequest request, PlanLimits stated) => stated with
    {
        GapPercent = request.GapPercent ?? GapPercentPerSolve,
        WorkMax = stated.WorkMax ?? WorkPerSolve,
    };

    private double Fraction() => 0.05 + (0.9 * _points.Count / Math.Max(1, _request.Points));

    private ParetoFront WriteFront(bool complete)
    {
        // Bounds only rise as more weights are solved, so every point takes the bound that all of them prove.
        var now = _points.Select(p => p.Point with
        {
            BoundMicroEuros = Math.Min(p.Point.MovementMicroEuros, _sweep.BoundWithin(p.Point.EpsilonMicroEuros)),
        }).ToList();
        var folders = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var (point, folder) in now.Zip(_points.Select(p => p.Folder))) folders[point.Plan] = folder;
        var rows = ParetoSweep.Filter(now).Select(p => Row(p, folders[p.Plan])).ToList();
        var front = new ParetoFront(
            _input.Scenario.Name, _input.Scenario.Title,
            _input.Dataset.Marking > _input.Scenario.Marking ? _input.Dataset.Marking : _input.Scenario.Marking, _folder.Identity,
            complete, [.. _solves, .. _folder.EarlierBut(_solves)], rows);
        _folder.Write(front);
        return front;
    }

    private static FrontRow Row(FrontPoint p, string folder) => new(
        folder, p.EpsilonMicroEuros, p.CivilMicroEuros, p.MovementMicroEuros, p.Plan.Objective.Lateness,
        p.LateVehicleSeconds / 3600.0, p.Plan.Planned.Count(s => s.LatenessSeconds > 0), p.Plan.Unmoved.Count, p.BoundMicroEuros,
        p.Gap, p.Dominated);

    private static string Identity(MissionInput input, ParetoRequest request)
    {
        var version = typeof(ParetoRun).Assembly.GetName().Version?.ToString(3) ?? "unknown";
        string[] hashes = [.. InputHashes.Of(input).Values, $"pareto {request.Points}", input.Scenario.Limits.ToString()];
        return InputHashes.Identity(hashes, input.Scenario.Limits.Seed, version);
    }
}
