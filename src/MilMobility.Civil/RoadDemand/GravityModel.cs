namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Trips between zones by the doubly constrained gravity model: T_ij = a_i b_j O_i D_j exp(-l t_ij), the matrix of greatest entropy among
/// those with the same trips from and to every zone and the same time in all. Trips within a zone are not modelled: the diagonal is 0, and
/// O and D count trips to and from elsewhere.
/// Source: Wilson 1967 (doi:10.1016/0041-1647(67)90035-4). Limits: where trips begin and end follows the inhabitants, both ways alike;
/// there are no jobs by place in the data, so a peak has no direction (assumed).
/// </summary>
public static class GravityModel
{
    private const double Tolerance = 1e-7;
    private const int IterationsMax = 2_000;

    /// <summary>Shares of all trips by origin and destination, n * n by origin; their sum is 1.</summary>
    /// <param name="inhabitants">By zone, > 0; at least three zones, none with half of all inhabitants.</param>
    /// <param name="hours">Travel times, n * n by origin; infinite where there is no way.</param>
    /// <param name="deterrence">Per hour of travel time, at least 0.</param>
    /// <exception cref="InvalidOperationException">The zones cannot be balanced, for there are none to travel to.</exception>
    public static double[] Shares(IReadOnlyList<double> inhabitants, IReadOnlyList<double> hours, double deterrence)
    {
        var n = inhabitants.Count;
        var (cells, ends, total) = (new double[n * n], new double[n], inhabitants.Sum());
        for (var i = 0; i < n; i++)
        {
            ends[i] = inhabitants[i] / total;
            for (var j = 0; j < n; j++)
                if (i != j) cells[(i * n) + j] = inhabitants[i] * inhabitants[j] * Math.Exp(-deterrence * hours[(i * n) + j]);
        }

        var (iterations, error) = Furness.Balance(cells, ends, ends, Tolerance, IterationsMax);
        return error <= Tolerance ? cells
            : throw new InvalidOperationException($"{n} zones are not balanced after {iterations} rounds; a row is {error:g3} off");
    }
}
