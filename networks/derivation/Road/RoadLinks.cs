using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>
/// Turns contracted chains into link rows: class, speed and manager from the road's profile, lanes from the stretch
/// that covers most of the chain, capacity from class and lanes, tunnels from the facts, length from the chain.
/// </summary>
public static class RoadLinks
{
    /// <summary>A link longer than this many great circles must say why.</summary>
    public const double DetourMax = 1.6;

    private const int HectometreUnknown = int.MaxValue;
    private const double ShortLinkM = 2_000;
    private const double ViaToleranceM = 150;
    private const int ViaPointsMax = 12;

    public static List<RoadLink> Build(IEnumerable<RoadChain> chains, RoadFacts facts)
    {
        var links = chains.Select(chain => Link(Oriented(chain), facts))
            .OrderBy(l => l.Road[0])
            .ThenBy(l => l.Road.Length)
            .ThenBy(l => l.Road, StringComparer.Ordinal)
            .ThenBy(l => Order(l.Chain))
            .ThenBy(l => l.Id, StringComparer.Ordinal)
            .ToList();
        return Unique(links);
    }

    // Chains run from the lower to the higher hectometre, or by node id where there is none.
    private static RoadChain Oriented(RoadChain chain)
    {
        var known = chain.Segments.Where(s => s.Hectometres is not null).Select(s => s.Hectometres!.Value.Low).ToList();
        var turn = known.Count > 1 && known[0] != known[^1]
            ? known[0] > known[^1]
            : string.CompareOrdinal(chain.From.NodeId, chain.To.NodeId) > 0;
        return !turn ? chain : new RoadChain(
            chain.To,
            chain.From,
            [.. chain.Segments.Reverse()],
            [.. chain.Line.Reverse()],
            [.. chain.Regions.Reverse()]);
    }

    private static int Order(RoadChain chain) =>
        chain.Segments.Select(s => s.Hectometres?.Low ?? HectometreUnknown).Min();

