using MilMobility.Domain.Plans;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Pool;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Pool;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Search;
using MilMobility.Solvers;

namespace MilMobility.Planning;

/// <summary>
/// Plans the movement: first plans by insertion in several orders, then the optimiser's column generation, integer choice and
/// neighbourhood search, then reasons for what does not move. The rules are in MODEL.md beside this file. Work limits, not
/// seconds, end every stage, so that the same input and seed give the same plan; cancelling or the wall-clock limit gives the
/// best plan so far with the bound proven until then. Uses all cores. Stateless and thread-safe.
/// </summary>
public static class MovementPlanner
{
    /// <param name="compiled">Scenario with its serials.</param>
    /// <param name="network">Network with the scenario's patches.</param>
    /// <param name="prices">Civil price bands.</param>
    /// <param name="solvers">Solvers for master program and pool; null to do without both.</param>
    /// <param name="progress">Told of stages and improvements; null for nobody.</param>
    /// <param name="cancellation">Ends the planning with the best plan so far.</param>
    /// <param name="switches">What to switch off; null for nothing.</param>
    /// <param name="known">Plans to start from; null for none.</param>
    /// <exception cref="Solvers.Runtime.EngineException">The solvers' engine cannot be used.</exception>
    public static async Task<PlanOutcome> PlanAsync(
        CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices, OrToolsSolvers? solvers,
        IProgress<PlanProgress>? progress, CancellationToken cancellation, PlannerSwitches? switches = null,
        KnownPlans? known = null)
    {
        switches ??= new PlannerSwitches();
        var problem = PlanProblem.Compile(compiled, network, prices);
        var limits = problem.Scenario.Limits;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(TimeSpan.FromSeconds(limits.TimeSecondsMax));
        var report = new PlanReporter(problem, progress);
        var columns = new MissionColumns(problem, switches.Guided);
        List<PlanColumns> plans =
        [
            .. known?.Plans.Select(plan => Columns(columns, PlanItineraries.Draft(plan, problem))) ?? [],
            .. FirstPlans(columns, known is { Plans.Count: > 0 } ? 1 : limits.Restarts, report, stop.Token),
        ];

        var optimiser = new Optimiser(
            columns, Ports(columns, solvers), switches.Adjust(Options(problem)), StopRules.From(limits), report.Trace)
        {
            Stage = report.Stage,
        };
        report.Moved = () => optimiser.Moved;
        var result = await optimiser.RunAsync(plans, stop.Token).ConfigureAwait(false);

        report.Stage("reasons");
        var draft = new MissionDraft(columns, new PlanDraft(problem));
        result.Plan.Restore(draft);
        var explainer = new UnmovedExplainer(problem, draft.Plan);
        var plan = PlanAssembly.Assemble(
            problem, draft.Plan, new PlanProof(result.Bound, result.BoundMethod), PoolOf(result), k => explainer.Explain(k, stop.Token));
        report.Stage("done");
        if (cancellation.IsCancellationRequested) return new Cancelled(plan);
        return stop.IsCancellationRequested || result.Verdict is { Reproducible: false }
            ? new TimedOut(plan, limits.TimeSecondsMax) : new Planned(plan);
    }

    /// <summary>One plan per insertion order.</summary>
    private static List<PlanColumns> FirstPlans(
        MissionColumns columns, int orders, PlanReporter report, CancellationToken stop)
    {
        var problem = columns.Problem;
        var snapshots = new InsertionPlanner(problem).Run(
            new InsertionOrders(problem, problem.Scenario.Limits.Seed), Math.Max(1, orders), report.Restart, stop);
        return [.. snapshots.OfType<PlanSnapshot>().Select(s => Columns(columns, s.Itineraries, s.ObjectiveMicroEuros))];
    }

    private static PlanColumns Columns(MissionColumns columns, PlanDraft draft) =>
        Columns(columns, draft.Itineraries(), draft.ObjectiveMicroEuros);

    private static PlanColumns Columns(MissionColumns columns, IReadOnlyList<Itinerary?> itineraries, long objective) => new(
        [.. itineraries.Select((i, k) => i is null ? null : columns.ColumnOf(columns.CommodityOf(k), i))], objective);

    private static OptimiserPorts Ports(MissionColumns columns, OrToolsSolvers? solvers)
    {
        var problem = columns.Problem;
        var corridors = new Dictionary<string, int>(StringComparer.Ordinal);
        var corridorOf = new int[problem.Count];
        for (var k = 0; k < problem.Count; k++)
        {
            var ends = string.Join(' ', problem.Serials[k].Destinations);
            if (!corridors.TryGetValue(ends, out corridorOf[k])) corridors[ends] = corridorOf[k] = corridors.Count;
        }

        return new OptimiserPorts(() => new MissionDraft(columns, new PlanDraft(problem)))
        {
            NewProgram = solvers is null ? null : solvers.NewLinearProgram,
            PoolSolver = solvers?.SetPartitioning,
            PoolRules = new MissionPoolRules(columns),
            GroupOf = serial => corridorOf[serial],
        };
    }

    private static PoolOutcome PoolOf(OptimiserResult result)
    {
        if (result.Choice is not { } choice) return new PoolOutcome(0, "not-run", result.Plan.Objective, result.Plan.Objective, 0);
        var status = choice.Status switch
        {
            PoolStatus.Optimal => "optimal",
            PoolStatus.Feasible => "feasible",
            _ => "no-solution",
        };
        return new PoolOutcome(choice.Columns, status, choice.Before, choice.After, choice.Bound);
    }

    private static OptimiserOptions Options(PlanProblem problem)
    {
        var limits = problem.Scenario.Limits;
        return new OptimiserOptions
        {
            Columns = new ColumnGenerationOptions { AscentRounds = 30 },
            PoolColumnsPerSerial = Math.Max(1, limits.ColumnsPerSerial),
            PoolWork = limits.PoolWork,
            Seed = limits.Seed,
        };
    }
}
