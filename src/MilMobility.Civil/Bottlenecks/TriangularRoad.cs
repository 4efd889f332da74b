namespace MilMobility.Civil.Bottlenecks;

/// <summary>
/// One direction of a road with a triangular fundamental diagram: traffic drives at the free speed up to capacity, and a queue of
/// density k carries w (jam density - k), w being the speed at which it moves backwards when its head drives off.
/// Source: Newell 1993 (doi:10.1016/0191-2615(93)90038-C). Passenger-car units, km and hours throughout.
/// </summary>
/// <param name="Capacity">Passenger-car units per hour, all lanes, > 0.</param>
/// <param name="Lanes">At least 1.</param>
/// <param name="FreeSpeedKmh">Speed without a queue, > 0.</param>
/// <param name="JamDensityPerLane">Passenger-car units per km and lane at a standstill, beyond the density at capacity.</param>
public readonly record struct TriangularRoad(double Capacity, int Lanes, double FreeSpeedKmh, double JamDensityPerLane)
{
    /// <summary>Units per km of all lanes at a standstill.</summary>
    public double JamDensity => JamDensityPerLane * Lanes;

    /// <summary>Km per hour at which the end of a queue moves backwards when its head drives off.</summary>
    public double WaveSpeedKmh => Capacity / (JamDensity - (Capacity / FreeSpeedKmh));

    /// <summary>What passes beside a column that takes one lane; 0 on a single lane, where nobody overtakes a column.</summary>
    public double Beside => Capacity * (Lanes - 1) / Lanes;
}
