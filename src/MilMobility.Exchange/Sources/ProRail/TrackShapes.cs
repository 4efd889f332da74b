using System.Globalization;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Sources.ProRail;

internal static class TrackShapes
{
    public static PlanePoint[][]? Read(string folder, int version, IReadOnlyList<TrackRecord> records, ImportContext context)
    {
        _ = version; _ = context;
        var shapes = new Dictionary<string, PlanePoint[]>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "derived_tracks_wgs84.csv")).Skip(1))
        {
            var inner = line[(line.LastIndexOf('(') + 1)..line.LastIndexOf(')')];
            shapes[line[..line.IndexOf(',')]] = [.. inner.Split(',').Select(pair => pair.Trim().Split(' '))
                .Select(pair => PlanePoint.FromDegrees(double.Parse(pair[1], CultureInfo.InvariantCulture), double.Parse(pair[0], CultureInfo.InvariantCulture)))];
        }
        return [.. records.Select(r => shapes[r.Id])];
    }
}
