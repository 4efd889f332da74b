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
        for (var group = 0; group < groups.Count; group++)
        {
            var members = groups[group].Classes;
            var byOrigin = new SortedDictionary<int, SortedDictionary<int, double[]>>();
            for (var member = 0; member < members.Count; member++)
                Add(network, classes[members[member]], member, members.Count, byOrigin, bag);
            foreach (var (origin, pairs) in byOrigin)
            {
                var vehicles = Enumerable.Range(0, members.Count).Select(m => pairs.Values.Select(v => v[m]).ToArray()).ToArray();
                var units = pairs.Values.Select(v => members.Select((c, m) => v[m] * classes[c].PassengerCarUnits).Sum()).ToArray();
                all.Add(new OriginTrips(group, origin, [.. pairs.Keys], units, vehicles));
            }
        }

        if (!bag.HasErrors) ReportUnconnected(network, all, bag);
        return all;
    }

    private static void Add(
        AssignmentNetwork network, VehicleClass vehicles, int member, int members,
        SortedDictionary<int, SortedDictionary<int, double[]>> byOrigin, DiagnosticBag bag)
    {
        var within = 0.0;
        foreach (var trip in vehicles.Trips)
        {
            if (trip.Origin < 0 || trip.Destination < 0 || trip.Origin >= network.ZoneCount || trip.Destination >= network.ZoneCount
                || !double.IsFinite(trip.Vehicles) || trip.Vehicles < 0)
            {
                bag.Error(EquilibriumCodes.TripInvalid, "", 0,
                    $"class '{vehicles.Name}', zone {trip.Origin + 1} to {trip.Destination + 1}: {trip.Vehicles} vehicles; zones must "
                    + $"be from 1 to {network.ZoneCount}, vehicles at least 0");
                continue;
            }

            if (trip.Vehicles == 0) continue;
            if (trip.Origin == trip.Destination)
            {
                within += trip.Vehicles;
                continue;
            }

            if (!byOrigin.TryGetValue(trip.Origin, out var pairs)) byOrigin[trip.Origin] = pairs = [];
            if (!pairs.TryGetValue(trip.Destination, out var counts)) pairs[trip.Destination] = counts = new double[members];
            counts[member] += trip.Vehicles;
        }

        if (within > 0)
        {
            bag.Warning(EquilibriumCodes.TripsWithinZone, "", 0,
                $"class '{vehicles.Name}': {within:0.###} vehicles stay within their zone; they are on no link and left out");
        }
    }

    private static void ReportUnconnected(AssignmentNetwork network, IReadOnlyList<OriginTrips> all, DiagnosticBag bag)
    {
        var search = new ShortestPaths(network.Topology);
        var open = Array.ConvertAll(network.IsClosed, closed => closed ? double.PositiveInfinity : 0.0);
        var (lost, total) = (0.0, 0.0);
        foreach (var trips in all)
        {
            search.From(trips.Origin, open);
            total += trips.TotalCarUnits;
            for (var i = 0; i < trips.Destinations.Length; i++)
            {
                if (search.Arrival[trips.Destinations[i]] >= 0) continue;
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
