using MilMobility.Domain.Scenarios;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;

namespace MilMobility.Civil.RoadDemand;

/// <summary>Trips of one hour class on one kind of day, and the equilibrium that they make.</summary>
/// <param name="Day">Kind of day.</param>
/// <param name="Class">Hour class.</param>
/// <param name="Trips">By category: vehicles per hour in the mean hour, zones * zones by origin.</param>
/// <param name="Solution">Its equilibrium on the whole capacity.</param>
/// <param name="Fits">By category: how well its flows fit those that the data state.</param>
public sealed record TripMatrices(
    DayTypes Day, HourClass Class, IReadOnlyList<double[]> Trips, EquilibriumSolution Solution, IReadOnlyList<TripFit> Fits)
{
    /// <summary>Classes of vehicles for the equilibrium, each category's trips times a share.</summary>
    public static IReadOnlyList<VehicleClass> Classes(
        IReadOnlyList<double[]> trips, int zones, IReadOnlyList<double> shares, RoadDemandParameters parameters) =>
    [
        .. RoadDemandParameters.Categories.Select((category, k) => new VehicleClass(
            category, Listed(trips[k], zones, shares[k]), NationalDemand.UnitsOf(category, parameters))),
    ];

    private static List<ZoneTrips> Listed(double[] trips, int zones, double share)
    {
        var listed = new List<ZoneTrips>(trips.Length);
        for (var cell = 0; cell < trips.Length; cell++)
            if (trips[cell] * share > 0) listed.Add(new ZoneTrips(cell / zones, cell % zones, trips[cell] * share));
        return listed;
    }
}

/// <summary>Fit of a category's flows to those that the data state.</summary>
/// <param name="Category">Category.</param>
/// <param name="Prior">Of the gravity model.</param>
/// <param name="Adjusted">After the trips were adjusted.</param>
/// <param name="TripsPrior">Trips per hour of the gravity model.</param>
/// <param name="TripsAdjusted">After.</param>
public sealed record TripFit(string Category, DemandFit Prior, DemandFit Adjusted, double TripsPrior, double TripsAdjusted);
