using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.OsmPbf;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// Waterways that barges use: those with a CEMT class of I or higher, those tagged for ships, and fairways. Draught, height, length, width
/// and locks as tagged.
/// </summary>
internal static class WaterTags
{
    private const double RiverKmh = 12;
    private const double CanalKmh = 10;

    /// <summary>The classes of the dataset format.</summary>
    private static readonly string[] CemtClasses =
        ["0", "I", "II", "III", "IV", "IVa", "IVb", "V", "Va", "Vb", "VI", "VIa", "VIb", "VIc", "VII"];

    /// <summary>The profile of a waterway; null if the way is none that barges use.</summary>
    public static WayProfile? Of(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["waterway"] is not ("river" or "canal" or "fairway") || tags["ship"] is "no" || tags["boat"] is "no") return null;
        var cemt = Cemt(way, tags, reader);
        if (cemt is { Value: "0" }) return null;
        if (cemt is null && tags["ship"] is not ("yes" or "designated" or "permissive") && tags["waterway"] != "fairway") return null;
        var isCanal = tags["waterway"] == "canal";
        var speed = reader.Kmh(way, tags, "maxspeed");
        return new WayProfile
        {
            Mode = TransportMode.Water,
            Class = isCanal ? "canal" : "main",
            Name = reader.Shared(tags["name"]),
            SpeedKmh = speed ?? (isCanal ? CanalKmh : RiverKmh),
            SpeedOrigin = speed is null ? reader.Assumed : reader.Tagged,
            OneWay = tags["oneway:boat"] switch { "yes" => 1, "-1" => -1, _ => 0 },
            Chamber = Chamber(way, tags, reader),
            Limits = reader.Shared(new LinkLimits
            {
                Cemt = cemt,
                DraughtCm = reader.Cm(way, tags, tags["maxdraught"] is null ? "maxdraft" : "maxdraught"),
                AirDraughtCm = reader.Cm(way, tags, "maxheight"),
                VesselLengthMetres = reader.WholeMetres(way, tags, "maxlength"),
                BeamCm = reader.Cm(way, tags, "maxwidth"),
            }),
        };
    }

    private static Known<string>? Cemt(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["CEMT"] is not { } text) return null;
        // Letters are small and ranks are capital in the format: Va.
        var bare = text.Trim();
        var letter = bare.Length > 1 && char.ToLowerInvariant(bare[^1]) is >= 'a' and <= 'c' ? char.ToLowerInvariant(bare[^1]).ToString()
            : "";
        var cemt = bare[..^letter.Length].ToUpperInvariant() + letter;
        if (CemtClasses.Contains(cemt)) return new Known<string>(reader.Shared(cemt), reader.Tagged);
        reader.Report(way, "CEMT", text, "0, I, II, III, IV, Va, Vb, VIa, VIb, VIc or VII");
        return null;
    }

    private static (int LengthMetres, int WidthCm)? Chamber(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["lock"] != "yes") return null;
        if (reader.WholeMetres(way, tags, "maxlength") is { } length && reader.Cm(way, tags,
            "maxwidth") is { } width) return (length.Value, width.Value);
        reader.Warn(OsmTagCodes.LockWithoutSize, $"way {way}: lock without maxlength and maxwidth");
        return null;
    }
}
