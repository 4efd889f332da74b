using System.Globalization;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>What is known of a line by its ProRail geocode (`facts/rail-lines.csv`).</summary>
public sealed record LineFacts(
    string Line, string Class, string Electrification, int TrainLengthM, string LineCategory, string Gauge,
    bool Freight, int? MaxTracks);

/// <summary>
/// Turns the sections into links: line facts by geocode, capacity by rule, the through links of
/// `facts/rail-through.csv`, the links that the track model lacks (`facts/rail-extra-links.csv`), and the corrections of
/// `facts/rail-link-facts.csv`. Throws for a geocode, link or column that is unknown.
/// </summary>
public sealed class RailLines
{
    // Sidings beside the line are not running tracks.
    private const int MostMainTracks = 6;
    private const int MostOtherTracks = 2;

    private readonly Dictionary<string, LineFacts> _byGeocode;

    public RailLines(DerivationPaths paths)
    {
        _byGeocode = CsvTable.Read(Path.Combine(paths.Facts, "rail-lines.csv")).ToDictionary(
            row => row["geocode"],
            row => new LineFacts(
                row["line"], row["class"], row["electrification"], Whole(row["train_length_m"]), row["line_category"],
                row["gauge"], row["freight"] == "true",
                row["max_tracks"].Length > 0 ? Whole(row["max_tracks"]) : null),
            StringComparer.Ordinal);
    }

    public RailLink Link(RailPoint a, RailPoint b, KinematicWay way, SectionProfile profile)
    {
        var facts = _byGeocode.TryGetValue(profile.MainGeocode, out var known) ? known
            : throw new InvalidDataException($"rail-lines.csv has no geocode {profile.MainGeocode} ({a.Id} - {b.Id})");
        var tracks = Math.Min(profile.Tracks, facts.MaxTracks ?? (facts.Class == "main" ? MostMainTracks : MostOtherTracks));
        var lengthM = (int)Math.Round(way.LengthM);
        var (from, to) = string.CompareOrdinal(a.Id, b.Id) < 0 ? (a, b) : (b, a);
        var shape = way.From == Index(a) == (from == a) ? profile.Shape : profile.Shape.Reverse();
        return new RailLink(
            RailLink.IdOf(a.Id, b.Id), from.Id, to.Id, facts.Line, facts.Class, lengthM, profile.SpeedKmh, tracks,
            SectionCapacity.PathsPerHour(facts.Class, tracks, lengthM, profile.SpeedKmh), facts.Electrification, facts.LineCategory,
            facts.Gauge, facts.TrainLengthM, facts.Freight, "ProRail", from.Region, "",
            string.Join(';', shape.Select(point => $"{Text.Degrees(point.Lat)} {Text.Degrees(point.Lon)}")), "");

        static int Index(RailPoint point) => point.Gates[0].Node;
    }

    /// <summary>What a section carries today it can carry: at least its passenger trains and one path more.</summary>
    public static void CarryTimetable(List<RailLink> links, RailCivil civil)
    {
        for (var i = 0; i < links.Count; i++)
        {
            var needed = (int)Math.Ceiling(civil.PassengerTrains(links[i].Id) + 1 - 1e-6);
            if (needed > links[i].CapacityTrainsH) links[i] = links[i] with { CapacityTrainsH = needed };
        }
    }

    /// <summary>
    /// Replaces a turn that no freight train can make at a node by a link through it: the first link of the chain
    /// becomes passenger-only, and one link stands for the chain.
    /// </summary>
    public static void AddThrough(DerivationPaths paths, List<RailLink> links, IReadOnlyDictionary<string, RailNode> nodes,
        RailCivil civil)
    {
        foreach (var row in CsvTable.Read(Path.Combine(paths.Facts, "rail-through.csv")))
        {
            var chain = row["via"].Split(' ');
            var parts = chain.Zip(chain.Skip(1), (a, b) => Find(links, a, b)).ToList();
            var first = links.IndexOf(parts[0]);
            links[first] = parts[0] with { Freight = false, Provenance = "freight=assumed@rail-assumptions" };
            var (from, to) = string.CompareOrdinal(chain[0], chain[^1]) < 0 ? (chain[0], chain[^1]) : (chain[^1], chain[0]);
            var inside = chain[1..^1].Select(id => nodes[id]).ToList();
            if (from != chain[0]) inside.Reverse();
            var longest = parts.MaxBy(part => part.LengthM)!;
            links.Add(longest with
            {
                Id = RailLink.IdOf(from, to), From = from, To = to,
                LengthM = parts.Sum(part => part.LengthM), SpeedKmh = parts.Min(part => part.SpeedKmh),
                Tracks = parts.Min(part => part.Tracks), CapacityTrainsH = parts.Min(part => part.CapacityTrainsH),
                Freight = true, Region = nodes[from].Region, LengthReason = "",
                Via = string.Join(';', inside.Select(node => $"{Text.Degrees(node.Lat)} {Text.Degrees(node.Lon)}")),
                Provenance = "freight=assumed@rail-assumptions",
            });
            civil.AddThrough(links[^1].Id, [.. parts.Select(part => part.Id)]);
        }
    }

    private static RailLink Find(List<RailLink> links, string a, string b)
        => links.Find(link => link.Id == RailLink.IdOf(a, b))
            ?? throw new InvalidDataException($"rail-through.csv: no link {RailLink.IdOf(a, b)}");

    public static void AddExtra(DerivationPaths paths, List<RailLink> links, RailCivil civil)
    {
        foreach (var row in CsvTable.Read(Path.Combine(paths.Facts, "rail-extra-links.csv")))
        {
            links.Add(new RailLink(
                RailLink.IdOf(row["from"], row["to"]), row["from"], row["to"], row["line"], row["class"],
                Whole(row["length_m"]), Whole(row["speed_kmh"]), Whole(row["tracks"]), Whole(row["capacity_trains_h"]),
                row["electrification"], row["line_category"], row["gauge"], Whole(row["train_length_m"]),
                row["freight"] == "true", row["manager"], row["region"], row["length_reason"], "",
                "length_m=assumed@rail-public-knowledge;speed_kmh=assumed@rail-public-knowledge;tracks=assumed@rail-public-knowledge"));
            if (row["sprinter_trains_h"].Length > 0) civil.AddAssumed(links[^1].Id, RailPoint.Number(row["sprinter_trains_h"]));
        }
    }

    public static void Correct(DerivationPaths paths, List<RailLink> links)
    {
        foreach (var row in CsvTable.Read(Path.Combine(paths.Facts, "rail-link-facts.csv")))
        {
            var i = links.FindIndex(link => link.Id == row["link"]);
            if (i < 0) throw new InvalidDataException($"rail-link-facts.csv: no link {row["link"]}");
            var note = $"{row["column"]}={row["quality"]}@{row["source"]}";
            var link = links[i];
            var provenance = link.Provenance.Length > 0 ? $"{link.Provenance};{note}" : note;
            links[i] = (row["column"] switch
            {
                "electrification" => link with { Electrification = row["value"] },
                "tracks" => link with { Tracks = Whole(row["value"]) },
                "capacity_trains_h" => link with { CapacityTrainsH = Whole(row["value"]) },
                "speed_kmh" => link with { SpeedKmh = Whole(row["value"]) },
                "length_reason" => link with { LengthReason = row["value"] },
                "freight" => link with { Freight = row["value"] == "true" },
                "line" => link with { Line = row["value"] },
                _ => throw new InvalidDataException($"rail-link-facts.csv: column {row["column"]}"),
            }) with { Provenance = row["column"] == "length_reason" ? link.Provenance : provenance };
        }
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
