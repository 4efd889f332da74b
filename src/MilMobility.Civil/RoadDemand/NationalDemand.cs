using MilMobility.Equilibrium.Demand;

namespace MilMobility.Civil.RoadDemand;

/// <summary>Trips between zones as classes of vehicles for the equilibrium.</summary>
public static class NationalDemand
{
    /// <param name="zones">Zones.</param>
    /// <param name="hours">Travel times between them without traffic, zones * zones.</param>
    /// <param name="levels">Trips and deterrence by class.</param>
    /// <param name="parameters">Freight's passenger-car units.</param>
    public static IReadOnlyList<VehicleClass> Of(
        IReadOnlyList<DemandZone> zones, double[] hours, IReadOnlyList<DemandLevel> levels, RoadDemandParameters parameters)
    {
        var inhabitants = zones.Select(z => z.Inhabitants).ToList();
        return [.. levels.Select(level => Class(level, GravityModel.Shares(inhabitants, hours, level.DeterrencePerHour)))];

        VehicleClass Class(DemandLevel level, double[] shares) => new(
            level.Category,
            [
                .. shares.Select((share, k) => new ZoneTrips(k / zones.Count, k % zones.Count, share * level.TripsPerHour))
                    .Where(t => t.Vehicles > 0),
            ],
            UnitsOf(level.Category, parameters));
    }

    /// <summary>Passenger-car units of a vehicle.</summary>
    public static double UnitsOf(string category, RoadDemandParameters parameters) => category == "freight" ? parameters.FreightPcu : 1;
}
