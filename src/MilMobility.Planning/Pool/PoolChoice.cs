using MilMobility.Domain.Plans;
using MilMobility.Planning.FirstPlan;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;

namespace MilMobility.Planning.Pool;

/// <summary>
/// Chooses among the pool's itineraries and puts the choice into a plan. The solver is never trusted: its choice goes into a fresh
/// ledger, column by column; what the ledger refuses is inserted by the search, and the plan at hand stays unless the
/// new one is cheaper. Deterministic while the work limit, not the clock, ends the solve.
/// </summary>
internal static class PoolChoice
{
    /// <summary>Result of a choice.</summary>
    /// <param name="Draft">The better plan: the chosen one, or the one at hand.</param>
    /// <param name="Outcome">What the solver achieved.</param>
    /// <param name="ClockEnded">True if the wall clock ended the solve.</param>
    public sealed record Result(PlanDraft Draft, PoolOutcome Outcome, bool ClockEnded);

    public static async Task<Result> ChooseAsync(
        PlanProblem problem, ColumnPool pool, PlanDraft draft, ISetPartitioningSolver solver, TimeSpan time,
        PlanReporter report, CancellationToken cancellation)
    {
        var before = draft.ObjectiveMicroEuros;
        var (model, columns) = PoolCompiler.Compile(problem, pool, draft);
        report.Stage("pool", draft, $"{columns.Count} columns, {model.RowCount} rows");
        var limits = new SolveLimits(time, problem.Scenario.Limits.PoolWork, Math.Max(0, problem.Scenario.Limits.Seed));
        var outcome = await solver.SolveAsync(model, limits, cancellation).ConfigureAwait(false);
        var (status, solution, bound, stop) = outcome switch
        {
            Optimal<PoolSolution> o => ("optimal", o.Solution, o.Objective, (StopReason?)null),
            Feasible<PoolSolution> f => ("feasible", f.Solution, f.Bound, f.Stop),
            NoSolution<PoolSolution> n => ("no-solution", null, n.Bound, n.Stop),
            _ => ("no-solution", null, 0L, null),
        };
        var better = draft;
        if (solution is not null && !cancellation.IsCancellationRequested)
        {
            var chosen = Insert(problem, columns, solution, cancellation);
            if (chosen.ObjectiveMicroEuros < before) better = chosen;
        }

        return new Result(
            better, new PoolOutcome(columns.Count, status, before, better.ObjectiveMicroEuros, bound),
            stop == StopReason.TimeLimit);
    }

    private static PlanDraft Insert(
        PlanProblem problem, IReadOnlyList<Column> columns, PoolSolution solution, CancellationToken cancellation)
    {
        var draft = new PlanDraft(problem);
        var refused = new List<int>();
        foreach (var column in columns)
        {
            if (solution.IsChosen(column.Variable) && !draft.TryAdd(column.Serial, column.Itinerary)) refused.Add(column.Serial);
        }

        try
        {
            foreach (var serial in refused) draft.Insert(serial, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The caller keeps the plan it has when this one is dearer.
        }

        return draft;
    }
}
