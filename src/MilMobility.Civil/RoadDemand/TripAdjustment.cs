using MilMobility.Equilibrium;

namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Brings a matrix of trips nearer to flows that the data state, with the ways that an equilibrium takes.
///
/// Given shares p of the trips g of a pair on link a, minimises Z(g) = 1/2 sum over a of w_a (v_a - f_a)^2 / f_a with v = p g, f the flow
/// stated and w its weight, by steps g := g (1 - l dZ/dg) from the gravity model's matrix: each pair changes by a share of itself, so that
/// pairs without trips get none and the matrix keeps the structure of the first. l is the best one along the line, small enough that no
/// pair falls below a fifth in a step. Every pair stays within a factor of what the gravity model gave it.
/// dZ/dg is the mean over the paths of the pair of w (v - f) / f: one sweep over the bushes. O(steps * origins * links).
/// Source: Spiess 1990, A gradient approach for the O-D matrix adjustment problem, CRT 693, Montreal; the weights are those of GEH.
/// Limits: far fewer flows than pairs: of the many matrices that fit it finds one near the gravity model's, not the true one.
/// </summary>
public static class TripAdjustment
{
    private const double LeastShareOfStep = 0.2;

    /// <summary>Adjusts in place.</summary>
    /// <param name="shares">Ways that trips take.</param>
    /// <param name="trips">Vehicles per hour, zones * zones by origin.</param>
    /// <param name="prior">The gravity model's; the same array may not be given twice.</param>
    /// <param name="stated">By road, the first links of the network: vehicles per hour.</param>
    /// <param name="weight">By road: weight of the flow stated, at least 0; 0 for none.</param>
    /// <param name="factorMax">Largest factor between a pair and its prior, above 1.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="cancellation">Ends with an exception.</param>
    public static void Adjust(
        PathShares shares, double[] trips, double[] prior, double[] stated, double[] weight, double factorMax, int steps,
        CancellationToken cancellation)
    {
        var flow = shares.Load(trips);
        var (value, gradient, change) = (new double[flow.Length], new double[trips.Length], new double[trips.Length]);
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var a = 0; a < stated.Length; a++) value[a] = Relative(weight[a], stated[a]) * (flow[a] - stated[a]);
            shares.Means(value, gradient);
            var largest = 0.0;
            for (var i = 0; i < trips.Length; i++)
            {
                change[i] = -trips[i] * gradient[i];
                largest = Math.Max(largest, trips[i] > 0 ? gradient[i] : 0);
            }

            var moved = shares.Load(change);
            var (along, across) = (0.0, 0.0);
            for (var a = 0; a < stated.Length; a++)
            {
                along -= value[a] * moved[a];
                across += Relative(weight[a], stated[a]) * moved[a] * moved[a];
            }

            if (!(across > 0)) return;
            var length = Math.Min(along / across, largest > 0 ? (1 - LeastShareOfStep) / largest : double.PositiveInfinity);
            var isLinear = true;
            for (var i = 0; i < trips.Length; i++)
            {
                var next = trips[i] + (length * change[i]);
                trips[i] = Math.Clamp(next, prior[i] / factorMax, prior[i] * factorMax);
                isLinear &= trips[i] == next;
            }

            if (!isLinear) flow = shares.Load(trips);
            else for (var a = 0; a < flow.Length; a++) flow[a] += length * moved[a];
        }
    }

    /// <summary>Weight of a squared error; a flow stated below one vehicle counts as one, so that an empty road does not decide.</summary>
    private static double Relative(double weight, double stated) => weight > 0 ? weight / Math.Max(1, stated) : 0;
}
