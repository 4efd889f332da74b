using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.OsmPbf;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// Railway tracks in use of 1435 mm gauge, one link a track as OSM maps them: line, sidings, yards and spurs. Electrification,
/// speed, line category and loading gauge as tagged.
/// </summary>
internal static class RailTags
{
    private const int StandardGaugeMm = 1_435;
    private const int TracksMax = 20;

    /// <summary>The profile of a track; null if the way is none, or is left out.</summary>
    public static WayProfile? Of(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["railway"] != "rail") return null;
        if (tags["gauge"] is { } gauge && !gauge.Split(';').Any(g => g.Trim() == "1435"))
        {
            reader.Warn(OsmTagCodes.OtherTrackGauge, $"way {way}: gauge {Formats.Excerpt.Quote(gauge)}; only {StandardGaugeMm} mm is read");
            return null;
        }

        var (kind, kmh, trainsPerHour) = Class(tags);
        var speed = reader.Kmh(way, tags, "maxspeed");
        var tracks = reader.Count(way, tags, "tracks", TracksMax);
        return new WayProfile
        {
            Mode = TransportMode.Rail,
            Class = kind,
            Name = reader.Shared(tags["ref"] ?? tags["name"]),
            SpeedKmh = speed ?? kmh,
            SpeedOrigin = speed is null ? reader.Assumed : reader.Tagged,
            LanesOrTracks = Math.Max(1, tracks ?? 1),
            LanesOrigin = reader.Tagged,
            CapacityPerHour = trainsPerHour,
            CapacityOrigin = reader.Assumed,
            // railway:preferred_direction is a habit, not a rule: trains may run against it.
            OneWay = 0,
            Limits = reader.Shared(new LinkLimits
            {
                Electrification = reader.Known(Electrification(way, tags, reader)),
                LineCategory = LineCategory(way, tags, reader),
                Gauge = reader.Known(LoadingGauge(way, tags, reader)),
                Freight = tags["railway:traffic_mode"] is "passenger" || tags["highspeed"] is "yes" ? new Known<bool>(false,
                    reader.Tagged) : null,
            }),
        };
    }

    /// <summary>Class of the dataset, km/h and trains an hour and direction that it implies.</summary>
    private static (string Class, double Kmh, int TrainsPerHour) Class(in OsmTags tags)
    {
        if (tags["service"] is not null) return ("branch", 40, 2);
        return tags["usage"] switch
        {
            "industrial" or "military" => ("port", 40, 2),
            "branch" or "tourism" => ("branch", 80, 4),
            _ => tags["railway:traffic_mode"] == "freight" ? ("freight", 100, 8) : ("main", 100, 8),
        };
    }

    private static Electrification? Electrification(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["electrified"] == "no") return Domain.Units.Electrification.None;
        // A conductor rail feeds trains of the underground only.
        if (tags["electrified"] is not ("contact_line" or "yes") || tags["voltage"] is not { } volts) return null;
        switch (reader.Count(way, tags, "voltage", 100_000))
        {
            case 1_500: return Domain.Units.Electrification.Dc1500;
            case 3_000: return Domain.Units.Electrification.Dc3000;
            case 15_000: return Domain.Units.Electrification.Ac15kV;
            case 25_000: return Domain.Units.Electrification.Ac25kV;
            case null: return null;
        }

        reader.Report(way, "voltage", volts, "1500, 3000, 15000 or 25000");
        return null;
    }

    private static Known<string>? LineCategory(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["railway:track_class"] is not { } text) return null;
        var category = text.Trim().ToUpperInvariant();
        if (LineCategories.Known.Contains(category)) return new Known<string>(reader.Shared(category), reader.Tagged);
        reader.Report(way, "railway:track_class", text, "a line category of EN 15528 such as D4");
        return null;
    }

    private static LoadingGauge? LoadingGauge(long way, in OsmTags tags, TagReader reader)
    {
        if (tags["loading_gauge"] is not { } text) return null;
        if (Enum.TryParse<LoadingGauge>(text.Trim(), ignoreCase: true, out var gauge) && char.IsLetter(text.Trim()[0])) return gauge;
        reader.Report(way, "loading_gauge", text, "G1, GA, GB or GC");
        return null;
    }
}
