using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace MilMobility.Exchange.Projection;

/// <summary>
/// Dutch grid coordinates (RD New, EPSG:28992, metres) to and from WGS84 (EPSG:4326, degrees): oblique stereographic projection on
/// the Bessel ellipsoid and a seven-parameter datum shift (position-vector rotations), by ProjNET.
/// Accuracy: within 0.25 m on land of the official RDNAPTRANS, whose correction grid is not applied (it models distortions of the
/// triangulation of up to 0.25 m); WGS84 counts as ETRS89, from which it has drifted by less than 1 m. Good for networks, not
/// for surveying. Both ways start at height 0 of their own ellipsoid, and the ellipsoids lie 43 m apart here, so there and
/// back again is up to 2 cm off. Valid for the European Netherlands and some tens of kilometres around (<see cref="Covers"/>).
/// Thread-safe; the bulk methods allocate nothing per point.
/// Source: EPSG:4833 (Amersfoort to WGS 84 (4), Kadaster 2009); NSGI, RDNAPTRANS 2018, chapter 2.
/// </summary>
public static class RdNew
{
    private const string Wkt = """
        PROJCS["Amersfoort / RD New",
          GEOGCS["Amersfoort",
            DATUM["Amersfoort",
              SPHEROID["Bessel 1841",6377397.155,299.1528128],
              TOWGS84[565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725]],
            PRIMEM["Greenwich",0],
            UNIT["degree",0.0174532925199433]],
          PROJECTION["Oblique_Stereographic"],
          PARAMETER["latitude_of_origin",52.15616055555555],
          PARAMETER["central_meridian",5.38763888888889],
          PARAMETER["scale_factor",0.9999079],
          PARAMETER["false_easting",155000],
          PARAMETER["false_northing",463000],
          UNIT["metre",1]]
        """;

    // ProjNET's transformations hold no state once made, but are inverted in place: one for each way.
    private static readonly MathTransform ToDegrees = Make(toDegrees: true);
    private static readonly MathTransform ToMetres = Make(toDegrees: false);

    /// <summary>True within the rectangle for which the Kadaster defines RD, with 50 km around it.</summary>
    public static bool Covers(double x, double y) => x is > -60_000 and < 350_000 && y is > 250_000 and < 680_000;

    /// <summary>Degrees WGS84 of a point in metres RD.</summary>
    public static (double Lat, double Lon) ToWgs84(double x, double y)
    {
        ToDegrees.Transform(ref x, ref y);
        return (y, x);
    }

    /// <summary>Metres RD of a point in degrees WGS84.</summary>
    public static (double X, double Y) FromWgs84(double lat, double lon)
    {
        ToMetres.Transform(ref lon, ref lat);
        return (lon, lat);
    }

    /// <summary>Points in place: from x to longitude and from y to latitude.</summary>
    /// <param name="xToLon">Metres in, degrees out.</param>
    /// <param name="yToLat">Metres in, degrees out; as long as the other.</param>
    public static void ToWgs84(Span<double> xToLon, Span<double> yToLat) => InPlace(ToDegrees, xToLon, yToLat);

    /// <summary>Points in place: from longitude to x and from latitude to y.</summary>
    public static void FromWgs84(Span<double> lonToX, Span<double> latToY) => InPlace(ToMetres, lonToX, latToY);

    private static void InPlace(MathTransform transform, Span<double> xs, Span<double> ys)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ys.Length, xs.Length, nameof(ys));
        for (var i = 0; i < xs.Length; i++) transform.Transform(ref xs[i], ref ys[i]);
    }

    private static MathTransform Make(bool toDegrees)
    {
        var rd = new CoordinateSystemFactory().CreateFromWkt(Wkt);
        var wgs84 = GeographicCoordinateSystem.WGS84;
        var factory = new CoordinateTransformationFactory();
        return (toDegrees ? factory.CreateFromCoordinateSystems(rd, wgs84) : factory.CreateFromCoordinateSystems(wgs84, rd)).MathTransform;
    }
}
