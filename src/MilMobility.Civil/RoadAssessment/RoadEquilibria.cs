using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadDemand;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// The equilibria without and with the plan of every hour in which columns leave less of a road's capacity. Hours of the week that are
/// alike share one without, started from that of their class, where the trips were adjusted; those with the plan start from it. At most two
/// threads; every search has its own start, so that the flows do not depend on how they share the work.
/// </summary>
/// <param name="national">Roads and zones.</param>
/// <param name="hours">What the data state by hour.</param>
/// <param name="trips">Trips between zones.</param>
/// <param name="parameters">Parameters.</param>
public sealed class RoadEquilibria(
    NationalRoadNetwork national, CivilRoadHours hours, CivilTrips trips, RoadDemandParameters parameters)
{
    private const int Threads = 2;

    private readonly EquilibriumOptions _options = new() { RelativeGap = parameters.Gap };

    private readonly HourEquilibria _hours = new(
        national.Roads, parameters.CapacityShareMin, new EquilibriumOptions { RelativeGap = parameters.Gap });

    /// <summary>The hours touched, ascending, and the trips that were used.</summary>
    /// <param name="timelines">What roads let by, in hours since the scenario's start.</param>
    /// <param name="hoursMax">Hours looked at.</param>
    /// <param name="cancellation">Ends with an exception.</param>
    public (IReadOnlyList<RoadHourImpact> Hours, IReadOnlyList<TripMatrices> Trips) Of(
        IReadOnlyDictionary<int, CapacityTimeline> timelines, int hoursMax, CancellationToken cancellation)
    {
        var touched = Enumerable.Range(0, hoursMax)
            .Where(h => timelines.Values.Any(t => t.FirstHours < h + 1 && t.LastHours > h && t.Mean(h, h + 1) < t.Capacity)).ToList();
        var classes = touched.Select(h => (hours.At(h).Day, hours.At(h).Class)).Distinct().ToList();
        var matrices = classes.AsParallel().AsOrdered().WithDegreeOfParallelism(Threads).WithCancellation(cancellation)
            .Select(c => trips.Of(c.Day, c.Class, _options, cancellation)).ToList();
        var alike = touched.GroupBy(h => (hours.At(h), Patches: string.Join(' ', Patched(h).Select(p => $"{p.Road}:{p.Hundredths}"))));
        var impacts = alike.ToList().AsParallel().AsOrdered().WithDegreeOfParallelism(Threads).WithCancellation(cancellation)
            .SelectMany(group =>
            {
                var hour = group.Key.Item1;
                return OfAlike([.. group], trips.ClassesOf(MatricesOf(hour), hour), MatricesOf(hour).Solution, timelines, cancellation);
            });
        return ([.. impacts.ToList().OrderBy(i => i.Hour)], matrices);

        TripMatrices MatricesOf(CivilHour hour) => matrices[classes.IndexOf((hour.Day, hour.Class))];
    }

    /// <summary>Hours with the same trips and the same capacities without the plan.</summary>
    private List<RoadHourImpact> OfAlike(
        IReadOnlyList<int> alike, IReadOnlyList<VehicleClass> vehicles, EquilibriumSolution start,
        IReadOnlyDictionary<int, CapacityTimeline> timelines, CancellationToken cancellation)
    {
        var capacity = national.Roads.Roads.Select(r => r.Capacity).ToArray();
        foreach (var (road, hundredths) in Patched(alike[0]))
            capacity[road] *= Math.Max(parameters.CapacityShareMin, hundredths / 100.0);
        var before = _hours.Solve(vehicles, capacity, start, cancellation);
        return [.. alike.Select(hour => _hours.Compare(hour, vehicles, capacity, before, timelines, cancellation))];
    }

    /// <summary>Roads of which patches leave less in an hour.</summary>
    private IEnumerable<(int Road, int Hundredths)> Patched(int hour) => Enumerable.Range(0, hours.RoadCount)
        .Select(road => (road, hours.CapacityHundredths(road, hour))).Where(p => p.Item2 < 100);
}
