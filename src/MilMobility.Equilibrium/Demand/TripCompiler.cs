using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Networks;
using MilMobility.Equilibrium.Paths;

namespace MilMobility.Equilibrium.Demand;

/// <summary>
/// Turns the trips of all classes into what each origin sends in each group of users. Trips within a zone are left out and
/// reported; trips between zones without an open path are an error with every pair named (five, then a count) and the sum that
/// cannot travel. O(trips + origins * search).
/// </summary>
internal static class TripCompiler
{
    public static CompiledDemand Compile(
        AssignmentNetwork network, IReadOnlyList<VehicleClass> classes, IReadOnlyList<UserGroup> groups, DiagnosticBag bag)
    {
        var (all, findings) = (new List<OriginTrips>(), new DiagnosticBag());
        var valid = classes.Select(c => Valid(network, c, findings)).ToArray();
        var demand = new CompiledDemand([.. classes], all, findings.ToList());
        bag.AddAll(demand.Findings);
        if (bag.HasErrors) return demand;
        for (var group = 0; group < groups.Count; group++)
        {
            var members = groups[group].Classes;
            var units = members.Select(c => classes[c].PassengerCarUnits).ToArray();
            var byOrigin = members.Select(c => ByOrigin(valid[c], network.ZoneCount)).ToArray();
            var counts = members.Select(_ => new double[network.ZoneCount]).ToArray();
            for (var origin = 0; origin < network.ZoneCount; origin++)
            {
                var any = false;
                for (var m = 0; m < counts.Length; m++)
                {
                    Array.Clear(counts[m]);
                    foreach (var trip in byOrigin[m][origin]) counts[m][trip.Destination] += trip.Vehicles;
                    any |= byOrigin[m][origin].Count > 0;
                }

                if (any) all.Add(Of(group, origin, units, counts));
            }
        }

        ReportUnconnected(network, all, bag);
        return demand;
    }

    /// <summary>Reports trips without an open path.</summary>
    public static void ReportUnconnected(AssignmentNetwork network, IEnumerable<OriginTrips> all, DiagnosticBag bag)
    {
        var reach = new Reach(network.Topology, network.IsClosed);
        var (lost, total) = (0.0, 0.0);
        foreach (var trips in all)
        {
            reach.From(trips.Origin);
            total += trips.TotalCarUnits;
            for (var i = 0; i < trips.Destinations.Length; i++)
            {
                if (reach.Reaches(trips.Destinations[i])) continue;
                lost += trips.CarUnits[i];
                bag.Error(EquilibriumCodes.NoConnection, "", 0,
                    $"zone {trips.Origin + 1} to {trips.Destinations[i] + 1}: {trips.CarUnits[i]:0.###} passenger-car units have no "
                    + "open path");
            }
        }

        if (lost > 0)
        {
            bag.Error(EquilibriumCodes.NoConnection, "trips", 0,
                $"{lost:0.###} of {total:0.###} passenger-car units have no open path; all trips must have one");
        }
    }

    private static List<ZoneTrips>[] ByOrigin(List<ZoneTrips> trips, int zones)
    {
        var lists = new List<ZoneTrips>[zones];
        for (var zone = 0; zone < zones; zone++) lists[zone] = [];
        foreach (var trip in trips) lists[trip.Origin].Add(trip);
        return lists;
    }

    /// <param name="group">Group of users.</param>
    /// <param name="origin">Zone.</param>
    /// <param name="units">By class of the group: passenger-car units.</param>
    /// <param name="counts">By class of the group, then by zone: vehicles.</param>
    private static OriginTrips Of(int group, int origin, double[] units, double[][] counts)
    {
        var zones = new List<int>();
        for (var zone = 0; zone < counts[0].Length; zone++)
        {
            foreach (var ofClass in counts)
            {
                if (!(ofClass[zone] > 0)) continue;
                zones.Add(zone);
                break;
            }
        }

        var (vehicles, sums) = (Array.ConvertAll(counts, _ => new double[zones.Count]), new double[zones.Count]);
        for (var i = 0; i < sums.Length; i++)
        {
            for (var m = 0; m < counts.Length; m++)
            {
                vehicles[m][i] = counts[m][zones[i]];
                sums[i] += vehicles[m][i] * units[m];
            }
        }

        return new OriginTrips(group, origin, [.. zones], sums, vehicles);
    }

    /// <summary>The trips of a class that leave their zone.</summary>
    private static List<ZoneTrips> Valid(AssignmentNetwork network, VehicleClass vehicles, DiagnosticBag bag)
    {
        var (leaving, within) = (new List<ZoneTrips>(vehicles.Trips.Count), 0.0);
        foreach (var trip in vehicles.Trips)
        {
            if (trip.Origin < 0 || trip.Destination < 0 || trip.Origin >= network.ZoneCount || trip.Destination >= network.ZoneCount
                || !double.IsFinite(trip.Vehicles) || trip.Vehicles < 0)
            {
                bag.Error(EquilibriumCodes.TripInvalid, "", 0,
                    $"class '{vehicles.Name}', zone {trip.Origin + 1} to {trip.Destination + 1}: {trip.Vehicles} vehicles; zones must "
                    + $"be from 1 to {network.ZoneCount}, vehicles at least 0");
            }
            else if (trip.Origin == trip.Destination) within += trip.Vehicles;
            else if (trip.Vehicles > 0) leaving.Add(trip);
        }

        if (within > 0)
        {
            bag.Warning(EquilibriumCodes.TripsWithinZone, "", 0,
                $"class '{vehicles.Name}': {within:0.###} vehicles stay within their zone; they are on no link and left out");
        }

        return leaving;
    }
}
