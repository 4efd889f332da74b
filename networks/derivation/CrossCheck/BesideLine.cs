namespace MilMobility.Derivation.CrossCheck;

/// <summary>Whether links of the imported network lie beside a line: their middle is within a distance of it.</summary>
internal sealed class BesideLine(FullDetail imported, IReadOnlyList<(double Lat, double Lon)> line, double metres)
{
    private readonly Dictionary<int, bool> _known = [];

    public bool Is(int link)
    {
        if (_known.TryGetValue(link, out var known)) return known;
        var shape = SegmentGrid.Line(imported.Draft, link);
        var (a, b) = (shape[(shape.Count - 1) / 2], shape[shape.Count / 2]);
        return _known[link] = LocalPlane.ToLine(((a.Lat + b.Lat) / 2, (a.Lon + b.Lon) / 2), line) <= metres;
    }
}
