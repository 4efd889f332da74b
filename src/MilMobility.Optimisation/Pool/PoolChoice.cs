using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;

namespace MilMobility.Optimisation.Pool;

/// <summary>
/// Chooses among the columns of a pool and puts the choice into a draft. The solver is never trusted: its choice goes in column
/// by column, what the draft refuses is inserted by search, and the plan at hand comes back unless the new one is cheaper.
/// Deterministic while the work limit, not the clock, ends the solve. Stateless; one draft, one thread.
/// </summary>
public static class PoolChoice
{
    /// <param name="problem">The problem.</param>
    /// <param name="pool">Columns to choose from; those of the plan are added.</param>
    /// <param name="draft">The plan at hand; holds the better one afterwards.</param>
    /// <param name="free">Serials up for choice, each once; null for all.</param>
    /// <param name="solver">Solver.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="rules">Rules beyond capacities, null for none.</param>
    /// <param name="cancellation">Ends the choice with the plan at hand.</param>
    /// <exception cref="Solvers.Runtime.EngineException">The engine cannot be used.</exception>
    public static async Task<PoolChoiceOutcome> ChooseAsync(
        IColumnProblem problem, ColumnPool pool, IPlanDraft draft, IReadOnlyList<int>? free, ISetPartitioningSolver solver,
        SolveLimits limits, IPoolRules? rules, CancellationToken cancellation)
    {
        var before = PlanColumns.Of(draft);
        int[] serials = free is null ? [.. Enumerable.Range(0, draft.SerialCount)] : [.. free.Order()];
        var program = PoolCompiler.Compile(problem, draft, serials, pool.Of, rules);
        var outcome = await solver.SolveAsync(program.Model, limits, cancellation).ConfigureAwait(false);
        var (status, solution, bound, stop) = outcome switch
        {
            Optimal<PoolSolution> o => (PoolStatus.Optimal, o.Solution, o.Objective, (StopReason?)null),
            Feasible<PoolSolution> f => (PoolStatus.Feasible, f.Solution, f.Bound, f.Stop),
            NoSolution<PoolSolution> n => (PoolStatus.NoSolution, null, n.Bound, n.Stop),
            _ => (PoolStatus.NoSolution, null, 0L, null),
        };
        var refused = 0;
        if (solution is not null && !cancellation.IsCancellationRequested)
        {
            refused = Apply(draft, serials, program.Columns, solution, cancellation);
            if (draft.Objective >= before.Objective) before.Restore(draft);
        }

        return new PoolChoiceOutcome(
            program.Columns.Count, program.Model.RowCount, status, before.Objective, draft.Objective, bound, refused,
            outcome.Effort.Work, stop == StopReason.TimeLimit);
    }

    /// <summary>Makes the draft hold the choice; returns how many columns it refused.</summary>
    private static int Apply(
        IPlanDraft draft, int[] serials, IReadOnlyList<PoolColumn> columns, PoolSolution solution, CancellationToken cancellation)
    {
        var chosen = new Dictionary<(int Commodity, object Journey), (Column Column, long Left)>();
        foreach (var column in columns)
        {
            if (solution.Values[column.Variable] > 0)
                chosen[(column.Column.Commodity, column.Column.Journey)] = (column.Column, solution.Values[column.Variable]);
        }

        // Who has a chosen column keeps it; the others make room before anyone goes in.
        foreach (var serial in serials)
        {
            if (draft[serial] is not { } column) continue;
            var key = (column.Commodity, column.Journey);
            if (chosen.TryGetValue(key, out var some) && some.Left > 0) chosen[key] = (some.Column, some.Left - 1);
            else draft.Remove(serial);
        }

        var open = new Dictionary<int, Queue<Column>>();
        foreach (var column in columns)
        {
            if (!chosen.TryGetValue((column.Column.Commodity, column.Column.Journey), out var some)) continue;
            if (!open.TryGetValue(column.Column.Commodity, out var queue)) open[column.Column.Commodity] = queue = [];
            for (var i = 0; i < some.Left; i++) queue.Enqueue(some.Column);
        }

        return Fill(draft, serials, open, cancellation);
    }

    private static int Fill(
        IPlanDraft draft, int[] serials, Dictionary<int, Queue<Column>> open, CancellationToken cancellation)
    {
        var refused = 0;
        var rest = new List<int>();
        foreach (var serial in serials)
        {
            if (draft[serial] is not null) continue;
            var given = open.TryGetValue(draft.CommodityOf(serial), out var queue) && queue.TryDequeue(out var column) ? column : null;
            if (given is not null && draft.TryAdd(serial, given)) continue;
            if (given is not null) refused++;
            rest.Add(serial);
        }

        try
        {
            foreach (var serial in rest) draft.Insert(serial, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The caller puts the plan at hand back when this one is dearer.
            return refused;
        }

        return refused;
    }
}
