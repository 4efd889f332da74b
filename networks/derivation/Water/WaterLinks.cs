using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace MilMobility.Derivation.Water;

/// <summary>One link of the water network before it is written.</summary>
public sealed record WaterLink(
    string Id, string From, string To, Dictionary<string, string> Reach, FairwayPath Path, double GreatCircleMetres,
    string SpeedKmh, Dictionary<string, string> Vessel, string Manager, string Region, string Via)
{
    /// <summary>From here on the format wants a reason for the detour.</summary>
    public const double DetourRatio = 1.6;

    public int LengthMetres => (int)Math.Round(Path.LengthMetres, MidpointRounding.AwayFromZero);

    public bool IsDetour => LengthMetres > DetourRatio * GreatCircleMetres;

    public IReadOnlyList<string> Row()
    {
        var vessel = HasAdmittedVessel ? Reach : Vessel;
        return
        [
            Id, From, To, Reach["fairway"], Reach["class"], LengthMetres.ToString(CultureInfo.InvariantCulture),
            SpeedKmh, "true", Reach["cemt"], Reach["draught_m"], Reach["air_draught_m"], vessel["vessel_length_m"],
            vessel["beam_m"], Manager, Region, IsDetour ? Reach["length_reason"] : "", Via, Provenance(),
        ];
    }

    /// <summary>The vessel is the largest that a rule admits, else the largest of the fairway's class.</summary>
    private bool HasAdmittedVessel => Reach["vessel_length_m"].Length > 0;

    private string Provenance()
    {
        var vessel = HasAdmittedVessel ? Reach["vessel_quality"] : $"{Vessel["quality"]}@{Vessel["source"]}";
        return new WaterProvenance()
            .Add("cemt", Reach["cemt_quality"], "measured@fairway-managers")
            .Add("draught_m", Reach["draught_quality"], "assumed@water-assumptions")
            .Add("air_draught_m", Reach["air_draught_quality"], "assumed@water-assumptions")
            .Add("vessel_length_m", vessel, "derived@rv2017")
            .Add("beam_m", vessel, "derived@rv2017")
            .ToString();
    }
}

/// <summary>
/// Makes the links of facts/water-reaches.csv: each consecutive pair of a reach's nodes is one link along the
/// register's shortest path that passes no other node.
/// Errors: an unknown node, no path, two links over the same section, a detour without a reason.
/// </summary>
public static class WaterLinks
{
    private const double SimplifyMetres = 250;
    private const double MetresPerDegree = 111_195;

    public static List<WaterLink> Compile(
        DerivationPaths paths, FairwayGraph graph, List<Dictionary<string, string>> nodes,
        Dictionary<string, int> vertexOf)
    {
        var nodeById = nodes.ToDictionary(n => n["id"]);
        var vessels = WaterDerivation.Facts(paths, "water-cemt.csv").ToDictionary(r => r["cemt"]);
        var speeds = WaterDerivation.Facts(paths, "water-speeds.csv").ToDictionary(r => (r["class"], r["cemt"]));
        var barred = vertexOf.Values.ToHashSet();
        var links = new List<WaterLink>();
        var errors = new List<string>();
        foreach (var reach in WaterDerivation.Facts(paths, "water-reaches.csv"))
        {
            var names = reach["nodes"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i < names.Length; i++)
            {
                string from = $"water-{names[i - 1]}", to = $"water-{names[i]}";
                var path = FairwayPath.Shortest(graph, Vertex(vertexOf, from), Vertex(vertexOf, to), barred);
                if (path is null)
                {
                    errors.Add($"no fairway from {from} to {to} clear of other nodes");
                    continue;
                }

                var speed = speeds.TryGetValue((reach["class"], reach["cemt"]), out var row)
                    ? row : speeds[(reach["class"], "")];
                links.Add(new WaterLink(
                    $"fw-{names[i - 1]}-{names[i]}", from, to, reach, path,
                    path.Shape[0].MetresTo(path.Shape[^1]), speed["speed_kmh"], vessels[reach["cemt"]],
                    nodeById[from]["manager"], Region(nodeById[from], nodeById[to]), Via(path.Shape)));
            }
        }

        WaterChecks.RequireSound(links, errors);
        return links;
    }

    private static int Vertex(Dictionary<string, int> vertexOf, string node) =>
        vertexOf.TryGetValue(node, out var vertex)
            ? vertex : throw new InvalidDataException($"water-reaches.csv names '{node}', which water-nodes.csv lacks");

    // A link to a node beyond the border is kept with the province it starts from.
    private static string Region(Dictionary<string, string> from, Dictionary<string, string> to) =>
        from["region"].Length > 2 ? from["region"] : to["region"];

    private static string Via(IReadOnlyList<GeoPoint> shape)
    {
        var squeeze = Math.Cos(shape[0].Lat * Math.PI / 180);
        var line = new LineString([.. shape.Select(p => new Coordinate(p.Lon * squeeze, p.Lat))]);
        var simple = DouglasPeuckerSimplifier.Simplify(line, SimplifyMetres / MetresPerDegree).Coordinates;
        return string.Join(';', simple.Skip(1).SkipLast(1).Select(c => new GeoPoint(c.Y, c.X / squeeze).ToString()));
    }
}
