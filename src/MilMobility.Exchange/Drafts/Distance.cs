namespace MilMobility.Exchange.Drafts;

/// <summary>
/// Great-circle distance on a sphere of 6,371,008.8 m: within 0.3 % of the ellipsoid in the Netherlands. Static and thread-safe.
/// </summary>
public static class Distance
{
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Metres between two positions in degrees WGS84.</summary>
    public static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        var (phi1, phi2) = (Radians(lat1), Radians(lat2));
        var sinLat = Math.Sin((phi2 - phi1) / 2);
        var sinLon = Math.Sin(Radians(lon2 - lon1) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(phi1) * Math.Cos(phi2) * sinLon * sinLon);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
