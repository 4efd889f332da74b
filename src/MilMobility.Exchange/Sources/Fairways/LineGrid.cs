namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>
/// Points every 50 m along lines, in square cells of 250 m, for the nearest line to a position. O(length) memory, O(1) a search.
/// Coordinates are metres in a plane. Not thread-safe while lines are added.
/// </summary>
internal sealed class LineGrid
{
    public const double StepMetres = 50;
    private const double CellMetres = 250;

    private readonly Dictionary<(int, int), List<(int Line, double Along, double X, double Y)>> _cells = [];

    public void Add(int line, (double X, double Y)[] points)
    {
        var start = 0.0;
        Put(line, 0, points[0]);
        for (var i = 1; i < points.Length; i++)
        {
            var (dx, dy) = (points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            var steps = Math.Max(1, (int)Math.Ceiling(length / StepMetres));
            for (var s = 1; s <= steps; s++)
            {
                var share = (double)s / steps;
                Put(line, start + (share * length), (points[i - 1].X + (share * dx), points[i - 1].Y + (share * dy)));
            }

            start += length;
        }
    }

    /// <summary>The line with the nearest point, its distance and the point's place along it; -1 if none is near.</summary>
    public (int Line, double Along, double Metres) Nearest(double x, double y, double metresMax)
    {
        var best = (Line: -1, Along: 0.0, Square: metresMax * metresMax);
        var reach = (int)Math.Ceiling(metresMax / CellMetres);
        var (cx, cy) = Cell(x, y);
        for (var i = cx - reach; i <= cx + reach; i++)
        {
            for (var j = cy - reach; j <= cy + reach; j++)
            {
                if (!_cells.TryGetValue((i, j), out var cell)) continue;
                foreach (var (line, along, px, py) in cell)
                {
                    var square = ((px - x) * (px - x)) + ((py - y) * (py - y));
                    if (square < best.Square || (square == best.Square && best.Line < 0)) best = (line, along, square);
                }
            }
        }

        return (best.Line, best.Along, Math.Sqrt(best.Square));
    }

    private void Put(int line, double along, (double X, double Y) at)
    {
        var key = Cell(at.X, at.Y);
        if (!_cells.TryGetValue(key, out var cell)) _cells[key] = cell = [];
        cell.Add((line, along, at.X, at.Y));
    }

    private static (int, int) Cell(double x, double y) => ((int)Math.Floor(x / CellMetres), (int)Math.Floor(y / CellMetres));
}
