namespace MilMobility.Civil.Pricing;

/// <summary>
/// The local queue behind a column that takes one lane while it passes a point. With capacity c of all lanes, r of the others
/// (0 on a single lane: nobody overtakes a column), civil demand q and pass time p in hours, a queue grows at q - r for p and
/// clears at c - q. Its area, the delay, is p^2 (q - r)(c - r) / (2 (c - q)) vehicle-hours; per unit of the lane capacity taken,
/// (c - r) p, it is p (q - r) / (2 (c - q)) hours. No queue forms while q is at most r.
///
/// A column meets a link once, so each link counts as one point. That is too low: on six kilometres, at half the civil speed, the queue
/// behind the moving column holds four times as many vehicle-hours (MovingBottleneck), so the price is a lower bound of the delay.
/// A typical pass time stands for all columns, so that the price per unit does not depend on who uses it.
///
/// Source: deterministic queueing, Newell 1982 (doi:10.1007/978-94-009-5970-5); moving bottlenecks, Munoz and Daganzo 2002.
/// Limits: an estimate; the equilibrium assessment replaces it.
/// </summary>
public static class LaneLoss
{
    /// <summary>Delay in hours per unit of lane capacity taken.</summary>
    /// <param name="capacity">Per hour, all lanes of the direction.</param>
    /// <param name="lanes">Lanes of the direction, at least 1.</param>
    /// <param name="demand">Civil demand per hour.</param>
    /// <param name="passHours">Typical pass time of a column.</param>
    public static double HoursPerUnit(double capacity, int lanes, double demand, double passHours)
    {
        var beside = capacity * (lanes - 1) / lanes;
        if (demand <= beside) return 0;
        return demand >= capacity ? double.PositiveInfinity : passHours * (demand - beside) / (2 * (capacity - demand));
    }
}
