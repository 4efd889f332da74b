namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>Tracks on which a freight train may wait at a node.</summary>
/// <param name="Count">How many.</param>
/// <param name="LongestM">The longest, rounded down to 10 m and at most 750 m.</param>
public readonly record struct YardTracks(int Count, int LongestM)
{
    private const double YardTrackM = 350;
    private const double YardRadiusM = 1_500;
    private const double LoopTrackM = 450;
    private const double YardSpeedKmh = 60;
    /// <summary>A train needs signals within a track, so a track between far switches is not usable whole.</summary>
    private const double LongestUsableM = 750;
    private const int LoopsMax = 2;

    /// <summary>
    /// In a yard, port or terminal: the tracks of its area with their middle within 1.5 km of the node, of 350 m or more, and
    /// with a speed up to 60 km/h. At a station or loop: the same, or, where there are none, the tracks of 450 m or more in its
    /// cross-section beyond the line's own, at most two. Null where no track is usable, and at junctions and borders.
    /// </summary>
    public static YardTracks? At(PlanningNode node, IReadOnlyList<Track> ofArea, TrackModel model, int lineTracks)
    {
        if (node.Kind is "border" or "junction") return null;
        var sidings = Geocodes.IsOpenLine(node.Geocode) ? [] : ofArea.Where(track => track.LengthM >= YardTrackM
                && track.SpeedAt(track.LengthM / 2) <= YardSpeedKmh
                && track.At(track.LengthM / 2).DistanceTo(node.Point) <= YardRadiusM)
            .Select(track => track.LengthM).ToList();
        if (sidings.Count > 0) return new YardTracks(sidings.Count, Usable(sidings.Max()));
        var cut = node.Gates.Select(gate => gate.Track).Distinct().Select(track => model.Tracks[track].LengthM).ToList();
        var loops = cut.Where(lengthM => lengthM >= LoopTrackM).Order().ToList();
        var spare = Math.Min(LoopsMax, Math.Min(loops.Count, cut.Count - lineTracks));
        return spare <= 0 ? null : new YardTracks(spare, Usable(loops[spare - 1]));
    }

    private static int Usable(double lengthM) => (int)(Math.Min(lengthM, LongestUsableM) / 10) * 10;
}
