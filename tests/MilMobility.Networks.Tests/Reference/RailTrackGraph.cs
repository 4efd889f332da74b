using System.Globalization;
using System.Text;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>
/// The raw ProRail track model, read here on its own: lengths along the tracks for a train that cannot reverse and may
/// not use HSL-Zuid. A place is every point of a track within a radius of a coordinate.
/// </summary>
internal sealed class RailTrackGraph
{
    private const double MetresPerDegree = 111_195;
    private static readonly string[] HighSpeed = ["164", "165", "166", "787"];

    private readonly Dictionary<string, (double LengthM, (double X, double Y)[] Shape)> tracks = [];
    private readonly Dictionary<string, List<(double AtM, bool Forward, string To, double ToM, bool ToForward)>> leaves = [];

    public RailTrackGraph(string folder)
    {
        var masked = Semicolon(folder, "SPOORTAK_GEOCODE_GRENZEN_17.csv")
            .Where(row => HighSpeed.Contains(row["GEOCODE"][..3]))
            .Select(row => row["SPOORTAK_IDENTIFICATIE"]).ToHashSet();
        foreach (var row in CsvRows.Read(Path.Combine(folder, "derived_tracks_wgs84.csv")))
        {
            if (masked.Contains(row["spoortak"])) continue;
            var points = row["wkt"].Replace("LINESTRING(", "").TrimEnd(')').Split(',')
                .Select(pair => pair.Split(' ')).Select(pair => Plane(Number(pair[1]), Number(pair[0]))).ToArray();
            tracks[row["spoortak"]] = (Number(row["length_m"]), points);
            leaves[row["spoortak"]] = [];
        }

        foreach (var row in Semicolon(folder, "SPOORTAK_TOPO_17.csv"))
        {
            var (a, b) = (row["SPOORTAK_IDENTIFICATIE"], row["SPOORTAK_ASL"]);
            if (!tracks.ContainsKey(a) || !tracks.ContainsKey(b)) continue;
            var endForward = row["RICHTING"] == "0-100";
            var endM = endForward ? tracks[a].LengthM : 0;
            var joinM = Number(row["PERCENT_ASL"].Replace(',', '.')) / 100 * tracks[b].LengthM;
            var joinForward = row["RICHTING_ASL"] == "0-100";
            // The joint is passed in both senses; the second is the first with both directions turned.
            leaves[a].Add((endM, endForward, b, joinM, joinForward));
            leaves[b].Add((joinM, !joinForward, a, endM, !endForward));
        }
    }

    /// <summary>Shortest length between two coordinates without reversal; infinite where there is none.</summary>
    public double ShortestM((double Lat, double Lon) from, (double Lat, double Lon) to, double radiusM)
    {
        var goals = Places(to, radiusM).ToLookup(place => place.Track, place => place.AtM);
        var queue = new PriorityQueue<(string Track, double AtM, bool Forward, double Sum), double>();
        foreach (var (track, atM) in Places(from, radiusM))
        {
            queue.Enqueue((track, atM, true, 0), 0);
            queue.Enqueue((track, atM, false, 0), 0);
        }

        var seen = new HashSet<(string, double, bool)>();
        var best = double.PositiveInfinity;
        while (queue.TryDequeue(out var state, out var sum))
        {
            if (sum >= best) return best;
            if (!seen.Add((state.Track, state.AtM, state.Forward))) continue;
            foreach (var goalM in goals[state.Track].Where(goalM => Ahead(state.AtM, goalM, state.Forward)))
                best = Math.Min(best, sum + Math.Abs(goalM - state.AtM));
            foreach (var leave in leaves[state.Track])
            {
                if (leave.Forward != state.Forward || !Ahead(state.AtM, leave.AtM, state.Forward)) continue;
                var next = sum + Math.Abs(leave.AtM - state.AtM);
                queue.Enqueue((leave.To, leave.ToM, leave.ToForward, next), next);
            }
        }

        return best;
    }

    private static bool Ahead(double fromM, double toM, bool forward) => forward ? toM >= fromM - 0.01 : toM <= fromM + 0.01;

    private IEnumerable<(string Track, double AtM)> Places((double Lat, double Lon) place, double radiusM)
    {
        var centre = Plane(place.Lat, place.Lon);
        foreach (var (id, (lengthM, shape)) in tracks)
        {
            var drawnM = shape.Zip(shape.Skip(1), Distance).Sum();
            if (drawnM <= 0) continue;
            var alongM = 0.0;
            var (nearest, nearestM) = (radiusM, double.NaN);
            for (var i = 1; i < shape.Length; i++)
            {
                var segmentM = Distance(shape[i - 1], shape[i]);
                if (segmentM <= 0) continue;
                var (dx, dy) = (shape[i].X - shape[i - 1].X, shape[i].Y - shape[i - 1].Y);
                var share = Math.Clamp(
                    (((centre.X - shape[i - 1].X) * dx) + ((centre.Y - shape[i - 1].Y) * dy)) / (segmentM * segmentM), 0, 1);
                var offset = Distance(centre, (shape[i - 1].X + (share * dx), shape[i - 1].Y + (share * dy)));
                if (offset < nearest) (nearest, nearestM) = (offset, (alongM + (share * segmentM)) / drawnM * lengthM);
                alongM += segmentM;
            }

            if (!double.IsNaN(nearestM)) yield return (id, nearestM);
        }
    }

    private static (double X, double Y) Plane(double lat, double lon)
        => (lon * MetresPerDegree * Math.Cos(52.2 * Math.PI / 180), lat * MetresPerDegree);

    private static double Distance((double X, double Y) a, (double X, double Y) b)
        => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Semicolon(string folder, string file)
    {
        var lines = File.ReadLines(Path.Combine(folder, file), Encoding.Latin1).ToList();
        var header = lines[0].Split(';');
        return lines.Skip(1).Select(line => header.Zip(line.Split(';')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
