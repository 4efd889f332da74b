namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Finds where lines part between nodes: sections that leave a node over the same tracks and then diverge, more than 1.5 km from
/// every node, so that their common part would be planned twice as if it were two lines.
/// </summary>
internal static class LineJunctions
{
    private const double FromNodeM = 1_500;
    private const double ApartM = 1_000;
    /// <summary>The cross-section lies this far before the switch, where the lines are still one.</summary>
    private const double BeforeM = 30;
    private const double HalfWidthM = 60;

    public static List<PlanningNode> Of(
        SectionGraph graph, IReadOnlyList<PlanningNode> nodes, NamedTrackModel named, TrackGrid grid)
    {
        var partings = new List<(double SharedM, TrackPlace Place)>();
        foreach (var ends in graph.EndsAt)
        {
            for (var i = 0; i < ends.Count; i++)
            {
                for (var j = i + 1; j < ends.Count; j++)
                    if (Parting(RunsFrom(graph, ends[i]), RunsFrom(graph, ends[j]), named.Model) is { } parting) partings.Add(parting);
            }
        }

        var found = new List<PlanningNode>();
        foreach (var (_, place) in partings.OrderBy(parting => parting.SharedM).ThenBy(parting => parting.Place.Track))
        {
            if (found.Exists(other => other.Point.DistanceTo(place.Point) < ApartM)) continue;
            var geocode = named.Model.Tracks[place.Track].GeocodeAt(place.PositionM);
            var name = PlanningNodes.NameOnLine(named.GeocodeNames.GetValueOrDefault(geocode, geocode), place, named);
            var gates = PlanningNodes.GatesOf(grid.CrossSection(place, HalfWidthM), place, nodes.Count + found.Count);
            found.Add(new PlanningNode($"Aansl. {name}", "junction", geocode, place.Point, gates));
        }

        return found;
    }

    private static IReadOnlyList<TrackRun> RunsFrom(SectionGraph graph, int end)
    {
        var runs = graph.Sections[end >> 1].Runs;
        return (end & 1) == 0 ? runs : [.. runs.Reverse().Select(run => new TrackRun(run.Track, run.ToM, run.FromM))];
    }

    private static (double SharedM, TrackPlace Place)? Parting(
        IReadOnlyList<TrackRun> a, IReadOnlyList<TrackRun> b, TrackModel model)
    {
        var sharedM = 0.0;
        var place = default(TrackRun?);
        var i = 0;
        for (; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i].Track != b[i].Track || Math.Abs(a[i].FromM - b[i].FromM) > 1) break;
            if (a[i].FromM < a[i].ToM != b[i].FromM < b[i].ToM) break;
            var shorter = Length(a[i]) <= Length(b[i]) ? a[i] : b[i];
            place = shorter;
            sharedM += Length(shorter);
            if (Math.Abs(a[i].ToM - b[i].ToM) > 1) break;
        }

        if (place is not { } last || sharedM < FromNodeM) return null;
        if (a.Sum(Length) - sharedM < FromNodeM || b.Sum(Length) - sharedM < FromNodeM) return null;
        var backM = Math.Min(BeforeM, Length(last) / 2);
        var positionM = last.ToM > last.FromM ? last.ToM - backM : last.ToM + backM;
        return (sharedM, model.Tracks[last.Track].PlaceAt(positionM));
    }

    private static double Length(TrackRun run) => Math.Abs(run.ToM - run.FromM);
}
