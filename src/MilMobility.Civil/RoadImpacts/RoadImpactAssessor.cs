using MilMobility.Civil.Bottlenecks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Civil.RoadImpacts;

/// <summary>
/// Civil road traffic before and after: the user equilibrium of an hour on the whole capacity, and, started from it, on what columns
/// leave of it (<see cref="CapacityLoss"/>). All drivers know of the columns and none stays at home: detours are at their most, trips not
/// made are not counted. Queues are in the travel-time function, not carried into the next hour: the deterministic queue
/// (<see cref="MovingBottleneck"/>) is the other view of the same delay.
/// </summary>
public static class RoadImpactAssessor
{
    /// <summary>Flow over capacity from which a Dutch road counts as near its capacity.</summary>
    private const double BusyShare = 0.9;

    /// <summary>Assesses one period; CIV003 and CIV004 for what is wrong with roads and columns.</summary>
    /// <param name="network">Roads and zones.</param>
    /// <param name="classes">Vehicles per hour between zones, by class.</param>
    /// <param name="passages">Columns on roads.</param>
    /// <param name="fromHours">Begin of the period.</param>
    /// <param name="toHours">Its end.</param>
    /// <param name="shareMin">Share of its capacity that a road keeps at least, above 0.</param>
    /// <param name="options">Gap of both equilibria; the impact is their difference, so 1e-6 or less.</param>
    /// <param name="cancellation">Ends both with the flows they have.</param>
    /// <param name="before">The equilibrium before, where it is known already.</param>
    public static Loaded<RoadImpact> Assess(
        CivilRoadNetwork network, IReadOnlyList<VehicleClass> classes, IReadOnlyList<ConvoyPassage> passages, double fromHours,
        double toHours, double shareMin, EquilibriumOptions options, CancellationToken cancellation, EquilibriumSolution? before = null)
    {
        var bag = new DiagnosticBag();
        foreach (var passage in passages.Where(p => !IsPossible(network, p)))
        {
            bag.Error("CIV004", "passages", 0,
                $"{passage}; roads must be from 0 to {network.Roads.Count - 1}, the speed above 0, the column at least 0 km");
        }

        if (!(toHours > fromHours && shareMin > 0 && shareMin <= 1))
            bag.Error("CIV004", "passages", 0, $"hours {fromHours} to {toHours}, least share {shareMin}; must be ordered, above 0 to 1");
        if (bag.HasErrors) return new Invalid<RoadImpact>(bag.ToList());
        if (before is null)
        {
            var first = UserEquilibrium.Find(network.Assignment, classes, options, cancellation);
            if (first is not Valid<EquilibriumSolution> found) return new Invalid<RoadImpact>(first.Diagnostics);
            before = found.Value;
        }

        var changes = CapacityLoss.Of(network, passages, fromHours, toHours, shareMin);
        // Without a change the two are one, to the last bit.
        if (changes.Count == 0) return new Valid<RoadImpact>(Compare(network, classes, changes, before, before), []);
        if (network.Assignment.With(changes) is not Valid<AssignmentNetwork> changed)
            throw new InvalidOperationException("a share of a capacity above 0 is no capacity");
        var second = UserEquilibrium.Find(changed.Value, classes, options, cancellation, before);
        return second is Valid<EquilibriumSolution> after
            ? new Valid<RoadImpact>(Compare(network, classes, changes, before, after.Value), after.Diagnostics)
            : new Invalid<RoadImpact>(second.Diagnostics);
    }

    private static bool IsPossible(CivilRoadNetwork network, ConvoyPassage passage) =>
        passage.Road >= 0 && passage.Road < network.Roads.Count && passage.NextRoad < network.Roads.Count && passage.SpeedKmh > 0
        && passage.ColumnKm >= 0 && double.IsFinite(passage.EnterHours + passage.SpeedKmh + passage.ColumnKm);

    private static RoadImpact Compare(
        CivilRoadNetwork network, IReadOnlyList<VehicleClass> classes, IReadOnlyList<LinkChange> changes, EquilibriumSolution before,
        EquilibriumSolution after)
    {
        var left = changes.ToDictionary(c => c.Link, c => c.Capacity!.Value);
        var all = Enumerable.Range(0, network.Roads.Count).ToList();
        var roads = all.ConvertAll(i => Of(network.Roads[i], i, left.GetValueOrDefault(i, network.Roads[i].Capacity)));
        return new RoadImpact
        {
            Total = Sum("", roads) with { VehicleHoursLost = after.TotalTravelTime - before.TotalTravelTime },
            ByManager = Group(r => r.Manager),
            ByRegion = Group(r => r.Region),
            ByRoadClass = Group(r => r.Class),
            ByVehicleClass = [.. classes.Select((c, k) => OfClass(network, c.Name, before, after, k))],
            ResolutionHours = (before.RelativeGap * before.TotalCost) + (after.RelativeGap * after.TotalCost),
            Before = before,
            After = after,
        };

        RoadImpactFigures Of(CivilRoad road, int i, double capacity)
        {
            var hours = 0.0;
            for (var k = 0; k < classes.Count; k++)
                hours += (after.Vehicles[k][i] * after.Time[i]) - (before.Vehicles[k][i] * before.Time[i]);
            var moved = Math.Abs(after.CarUnits[i] - before.CarUnits[i]) / 2;
            return new RoadImpactFigures(road.Id, hours, moved, moved * road.LengthKm,
                before.CarUnits[i] > BusyShare * road.Capacity ? 1 : 0, after.CarUnits[i] > BusyShare * capacity ? 1 : 0);
        }

        List<RoadImpactFigures> Group(Func<CivilRoad, string> key) =>
        [
            .. all.GroupBy(i => key(network.Roads[i])).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Sum(g.Key, g.Select(i => roads[i]))),
        ];
    }

    private static RoadImpactFigures OfClass(
        CivilRoadNetwork network, string name, EquilibriumSolution before, EquilibriumSolution after, int vehicles)
    {
        var (old, now) = (before.Vehicles[vehicles], after.Vehicles[vehicles]);
        var (hours, moved, movedKm) = (0.0, 0.0, 0.0);
        for (var i = 0; i < old.Count; i++)
        {
            hours += (now[i] * after.Time[i]) - (old[i] * before.Time[i]);
            if (i >= network.Roads.Count) continue;
            moved += Math.Abs(now[i] - old[i]) / 2;
            movedKm += Math.Abs(now[i] - old[i]) / 2 * network.Roads[i].LengthKm;
        }

        return new RoadImpactFigures(name, hours, moved, movedKm, 0, 0);
    }

    private static RoadImpactFigures Sum(string key, IEnumerable<RoadImpactFigures> of) =>
        of.Aggregate(new RoadImpactFigures(key, 0, 0, 0, 0, 0), (a, b) => new RoadImpactFigures(
            key, a.VehicleHoursLost + b.VehicleHoursLost, a.Diverted + b.Diverted, a.DivertedKm + b.DivertedKm,
            a.RoadsOverBefore + b.RoadsOverBefore, a.RoadsOverAfter + b.RoadsOverAfter));
}
