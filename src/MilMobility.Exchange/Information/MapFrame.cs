using System.Globalization;
using System.Text;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Information;

/// <summary>Where a point in degrees stands on the map, in pixels from its upper left corner.</summary>
internal sealed class MapFrame
{
    private const double DegreesMin = 0.01;
    /// <summary>A map is at most so many times as high as wide, however the points lie.</summary>
    private const double HeightPerWidthMax = 1.6;

    private readonly double _north;
    private readonly double _west;
    private readonly double _pixelsPerDegreeLat;
    private readonly double _pixelsPerDegreeLon;
    private readonly double _left;
    private readonly double _top;

    private MapFrame(double north, double west, double pixelsPerDegreeLat, double pixelsPerDegreeLon, double left, double top)
    {
        (_north, _west, _left, _top) = (north, west, left, top);
        (_pixelsPerDegreeLat, _pixelsPerDegreeLon) = (pixelsPerDegreeLat, pixelsPerDegreeLon);
    }

    public required int WidthPixels { get; init; }

    public required int HeightPixels { get; init; }

    public double PixelsPerKm => _pixelsPerDegreeLat * 1_000 / (GreatCircle.EarthRadiusMetres * Math.PI / 180);

    public static MapFrame Around(NetworkDataset dataset, int width, int banner, int footer, int margin)
    {
        var points = dataset.Nodes.Select(n => (n.Lat, n.Lon)).Concat(dataset.Links.SelectMany(l => l.Via)).ToList();
        if (points.Count == 0) points.Add((0, 0));
        var (south, north) = (points.Min(p => p.Lat), points.Max(p => p.Lat));
        var (west, east) = (points.Min(p => p.Lon), points.Max(p => p.Lon));
        var squeeze = Math.Max(0.05, Math.Cos((south + north) / 2 * Math.PI / 180));
        var spanLat = Math.Max(DegreesMin, north - south);
        var spanLon = Math.Max(DegreesMin, east - west) * squeeze;
        var innerWidth = width - (2 * margin);
        var scale = Math.Min(innerWidth / spanLon, innerWidth * HeightPerWidthMax / spanLat);
        var left = margin + ((innerWidth - (spanLon * scale)) / 2);
        var height = (int)Math.Ceiling(banner + footer + (2 * margin) + (spanLat * scale));
        return new MapFrame(north, west, scale, scale * squeeze, left, banner + margin)
        {
            WidthPixels = width, HeightPixels = height,
        };
    }

    public (double X, double Y) Place(double lat, double lon) =>
        (_left + ((lon - _west) * _pixelsPerDegreeLon), _top + ((_north - lat) * _pixelsPerDegreeLat));

    /// <summary>Appends a command of a path, such as <c>M10.0 20.5</c>.</summary>
    public void Append(StringBuilder path, char command, double lat, double lon)
    {
        var (x, y) = Place(lat, lon);
        path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.0} {y:0.0}");
    }
}
