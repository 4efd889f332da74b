using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Vild;

/// <summary>
/// Roads at full detail from the VILD location table: every point a node, every chain and junction edge a two-way link.
/// Class by road number; speed, lanes and capacity by class are assumptions and flagged as such. No limit is known.
/// </summary>
/// <param name="folder">Folder with vild.csv and tmcpoint.shp.</param>
public sealed class VildSource(string folder) : INetworkSource
{
    /// <summary>Junction edges beyond this join different exits of one name, or are errors of the table (some span 46 km).</summary>
    private const double JunctionMetresMax = 1_200;
    private const string Signs = "length by the signs on the road";

    public string Name => "vild";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        context.Report("vild: points", 0);
        var tables = VildTables.Read(folder, context.Diagnostics, context.Cancellation);
        var measured = draft.AddSource(new DraftSource(
            "vild", "VILD TMC location table of the Dutch roads (NDW/Rijkswaterstaat)", "https://www.ndw.nu", "", "NDW open data"));
        var assumed = draft.AddSource(new DraftSource(
            "vild-assumptions", "Labelled assumptions on speed, lanes and capacity by road class", "", "", "EUPL-1.2"));
        var joined = tables.Edges.Where(e => e.IsChain || IsNear(e, context)).ToList();
        var used = joined.SelectMany(e => new[] { e.A, e.B }).ToHashSet();
        var nodeOf = new Dictionary<int, int>(used.Count);
        foreach (var point in tables.Points.Values.Where(p => used.Contains(p.Location)))
            nodeOf[point.Location] = draft.AddNode(Node(draft, tables, point, new Provenance(Quality.Measured, measured)));
        context.Report("vild: links", 0.8);
        foreach (var edge in joined)
        {
            draft.AddLink(Link(draft, tables, edge, nodeOf) with
            {
                LengthOrigin = new Provenance(Quality.Derived, measured),
                SpeedOrigin = new Provenance(Quality.Assumed, assumed),
                LanesOrigin = new Provenance(Quality.Assumed, assumed),
                CapacityOrigin = new Provenance(Quality.Assumed, assumed),
            });
        }

        context.Report("vild: links", 1);
    }

    private bool IsNear(VildEdge edge, ImportContext context)
    {
        if (edge.LengthMetres <= JunctionMetresMax) return true;
        context.Diagnostics.Warning(VildCodes.FarJunction, Path.Combine(folder, "vild.csv"), 0,
            $"junction {edge.A} - {edge.B} spans {edge.LengthMetres:F0} m; must be at most {JunctionMetresMax:F0}; the link is left out");
        return false;
    }

    private static DraftNode Node(NetworkDraft draft, VildTables tables, VildPoint point, Provenance origin)
    {
        var province = tables.Province(point);
        return new DraftNode
        {
            Key = point.Location,
            Name = NameOf(point),
            Mode = TransportMode.Road,
            Kind = KindOf(point.Type),
            Lat = point.Lat,
            Lon = point.Lon,
            Region = draft.Shared(province.Length > 0 ? province : CountryCode(tables.Country(point))),
            Manager = draft.Shared(ManagerOf(point.Road, province)),
            Origin = origin,
        };
    }

    /// <summary>Location types of the TMC standard, chapter P, as far as they matter here.</summary>
    private static string KindOf(string type) => type switch
    {
        "P1.1" or "P1.2" => "interchange",
        "P1.3" => "exit",
        "P3.2" or "P3.41" => "bridge",
        "P3.3" or "P3.4" => "rest-area",
        "P3.14" => "border",
        _ => "junction",
    };

    private static string NameOf(VildPoint point)
    {
        var plain = point.Name is "n.n." ? "" : point.Name;
        var road = point.Road.Length > 0 ? $" ({point.Road})" : "";
        return (KindOf(point.Type), plain) switch
        {
            (_, "") => $"{point.Location}{road}",
            ("interchange", _) => $"Knooppunt {plain}",
            ("exit", _) => $"Afrit {plain}{road}",
            _ => plain + road,
        };
    }

    private static string CountryCode(string country) => country switch
    {
        "Duitsland" => "DE",
        "België" => "BE",
        "Frankrijk" => "FR",
        "Luxemburg" => "LU",
        _ => "",
    };

    /// <summary>A-roads are the state's, N-roads below 100 too but for exceptions; the others are mostly the province's.</summary>
    private static string ManagerOf(string road, string province)
    {
        if (province.Length == 0) return "";
        if (IsNumbered(road, 'A')) return "RWS";
        if (!IsNumbered(road, 'N')) return "";
        return road.Length <= 3 ? "RWS" : $"Provincie {province}";
    }

    private static DraftLink Link(NetworkDraft draft, VildTables tables, VildEdge edge, Dictionary<int, int> nodeOf)
    {
        var (a, b) = (tables.Points[edge.A], tables.Points[edge.B]);
        var road = edge.IsChain ? a.Road : Lesser(a.Road, b.Road);
        var (roadClass, speed, lanes, perLane) = edge.IsChain ? ProfileOf(road) : ("access", 50, 1, 1_400);
        var node = draft.Nodes[nodeOf[edge.A]];
        return new DraftLink
        {
            Id = $"road-vild-{edge.A}-{edge.B}",
            From = nodeOf[edge.A],
            To = nodeOf[edge.B],
            Mode = TransportMode.Road,
            Name = draft.Shared(road),
            Class = roadClass,
            LengthMetres = Math.Max(1, edge.LengthMetres),
            SpeedKmh = speed,
            LanesOrTracks = lanes,
            CapacityPerHour = lanes * perLane,
            Manager = node.Manager,
            Region = node.Region,
            LengthReason = edge.BySigns ? Signs : "",
            LengthOrigin = default,
            SpeedOrigin = default,
        };
    }

    /// <summary>Junction links carry the number of the lesser of the two roads, whose ramp they are.</summary>
    private static string Lesser(string one, string other)
    {
        if (IsNumbered(one, 'A') != IsNumbered(other, 'A')) return IsNumbered(one, 'A') ? other : one;
        return string.CompareOrdinal(one, other) <= 0 ? one : other;
    }

    /// <summary>Class, km/h, lanes per direction, pcu per hour and lane: the legal daytime speed and usual width of the class.</summary>
    private static (string Class, int SpeedKmh, int Lanes, int PcuPerLane) ProfileOf(string road)
    {
        if (IsNumbered(road, 'A')) return ("motorway", 100, 2, 2_150);
        return IsNumbered(road, 'N') ? ("n-road", 80, 1, 1_500) : ("access", 50, 1, 1_200);
    }

    private static bool IsNumbered(string road, char letter) =>
        road.Length is > 1 and <= 4 && road[0] == letter && road.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
