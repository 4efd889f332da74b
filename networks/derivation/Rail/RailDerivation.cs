using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>
/// Compiles the rail tables of the dataset: nodes are chosen points (`facts/rail-points.csv`), links the sections that a
/// train can run between them without reversal by ProRail's track model. Writes rail-nodes, rail-links,
/// rail-facilities and rail-civil; throws, and writes nothing, when a check fails.
/// </summary>
public static class RailDerivation
{
    public static void Derive(DerivationPaths paths)
    {
        var model = DerivedTracks.Read(Path.Combine(paths.Reference, "prorail-spoortak"));
        var grid = new TrackGrid(model);
        var points = RailPoint.Read(paths, model, grid);
        var nodes = Nodes(paths, points);
        var lines = new RailLines(paths);
        var ways = SectionFinder.Find(model, points.Count, points.SelectMany(point => point.Gates));
        var profiles = ways.ToDictionary(
            way => RailLink.IdOf(points[way.From].Id, points[way.To].Id),
            way => SectionProfile.Of(way, model, grid), StringComparer.Ordinal);
        var links = ways.Select(way => lines.Link(
            points[way.From], points[way.To], way, profiles[RailLink.IdOf(points[way.From].Id, points[way.To].Id)])).ToList();
        RailLines.Correct(paths, links);
        var civil = new RailCivil(
            TrainSeries.Read(Path.Combine(paths.Reference, "rail-stations"), paths.Facts), points, links, profiles,
            new RailHours(paths.Facts));
        RailLines.CarryTimetable(links, civil);
        RailLines.AddThrough(paths, links, nodes.ToDictionary(node => node.Id, StringComparer.Ordinal), civil);
        RailLines.AddExtra(paths, links, civil);
        links.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        RailChecks.Run(nodes, links);

        Directory.CreateDirectory(paths.Output);
        CsvTable.Write(Path.Combine(paths.Output, "rail-nodes.csv"), RailNode.Header, nodes.Select(node => node.Row()));
        CsvTable.Write(Path.Combine(paths.Output, "rail-links.csv"), RailLink.Header, links.Select(link => link.Row()));
        var yards = points.Select(point => RailYard.At(point, model, LineTracks(point, links))).OfType<RailYard>()
            .OrderBy(yard => yard.Node, StringComparer.Ordinal).ToList();
        CsvTable.Write(Path.Combine(paths.Output, "rail-facilities.csv"), RailYard.Header, yards.Select(yard => yard.Row()));
        CsvTable.Write(Path.Combine(paths.Output, "rail-civil.csv"), RailCivil.Header, civil.Rows(paths, links));
        Console.WriteLine($"rail: {nodes.Count} nodes, {links.Count} links, {yards.Count} facilities");
    }

    private static int LineTracks(RailPoint point, List<RailLink> links)
        => links.Where(link => link.From == point.Id || link.To == point.Id).Max(link => link.Tracks);

    // A point is drawn where its cross-section cuts the nearest track, so that lengths and coordinates agree.
    private static List<RailNode> Nodes(DerivationPaths paths, List<RailPoint> points)
    {
        var nodes = points.Select(point => new RailNode(
            point.Id, point.Name, point.Kind, point.At.Point.Lat, point.At.Point.Lon, point.Place, point.Region,
            point.Manager, point.NotMeasured ? "lat=assumed@rail-public-knowledge;lon=assumed@rail-public-knowledge" : "")).ToList();
        foreach (var row in CsvTable.Read(Path.Combine(paths.Facts, "rail-extra-nodes.csv")))
        {
            nodes.Add(new RailNode(
                row["id"], row["name"], row["kind"], RailPoint.Number(row["lat"]), RailPoint.Number(row["lon"]),
                row["place"], row["region"], row["manager"], "lat=assumed@rail-public-knowledge;lon=assumed@rail-public-knowledge"));
        }

        nodes.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return nodes;
    }
}
