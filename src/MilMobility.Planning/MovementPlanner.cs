using System.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Pool;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;
using MilMobility.Solvers.Pools;

namespace MilMobility.Planning;

/// <summary>
/// Plans the movement: bound from independent optima, first plan by insertion with restarts, ruin and recreate, the integer
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
        var pool = new ColumnPool(problem);
        pool.Add(bounds.Itineraries);
        foreach (var snapshot in snapshots.OfType<PlanSnapshot>()) pool.Add(snapshot.Itineraries);
        var draft = Rebuild(problem, best.Itineraries);
        draft.Inserted = pool.Add;
        Improve(problem, bounds, draft, snapshots, report, 0, stop.Token);

        var choice = NoChoice(draft);
        if (poolSolver is not null && problem.Scenario.Limits.PoolWork > 0 && !stop.IsCancellationRequested)
        {
            var left = TimeSpan.FromSeconds(limit) - clock.Elapsed;
            if (left > TimeSpan.Zero)
                choice = await PoolChoice.ChooseAsync(problem, pool, draft, poolSolver, left, report, stop.Token).ConfigureAwait(false);
            report.Stage("pool", choice.Draft, $"{choice.Outcome.Columns} columns, {choice.Outcome.Status}");
            if (choice.Draft != draft) Improve(problem, bounds, choice.Draft, snapshots, report, 1, stop.Token);
            draft = choice.Draft;
        }

        report.Stage("reasons", draft, "");
        var explainer = new UnmovedExplainer(problem, draft);
        var plan = PlanAssembly.Assemble(
            problem, draft, bounds.TotalMicroEuros, choice.Outcome, k => explainer.Explain(k, stop.Token));
        report.Stage("done", draft, "");
        if (cancellation.IsCancellationRequested) return new Cancelled(plan);
        return stop.IsCancellationRequested || choice.ClockEnded ? new TimedOut(plan, limit) : new Planned(plan);
    }

    private static PoolChoice.Result NoChoice(PlanDraft draft) => new(
        draft, new PoolOutcome(0, "not-run", draft.ObjectiveMicroEuros, draft.ObjectiveMicroEuros, 0), ClockEnded: false);

    private static PlanSnapshot?[] RunRestarts(PlanProblem problem, PlanReporter report, CancellationToken stop)
    {
        var limits = problem.Scenario.Limits;
        var orders = new InsertionOrders(problem, limits.Seed);
        return new InsertionPlanner(problem).Run(
            orders, Math.Max(1, limits.Restarts), (restart, snapshot) => report.Restart(restart, snapshot), stop);
    }

    private static void Improve(
        PlanProblem problem, IndependentOptima bounds, PlanDraft draft, PlanSnapshot?[] snapshots, PlanReporter report,
        ulong round, CancellationToken stop)
    {
        var work = ImproveWorkMin + (long)(snapshots.OfType<PlanSnapshot>().Sum(s => s.Work) * ImproveShare);
        var seed = ((ulong)(uint)problem.Scenario.Limits.Seed << 8) | round;
        new RuinAndRecreate(problem, bounds, seed).Improve(
            draft, work, d => report.Stage("ruin and recreate", d, ""), stop);
    }

    private static PlanDraft Rebuild(PlanProblem problem, IReadOnlyList<Routing.Search.Itinerary?> itineraries)
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
