using System.Globalization;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>
/// Reads ProRail's track model (spoortakmodel, version 17) with the WGS84 shapes of `derived_tracks_wgs84.csv`, which the embedded
/// network was compiled from. Reads the files of the folder `prorail-spoortak`; throws when one is absent.
/// </summary>
public static class DerivedTracks
{
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
