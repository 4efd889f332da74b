using MilMobility.Civil.WaterAssessment;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// What one military vessel costs the barges at a lock that is not full: it takes room in a lockage that some of them would have had, and
/// they go with the next, where they take that of others, until a lockage has room for all. By the clock a direction has a lockage
/// every i hours (<see cref="LockChambers"/>), in which b civil vessels come for the m that it takes; with q the room of the military
/// vessel, in civil ones, e = b + q - m go later by one, e - (m - b) of these again, and so on:
///
///     hours = i (e + (e - (m - b)) + (e - 2 (m - b)) + ...), as long as the terms are positive.
///
/// It is a mean over the moments at which the vessel may come, from below: the queue is convex in what stands in it, and so it is for
/// several vessels, whose queues meet. So a bound proved with the prices holds with the queues, as on roads (<see cref="LaneLoss"/>).
/// Limits: chambers count by their mean; a vessel of the scenario's usual size stands for all; the assessment is the account.
/// Source: deterministic queueing, Newell 1982 (doi:10.1007/978-94-009-5970-5), in lockages instead of hours.
/// </summary>
public static class LockLoss
{
    /// <summary>Barge-hours lost to one military vessel; infinite where the lock has no room for all civil vessels.</summary>
    /// <param name="station">The lock.</param>
    /// <param name="bargesPerHour">Barges that come, both directions.</param>
    /// <param name="craftPerHour">Recreational craft that come, both directions.</param>
    /// <param name="militaryShare">What the vessel takes of a lockage, 0-1.</param>
    public static double BargeHours(LockStation station, double bargesPerHour, double craftPerHour, double militaryShare)
    {
        if (bargesPerHour <= 0) return 0;
        var taken = (double)station.BargeSlots / station.Chambers.Count;
        // Craft count by the room that they take from barges.
        var craft = craftPerHour * station.BargeSlots / station.RecreationSlots;
        var come = (bargesPerHour + craft) / station.LockagesPerHour;
        if (come >= taken) return double.PositiveInfinity;
        var later = Later(come + (militaryShare * taken) - taken, taken - come);
        var hoursBetween = LockChambers.LockagesPerCycle / station.LockagesPerHour;
        return hoursBetween * later * bargesPerHour / (bargesPerHour + craft);
    }

    /// <summary>e + (e - d) + (e - 2 d) + ... while positive.</summary>
    private static double Later(double first, double step)
    {
        if (first <= 0) return 0;
        var terms = Math.Floor(first / step) + 1;
        return (terms * first) - (step * terms * (terms - 1) / 2);
    }
}