    private static List<RoadLink> Unique(List<RoadLink> links)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. links.Select(link =>
        {
            var number = seen[link.Id] = seen.GetValueOrDefault(link.Id) + 1;
            return number == 1 ? link : link with { Id = $"{link.Id}-{number}" };
        })];
    }

    private static RoadLink Link(RoadChain chain, RoadFacts facts)
    {
        var added = chain.Added;
        var profile = facts.Profiles.GetValueOrDefault(chain.Road);
        var roadClass = added?.Class ?? profile!.Class;
        var stretch = added is null ? Stretch(chain, facts) : null;
        var lanes = added?.Lanes ?? stretch?.Lanes ?? profile!.Lanes;
        var greatCircle = Geo.DistanceM(chain.From.At, chain.To.At);
        var length = (int)Math.Ceiling(Math.Max(chain.LengthM, greatCircle));
        var region = Region(chain);
        var tunnel = Tunnel(chain);
        var prefix = chain.Road.ToLowerInvariant();
        return new RoadLink
        {
            Id = $"road-{prefix}-from-{Stem(chain.From, prefix)}-to-{Stem(chain.To, prefix)}",
            Chain = chain,
            Class = roadClass,
            LengthM = length,
            SpeedKmh = added?.SpeedKmh ?? profile!.SpeedKmh,
            Lanes = lanes,
            CapacityPcuH = lanes * CapacityPerLane(roadClass, lanes),
            HeightM = tunnel?.HeightM ?? "",
            Tunnel = tunnel?.Name ?? "",
            TunnelCategory = tunnel?.Category ?? "",
            Manager = Manager(added, profile, region),
            Region = region,
            LengthReason = LengthReason(length, greatCircle, added),
            Via = string.Join(';', Geo.Simplify(chain.Line, ViaToleranceM, ViaPointsMax).Select(Format)),
            Provenance = Provenance(added, stretch, tunnel),
        };
    }

    private static string LengthReason(int lengthM, double greatCircleM, AddedLink? added)
    {
        if (lengthM <= DetourMax * greatCircleM) return "";
        if (added is not null) return "ramps and connecting roads";
        return greatCircleM < ShortLinkM
            ? "short link through the curves of a junction"
            : "the road bends between its ends";
    }

    private static string Manager(AddedLink? added, RoadProfile? profile, string region)
    {
        if (added is { Manager.Length: > 0 }) return added.Manager;
        return profile is { Manager.Length: > 0 } ? profile.Manager : $"Provincie {region}";
    }

    private static string Stem(RoadPoint node, string prefix)
    {
        var stem = node.NodeId["road-".Length..];
        return stem.StartsWith(prefix + "-", StringComparison.Ordinal) ? stem[(prefix.Length + 1)..] : stem;
    }

    private static LaneStretch? Stretch(RoadChain chain, RoadFacts facts)
    {
        var stretches = facts.Lanes.Where(l => l.Road == chain.Road).ToList();
        if (stretches.Count == 0) return null;
        double Covered(LaneStretch l) => chain.Segments
            .Where(s => s.Road == l.Road && s.Hectometres is not null)
            .Sum(s => Overlap(s, l));
        var best = stretches.MaxBy(Covered)!;
        return Covered(best) > 0 ? best : null;
    }

    private static double Overlap(RoadSegment segment, LaneStretch stretch)
    {
        var (low, high) = (segment.Hectometres!.Value.Low / 10.0, segment.Hectometres.Value.High / 10.0);
        var overlap = Math.Min(high, stretch.ToKm) - Math.Max(low, stretch.FromKm);
        // A segment across a jump of the signs spans far more than its own length.
        return Math.Clamp(overlap, 0, segment.LengthM / 1000);
    }

    /// <summary>Capacity in pcu per hour and lane. Motorways: the order of magnitude of the Dutch capacity handbook;
    /// the others are engineering estimates. All are assumptions and flagged as such.</summary>
    private static int CapacityPerLane(string roadClass, int lanes) => roadClass switch
    {
        "motorway" => 2_150,
        "expressway" => lanes > 1 ? 2_000 : 1_700,
        "n-road" => lanes > 1 ? 1_800 : 1_500,
        "port-road" => 1_400,
        _ => 1_200,
    };

    private static RoadTunnel? Tunnel(RoadChain chain)
    {
        if (chain.Added is { Tunnel.Length: > 0 } a) return new RoadTunnel("", a.Tunnel, a.Category, a.HeightM);
        var names = chain.Segments.Select(s => s.Tunnel).OfType<RoadTunnel>().DistinctBy(t => t.Name).ToList();
        return names.Count <= 1 ? names.FirstOrDefault() : throw new InvalidDataException(
            $"{chain.From.NodeId} - {chain.To.NodeId} ({chain.Road}) has several tunnels: keep a node between them");
    }

    private static string Region(RoadChain chain) => chain.Regions
        .Where(r => r.Length > 0)
        .GroupBy(r => r)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .First().Key;

    private static string Provenance(AddedLink? added, LaneStretch? stretch, RoadTunnel? tunnel)
    {
        var parts = new List<string>();
        if (added is not null) parts.Add($"length_m={(added.LengthM > 0 ? "assumed" : "derived")}@road-facts");
        if (added is not null || stretch is not null) parts.Add("lanes=assumed@road-facts");
        if (added is not null) parts.Add("speed_kmh=assumed@road-facts");
        if (tunnel is { HeightM.Length: > 0 }) parts.Add("height_m=assumed@road-assumptions");
        if (tunnel is not null && added is { Tunnel: "Maasdeltatunnel" or "Corbulotunnel" })
            parts.Add("tunnel_category=assumed@road-facts");
        return string.Join(';', parts);
    }

    private static string Format(GeoPoint p) => string.Create(CultureInfo.InvariantCulture, $"{p.Lat:F5} {p.Lon:F5}");
}
