using System.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Optimisation.Pool;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Search;
using MilMobility.Solvers.Pools;

namespace MilMobility.Planning;

/// <summary>
/// Plans the movement: bound from independent optima, first plan by insertion with restarts, large-neighbourhood search, the integer
/// choice over the pool of itineraries, polish, reasons for what does not move. The rules are in MODEL.md beside this file. Work
/// limits, not seconds, end every stage, so that the same input and seed give the same plan; cancelling or the wall-clock
/// limit gives the best plan so far. Runs restarts and bounds on all cores. Stateless and thread-safe.
/// </summary>
public static class MovementPlanner
{
    /// <summary>Work of the improvement, as a share of all the restarts' work.</summary>
    private const double ImproveShare = 4.0;

    /// <summary>Least work of the improvement.</summary>
    private const long ImproveWorkMin = 500_000;

    public static async Task<PlanOutcome> PlanAsync(
        CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices, ISetPartitioningSolver? poolSolver,
        IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var problem = PlanProblem.Compile(compiled, network, prices);
        var limit = problem.Scenario.Limits.TimeSecondsMax;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(TimeSpan.FromSeconds(limit));
        var report = new PlanReporter(problem, progress);

        var bounds = IndependentOptima.Compute(problem, stop.Token);
        report.Bound(bounds.TotalMicroEuros);
        var snapshots = RunRestarts(problem, report, stop.Token);
        var best = snapshots.OfType<PlanSnapshot>().MinBy(s => s.ObjectiveMicroEuros)!;
        var columns = new MissionColumns(problem);
        var pool = new ColumnPool(columns, Math.Max(1, problem.Scenario.Limits.ColumnsPerSerial));
        AddAll(columns, pool, bounds.Itineraries);
        foreach (var snapshot in snapshots.OfType<PlanSnapshot>()) AddAll(columns, pool, snapshot.Itineraries);
        var draft = Rebuild(problem, best.Itineraries);
        var improver = new PlanImprover(columns, bounds, new MissionDraft(columns, draft), pool, report);
        var work = ImproveWorkMin + (long)(snapshots.OfType<PlanSnapshot>().Sum(s => s.Work) * ImproveShare);
        improver.Improve(work, stop.Token);

        var (choice, clockEnded) = (NoChoice(draft), false);
        if (poolSolver is not null && problem.Scenario.Limits.PoolWork > 0 && !stop.IsCancellationRequested)
        {
            var left = TimeSpan.FromSeconds(limit) - clock.Elapsed;
            if (left > TimeSpan.Zero)
                (choice, clockEnded) = await improver.ChooseAsync(poolSolver, left, stop.Token).ConfigureAwait(false);
            if (choice.ObjectiveMicroEuros < choice.HintMicroEuros) improver.Improve(work, stop.Token);
        }

        report.Stage("reasons", draft, "");
        var explainer = new UnmovedExplainer(problem, draft);
        var plan = PlanAssembly.Assemble(
            problem, draft, bounds.TotalMicroEuros, choice, k => explainer.Explain(k, stop.Token));
        report.Stage("done", draft, "");
        if (cancellation.IsCancellationRequested) return new Cancelled(plan);
        return stop.IsCancellationRequested || clockEnded ? new TimedOut(plan, limit) : new Planned(plan);
    }

    private static PoolOutcome NoChoice(PlanDraft draft) =>
        new(0, "not-run", draft.ObjectiveMicroEuros, draft.ObjectiveMicroEuros, 0);

    private static void AddAll(MissionColumns columns, ColumnPool pool, IReadOnlyList<Itinerary?> itineraries)
    {
        for (var k = 0; k < itineraries.Count; k++)
        {
            if (itineraries[k] is { } itinerary) pool.Add(columns.ColumnOf(columns.CommodityOf(k), itinerary));
        }
    }

    private static PlanSnapshot?[] RunRestarts(PlanProblem problem, PlanReporter report, CancellationToken stop)
    {
        var limits = problem.Scenario.Limits;
        var orders = new InsertionOrders(problem, limits.Seed);
        return new InsertionPlanner(problem).Run(
            orders, Math.Max(1, limits.Restarts), (restart, snapshot) => report.Restart(restart, snapshot), stop);
    }

    private static PlanDraft Rebuild(PlanProblem problem, IReadOnlyList<Itinerary?> itineraries)
    {
        var draft = new PlanDraft(problem);
        for (var k = 0; k < itineraries.Count; k++)
        {
            if (itineraries[k] is { } itinerary && !draft.TryAdd(k, itinerary))
                throw new UnreachableException($"serial {problem.Serials[k].Id} does not fit the plan that holds it");
        }

        return draft;
    }
}
