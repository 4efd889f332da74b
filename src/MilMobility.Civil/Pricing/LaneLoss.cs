using MilMobility.Civil.Bottlenecks;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// What a column costs the traffic of one road per unit of capacity that rule 12 says it uses: the delay of the moving bottleneck
/// (<see cref="MovingBottleneck"/>) over the lane that it takes for its pass time. With capacity c of all lanes, r of the others (0 on a
/// single lane: nobody overtakes a column), civil demand q, pass time p and T the time for which the road's far end is restricted
/// (p, and what the column needs longer for the road than others do), the delay is T^2 (q - r)(c - r) / (2 (c - q))
/// vehicle-hours and the use (c - r) p: T^2 (q - r) / (2 p (c - q)) hours per unit. No queue forms while q is at most r.
///
/// A typical pass time and the march speed stand for all columns, so that the price per unit does not depend on who uses it. It is exact
/// for such a column alone, and what columns cost each other comes on top: queues that meet hold more than the sum of both. So prices
/// are meant as a lower bound of the delay where nobody diverts, and a bound that the planner proves with them stays one.
///
/// Source: deterministic queueing, Newell 1982 (doi:10.1007/978-94-009-5970-5); moving bottlenecks, Munoz and Daganzo 2002.
/// Limits: shorter columns than the typical one cost less than their price on short roads; the assessment is the account.
/// </summary>
public static class LaneLoss
{
    /// <summary>Delay in hours per unit of lane capacity taken.</summary>
    /// <param name="capacity">Per hour, all lanes of the direction.</param>
    /// <param name="lanes">Lanes of the direction, at least 1.</param>
    /// <param name="demand">Civil demand per hour.</param>
    /// <param name="passHours">Typical pass time of a column.</param>
    /// <param name="restrictedHours">How long the road's far end is restricted; the pass time for a point.</param>
    public static double HoursPerUnit(double capacity, int lanes, double demand, double passHours, double restrictedHours)
    {
        var beside = capacity * (lanes - 1) / lanes;
        return MovingBottleneck.Queue(capacity, beside, demand, restrictedHours).DelayHours / ((capacity - beside) * passHours);
    }
}
