using System.Globalization;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>A planning node of the railway, and where its cross-section cuts the tracks.</summary>
public sealed record RailPoint(
    string Code, string Id, string Name, string Kind, double Lat, double Lon, string Place, string Region,
    string Manager, bool NotMeasured, IReadOnlyList<string> Geocodes, IReadOnlyList<TrackGate> Gates, TrackPlace At)
{
    private const double DefaultHalfWidthM = 60;
    private const double SnapRadiusM = 1500;

    /// <summary>
    /// Reads the chosen points (`facts/rail-points.csv`), their coordinates (TAF primary locations, unless the fact
    /// states its own), and cuts the tracks at each. Throws for a point that has no track within 1.5 km.
    /// </summary>
    public static List<RailPoint> Read(DerivationPaths paths, TrackModel model, TrackGrid grid)
    {
        var locations = CsvTable.Read(Path.Combine(paths.Reference, "taf-locations", "nl_taf_primary_locations.csv"))
            .ToDictionary(row => row["code"], row => (Number(row["lat"]), Number(row["lon"])), StringComparer.Ordinal);
        var points = new List<RailPoint>();
        foreach (var row in CsvTable.Read(Path.Combine(paths.Facts, "rail-points.csv")))
        {
            var own = row["lat"].Length > 0;
            var (lat, lon) = own ? (Number(row["lat"]), Number(row["lon"])) : locations[row["code"]];
            var geocodes = row["geocodes"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool Admits(Track track) => geocodes.Length == 0
                || geocodes.Contains(track.GeocodeBegin) || geocodes.Contains(track.GeocodeEnd);
            var at = grid.Nearest(PlanePoint.FromDegrees(lat, lon), SnapRadiusM, Admits)
                ?? throw new InvalidDataException($"rail-points.csv {row["id"]}: no track within {SnapRadiusM} m");
            var width = row["radius_m"].Length > 0 ? Number(row["radius_m"]) : DefaultHalfWidthM;
            var gates = grid.CrossSection(at, width)
                .Where(place => Admits(model.Tracks[place.Track]))
                .Append(at)
                .Select(place => new TrackGate(
                    points.Count, place.Track, place.PositionM,
                    (place.DirX * at.DirX) + (place.DirY * at.DirY) > 0 ? 1 : -1))
                .DistinctBy(gate => (gate.Track, Math.Round(gate.PositionM)));
            points.Add(new RailPoint(
                row["code"], row["id"], row["name"], row["kind"], lat, lon, row["place"], row["region"],
                row["manager"], own, geocodes, [.. gates], at));
        }

        return points;
    }

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
