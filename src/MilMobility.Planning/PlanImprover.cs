using MilMobility.Domain.Plans;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Pool;
using MilMobility.Optimisation.Stopping;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Pool;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;

namespace MilMobility.Planning;

/// <summary>
/// Improves a movement plan by the optimiser's integer stages: large-neighbourhood search with the independent optima as bounds and
/// the destinations as corridors, and the choice from the pool of all columns met. One draft, one thread.
/// </summary>
internal sealed class PlanImprover
{
    private readonly MissionColumns _columns;
    private readonly MissionDraft _draft;
    private readonly ColumnPool _pool;
    private readonly PlanReporter _report;
    private readonly LargeNeighbourhoodSearch _search;
    private readonly ConvergenceTrace _trace;

    /// <param name="columns">The problem.</param>
    /// <param name="bounds">Bounds of its serials.</param>
    /// <param name="draft">The plan; changed in place.</param>
    /// <param name="pool">Takes every column met.</param>
    /// <param name="report">Told of what improves.</param>
    public PlanImprover(
        MissionColumns columns, IndependentOptima bounds, MissionDraft draft, ColumnPool pool, PlanReporter report)
    {
        _columns = columns;
        _draft = draft;
        _pool = pool;
        _report = report;
        var options = new NeighbourhoodOptions { Seed = columns.Problem.Scenario.Limits.Seed };
        _trace = new ConvergenceTrace { Improved = p => report.Stage(p.Stage, draft.Plan, "") };
        _search = new LargeNeighbourhoodSearch(draft, SeamsOf(columns, bounds), options) { Inserted = column => pool.Add(column) };
    }

    /// <summary>Large-neighbourhood search for an amount of work.</summary>
    public void Improve(long work, CancellationToken cancellation) =>
        _search.Improve(StopRule.Work(work), _trace, cancellation);

    /// <summary>The choice from the pool within the scenario's limits; true beside it if the clock ended it.</summary>
    public async Task<(PoolOutcome Outcome, bool ClockEnded)> ChooseAsync(
        ISetPartitioningSolver solver, TimeSpan time, CancellationToken cancellation)
    {
        var limits = _columns.Problem.Scenario.Limits;
        _report.Stage("pool", _draft.Plan, $"{_pool.Count} columns");
        var outcome = await PoolChoice.ChooseAsync(
            _columns, _pool, _draft, null, solver, new SolveLimits(time, limits.PoolWork, Math.Max(0, limits.Seed)),
            new MissionPoolRules(_columns), cancellation).ConfigureAwait(false);
        var status = outcome.Status switch
        {
            PoolStatus.Optimal => "optimal",
            PoolStatus.Feasible => "feasible",
            _ => "no-solution",
        };
        _report.Stage("pool", _draft.Plan, $"{outcome.Columns} columns, {outcome.Rows} rows, {status}");
        return (new PoolOutcome(outcome.Columns, status, outcome.Before, outcome.After, outcome.Bound), outcome.ClockEnded);
    }

    private static SerialSeams SeamsOf(MissionColumns columns, IndependentOptima bounds)
    {
        var problem = columns.Problem;
        var corridors = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new int[problem.Count];
        var alone = new Column?[problem.Count];
        for (var k = 0; k < problem.Count; k++)
        {
            var ends = string.Join(' ', problem.Serials[k].Destinations);
            if (!corridors.TryGetValue(ends, out groups[k])) corridors[ends] = groups[k] = corridors.Count;
            alone[k] = bounds.Itineraries[k] is { } itinerary ? columns.ColumnOf(columns.CommodityOf(k), itinerary) : null;
        }

        return new SerialSeams(k => problem.PenaltyMicroEuros[k], k => bounds.BoundMicroEuros[k])
        {
            GroupOf = k => groups[k],
            Alone = k => alone[k],
        };
    }
}
