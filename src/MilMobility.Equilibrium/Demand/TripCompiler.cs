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
    public static IReadOnlyList<OriginTrips> Compile(
        AssignmentNetwork network, IReadOnlyList<VehicleClass> classes, IReadOnlyList<UserGroup> groups, DiagnosticBag bag)
    {
        var all = new List<OriginTrips>();
        var valid = classes.Select(c => Valid(network, c, bag)).ToArray();
        if (bag.HasErrors) return all;
        for (var group = 0; group < groups.Count; group++)
        {
            var members = groups[group].Classes;
            var byOrigin = members.Select(c => valid[c].ToLookup(t => t.Origin)).ToArray();
            var counts = members.Select(_ => new double[network.ZoneCount]).ToArray();
            for (var origin = 0; origin < network.ZoneCount; origin++)
            {
                if (Array.TrueForAll(byOrigin, trips => !trips.Contains(origin))) continue;
                for (var m = 0; m < counts.Length; m++)
                {
                    Array.Clear(counts[m]);
                    foreach (var trip in byOrigin[m][origin]) counts[m][trip.Destination] += trip.Vehicles;
                }

                var zones = Enumerable.Range(0, network.ZoneCount).Where(z => Array.Exists(counts, c => c[z] > 0)).ToArray();
                var vehicles = Array.ConvertAll(counts, c => Array.ConvertAll(zones, z => c[z]));
                var units = Array.ConvertAll(zones, z => members.Select((c, m) => counts[m][z] * classes[c].PassengerCarUnits).Sum());
                all.Add(new OriginTrips(group, origin, zones, units, vehicles));
            }
        }

        ReportUnconnected(network, all, bag);
        return all;
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

    private static void ReportUnconnected(AssignmentNetwork network, IReadOnlyList<OriginTrips> all, DiagnosticBag bag)
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
}
