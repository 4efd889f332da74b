namespace MilMobility.Derivation.Water;

/// <summary>A WGS84 position in degrees, with the great-circle arithmetic the fairways need.</summary>
public readonly record struct GeoPoint(double Lat, double Lon)
{
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Great-circle distance (haversine, mean earth radius).</summary>
    public double MetresTo(GeoPoint other)
    {
        double lat = Radians(Lat), otherLat = Radians(other.Lat);
        var sinLat = Math.Sin((otherLat - lat) / 2);
        var sinLon = Math.Sin(Radians(other.Lon - Lon) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(lat) * Math.Cos(otherLat) * sinLon * sinLon);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(h));
    }

    /// <summary>The position nearest to this one on the segment a-b, as its share of the way from a to b.</summary>
    /// <remarks>Plane arithmetic: right to a metre over the few hundred metres of one shape segment.</remarks>
    public double ShareAlong(GeoPoint a, GeoPoint b)
    {
        var squeeze = Math.Cos(Radians(a.Lat));
        double dx = (b.Lon - a.Lon) * squeeze, dy = b.Lat - a.Lat;
        var squared = (dx * dx) + (dy * dy);
        if (squared == 0) return 0;
        return Math.Clamp(((((Lon - a.Lon) * squeeze) * dx) + ((Lat - a.Lat) * dy)) / squared, 0, 1);
    }

    public static GeoPoint Between(GeoPoint a, GeoPoint b, double share) =>
        new(a.Lat + ((b.Lat - a.Lat) * share), a.Lon + ((b.Lon - a.Lon) * share));

    /// <summary>`lat lon` with the five decimals of the dataset (about a metre).</summary>
    public override string ToString() => $"{Lat:0.00000} {Lon:0.00000}";

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
