namespace MilMobility.Derivation.CrossCheck;

/// <summary>Distances to line segments in the plane that touches the earth at the place asked about: within 0.1 % over 20 km.</summary>
internal static class LocalPlane
{
    private const double MetresPerDegree = 111_195;

    /// <summary>Distance from a place to a segment, and the share of the segment at which it is nearest.</summary>
    public static (double Metres, double Share) ToSegment(
        (double Lat, double Lon) place, (double Lat, double Lon) a, (double Lat, double Lon) b)
    {
        var squeeze = Math.Cos(place.Lat * Math.PI / 180);
        var (ax, ay) = ((a.Lon - place.Lon) * squeeze * MetresPerDegree, (a.Lat - place.Lat) * MetresPerDegree);
        var (bx, by) = ((b.Lon - place.Lon) * squeeze * MetresPerDegree, (b.Lat - place.Lat) * MetresPerDegree);
        var (dx, dy) = (bx - ax, by - ay);
        var square = (dx * dx) + (dy * dy);
        var share = square > 0 ? Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1) : 0;
        return (Math.Sqrt(Math.Pow(ax + (share * dx), 2) + Math.Pow(ay + (share * dy), 2)), share);
    }

    /// <summary>Distance from a place to a line of points.</summary>
    public static double ToLine((double Lat, double Lon) place, IReadOnlyList<(double Lat, double Lon)> line)
    {
        var best = double.PositiveInfinity;
        for (var i = 1; i < line.Count; i++) best = Math.Min(best, ToSegment(place, line[i - 1], line[i]).Metres);
        return best;
    }
}
