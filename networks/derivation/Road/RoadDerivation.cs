using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>
/// Compiles the road tables of the dataset from the VILD, the hand-compiled facts and the reference data on truck
/// parking, traffic and inhabitants. The result depends on its inputs alone, byte for byte.
/// </summary>
public static class RoadDerivation
{
    // An exit that carries the name of a municipality of this size is a node, so that planners find it.
    private const int NamedPlaceInhabitantsMin = 40_000;

    private static readonly string[] NodeHeader =
        ["id", "name", "kind", "lat", "lon", "place", "region", "manager", "provenance"];

    private static readonly string[] LinkHeader =
    [
        "id", "from", "to", "road", "class", "length_m", "speed_kmh", "lanes", "capacity_pcu_h", "two_way",
        "mlc_wheeled", "mlc_tracked", "axle_load_t", "mass_t", "height_m", "width_m", "vehicle_length_m",
        "tunnel", "tunnel_category", "manager", "region", "length_reason", "via", "provenance",
    ];

    private static readonly string[] FacilityHeader =
    [
        "id", "node", "kind", "name", "hold_capacity", "hold_unit", "max_length_m", "fuel", "chambers", "cycle_min",
        "berths", "ro_ro_ramps", "cranes", "provenance",
    ];

    public static void Derive(DerivationPaths paths)
    {
        var vild = VildTables.Read(Path.Combine(paths.Reference, "vild-roads"));
        var towns = Municipalities.Read(Path.Combine(paths.Reference, "population-hospitals"));
        var facts = RoadFacts.Read(paths.Facts);

        var graph = RoadSelection.Build(vild, facts);
        RoadAdditions.Apply(graph, facts);
        var restAreas = RestAreas.Splice(graph, vild, facts, Path.Combine(paths.Reference, "truck-parking"));
        var chains = RoadContraction.Contract(graph, point => IsTownExit(point, towns));

        var nodes = chains.SelectMany(c => new[] { c.From, c.To }).Distinct().ToList();
        RoadNaming.Assign(nodes, facts);
        nodes = [.. nodes.OrderBy(n => n.NodeId, StringComparer.Ordinal)];
        var links = RoadLinks.Build(chains, facts);
        restAreas = [.. restAreas.Where(r => nodes.Contains(r.Point))];
        RoadChecks.Verify(nodes, links, facts);

        Directory.CreateDirectory(paths.Output);
        CsvTable.Write(Path.Combine(paths.Output, "road-nodes.csv"), NodeHeader, nodes.Select(NodeRow));
        CsvTable.Write(Path.Combine(paths.Output, "road-links.csv"), LinkHeader, links.Select(LinkRow));
        CsvTable.Write(
            Path.Combine(paths.Output, "road-facilities.csv"),
            FacilityHeader,
            restAreas.OrderBy(r => r.Point.NodeId, StringComparer.Ordinal).Select(FacilityRow));
        RoadCivil.Write(paths, links, towns);
        Zones.Write(paths);
        Console.WriteLine($"road: {nodes.Count} nodes, {links.Count} links, {restAreas.Count} rest areas");
    }

    private static bool IsTownExit(RoadPoint point, Municipalities towns) =>
        point.Kind == "exit" && towns.NamesTown(point.Name, point.Municipality, NamedPlaceInhabitantsMin);

    private static string[] NodeRow(RoadPoint node) =>
    [
        node.NodeId, node.Name, node.Kind, Degrees(node.At.Lat), Degrees(node.At.Lon), node.Place, node.Region,
        node.Manager, node.Provenance,
    ];

    private static string[] LinkRow(RoadLink l) =>
    [
        l.Id, l.From.NodeId, l.To.NodeId, l.Road, l.Class, Text(l.LengthM), Text(l.SpeedKmh), Text(l.Lanes),
        Text(l.CapacityPcuH), "true", "", "", "", "", l.HeightM, "", "", l.Tunnel, l.TunnelCategory, l.Manager,
        l.Region, l.LengthReason, l.Via, l.Provenance,
    ];

    private static string[] FacilityRow(RestArea r) =>
    [
        $"{r.Point.NodeId}-facility", r.Point.NodeId, "rest-area", r.Name, Text(r.Vehicles), "vehicles", "",
        r.Fuel ? "true" : "false", "", "", "", "", "", r.Provenance,
    ];

    private static string Degrees(double value) => value.ToString("F5", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
