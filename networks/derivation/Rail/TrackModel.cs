using System.Globalization;

namespace MilMobility.Derivation.Rail;

/// <summary>A place on the map in local metres (equirectangular around 52.2 N 5.3 E; good for distances of a few km).</summary>
public readonly record struct PlanePoint(double X, double Y)
{
    private const double MetresPerDegree = 111_195;
    private static readonly double MetresPerDegreeLon = MetresPerDegree * Math.Cos(52.2 * Math.PI / 180);

    public double Lat => 52.2 + (Y / MetresPerDegree);

    public double Lon => 5.3 + (X / MetresPerDegreeLon);

    public static PlanePoint FromDegrees(double lat, double lon)
        => new((lon - 5.3) * MetresPerDegreeLon, (lat - 52.2) * MetresPerDegree);

    public double DistanceTo(PlanePoint other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}

/// <summary>One track (spoortak) of the track model: a line between two switches or buffer stops.</summary>
public sealed class Track
{
    private readonly double[] _alongM;

    public Track(int index, string id, double lengthM, string geocodeBegin, string geocodeEnd, PlanePoint[] points)
    {
        (Index, Id, LengthM, GeocodeBegin, GeocodeEnd, Points) = (index, id, lengthM, geocodeBegin, geocodeEnd, points);
        _alongM = new double[points.Length];
        for (var i = 1; i < points.Length; i++) _alongM[i] = _alongM[i - 1] + points[i - 1].DistanceTo(points[i]);
        var scale = _alongM[^1] > 0 ? lengthM / _alongM[^1] : 0;
        for (var i = 0; i < points.Length; i++) _alongM[i] *= scale;
    }

    public int Index { get; }

    public string Id { get; }

    public double LengthM { get; }

    public string GeocodeBegin { get; }

    public string GeocodeEnd { get; }

    public PlanePoint[] Points { get; }

    /// <summary>Speed sections: from m, to m, km/h; in order.</summary>
    public List<(double FromM, double ToM, double SpeedKmh)> Speeds { get; } = [];

    /// <summary>Geocode sections: from m, to m, three-digit geocode; in order.</summary>
    public List<(double FromM, double ToM, string Geocode)> Geocodes { get; } = [];

    /// <summary>Position along the track of a point on segment <paramref name="segment"/>, at a share of that segment.</summary>
    public double PositionM(int segment, double share)
        => _alongM[segment] + (share * (_alongM[segment + 1] - _alongM[segment]));

    /// <summary>The point of the track at a position along it.</summary>
    public PlanePoint At(double positionM)
    {
        var i = 1;
        while (i < _alongM.Length - 1 && _alongM[i] < positionM) i++;
        var width = _alongM[i] - _alongM[i - 1];
        var share = width > 0 ? Math.Clamp((positionM - _alongM[i - 1]) / width, 0, 1) : 0;
        var (a, b) = (Points[i - 1], Points[i]);
        return new PlanePoint(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));
    }

    /// <summary>The shape between two positions, in the order of travel.</summary>
    public IEnumerable<PlanePoint> Shape(double fromM, double toM)
    {
        yield return At(fromM);
        var inside = Enumerable.Range(0, Points.Length)
            .Where(i => _alongM[i] > Math.Min(fromM, toM) && _alongM[i] < Math.Max(fromM, toM));
        foreach (var i in fromM <= toM ? inside : inside.Reverse()) yield return Points[i];
        yield return At(toM);
    }

    public string GeocodeAt(double positionM)
    {
        foreach (var (from, to, geocode) in Geocodes)
            if (positionM >= from - 1 && positionM <= to + 1) return geocode;
        return positionM < LengthM / 2 ? GeocodeBegin : GeocodeEnd;
    }

    public double SpeedAt(double positionM)
    {
        foreach (var (from, to, speed) in Speeds)
            if (positionM >= from - 1 && positionM <= to + 1) return speed;
        return 0;
    }
}

/// <summary>
/// An end of one track joining another: a train that leaves <paramref name="Track"/> at its end (or, with
/// <paramref name="AtEnd"/> false, at its start) continues on <paramref name="Onto"/> from <paramref name="OntoM"/> in
/// the direction of its kilometres when <paramref name="OntoForward"/>. It may be traversed the other way round too.
/// </summary>
public sealed record TrackJoint(int Track, bool AtEnd, int Onto, double OntoM, bool OntoForward);

/// <summary>
/// ProRail's track model (spoortakmodel, version 17): every track with its shape, speeds and geocodes, and the joints
/// between them. Reads the files of the folder `prorail-spoortak`; throws when one is absent.
/// </summary>
public sealed class TrackModel
{
    private TrackModel(List<Track> tracks, List<TrackJoint> joints) => (Tracks, Joints) = (tracks, joints);

    public IReadOnlyList<Track> Tracks { get; }

    public IReadOnlyList<TrackJoint> Joints { get; }

    public static TrackModel Read(string folder)
    {
        var tracks = new List<Track>();
        var byId = new Dictionary<string, Track>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(Path.Combine(folder, "derived_tracks_wgs84.csv")))
        {
            var track = new Track(
                tracks.Count, row["spoortak"], Number(row["length_m"]), row["geocode_begin"], row["geocode_end"],
                Shape(row["wkt"]));
            tracks.Add(track);
            byId.Add(track.Id, track);
        }

        var joints = new List<TrackJoint>();
        foreach (var row in Rows(folder, "SPOORTAK_TOPO_17.csv"))
        {
            if (!byId.TryGetValue(row["SPOORTAK_IDENTIFICATIE"], out var from)) continue;
            if (!byId.TryGetValue(row["SPOORTAK_ASL"], out var onto)) continue;
            joints.Add(new TrackJoint(
                from.Index, row["RICHTING"] == "0-100",
                onto.Index, Number(row["PERCENT_ASL"]) / 100 * onto.LengthM, row["RICHTING_ASL"] == "0-100"));
        }

        foreach (var row in Rows(folder, "SPOORTAK_SNELHEDEN_17.csv"))
        {
            if (!byId.TryGetValue(row["SPOORTAK_IDENTIFICATIE"], out var track)) continue;
            if (!char.IsDigit(row["LOKALE_SNELHEID"].FirstOrDefault())) continue; // "onbekend"
            track.Speeds.Add((Km(row["SPOORTAK_LRS_VAN"]), Km(row["SPOORTAK_LRS_TOT"]), Number(row["LOKALE_SNELHEID"])));
        }

        foreach (var row in Rows(folder, "SPOORTAK_GEOCODE_GRENZEN_17.csv"))
        {
            if (!byId.TryGetValue(row["SPOORTAK_IDENTIFICATIE"], out var track)) continue;
            track.Geocodes.Add((Km(row["SPOORTAK_LRS_VAN"]), Km(row["SPOORTAK_LRS_TOT"]), row["GEOCODE"][..3]));
        }

        return new TrackModel(tracks, joints);
    }

    private static List<Dictionary<string, string>> Rows(string folder, string file)
        => CsvTable.Read(Path.Combine(folder, file), ";", "latin1");

    private static double Number(string text) => double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);

    private static double Km(string text) => 1000 * Number(text);

    private static PlanePoint[] Shape(string wkt)
    {
        var inner = wkt[(wkt.IndexOf('(') + 1)..wkt.IndexOf(')')];
        return [.. inner.Split(',').Select(pair => pair.Trim().Split(' '))
            .Select(pair => PlanePoint.FromDegrees(Number(pair[1]), Number(pair[0])))];
    }
}
