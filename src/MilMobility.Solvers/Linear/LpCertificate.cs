namespace MilMobility.Solvers.Linear;

/// <summary>
/// Recomputes what makes a solution optimal. With d = c - A'y, weak duality gives for any y
/// <code>  bound(y) = sum_i (y_i > 0 ? y_i lower_i : y_i upper_i) + sum_j (d_j > 0 ? d_j lower_j : d_j upper_j)  </code>
/// so a feasible x whose cost equals bound(y) is optimal. O(entries).
/// </summary>
internal static class LpCertificate
{
    /// <summary>Relative to one plus the absolute sum of the terms compared; the simplex works to about 1e-7.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Reduced costs c - A'y.</summary>
    public static double[] ReducedCosts(LpData data, double[] duals)
    {
        var reduced = data.Cost.ToArray();
        foreach (var entry in data.Entries) reduced[entry.Column] -= entry.Coefficient * duals[entry.Row];
        return reduced;
    }

    public static double Objective(LpData data, double[] primal)
    {
        double objective = 0;
        for (var j = 0; j < primal.Length; j++) objective += data.Cost[j] * primal[j];
        return objective;
    }

    /// <summary>What fails, such as <c>row 3 = 2; must be 0 to 1</c>; null when the solution is proven optimal.</summary>
    public static string? FirstFault(LpData data, double[] primal, double[] duals, double[] reducedCosts) =>
        PrimalFault(data, primal) ?? DualFault(data, primal, duals, reducedCosts);

    private static string? PrimalFault(LpData data, double[] primal)
    {
        var sum = new double[data.RowLower.Count];
        var size = new double[sum.Length];
        foreach (var entry in data.Entries)
        {
            var term = entry.Coefficient * primal[entry.Column];
            sum[entry.Row] += term;
            size[entry.Row] += Math.Abs(term);
        }

        for (var i = 0; i < sum.Length; i++)
        {
            if (IsOutside(sum[i], data.RowLower[i], data.RowUpper[i], size[i]))
                return $"row {i} = {sum[i]:R}; must be {data.RowLower[i]:R} to {data.RowUpper[i]:R}";
        }

        for (var j = 0; j < primal.Length; j++)
        {
            if (IsOutside(primal[j], data.ColumnLower[j], data.ColumnUpper[j], Math.Abs(primal[j])))
                return $"column {j} = {primal[j]:R}; must be {data.ColumnLower[j]:R} to {data.ColumnUpper[j]:R}";
        }

        return null;
    }

    private static string? DualFault(LpData data, double[] primal, double[] duals, double[] reducedCosts)
    {
        var columnSize = data.Cost.Select(Math.Abs).ToArray();
        foreach (var entry in data.Entries) columnSize[entry.Column] += Math.Abs(entry.Coefficient * duals[entry.Row]);

        double bound = 0;
        double size = 0;
        for (var i = 0; i < duals.Length; i++)
        {
            if (!AddTerm(duals[i], data.RowLower[i], data.RowUpper[i], duals[i], ref bound, ref size))
                return $"row {i}: dual {duals[i]:R} prices a side that has no limit";
        }

        for (var j = 0; j < primal.Length; j++)
        {
            if (!AddTerm(reducedCosts[j], data.ColumnLower[j], data.ColumnUpper[j], columnSize[j], ref bound, ref size))
                return $"column {j}: reduced cost {reducedCosts[j]:R} prices a side that has no limit";
        }

        double objective = 0;
        for (var j = 0; j < primal.Length; j++)
        {
            objective += data.Cost[j] * primal[j];
            size += Math.Abs(data.Cost[j] * primal[j]);
        }

        return Math.Abs(objective - bound) <= Tolerance * (1 + size)
            ? null
            : $"cost {objective:R} and dual bound {bound:R} differ";
    }

    /// <summary>False when a price that is more than rounding stands on a limit that does not exist.</summary>
    private static bool AddTerm(
        double price, double lower, double upper, double magnitude, ref double bound, ref double size)
    {
        var limit = price > 0 ? lower : upper;
        if (double.IsInfinity(limit)) return Math.Abs(price) <= Tolerance * (1 + Math.Abs(magnitude));
        bound += price * limit;
        size += Math.Abs(price * limit);
        return true;
    }

    private static bool IsOutside(double value, double lower, double upper, double size) =>
        !(value >= lower - Tolerance * (1 + size)) || !(value <= upper + Tolerance * (1 + size));
}
