namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Finds where open lines end at buffer stops far from every node, with no track beyond: a terminus (Zandvoort, Stavoren) is no
/// area of its own in the track model, and without a node there no section would reach it. Short stubs beside a line that goes
/// on are no ends. O(track ends x tracks near them).
/// </summary>
internal static class LineEnds
{
    private const double FromNodeM = 2_000;
    /// <summary>Tracks of one terminus end within this distance of one another.</summary>
    private const double ApartM = 2_000;
    private const double BeyondM = 500;
    private const double BesideM = 300;
    /// <summary>The cross-section lies this far before the buffer stop, where a train stands.</summary>
    private const double BeforeM = 150;
    private const double HalfWidthM = 100;

    public static List<PlanningNode> Of(NamedTrackModel named, IReadOnlyList<PlanningNode> nodes, TrackGrid grid)
    {
        var joined = named.Model.Joints.Select(joint => (joint.Track, joint.AtEnd)).ToHashSet();
        var found = new List<PlanningNode>();
        foreach (var track in named.Model.Tracks.OrderByDescending(track => track.LengthM).ThenBy(track => track.Index))
        {
            foreach (var atEnd in new[] { false, true })
            {
                var geocode = atEnd ? track.GeocodeEnd : track.GeocodeBegin;
                if (joined.Contains((track.Index, atEnd)) || !Geocodes.IsOpenLine(geocode) || Geocodes.IsBorder(geocode)) continue;
                var end = track.PlaceAt(atEnd ? track.LengthM : 0);
                if (nodes.Any(node => node.Point.DistanceTo(end.Point) < FromNodeM)) continue;
                if (found.Exists(node => node.Point.DistanceTo(end.Point) < ApartM) || GoesOn(end, atEnd, grid)) continue;
                var beforeM = Math.Min(BeforeM, track.LengthM / 2);
                var at = track.PlaceAt(atEnd ? track.LengthM - beforeM : beforeM);
                var gates = PlanningNodes.GatesOf(grid.CrossSection(at, HalfWidthM), at, nodes.Count + found.Count);
                var line = named.GeocodeNames.GetValueOrDefault(geocode, $"Geocode {geocode}");
                found.Add(new PlanningNode(PlanningNodes.NameOnLine(line, at, named), "station", geocode, at.Point, gates));
            }
        }

        return found;
    }

    private static bool GoesOn(TrackPlace end, bool atEnd, TrackGrid grid)
    {
        var sign = atEnd ? 1 : -1;
        var beyond = new PlanePoint(end.Point.X + (sign * BeyondM * end.DirX), end.Point.Y + (sign * BeyondM * end.DirY));
        return grid.Nearest(beyond, BesideM, _ => true) is not null;
    }
}
