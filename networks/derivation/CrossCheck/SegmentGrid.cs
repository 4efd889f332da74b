using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>The shapes of a draft's links in cells of 0.02 degrees, for the point of each link that is nearest to a place.</summary>
internal sealed class SegmentGrid
{
    private const double CellDegrees = 0.02;
    /// <summary>A degree of longitude at 54 degrees north, the least in the area of use, metres.</summary>
    private const double CellMetresMin = CellDegrees * 65_000;

    private readonly NetworkDraft _draft;
    private readonly Dictionary<(int, int), HashSet<int>> _cells = [];

    public SegmentGrid(NetworkDraft draft)
    {
        _draft = draft;
        for (var link = 0; link < draft.LinkCount; link++)
        {
            var line = Line(draft, link);
            for (var i = 1; i < line.Count; i++) Add(link, line[i - 1], line[i]);
        }
    }

    /// <summary>A link's whole shape, ends included.</summary>
    public static List<(double Lat, double Lon)> Line(NetworkDraft draft, int link)
    {
        var row = draft.Links[link];
        var (from, to) = (draft.Nodes[row.From], draft.Nodes[row.To]);
        return
        [
            (from.Lat, from.Lon),
            .. Enumerable.Range(0, row.Shape.Count).Select(i => draft.ShapePoint(row.Shape, i)),
            (to.Lat, to.Lon),
        ];
    }

    /// <summary>The nearest point of each link of a mode within a distance.</summary>
    public List<Access> Within(TransportMode mode, double lat, double lon, double reachMetres)
    {
        var reach = (int)Math.Ceiling(reachMetres / CellMetresMin);
        var (row, column) = Cell(lat, lon);
        var links = new SortedSet<int>();
        for (var i = row - reach; i <= row + reach; i++)
            for (var j = column - reach; j <= column + reach; j++)
                links.UnionWith(_cells.GetValueOrDefault((i, j)) ?? []);
        return
        [
            .. links.Where(link => _draft.Links[link].Mode == mode)
                .Select(link => Nearest(link, lat, lon)).Where(access => access.OffMetres <= reachMetres),
        ];
    }

    private Access Nearest(int link, double lat, double lon)
    {
        var line = Line(_draft, link);
        var (off, along, total) = (double.PositiveInfinity, 0.0, 0.0);
        for (var i = 1; i < line.Count; i++)
        {
            var length = Distance.Metres(line[i - 1].Lat, line[i - 1].Lon, line[i].Lat, line[i].Lon);
            var (metres, share) = LocalPlane.ToSegment((lat, lon), line[i - 1], line[i]);
            if (metres < off) (off, along) = (metres, total + (share * length));
            total += length;
        }

        return new Access(link, total > 0 ? along / total * _draft.Links[link].LengthMetres : 0, off);
    }

    private void Add(int link, (double Lat, double Lon) a, (double Lat, double Lon) b)
    {
        var (one, other) = (Cell(a.Lat, a.Lon), Cell(b.Lat, b.Lon));
        for (var i = Math.Min(one.Row, other.Row); i <= Math.Max(one.Row, other.Row); i++)
        {
            for (var j = Math.Min(one.Column, other.Column); j <= Math.Max(one.Column, other.Column); j++)
            {
                if (!_cells.TryGetValue((i, j), out var cell)) _cells[(i, j)] = cell = [];
                cell.Add(link);
            }
        }
    }

    private static (int Row, int Column) Cell(double lat, double lon) =>
        ((int)Math.Floor(lat / CellDegrees), (int)Math.Floor(lon / CellDegrees));
}
