namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Balances a matrix so that its rows and columns have given sums: iterative proportional fitting, the factors of rows and columns in
/// turn. Of all matrices with these sums it is the one nearest to the first in relative entropy. Converges where the sums agree and the
/// cells that are not 0 can carry them. O(iterations * n^2).
/// Source: Furness 1965, Traffic Engineering and Control 7; convergence, Sinkhorn and Knopp 1967 (doi:10.2140/pjm.1967.21.343).
/// </summary>
public static class Furness
{
    /// <summary>Balances in place.</summary>
    /// <param name="cells">n * n cells by row, at least 0; afterwards balanced.</param>
    /// <param name="rows">Sums of the rows, at least 0.</param>
    /// <param name="columns">Sums of the columns, with the same total.</param>
    /// <param name="tolerance">Largest relative error of a row's sum that is enough; columns fit exactly.</param>
    /// <param name="iterationsMax">Rounds at most.</param>
    /// <returns>Rounds and the largest relative error of a row's sum.</returns>
    public static (int Iterations, double Error) Balance(
        double[] cells, ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, double tolerance, int iterationsMax)
    {
        var n = rows.Length;
        if (columns.Length != n || cells.Length != n * n)
            throw new ArgumentException($"{cells.Length} cells, {n} rows, {columns.Length} columns: not a square matrix", nameof(cells));
        var sums = new double[n];
        var error = double.PositiveInfinity;
        for (var iteration = 1; iteration <= iterationsMax; iteration++)
        {
            for (var i = 0; i < n; i++) Scale(cells.AsSpan(i * n, n), rows[i]);
            Array.Clear(sums);
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) sums[j] += cells[(i * n) + j];
            for (var j = 0; j < n; j++) sums[j] = sums[j] > 0 ? columns[j] / sums[j] : 0;
            error = 0;
            for (var i = 0; i < n; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < n; j++) sum += cells[(i * n) + j] *= sums[j];
                if (rows[i] > 0) error = Math.Max(error, Math.Abs((sum / rows[i]) - 1));
            }

            if (error <= tolerance) return (iteration, error);
        }

        return (iterationsMax, error);
    }

    private static void Scale(Span<double> row, double sum)
    {
        var now = 0.0;
        foreach (var cell in row) now += cell;
        var factor = now > 0 ? sum / now : 0;
        foreach (ref var cell in row) cell *= factor;
    }
}
