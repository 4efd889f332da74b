namespace MilMobility.Networks.Checking;

/// <summary>
/// Great-circle distance by the haversine formula on a sphere with the Earth's mean radius (IUGG: 6,371,008.8 m). Within the
/// Netherlands it is off by at most 0.3 % from the ellipsoid, which is why the checks leave half a percent of room.
/// </summary>
public static class GreatCircle
{
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Metres between two points in degrees.</summary>
    public static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        const double RadiansPerDegree = Math.PI / 180;
        var halfLat = Math.Sin((lat2 - lat1) * RadiansPerDegree / 2);
        var halfLon = Math.Sin((lon2 - lon1) * RadiansPerDegree / 2);
        var a = (halfLat * halfLat)
            + (Math.Cos(lat1 * RadiansPerDegree) * Math.Cos(lat2 * RadiansPerDegree) * halfLon * halfLon);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
