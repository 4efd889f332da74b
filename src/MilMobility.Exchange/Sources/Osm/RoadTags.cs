using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.OsmPbf;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// Roads that trucks use: motorway to tertiary and unclassified, with their slip roads, unless closed to motor or heavy goods
/// vehicles. Lanes, speeds and limits as tagged; class defaults, marked as assumed, where a tag is missing.
/// </summary>
internal static class RoadTags
{
    private const int LanesMax = 12;

    /// <summary>Class of the dataset, free-flow km/h, lanes per direction, pcu an hour and lane.</summary>
    private static readonly Dictionary<string, (string Class, double Kmh, int Lanes, int PcuPerLane)> Classes = new(StringComparer.Ordinal)
    {
        ["motorway"] = ("motorway", 100, 2, 2_100), ["motorway_link"] = ("motorway", 70, 1, 1_800),
        ["trunk"] = ("expressway", 100, 1, 1_900), ["trunk_link"] = ("expressway", 60, 1, 1_600),
        ["primary"] = ("n-road", 80, 1, 1_500), ["primary_link"] = ("n-road", 50, 1, 1_400),
        ["secondary"] = ("n-road", 80, 1, 1_400), ["secondary_link"] = ("n-road", 50, 1, 1_300),
        ["tertiary"] = ("access", 60, 1, 1_000), ["tertiary_link"] = ("access", 50, 1, 1_000),
        ["unclassified"] = ("access", 50, 1, 800),
    };

    /// <summary>Values that close a road; one that is open to the military alone is open here.</summary>
    private static readonly string[] Closing = ["no", "private", "agricultural", "forestry", "emergency"];

    /// <summary>The profile of a road; null if the way is none, or is left out.</summary>
    public static WayProfile? Of(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["highway"] is not { } highway || !Classes.TryGetValue(highway, out var kind)) return null;
        if (IsClosed(tags))
        {
            reader.Warn(OsmTagCodes.ClosedToHeavyVehicles, $"way {way} ({highway}) is left out");
            return null;
        }

        var oneWay = OneWay(tags, highway);
        var lanes = Lanes(way, tags, reader, oneWay);
        var speed = reader.Kmh(way, tags, "maxspeed");
        return new WayProfile
        {
            Mode = TransportMode.Road,
            Class = kind.Class,
            Name = reader.Shared(tags["ref"] ?? tags["name"]),
            SpeedKmh = speed ?? kind.Kmh,
            SpeedOrigin = speed is null ? reader.Assumed : reader.Tagged,
            LanesOrTracks = lanes ?? kind.Lanes,
            LanesOrigin = lanes is null ? reader.Assumed : reader.Tagged,
            CapacityPerHour = (lanes ?? kind.Lanes) * kind.PcuPerLane,
            CapacityOrigin = reader.Assumed,
            OneWay = oneWay,
            Limits = reader.Shared(Limits(way, tags, reader)),
        };
    }

    /// <summary>The most special key decides, as everywhere in OSM: hgv over motor_vehicle over vehicle over access.</summary>
    private static bool IsClosed(in OsmTags tags)
    {
        foreach (var key in (ReadOnlySpan<string>)["hgv", "motor_vehicle", "vehicle", "access"])
            if (tags[key] is { } value) return Array.IndexOf(Closing, value) >= 0;
        return false;
    }

    private static int OneWay(in OsmTags tags, string highway) => tags["oneway"] switch
    {
        "yes" or "1" or "true" => 1,
        "-1" or "reverse" => -1,
        "no" or "0" or "false" => 0,
        _ => highway is "motorway" or "motorway_link" || tags["junction"] is "roundabout" or "circular" ? 1 : 0,
    };

    /// <summary>Lanes per direction: the tag counts both directions of a two-way road.</summary>
    private static int? Lanes(long way, in OsmTags tags, TagReader reader, int oneWay)
    {
        var forward = reader.Count(way, tags, "lanes:forward", LanesMax);
        var backward = reader.Count(way, tags, "lanes:backward", LanesMax);
        if (oneWay == 0 && (forward ?? backward) is { } one) return Math.Max(1, Math.Min(one, backward ?? one));
        if (reader.Count(way, tags, "lanes", LanesMax) is not { } all || all == 0) return null;
        return oneWay == 0 ? Math.Max(1, all / 2) : all;
    }

    private static LinkLimits Limits(long way, in OsmTags tags, TagReader reader)
    {
        var category = TunnelCategory(way, tags, reader);
        return new LinkLimits
        {
            MassKg = Lower(reader.Kg(way, tags, "maxweight"), Lower(reader.Kg(way, tags, "maxweightrating"), reader.Kg(way, tags,
                "maxgcweight"))),
            AxleLoadKg = reader.Kg(way, tags, "maxaxleload"),
            HeightCm = Lower(reader.Cm(way, tags, "maxheight"), reader.Cm(way, tags, "maxheight:physical")),
            WidthCm = Lower(reader.Cm(way, tags, "maxwidth"), reader.Cm(way, tags, "maxwidth:physical")),
            VehicleLengthCm = reader.Cm(way, tags, "maxlength"),
            Tunnel = category is null ? null : reader.Shared(tags["tunnel:name"] ?? tags["name"] ?? "tunnel"),
            TunnelCategory = category,
        };
    }

    private static Known<int>? Lower(Known<int>? one, Known<int>? other) =>
        one is { } a && other is { } b ? (a.Value <= b.Value ? a : b) : one ?? other;

    /// <summary>ADR category: as tagged, or the strictest that is free (<c>hazmat:B=no</c> closes it to all of B, so it is
    /// C at least).</summary>
    private static Known<char>? TunnelCategory(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["tunnel"] is null or "no") return null;
        if ((tags["hazmat:adr_tunnel_cat"] ?? tags["tunnel:category"]) is { } text)
        {
            if (text.Trim() is [(>= 'A' and <= 'E') or (>= 'a' and <= 'e')] category)
                return new Known<char>(char.ToUpperInvariant(category[0]), reader.Tagged);
            reader.Report(way, "hazmat:adr_tunnel_cat", text, "A, B, C, D or E");
        }

        foreach (var letter in "EDCB")
            if (tags[$"hazmat:{letter}"] == "no") return new Known<char>(letter, reader.Tagged);
        return tags["hazmat"] == "no" ? new Known<char>('E', reader.Tagged) : null;
    }
}
