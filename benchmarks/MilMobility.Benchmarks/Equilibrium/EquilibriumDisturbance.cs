using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>How much of an equilibrium a change of the network upsets, and what is left of the head start of a warm search.</summary>
/// <param name="ClosedShare">Flow on the links that close, as a share of all trips: a trip over two of them counts twice.</param>
/// <param name="MovedShare">Sum over links of the change of flow, as a share of all flow.</param>
/// <param name="WarmGap">Gap that the warm search finds in its first round, after the closed links have lost their flow.</param>
/// <param name="ColdGap">Gap that the search from nothing finds in its first round.</param>
/// <param name="WarmRounds">Rounds of the warm search to the gap asked for.</param>
/// <param name="ColdRounds">Rounds from nothing.</param>
internal sealed record EquilibriumDisturbance(
    double ClosedShare, double MovedShare, double WarmGap, double ColdGap, int WarmRounds, int ColdRounds)
{
    /// <summary>So far from any first round that its gap is told as it was found, before its shifts.</summary>
    private const double OutOfReach = 1e-12;

    public static EquilibriumDisturbance Of(
        AssignmentNetwork open, AssignmentNetwork changed, VehicleClass cars, double gap, EquilibriumSolution before)
    {
        var (warm, cold) = (Solve(gap, 1_000, before), Solve(gap, 1_000, null));
        var (trips, flow) = (cars.Trips.Sum(t => t.Vehicles), before.CarUnits.Sum());
        var closed = Enumerable.Range(0, open.LinkCount).Where(a => changed.IsClosedAt(a) && !open.IsClosedAt(a));
        return new EquilibriumDisturbance(
            closed.Sum(a => before.CarUnits[a]) / trips, warm.CarUnits.Zip(before.CarUnits, (a, b) => Math.Abs(a - b)).Sum() / flow,
            Solve(OutOfReach, 1, before).Trace[0].Gap, Solve(OutOfReach, 1, null).Trace[0].Gap, warm.Iterations, cold.Iterations);

        EquilibriumSolution Solve(double target, int rounds, EquilibriumSolution? start) => EquilibriumMeasurement.Valid(
            UserEquilibrium.Find(
                changed, [cars], new EquilibriumOptions { RelativeGap = target, IterationsMax = rounds }, CancellationToken.None, start));
    }
}
