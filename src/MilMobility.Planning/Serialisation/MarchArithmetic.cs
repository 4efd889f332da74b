namespace MilMobility.Planning.Serialisation;

/// <summary>
/// March arithmetic of road columns in whole numbers: packets, column length, pass time, density, travel time. Source: AMovP-1
/// (STANAG 2454), as the movement model states it; vectors in the tests. Thread-safe; no state.
/// </summary>
public static class MarchArithmetic
{
    private const int CmPerMetre = 100;
    private const int MetresPerKm = 1000;

    /// <summary>Packets of at most a number of vehicles.</summary>
    public static int Packets(int vehicles, int packetVehiclesMax) => (int)CeilingDivide(vehicles, packetVehiclesMax);

    /// <summary>Column length without packet gaps, m: the vehicles and a gap behind each.</summary>
    public static int ColumnMetres(long vehicleLengthsCm, int vehicles, int gapMetres) =>
        (int)CeilingDivide(vehicleLengthsCm + ((long)CmPerMetre * gapMetres * vehicles), CmPerMetre);

    /// <summary>Time from the head's passing to the tail's, s: the column at march speed and the gaps between packets.</summary>
    public static int PassSeconds(int columnMetres, int speedKmh, int packets, int packetGapSeconds) =>
        TravelSeconds(columnMetres, speedKmh) + ((packets - 1) * packetGapSeconds);

    /// <summary>Time to cover a distance, s, rounded up.</summary>
    public static int TravelSeconds(long metres, int speedKmh) => (int)CeilingDivide(18 * metres, 5L * speedKmh);

    /// <summary>Road space of a number of vehicles at a density, m.</summary>
    public static long RoadSpaceMetres(int vehicles, int vehiclesPerKm) =>
        CeilingDivide((long)vehicles * MetresPerKm, vehiclesPerKm);

    internal static long CeilingDivide(long value, long divisor) => (value + divisor - 1) / divisor;
}
