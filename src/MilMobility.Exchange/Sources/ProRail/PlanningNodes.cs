using System.Globalization;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Chooses the nodes of the planning level from the track model alone: one in each area that is no open line (station, yard, port,
/// siding, named junction), where its tracks lie densest; more in areas that are long, such as a port line with several yards;
/// one on the open line wherever there is a track more than on the rest of the line, since trains pass one another there;
/// one where each line ends beyond the border, and one where it ends at a buffer stop far from the others (<see cref="LineEnds"/>).
/// O(track length / 50 m) samples, plus some cross-sections for each node.
/// </summary>
public static class PlanningNodes
{
    private const double SampleM = 50;
    private const double CellM = 250;
    private const double HalfWidthM = 200;
    /// <summary>Nodes on an open line keep this distance from those of stations and yards, to which their tracks belong.</summary>
    private const double FromStationM = 2_000;
    /// <summary>Nodes of one area keep this distance.</summary>
    private const double ApartM = 3_000;
    /// <summary>Track within 750 x 750 m that makes a further node in a long area worthwhile: four tracks abreast.</summary>
    private const double FurtherNodeTrackM = 3_000;
    /// <summary>Share of an open line's squares that count as its narrower parts.</summary>
    private const double NarrowShare = 0.3;
    /// <summary>Nodes on one open line keep this distance: a long double track beside single ones needs no node every 3 km.</summary>
    private const double ApartOnLineM = 6_000;
    /// <summary>Track that the same square has more on an open line where a loop or a station lies.</summary>
    private const double LoopTrackM = 600;
    /// <summary>Places tried for a node's cross-section; the one that cuts most tracks is taken.</summary>
    private const int PlacesTried = 40;

    public static List<PlanningNode> Of(NamedTrackModel named, TrackGrid grid)
    {
        var nodes = new List<PlanningNode>();
        foreach (var (geocode, samples) in Samples(named.Model))
        {
            var areaName = named.GeocodeNames.GetValueOrDefault(geocode, $"Geocode {geocode}");
            var isOpenLine = Geocodes.IsOpenLine(geocode);
            var places = Places(geocode, samples, named.Model, grid);
            foreach (var place in places)
            {
                if (isOpenLine && nodes.Exists(other => other.Point.DistanceTo(place.Point) < FromStationM)) continue;
                var name = isOpenLine || places.Count > 1 ? NameOnLine(areaName, place, named) : areaName;
                var kind = isOpenLine ? "station" : Geocodes.KindOf(geocode, areaName);
                var gates = Gates(place, geocode, nodes.Count, named.Model, grid);
                nodes.Add(new PlanningNode(name, kind, geocode, place.Point, gates));
            }
        }

        AddBorders(named, nodes);
        nodes.AddRange(LineEnds.Of(named, nodes, grid));
        return nodes;
    }

    /// <summary>The line and its kilometre: "Weesp Aansl. - Hilversum km 20.3".</summary>
    internal static string NameOnLine(string line, TrackPlace place, NamedTrackModel named)
        => named.Kilometres.At(named.Model.Tracks[place.Track], place.PositionM) is { } km
            ? string.Create(CultureInfo.InvariantCulture, $"{line} km {km:F1}")
            : line;

    /// <summary>Positions every 50 m in each area, stations and yards before open lines, none beyond the border.</summary>
    private static List<KeyValuePair<string, List<TrackPlace>>> Samples(TrackModel model)
    {
        var areas = new Dictionary<string, List<TrackPlace>>(StringComparer.Ordinal);
        foreach (var track in model.Tracks)
        {
            for (var positionM = Math.Min(SampleM, track.LengthM) / 2; positionM < track.LengthM; positionM += SampleM)
            {
                var geocode = track.GeocodeAt(positionM);
                if (geocode.Length == 0 || Geocodes.IsBorder(geocode)) continue;
                if (!areas.TryGetValue(geocode, out var samples)) areas.Add(geocode, samples = []);
                samples.Add(track.PlaceAt(positionM));
            }
        }

        return [.. areas.OrderBy(area => Geocodes.IsOpenLine(area.Key)).ThenBy(area => area.Key, StringComparer.Ordinal)];
    }

    private static List<TrackPlace> Places(string geocode, List<TrackPlace> samples, TrackModel model, TrackGrid grid)
    {
        var cells = samples.GroupBy(place => Cell(place.Point)).ToDictionary(cell => cell.Key, cell => cell.ToList());
        var densest = cells.Keys.Select(cell => (Cell: cell, Places: Around(cell, cells)))
            .OrderByDescending(around => around.Places.Count).ThenBy(around => around.Cell).ToList();
        // An open line is compared with its own narrower parts, so that a loop counts on a single track and on four.
        var isOpenLine = Geocodes.IsOpenLine(geocode);
        var usualM = densest[(int)(densest.Count * (1 - NarrowShare))].Places.Count * SampleM;
        var apartM = isOpenLine ? ApartOnLineM : ApartM;
        var leastM = isOpenLine ? usualM + LoopTrackM : FurtherNodeTrackM;
        var chosen = new List<TrackPlace>();
        foreach (var (_, places) in densest)
        {
            if ((chosen.Count > 0 || isOpenLine) && places.Count * SampleM < leastM) break;
            var centre = new PlanePoint(places.Average(place => place.Point.X), places.Average(place => place.Point.Y));
            if (chosen.Exists(other => other.Point.DistanceTo(centre) < apartM)) continue;
            var best = places.OrderBy(place => place.Point.DistanceTo(centre)).Take(PlacesTried)
                .MaxBy(place => Crossed(place, geocode, model, grid).Count());
            chosen.Add(best);
        }

        return chosen;
    }

    private static List<TrackPlace> Around(
        (int Column, int Row) cell, Dictionary<(int Column, int Row), List<TrackPlace>> cells)
    {
        var around = new List<TrackPlace>();
        for (var column = cell.Column - 1; column <= cell.Column + 1; column++)
        {
            for (var row = cell.Row - 1; row <= cell.Row + 1; row++)
                if (cells.TryGetValue((column, row), out var places)) around.AddRange(places);
        }

        return around;
    }

    private static IEnumerable<TrackPlace> Crossed(TrackPlace at, string geocode, TrackModel model, TrackGrid grid)
        => grid.CrossSection(at, HalfWidthM).Where(place => model.Tracks[place.Track].GeocodeAt(place.PositionM) == geocode);

    private static List<TrackGate> Gates(TrackPlace at, string geocode, int node, TrackModel model, TrackGrid grid)
        => GatesOf(Crossed(at, geocode, model, grid), at, node);

    /// <summary>Gates where places lie, signed by the direction of the first place.</summary>
    internal static List<TrackGate> GatesOf(IEnumerable<TrackPlace> places, TrackPlace at, int node)
        => [.. places.Prepend(at)
            .Select(place => new TrackGate(
                node, place.Track, place.PositionM, (place.DirX * at.DirX) + (place.DirY * at.DirY) > 0 ? 1 : -1))
            .DistinctBy(gate => (gate.Track, Math.Round(gate.PositionM)))];

    private static (int Column, int Row) Cell(PlanePoint point)
        => ((int)Math.Floor(point.X / CellM), (int)Math.Floor(point.Y / CellM));

    /// <summary>Where the tracks of a line beyond the border end, trains go on: those ends together are a node.</summary>
    private static void AddBorders(NamedTrackModel named, List<PlanningNode> nodes)
    {
        var joined = named.Model.Joints.Select(joint => (joint.Track, joint.AtEnd)).ToHashSet();
        var ends = named.Model.Tracks
            .SelectMany(track => new[]
            {
                (Track: track, AtEnd: false, Geocode: track.GeocodeBegin),
                (Track: track, AtEnd: true, Geocode: track.GeocodeEnd),
            })
            .Where(end => Geocodes.IsBorder(end.Geocode) && !joined.Contains((end.Track.Index, end.AtEnd)))
            .GroupBy(end => end.Geocode, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in ends)
        {
            var gates = group.Select(end => new TrackGate(
                nodes.Count, end.Track.Index, end.AtEnd ? end.Track.LengthM : 0, end.AtEnd ? 1 : -1)).ToList();
            var point = named.Model.Tracks[gates[0].Track].At(gates[0].PositionM);
            nodes.Add(new PlanningNode(
                named.GeocodeNames.GetValueOrDefault(group.Key, $"Geocode {group.Key}"), "border", group.Key, point, gates));
        }
    }
}
