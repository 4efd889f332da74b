namespace MilMobility.Derivation.Road;

/// <summary>A WGS84 position in degrees.</summary>
public readonly record struct GeoPoint(double Lat, double Lon);

/// <summary>Great-circle distance on a sphere of 6,371,008.8 m and line simplification. Good to 0.3 % in the
/// Netherlands; not meant for surveying.</summary>
public static class Geo
{
    private const double EarthRadiusM = 6_371_008.8;

    public static double DistanceM(GeoPoint a, GeoPoint b)
    {
        var (p1, p2) = (Radians(a.Lat), Radians(b.Lat));
        var sinLat = Math.Sin((p2 - p1) / 2);
        var sinLon = Math.Sin(Radians(b.Lon - a.Lon) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(p1) * Math.Cos(p2) * sinLon * sinLon);
        return 2 * EarthRadiusM * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }

    /// <summary>Douglas-Peucker; the tolerance doubles until at most <paramref name="pointsMax"/> inner points are
    /// left. Returns the inner points only, in order.</summary>
    public static List<GeoPoint> Simplify(IReadOnlyList<GeoPoint> line, double toleranceM, int pointsMax)
    {
        while (true)
        {
            var keep = new bool[line.Count];
            Mark(line, 0, line.Count - 1, toleranceM, keep);
            var inner = line.Where((_, i) => keep[i]).ToList();
            if (inner.Count <= pointsMax) return inner;
            toleranceM *= 2;
        }
    }

    private static void Mark(IReadOnlyList<GeoPoint> line, int first, int last, double toleranceM, bool[] keep)
    {
        var (farthest, distance) = (-1, toleranceM);
        for (var i = first + 1; i < last; i++)
        {
            var d = DistanceToChordM(line[i], line[first], line[last]);
            if (d > distance) (farthest, distance) = (i, d);
        }

        if (farthest < 0) return;
        keep[farthest] = true;
        Mark(line, first, farthest, toleranceM, keep);
        Mark(line, farthest, last, toleranceM, keep);
    }

    private static double DistanceToChordM(GeoPoint p, GeoPoint a, GeoPoint b)
    {
        // A local plane in metres around a is exact enough for chords of some tens of kilometres.
        var scale = Math.Cos(Radians(a.Lat));
        double X(GeoPoint q) => Radians(q.Lon - a.Lon) * scale * EarthRadiusM;
        double Y(GeoPoint q) => Radians(q.Lat - a.Lat) * EarthRadiusM;
        var (bx, by, px, py) = (X(b), Y(b), X(p), Y(p));
        var square = (bx * bx) + (by * by);
        var t = square == 0 ? 0 : Math.Clamp(((px * bx) + (py * by)) / square, 0, 1);
        return Math.Sqrt(Math.Pow(px - (t * bx), 2) + Math.Pow(py - (t * by), 2));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
