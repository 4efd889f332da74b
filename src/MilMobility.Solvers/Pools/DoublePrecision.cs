namespace MilMobility.Solvers.Pools;

/// <summary>Whether a model of integers can be handed to a solver that computes in doubles.</summary>
internal static class DoublePrecision
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

    private static bool IsExact(long value) => value is > -ExactMax and < ExactMax;
}
