using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// Civil road traffic of single hours: the user equilibrium on the capacity that there is, and, started from it, on what columns leave of
/// it (<see cref="CapacityLoss"/>). All drivers know of the columns and none stays at home: detours are at their most, trips not
/// made are not counted. Queues are in the travel-time function, not carried into the next hour: <see cref="RoadQueues"/> is the other
/// view of the same delay.
/// </summary>
/// <param name="network">Roads and zones.</param>
/// <param name="shareMin">
/// Share of its capacity that every road keeps, above 0: travel-time functions know no capacity of 0.
/// </param>
/// <param name="options">Gap of both equilibria; the impact is their difference, so 1e-6 or less.</param>
public sealed class HourEquilibria(CivilRoadNetwork network, double shareMin, EquilibriumOptions options)
{
    /// <summary>The equilibrium on these capacities.</summary>
    /// <param name="vehicles">Vehicles per hour between zones, by class.</param>
    /// <param name="capacity">By road: passenger-car units per hour, above 0 and at most the road's.</param>
    /// <param name="start">An equilibrium near it; none starts from nothing.</param>
    /// <param name="cancellation">Ends with an exception.</param>
    public EquilibriumSolution Solve(
        IReadOnlyList<VehicleClass> vehicles, IReadOnlyList<double> capacity, EquilibriumSolution? start, CancellationToken cancellation)
    {
        var found = UserEquilibrium.Find(Changed(capacity), vehicles, options, cancellation, start);
        cancellation.ThrowIfCancellationRequested();
        return found is Valid<EquilibriumSolution> valid ? valid.Value
            : throw new InvalidOperationException(string.Join('\n', found.Diagnostics));
    }

    /// <summary>One hour without and with the plan; the two are one, to the last bit, where no column takes capacity.</summary>
    /// <param name="hour">Hour since the scenario's start.</param>
    /// <param name="vehicles">Vehicles per hour between zones, by class.</param>
    /// <param name="capacity">By road: passenger-car units per hour without the plan.</param>
    /// <param name="before">The equilibrium on it.</param>
    /// <param name="timelines">By road that columns touch: what it lets by, in hours since the scenario's start.</param>
    /// <param name="cancellation">Ends with an exception.</param>
    public RoadHourImpact Compare(
        int hour, IReadOnlyList<VehicleClass> vehicles, IReadOnlyList<double> capacity, EquilibriumSolution before,
        IReadOnlyDictionary<int, CapacityTimeline> timelines, CancellationToken cancellation)
    {
        var left = capacity.ToArray();
        foreach (var (road, timeline) in timelines.Where(t => t.Value.FirstHours < hour + 1 && t.Value.LastHours > hour))
        {
            var share = timeline.Mean(hour, hour + 1) / timeline.Capacity;
            left[road] = Math.Max(shareMin * network.Roads[road].Capacity, capacity[road] * share);
        }

        var after = left.SequenceEqual(capacity) ? before : Solve(vehicles, left, before, cancellation);
        return new RoadHourImpact
        {
            Hour = hour, CapacityBefore = capacity, CapacityAfter = left, Before = Flows(before), After = Flows(after),
            ResolutionHours = (before.RelativeGap * before.TotalCost) + (after.RelativeGap * after.TotalCost),
            RelativeGap = Math.Max(before.RelativeGap, after.RelativeGap),
        };
    }

    private AssignmentNetwork Changed(IReadOnlyList<double> capacity)
    {
        var changes = Enumerable.Range(0, network.Roads.Count).Where(i => capacity[i] < network.Roads[i].Capacity)
            .Select(i => new LinkChange(i, Capacity: capacity[i])).ToList();
        if (changes.Count == 0) return network.Assignment;
        return network.Assignment.With(changes) is Valid<AssignmentNetwork> changed
            ? changed.Value : throw new InvalidOperationException("a share of a capacity above 0 is no capacity");
    }

    private RoadHourFlows Flows(EquilibriumSolution solution)
    {
        var roads = network.Roads.Count;
        return new RoadHourFlows(
            [.. solution.CarUnits.Take(roads)], [.. solution.Vehicles.Select(v => v.Take(roads).ToArray())],
                [.. solution.Time.Take(roads)]);
    }
}
