using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>One row of rail-facilities.csv: tracks on which a freight train may wait.</summary>
public sealed record RailYard(string Node, string Name, int Tracks, int MaxLengthM)
{
    public static readonly string[] Header =
    [
        "id", "node", "kind", "name", "hold_capacity", "hold_unit", "max_length_m", "fuel", "chambers", "cycle_min",
        "berths", "ro_ro_ramps", "cranes", "provenance",
    ];

    private const double YardTrackM = 350;
    private const double YardRadiusM = 1500;
    private const double LoopTrackM = 450;
    private const double YardSpeedKmh = 60;
    private const double LongestTrainM = 750;

    public string[] Row() =>
    [
        $"{Node}-yard", Node, "yard", Name, Text.Whole(Tracks), "tracks", Text.Whole(MaxLengthM), "", "", "", "", "", "", "",
    ];

    /// <summary>
    /// Tracks by the track model. In a yard, port, terminal or site: each track of the yard's geocodes with its middle
    /// within 1.5 km of the node, of 350 m or more and with a speed up to 60 km/h. At a station: the tracks of 450 m or
    /// more in its cross-section beyond the line's own tracks, at most two. A track is as long as between its switches; a
    /// train needs signals within it, so the longest counts to 750 m at most and is rounded down to 10 m.
    /// </summary>
    public static RailYard? At(RailPoint point, TrackModel model, int lineTracks)
    {
        var tracks = point.Gates.Select(gate => (Track: model.Tracks[gate.Track], gate.PositionM))
            .DistinctBy(place => place.Track.Index).ToList();
        if (point.Kind is "yard" or "port" or "terminal" or "site")
        {
            var at = model.Tracks[point.At.Track];
            string[] geocodes = point.Geocodes.Count > 0 ? [.. point.Geocodes] : [at.GeocodeAt(point.At.PositionM)];
            var usable = model.Tracks
                .Where(track => geocodes.Contains(track.GeocodeAt(track.LengthM / 2)) && track.LengthM >= YardTrackM
                    && track.SpeedAt(track.LengthM / 2) <= YardSpeedKmh
                    && track.At(track.LengthM / 2).DistanceTo(point.At.Point) <= YardRadiusM)
                .Select(track => track.LengthM).ToList();
            if (usable.Count == 0) usable.Add(tracks.Max(place => Math.Max(place.Track.LengthM, YardTrackM)));
            return new RailYard(point.Id, point.Name, usable.Count, Usable(usable.Max()));
        }

        if (point.Kind is "border" or "junction") return null;
        var loops = tracks.Where(place => place.Track.LengthM >= LoopTrackM)
            .Select(place => place.Track.LengthM).Order().ToList();
        var spare = Math.Min(2, Math.Min(loops.Count, tracks.Count - lineTracks));
        return spare <= 0 ? null : new RailYard(point.Id, point.Name, spare, Usable(loops[spare - 1]));
    }

    private static int Usable(double lengthM) => (int)(Math.Min(lengthM, LongestTrainM) / 10) * 10;
}
