using MilMobility.Solvers.MathOptWire;

namespace MilMobility.Solvers.Pools;

/// <summary>Puts an integer program into MathOpt's messages. Ids are indices; costs are in units of their common divisor.</summary>
internal static class MipWire
{
    /// <summary>From 2^53 on a double no longer tells neighbouring integers apart.</summary>
    private const long ExactMax = 1L << 53;

    /// <summary>Greatest common divisor of all costs, at least 1: every objective is a multiple of it.</summary>
    public static long CostUnit(PoolModel model)
    {
        long divisor = 0;
        foreach (var cost in model.Cost)
        {
            var (a, b) = (divisor, Math.Abs(cost));
            while (b != 0) (a, b) = (b, a % b);
            divisor = a;
        }

        return Math.Max(1, divisor);
    }

    /// <summary>The first number of the model that a double does not hold exactly, null when all are held.</summary>
    public static string? FirstInexact(PoolModel model, long costUnit)
    {
        for (var j = 0; j < model.VariableCount; j++)
        {
            if (!IsExact(model.Cost[j] / costUnit)) return $"the cost {model.Cost[j]} of variable {j}";
            if (!IsExact(model.VariableLower[j])) return $"the lower limit {model.VariableLower[j]} of variable {j}";
            if (!IsExact(model.VariableUpper[j])) return $"the upper limit {model.VariableUpper[j]} of variable {j}";
        }

        for (var i = 0; i < model.RowCount; i++)
        {
            if (model.RowLower[i] != long.MinValue && !IsExact(model.RowLower[i]))
                return $"the lower limit {model.RowLower[i]} of row {i}";
            if (model.RowUpper[i] != long.MaxValue && !IsExact(model.RowUpper[i]))
                return $"the upper limit {model.RowUpper[i]} of row {i}";
        }

        var entry = Array.FindIndex(model.EntryCoefficient, c => !IsExact(c));
        return entry < 0 ? null : $"the coefficient {model.EntryCoefficient[entry]}";
    }

    public static SolveRequest Solve(PoolModel model, long costUnit, SolveLimits limits)
    {
        var request = new SolveRequest
        {
            SolverType = SolverType.Gscip,
            Model = new Model
            {
                Variables = Variables(model),
                LinearConstraints = Rows(model),
                Objective = new Objective { LinearCoefficients = Costs(model, costUnit) },
                LinearConstraintMatrix = Matrix(model),
            },
            Parameters = new SolveParameters
            {
                TimeLimit = new Duration
                {
                    Seconds = (long)limits.Time.TotalSeconds,
                    Nanos = (int)(limits.Time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick),
                },
                NodeLimit = (long)Math.Ceiling(Math.Min(limits.Work, 1e15)),
                Threads = 1,
                RandomSeed = limits.Seed,
                RelativeGapTolerance = 0,
                AbsoluteGapTolerance = 0,
            },
            ModelParameters = new ModelSolveParameters
            {
                VariableValuesFilter = new SparseVectorFilter { SkipZeroValues = true },
            },
        };
        if (Hint(model) is { } hint) request.ModelParameters.SolutionHints.Add(hint);
        return request;
    }

    /// <summary>SCIP's values as integers; what rounding breaks, the check of the model finds.</summary>
    public static long[] Rounded(SparseDoubleVector vector, int length)
    {
        var values = new long[length];
        for (var e = 0; e < vector.Ids.Count; e++) values[vector.Ids[e]] = (long)Math.Round(vector.Values[e]);
        return values;
    }

    private static bool IsExact(long value) => value is > -ExactMax and < ExactMax;

    private static Variables Variables(PoolModel model)
    {
        var variables = new Variables();
        for (var j = 0; j < model.VariableCount; j++)
        {
            variables.Ids.Add(j);
            variables.LowerBounds.Add(model.VariableLower[j]);
            variables.UpperBounds.Add(model.VariableUpper[j]);
            variables.Integers.Add(true);
        }

        return variables;
    }

    private static LinearConstraints Rows(PoolModel model)
    {
        var rows = new LinearConstraints();
        for (var i = 0; i < model.RowCount; i++)
        {
            rows.Ids.Add(i);
            rows.LowerBounds.Add(model.RowLower[i] == long.MinValue ? double.NegativeInfinity : model.RowLower[i]);
            rows.UpperBounds.Add(model.RowUpper[i] == long.MaxValue ? double.PositiveInfinity : model.RowUpper[i]);
        }

        return rows;
    }

    private static SparseDoubleVector Costs(PoolModel model, long costUnit)
    {
        var costs = new SparseDoubleVector();
        for (var j = 0; j < model.VariableCount; j++)
        {
            if (model.Cost[j] == 0) continue;
            costs.Ids.Add(j);
            costs.Values.Add(model.Cost[j] / costUnit);
        }

        return costs;
    }

    /// <summary>MathOpt wants entries in order of row, then column, and none that is 0.</summary>
    private static SparseDoubleMatrix Matrix(PoolModel model)
    {
        var matrix = new SparseDoubleMatrix();
        for (var i = 0; i < model.RowCount; i++)
        {
            var entries = model.RowStart[i]..model.RowStart[i + 1];
            var variables = model.EntryVariable[entries];
            var coefficients = model.EntryCoefficient[entries];
            Array.Sort(variables, coefficients);
            for (var e = 0; e < variables.Length; e++)
            {
                if (coefficients[e] == 0) continue;
                matrix.RowIds.Add(i);
                matrix.ColumnIds.Add(variables[e]);
                matrix.Coefficients.Add(coefficients[e]);
            }
        }

        return matrix;
    }

    private static SolutionHint? Hint(PoolModel model)
    {
        var values = new SparseDoubleVector();
        for (var j = 0; j < model.VariableCount; j++)
        {
            if (model.Hint[j] is not { } value) continue;
            values.Ids.Add(j);
            values.Values.Add(value);
        }

        return values.Ids.Count == 0 ? null : new SolutionHint { VariableValues = values };
    }
}
