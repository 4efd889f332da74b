namespace MilMobility.Equilibrium.Demand;

/// <summary>What starts at one zone, in one group of users.</summary>
/// <param name="Group">Position of the group.</param>
/// <param name="Origin">Zone.</param>
/// <param name="Destinations">Zones with trips, ascending.</param>
/// <param name="CarUnits">By destination: passenger-car units of all classes of the group.</param>
/// <param name="Vehicles">By class of the group, then by destination: vehicles.</param>
internal sealed record OriginTrips(int Group, int Origin, int[] Destinations, double[] CarUnits, double[][] Vehicles)
{
    public double TotalCarUnits { get; } = CarUnits.Sum();
}
