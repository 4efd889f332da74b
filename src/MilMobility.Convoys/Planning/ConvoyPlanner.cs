using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Search;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Stopping;
using MilMobility.Solvers;

namespace MilMobility.Convoys.Planning;

/// <summary>
/// Plans an instance: insertion in several orders, then the optimiser's column generation, integer choice and neighbourhood search
/// until a limit ends it. Whatever ends it, the best plan so far and its proven bound come back, checked. Deterministic for a seed
/// and a work limit. Stateless and thread-safe.
/// </summary>
public static class ConvoyPlanner
{
    private const long FirstPlanWork = 400_000;

    /// <summary>Convoys taken out together at most: on one bottleneck a whole queue moves up.</summary>
    private const int GroupMax = 18;

    private const int ManyConvoys = 60;
    private const int ManyRounds = 2;

    /// <summary>Plans an instance.</summary>
    /// <param name="instance">Instance.</param>
    /// <param name="options">Seed and limits; without any limit the search ends only with a proven optimum.</param>
    /// <param name="solvers">Solvers for master and pool; null to do without.</param>
    /// <param name="progress">Told of stages and improvements; null for nobody.</param>
    /// <param name="cancellation">Ends the search with the best plan so far.</param>
    public static async Task<ConvoyPlan> PlanAsync(
        ConvoyInstance instance, ConvoyPlanOptions options, OrToolsSolvers? solvers, IProgress<ConvoyProgress>? progress,
        CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (options.TimeLimit is { } time) limit.CancelAfter(time);
        var report = new ConvoyReporter(progress);
        report.Stage("first plan");
        var problem = new ConvoyColumns(instance, options.Guided);
        var first = new FirstPlans(problem, options.Seed, options.Threads).Best(FirstPlanWork, report.Found, limit.Token);
        var notes = new List<string>();
        var ports = new OptimiserPorts(() => new ConvoyDraft(problem))
        {
            NewProgram = solvers is null ? null : solvers.NewLinearProgram,
            PoolSolver = solvers?.SetPartitioning,
            EngineFailed = fault => notes.Add($"the solver cannot be used, so the plan is by search alone: {fault.Message}"),
        };
        var optimiser = new Optimiser(problem, ports, OptionsOf(problem, options), Rules(options), report.Trace)
        {
            Stage = report.Stage,
        };
        var result = await optimiser.RunAsync([PlanColumns.Of(first)], limit.Token).ConfigureAwait(false);
        var ended = result.Verdict?.Rule ?? (limit.IsCancellationRequested ? "time" : "all stages");
        return PlanAssembly.Make(
            problem, result, cancellation.IsCancellationRequested ? "cancelled" : ended, report.Trace, notes);
    }

    private static IStopRule Rules(ConvoyPlanOptions options)
    {
        var rules = new List<IStopRule> { StopRule.Gap(options.Gap) };
        if (options.WorkLimit is { } work) rules.Add(StopRule.Work(work));
        if (options.TimeLimit is { } time) rules.Add(StopRule.Time(time));
        return StopRule.Any(rules);
    }

    /// <summary>More for many convoys: there the ascent still rises where the master's first rounds only cost time.</summary>
    private static int AscentRounds(ConvoyColumns problem, int rounds) =>
        !problem.CanPrice ? 0 : problem.CommodityCount >= ManyConvoys ? ManyRounds * rounds : rounds;

    private static OptimiserOptions OptionsOf(ConvoyColumns problem, ConvoyPlanOptions options) => new()
    {
        Columns = options.Columns with
        {
            Threads = options.Threads,
            AscentRounds = AscentRounds(problem, options.Columns.AscentRounds),
            AscentStride = problem.AscentStride,
        },
        Seed = options.Seed,
        MoneyStep = JourneyRequest.MillisecondsPerSecond,
        Master = problem.CanPrice,
        MasterRounds = 1_000,
        // Cuts change the prices for some rounds before the bound follows.
        MasterPatience = 40,
        MasterSearchShare = 1,
        SearchShare = 2,
        PoolWork = 1,
        Pool = options.PoolChoice && problem.CanPrice,
        PoolColumnsPerSerial = 60,
        Search = options.NeighbourhoodSearch,
        SearchWork = 4_000_000,
        Dive = options.Dive,
        SearchChains = options.SearchChains,
        Neighbourhoods = new NeighbourhoodOptions { Overtaking = options.Overtaking, GroupMax = GroupMax },
        // With the search on, only a limit or a proof ends the run; without it nothing new comes after the first choice.
        IdleRounds = options.NeighbourhoodSearch ? int.MaxValue : 1,
    };
}
