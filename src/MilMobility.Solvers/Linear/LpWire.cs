using MilMobility.Solvers.MathOptWire;

namespace MilMobility.Solvers.Linear;

/// <summary>Puts a program, what changed in it and a start basis into MathOpt's messages. Ids are indices.</summary>
internal static class LpWire
{
    private const int PrimalSimplex = 1;
    private const int PresolveOff = 1;
    private const double IterationsPerWork = 1_000;

    public static SolveRequest Create(LpData data) => new()
    {
        SolverType = SolverType.Glop,
        Model = new Model
        {
            Variables = Columns(data, 0),
            LinearConstraints = Rows(data, 0),
            Objective = new Objective { LinearCoefficients = Costs(data, Enumerable.Range(0, data.Cost.Count)) },
            LinearConstraintMatrix = Matrix(data, 0),
        },
    };

    /// <summary>
    /// Primal simplex without presolve: a solve after columns were added goes on from the last basis, which stays
    /// primal feasible, and presolve would throw that away.
    /// </summary>
    public static SolveRequest Solve(SolveLimits limits, LpBasis? basis)
    {
        var request = new SolveRequest
        {
            SolverType = SolverType.Glop,
            Parameters = new SolveParameters
            {
                TimeLimit = new Duration
                {
                    Seconds = (long)limits.Time.TotalSeconds,
                    Nanos = (int)(limits.Time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick),
                },
                IterationLimit = (long)Math.Ceiling(Math.Min(limits.Work * IterationsPerWork, 1e15)),
                Threads = 1,
                RandomSeed = limits.Seed,
                LpAlgorithm = PrimalSimplex,
                Presolve = PresolveOff,
            },
        };
        if (basis is not null) request.ModelParameters = new ModelSolveParameters { InitialBasis = Start(basis) };
        return request;
    }

    /// <summary>Everything that changed since the last solve; empty bytes when nothing did.</summary>
    public static ModelUpdate Update(LpData data, LpChanges changes)
    {
        var update = new ModelUpdate();
        if (changes.SentColumns < data.Cost.Count) update.NewVariables = Columns(data, changes.SentColumns);
        if (changes.SentRows < data.RowLower.Count) update.NewLinearConstraints = Rows(data, changes.SentRows);
        if (changes.SentEntries < data.Entries.Count)
            update.LinearConstraintMatrixUpdates = Matrix(data, changes.SentEntries);

        var priced = changes.Costs.Concat(Enumerable.Range(changes.SentColumns, data.Cost.Count - changes.SentColumns));
        var costs = Costs(data, priced, keepZero: true);
        if (costs.Ids.Count > 0) update.ObjectiveUpdates = new ObjectiveUpdates { LinearCoefficients = costs };
        if (changes.ColumnBounds.Count > 0)
        {
            update.VariableUpdates = new VariableUpdates
            {
                LowerBounds = Vector(changes.ColumnBounds, data.ColumnLower),
                UpperBounds = Vector(changes.ColumnBounds, data.ColumnUpper),
            };
        }

        if (changes.RowBounds.Count > 0)
        {
            update.LinearConstraintUpdates = new LinearConstraintUpdates
            {
                LowerBounds = Vector(changes.RowBounds, data.RowLower),
                UpperBounds = Vector(changes.RowBounds, data.RowUpper),
            };
        }

        return update;
    }

    public static double WorkOf(SolveResult result) => (result.SolveStats?.SimplexIterations ?? 0) / IterationsPerWork;

    public static double SecondsOf(SolveResult result) =>
        result.SolveStats?.SolveTime is { } time ? time.Seconds + time.Nanos * 1e-9 : 0;

    public static double[] Dense(SparseDoubleVector vector, int length)
    {
        var values = new double[length];
        for (var e = 0; e < vector.Ids.Count; e++) values[vector.Ids[e]] = vector.Values[e];
        return values;
    }

    public static LpBasis BasisOf(Basis basis, int columns, int rows) =>
        new(Dense(basis.VariableStatus, columns), Dense(basis.ConstraintStatus, rows));

    private static LpStatus[] Dense(SparseBasisStatusVector vector, int length)
    {
        var statuses = new LpStatus[length];
        for (var e = 0; e < vector.Ids.Count; e++) statuses[vector.Ids[e]] = (LpStatus)vector.Values[e];
        return statuses;
    }

    private static Variables Columns(LpData data, int first)
    {
        var columns = new Variables();
        for (var j = first; j < data.Cost.Count; j++)
        {
            columns.Ids.Add(j);
            columns.LowerBounds.Add(data.ColumnLower[j]);
            columns.UpperBounds.Add(data.ColumnUpper[j]);
            columns.Integers.Add(false);
        }

        return columns;
    }

    private static LinearConstraints Rows(LpData data, int first)
    {
        var rows = new LinearConstraints();
        for (var i = first; i < data.RowLower.Count; i++)
        {
            rows.Ids.Add(i);
            rows.LowerBounds.Add(data.RowLower[i]);
            rows.UpperBounds.Add(data.RowUpper[i]);
        }

        return rows;
    }

    private static SparseDoubleVector Costs(LpData data, IEnumerable<int> columns, bool keepZero = false)
    {
        var costs = new SparseDoubleVector();
        foreach (var j in columns)
        {
            if (!keepZero && data.Cost[j] == 0) continue;
            costs.Ids.Add(j);
            costs.Values.Add(data.Cost[j]);
        }

        return costs;
    }

    private static SparseDoubleVector Vector(SortedSet<int> indices, List<double> values)
    {
        var vector = new SparseDoubleVector();
        foreach (var index in indices)
        {
            vector.Ids.Add(index);
            vector.Values.Add(values[index]);
        }

        return vector;
    }

    /// <summary>MathOpt wants entries in order of row, then column.</summary>
    private static SparseDoubleMatrix Matrix(LpData data, int first)
    {
        var entries = data.Entries.GetRange(first, data.Entries.Count - first);
        entries.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        var matrix = new SparseDoubleMatrix();
        foreach (var entry in entries)
        {
            matrix.RowIds.Add(entry.Row);
            matrix.ColumnIds.Add(entry.Column);
            matrix.Coefficients.Add(entry.Coefficient);
        }

        return matrix;
    }

    private static Basis Start(LpBasis basis)
    {
        var start = new Basis { VariableStatus = new(), ConstraintStatus = new() };
        for (var j = 0; j < basis.Columns.Length; j++)
        {
            start.VariableStatus.Ids.Add(j);
            start.VariableStatus.Values.Add((int)basis.Columns[j]);
        }

        for (var i = 0; i < basis.Rows.Length; i++)
        {
            start.ConstraintStatus.Ids.Add(i);
            start.ConstraintStatus.Values.Add((int)basis.Rows[i]);
        }

        return start;
    }
}
