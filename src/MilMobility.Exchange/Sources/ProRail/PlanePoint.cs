namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>A place on the map in local metres (equirectangular around 52.2 N 5.3 E; good for distances of a few km).</summary>
public readonly record struct PlanePoint(double X, double Y)
{
    private const double MetresPerDegree = 111_195;
    private static readonly double MetresPerDegreeLon = MetresPerDegree * Math.Cos(52.2 * Math.PI / 180);

    public double Lat => 52.2 + (Y / MetresPerDegree);

    public double Lon => 5.3 + (X / MetresPerDegreeLon);

    public static PlanePoint FromDegrees(double lat, double lon)
        => new((lon - 5.3) * MetresPerDegreeLon, (lat - 52.2) * MetresPerDegree);

    public double DistanceTo(PlanePoint other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}
