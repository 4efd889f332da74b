namespace MilMobility.Equilibrium.Demand;

/// <summary>
/// A class of vehicles, such as cars or lorries: what its trips are, how much road one of them takes, and how it values tolls and distance.
/// All classes share the travel times that their joint flow makes.
/// </summary>
/// <param name="Name">Name in results and findings.</param>
/// <param name="Trips">Vehicles per period between zones, in any order; several of one pair add up.</param>
/// <param name="PassengerCarUnits">Passenger cars that one vehicle of the class counts as, > 0.</param>
/// <param name="TollWeight">Time per unit of toll.</param>
/// <param name="DistanceWeight">Time per unit of length.</param>
public sealed record VehicleClass(
    string Name, IReadOnlyList<ZoneTrips> Trips, double PassengerCarUnits = 1, double TollWeight = 0, double DistanceWeight = 0);

/// <summary>Trips from one zone to another.</summary>
/// <param name="Origin">Zone, 0-based.</param>
/// <param name="Destination">Zone, 0-based.</param>
/// <param name="Vehicles">Vehicles per period, at least 0.</param>
public readonly record struct ZoneTrips(int Origin, int Destination, double Vehicles);
