using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Checking;

/// <summary>Whether a link's length, speed, capacity and tunnel category can be true.</summary>
internal sealed class LinkPlausibility(IReadOnlyDictionary<string, NodeRow> nodes, DiagnosticBag diagnostics)
{
    private const double ShortestShare = 0.995;
    private const double WindingShare = 1.6;
    /// <summary>Coordinates have five decimals and lengths are whole metres: a short link may be off by this much.</summary>
    private const double RoundingMetres = 2;
    private const int RoadCapacityMin = 300;
    private const int LaneCapacityMax = 2_600;
    /// <summary>Six lanes, as the Van Brienenoord bridge has, at the most that a lane carries.</summary>
    private const int RoadCapacityMax = 6 * LaneCapacityMax;
    private const int TrainsMax = 30;
    /// <summary>The widest running line has nine tracks, beneath the cover at Barendrecht.</summary>
    private const int RunningTracksMax = 9;

    private readonly Dictionary<(string Name, string End1, string End2), string> _byEnds = [];

    public void Check(LinkRow link)
    {
        CheckLength(link);
        CheckSpeed(link);
        CheckCapacity(link);
        CheckParallel(link);
        if ((link.Tunnel.Length > 0) != (link.TunnelCategory is not null))
        {
            Error(NetworkCodes.TunnelCategory, link,
                $"tunnel = '{link.Tunnel}', tunnel_category = '{link.TunnelCategory}'; must both stand or both be empty");
        }
    }

    private void CheckLength(LinkRow link)
    {
        var (from, to) = (nodes[link.From], nodes[link.To]);
        var straight = GreatCircle.Metres(from.Lat, from.Lon, to.Lat, to.Lon);
        if (link.LengthMetres + RoundingMetres < ShortestShare * straight)
        {
            Error(NetworkCodes.TooShort, link,
                $"length_m = {link.LengthMetres}, its ends are {straight:F0} m apart; must be at least {ShortestShare} times that");
        }

        if (link.LengthReason.Length == 0 && link.LengthMetres - RoundingMetres > WindingShare * straight)
        {
            Error(NetworkCodes.TooWinding, link,
                $"length_m = {link.LengthMetres}, its ends are {straight:F0} m apart; must be at most {WindingShare} times that, "
                + "or have a length_reason");
        }
    }

    /// <summary>Two links of one name and class between the same nodes are mostly one carriageway taken for a link.</summary>
    private void CheckParallel(LinkRow link)
    {
        if (!link.TwoWay || link.Name.Length == 0) return;
        var inOrder = string.CompareOrdinal(link.From, link.To) < 0;
        var name = $"{link.Name} {link.Class}";
        var key = inOrder ? (name, link.From, link.To) : (name, link.To, link.From);
        if (_byEnds.TryAdd(key, link.Id)) return;
        diagnostics.Warning(NetworkCodes.ParallelLinks, link.File, link.Line,
            Sentence.Of("warning.parallel-links", ("id", link.Id), ("other", _byEnds[key]), ("name", link.Name)));
    }

    private void CheckSpeed(LinkRow link)
    {
        var (min, max) = link.Mode switch
        {
            TransportMode.Road => (15, 130),
            TransportMode.Rail => (10, 300),
            _ => (3, 30),
        };
        if (link.SpeedKmh < min || link.SpeedKmh > max)
            Error(NetworkCodes.Speed, link, $"speed_kmh = {link.SpeedKmh}; must be {min}-{max} by {Vocabulary.NameOf(link.Mode)}");
    }

    private void CheckCapacity(LinkRow link)
    {
        if (link.Mode == TransportMode.Rail && link.CapacityPerHour is (< 1 or > TrainsMax))
            Error(NetworkCodes.Capacity, link, $"capacity_trains_h = {link.CapacityPerHour}; must be 1-{TrainsMax}");
        if (link.Mode == TransportMode.Rail && link.LanesOrTracks > RunningTracksMax)
        {
            diagnostics.Warning(NetworkCodes.Tracks, link.File, link.Line,
                Sentence.Of("warning.tracks", ("id", link.Id), ("tracks", link.LanesOrTracks), ("most", RunningTracksMax)));
        }

        if (link.Mode != TransportMode.Road) return;
        if (link.CapacityPerHour is < RoadCapacityMin or > RoadCapacityMax)
        {
            Error(NetworkCodes.Capacity, link,
                $"capacity_pcu_h = {link.CapacityPerHour}; must be {RoadCapacityMin}-{RoadCapacityMax}");
        }

        // No lanes means one lane for both directions.
        var lanes = Math.Max(1, link.LanesOrTracks);
        if (link.CapacityPerHour > LaneCapacityMax * lanes)
        {
            Error(NetworkCodes.CapacityPerLane, link,
                $"capacity_pcu_h = {link.CapacityPerHour} on {lanes} lane(s); must be at most {LaneCapacityMax} a lane");
        }
    }

    private void Error(string code, LinkRow link, string message) =>
        diagnostics.Error(code, link.File, link.Line, $"link '{link.Id}': {message}");
}
