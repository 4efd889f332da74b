namespace MilMobility.Civil.Pricing;

/// <summary>
/// Price bands from a deterministic queue at one point (a road link and direction, or a lock), carried over the hours.
///
/// The free band is the residual capacity of the hour, c - d(h). Use beyond it displaces as many civil units; they pass when
/// later hours have residual capacity. With r(j) the residual of hour h + j, the units displaced between R(j-1) and R(j),
/// R(j) = r(1) + ... + r(j), pass in the course of hour h + j: the first of them has waited j - 1/2 hours on average over
/// its hour of arrival, the last j + 1/2. Each hour's width is split in halves with the mean wait of the half, j - 1/4 and j + 1/4.
/// The bands rise, so cost is convex in use. They end at the civil floor, at the capacity, or when the queue has not
/// cleared after the hours followed.
///
/// The first band is free only where the civil demand also fits beside the movement while it passes; on a road whose other
/// lanes cannot carry the demand a local queue forms and clears within the hour (see <see cref="LaneLoss"/>): then the residual has
/// that price.
///
/// Source: D(t)/A(t) queueing diagram, Newell, Applications of Queueing Theory, 2nd ed. 1982, chapter 2 (doi:10.1007/978-94-009-5970-5).
/// Limits: point queue without spill-back; no rerouting (the user-equilibrium assessment adds it).
/// </summary>
public static class QueueBands
{
    /// <summary>Mean wait of the first half of the units that pass in the next hour; every band before it is cheaper.</summary>
    private const double FirstWaitHours = 0.75;

    /// <param name="residual">Residual capacity of the hour itself and of the hours after it, in units; may be negative.</param>
    /// <param name="demand">Civil demand of the hour, in units.</param>
    /// <param name="floorPercent">Share of the civil demand that stays protected, 0-100.</param>
    /// <param name="microEurosPerHour">Price of one unit waiting for an hour.</param>
    /// <param name="localDelayHours">Delay in the local queue while the movement passes, per unit of use; 0 where none forms.</param>
    public static CivilBand[] Of(
        ReadOnlySpan<double> residual, double demand, int floorPercent, double microEurosPerHour, double localDelayHours = 0)
    {
        var bands = new List<CivilBand>();
        var free = (int)Math.Floor(Math.Max(0, residual[0]));
        bands.Add(localDelayHours <= 0
            ? new CivilBand(free, 0, 0, DisplacementLever.Residual)
            : Band(free, Math.Min(localDelayHours, FirstWaitHours), microEurosPerHour, DisplacementLever.LaneLoss));
        var displaceable = (int)Math.Floor(demand * (100 - floorPercent) / 100.0);
        // A queue of civil traffic that stands already is served first in the later hours.
        var cumulative = Math.Min(0, residual[0]);
        var taken = 0;
        for (var j = 1; j < residual.Length && taken < displaceable; j++)
        {
            cumulative += residual[j];
            var reached = Math.Min(displaceable, (int)Math.Floor(cumulative));
            var width = reached - taken;
            if (width <= 0) continue;
            bands.Add(Band((width + 1) / 2, j - 1 + FirstWaitHours, microEurosPerHour, DisplacementLever.Queue));
            if (width > 1) bands.Add(Band(width / 2, j + 1 - FirstWaitHours, microEurosPerHour, DisplacementLever.Queue));
            taken = reached;
        }

        return [.. bands];
    }

    private static CivilBand Band(int width, double hours, double microEurosPerHour, DisplacementLever lever) =>
        new(width, (long)Math.Round(hours * microEurosPerHour), hours, lever);
}
