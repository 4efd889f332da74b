using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.Shapefile;
using MilMobility.Exchange.Projection;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Shapes of the tracks: record i of SPOORTAK_nn.shp (RD New) belongs to row i of SPOORTAK_nn.csv. A shape whose length is not that
/// of its track shows that the two files do not belong together.
/// </summary>
internal static class TrackShapes
{
    private const double LengthSlackM = 5;
    private const double LengthSlackShare = 0.02;

    /// <returns>By track; null after an error.</returns>
    public static PlanePoint[][]? Read(string folder, int version, IReadOnlyList<TrackRecord> records, ImportContext context)
    {
        var file = Path.Combine(folder, $"SPOORTAK_{version}.shp");
        using var reader = ShapefileReader.Open(file, context.Diagnostics);
        if (reader is null) return null;
        var shapes = new PlanePoint[records.Count][];
        var count = 0;
        for (; reader.Read() && count < shapes.Length; count++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var points = reader.Shape.Points;
            var lengthM = LengthOf(points);
            var statedM = records[count].LengthM;
            if (points.Length < 2 || Math.Abs(lengthM - statedM) > LengthSlackM + (LengthSlackShare * statedM))
            {
                context.Diagnostics.Error(
                    RailTrackCodes.ShapeMismatch, file, 0,
                    $"record {count + 1} has {points.Length} points over {lengthM:F0} m; "
                    + $"track {TrackTableRow.Quote(records[count].Id)} has {statedM:F0} m");
                continue;
            }

            shapes[count] = Points(points, file, context);
        }

        if (count != shapes.Length || reader.Read())
        {
            context.Diagnostics.Error(
                RailTrackCodes.ShapeMismatch, file, 0,
                $"the file has {(count < shapes.Length ? "fewer" : "more")} shapes than {shapes.Length} tracks");
        }

        return context.Diagnostics.HasErrors ? null : shapes;
    }

    private static double LengthOf(ReadOnlySpan<ShapePoint> points)
    {
        var lengthM = 0.0;
        for (var i = 1; i < points.Length; i++)
            lengthM += Math.Sqrt(Square(points[i].X - points[i - 1].X) + Square(points[i].Y - points[i - 1].Y));
        return lengthM;
    }

    private static double Square(double value) => value * value;

    private static PlanePoint[] Points(ReadOnlySpan<ShapePoint> points, string file, ImportContext context)
    {
        var shape = new PlanePoint[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var (x, y) = (points[i].X, points[i].Y);
            if (!RdNew.Covers(x, y))
            {
                context.Diagnostics.Error(
                    RailTrackCodes.OutOfRange, file, 0, $"point {x:F0} {y:F0} is not in the Netherlands; must be metres RD New");
                return shape;
            }

            var (lat, lon) = RdNew.ToWgs84(x, y);
            shape[i] = PlanePoint.FromDegrees(lat, lon);
        }

        return shape;
    }
}
