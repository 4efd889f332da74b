namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>A place on a track: its position along it and the direction of the track there (unit vector).</summary>
public readonly record struct TrackPlace(int Track, double PositionM, PlanePoint Point, double DirX, double DirY, double OffsetM);

/// <summary>Finds tracks by place: the nearest track, and the tracks that cross a line at right angles to one.</summary>
/// <remarks>A uniform grid of 500 m cells over track segments; a query looks at the cells within its radius.</remarks>
public sealed class TrackGrid
{
    private const double CellM = 500;
    private static readonly double CosMaxAngle = Math.Cos(50 * Math.PI / 180);

    private readonly TrackModel _model;
    private readonly Dictionary<(int Column, int Row), List<(int Track, int Segment)>> _cells = [];

    public TrackGrid(TrackModel model)
    {
        _model = model;
        foreach (var track in model.Tracks)
            for (var i = 0; i + 1 < track.Points.Length; i++) Add(track.Index, i, track.Points[i], track.Points[i + 1]);
    }

    /// <summary>The nearest place on a track that the filter admits, within a radius; null when there is none.</summary>
    public TrackPlace? Nearest(PlanePoint point, double radiusM, Func<Track, bool> admits)
    {
        TrackPlace? best = null;
        foreach (var (track, segment) in Segments(point, radiusM))
        {
            if (!admits(_model.Tracks[track])) continue;
            var (a, b) = (_model.Tracks[track].Points[segment], _model.Tracks[track].Points[segment + 1]);
            var (dx, dy, length) = (b.X - a.X, b.Y - a.Y, a.DistanceTo(b));
            if (length <= 0) continue;
            var share = Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / (length * length), 0, 1);
            var foot = new PlanePoint(a.X + (share * dx), a.Y + (share * dy));
            var distance = foot.DistanceTo(point);
            if (distance > radiusM || (best is { } found && found.OffsetM <= distance)) continue;
            best = new TrackPlace(
                track, _model.Tracks[track].PositionM(segment, share), foot, dx / length, dy / length, distance);
        }

        return best;
    }

    /// <summary>
    /// The tracks that cross the line through <paramref name="at"/> at right angles to it, at most
    /// <paramref name="halfWidthM"/> aside and within 50 degrees of its direction.
    /// </summary>
    public List<TrackPlace> CrossSection(TrackPlace at, double halfWidthM)
    {
        var found = new List<TrackPlace>();
        foreach (var (track, segment) in Segments(at.Point, halfWidthM))
        {
            var (a, b) = (_model.Tracks[track].Points[segment], _model.Tracks[track].Points[segment + 1]);
            var (sideA, sideB) = (Along(a, at), Along(b, at));
            if (sideA <= 0 == sideB <= 0) continue;
            var share = sideA / (sideA - sideB);
            var point = new PlanePoint(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));
            var offset = point.DistanceTo(at.Point);
            var length = a.DistanceTo(b);
            var (dirX, dirY) = ((b.X - a.X) / length, (b.Y - a.Y) / length);
            if (offset > halfWidthM || Math.Abs((dirX * at.DirX) + (dirY * at.DirY)) < CosMaxAngle) continue;
            found.Add(new TrackPlace(track, _model.Tracks[track].PositionM(segment, share), point, dirX, dirY, offset));
        }

        return found;
    }

    private static double Along(PlanePoint point, TrackPlace at)
        => ((point.X - at.Point.X) * at.DirX) + ((point.Y - at.Point.Y) * at.DirY);

    private void Add(int track, int segment, PlanePoint a, PlanePoint b)
    {
        var steps = 1 + (int)(Math.Max(Math.Abs(b.X - a.X), Math.Abs(b.Y - a.Y)) / (CellM / 2));
        var last = (int.MinValue, int.MinValue);
        for (var i = 0; i <= steps; i++)
        {
            var share = (double)i / steps;
            var cell = Cell(new PlanePoint(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y))));
            if (cell == last) continue;
            last = cell;
            if (!_cells.TryGetValue(cell, out var list)) _cells.Add(cell, list = []);
            list.Add((track, segment));
        }
    }

    /// <summary>Segments in the cells within the radius, each once, by track and then along it.</summary>
    private IEnumerable<(int Track, int Segment)> Segments(PlanePoint point, double radiusM)
    {
        var low = Cell(new PlanePoint(point.X - radiusM, point.Y - radiusM));
        var high = Cell(new PlanePoint(point.X + radiusM, point.Y + radiusM));
        var found = new List<long>();
        for (var column = low.Column; column <= high.Column; column++)
        {
            for (var row = low.Row; row <= high.Row; row++)
            {
                if (!_cells.TryGetValue((column, row), out var list)) continue;
                foreach (var (track, segment) in list) found.Add(((long)track << 32) | (uint)segment);
            }
        }

        found.Sort();
        for (var i = 0; i < found.Count; i++)
            if (i == 0 || found[i] != found[i - 1]) yield return ((int)(found[i] >> 32), (int)found[i]);
    }

    private static (int Column, int Row) Cell(PlanePoint point)
        => ((int)Math.Floor(point.X / CellM), (int)Math.Floor(point.Y / CellM));
}
