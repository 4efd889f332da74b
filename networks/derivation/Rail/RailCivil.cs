using System.Globalization;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Derivation.Rail;

/// <summary>
/// Civil trains per hour and direction on every section. Passenger trains: each series of the timetable follows the
/// fastest way between the stops that are nodes (stops between nodes are passed), to the border towards a stop abroad.
/// Sections that share their open line (the trunk before a junction) share its trains: a section's figure is that of
/// its busiest open-line point. Trains are counted by window (weekday, evening, weekend) and spread over its hours as
/// `facts/rail-hours.csv` says, so that a day has as many as were counted. Freight trains a year are published for the corridors,
/// for other lines they are assumed by class (`facts/rail-freight-paths.csv`); their hours are assumed.
/// </summary>
public sealed class RailCivil
{
    public static readonly string[] Header =
        ["scope", "category", "day_type", "unit", .. Enumerable.Range(0, 24).Select(h => $"h{h:00}"), "provenance"];

    private const double AbroadKmh = 80;
    private const double SharedM = 70;
    private const int SharedSamples = 5;

    private readonly Dictionary<(string Link, bool Intercity), TrainWindows> _trains = [];
    private readonly RailHours _hours;
    private readonly HashSet<string> _assumed = [];

    /// <summary>Places the series on the sections (not on the through links) and adds up what sections share.</summary>
    public RailCivil(
        IEnumerable<TrainSeries> series, IReadOnlyList<RailPoint> points, IReadOnlyList<RailLink> sections,
        IReadOnlyDictionary<string, SectionProfile> profiles, RailHours hours)
    {
        _hours = hours;
        var byCode = points.ToDictionary(point => point.Code.ToLowerInvariant(), point => point.Id, StringComparer.Ordinal);
        var borders = points.Where(point => point.Kind == "border").ToList();
        var ways = new FastestWays(sections);
        var own = new Dictionary<(string Link, bool Intercity), TrainWindows>();
        foreach (var train in series)
        {
            foreach (var (from, to) in Legs(train, byCode, borders, ways))
            {
                foreach (var link in ways.Between(from, to).Links)
                    own[(link, train.Intercity)] = own.GetValueOrDefault((link, train.Intercity)).Plus(hours.PerHour(train.Trains));
            }
        }

        foreach (var section in sections)
        {
            var profile = profiles[section.Id];
            var sharing = sections.Where(other => other.Id != section.Id && other.Freight == section.Freight)
                .Select(other => (other.Id, Shared: Shared(section, profile, profiles[other.Id])))
                .Where(other => other.Shared.Count >= SharedSamples).ToList();
            foreach (var intercity in new[] { false, true })
            {
                var alongside = Enumerable.Range(0, profile.Samples.Count)
                    .Select(i => sharing.Where(other => other.Shared.Contains(i))
                        .Aggregate(default(TrainWindows), (sum, other) => sum.Plus(own.GetValueOrDefault((other.Id, intercity)))))
                    .Aggregate(default(TrainWindows), (most, here) => most.Max(here));
                _trains[(section.Id, intercity)] = own.GetValueOrDefault((section.Id, intercity)).Plus(alongside);
            }
        }
    }

    /// <summary>Passenger trains an hour and direction on a section in its busiest window, all categories.</summary>
    public double PassengerTrains(string link)
        => _trains.GetValueOrDefault((link, true)).Plus(_trains.GetValueOrDefault((link, false))) .Most;

    /// <summary>A through link carries what the busiest of its sections carries.</summary>
    public void AddThrough(string link, IReadOnlyList<string> sections)
    {
        foreach (var intercity in new[] { false, true })
        {
            _trains[(link, intercity)] = sections.Select(section => _trains.GetValueOrDefault((section, intercity)))
                .Aggregate((most, section) => most.Max(section));
        }
    }

    /// <summary>Trains of a section that the timetable's ways do not reach.</summary>
    public void AddAssumed(string link, double sprintersPerHour)
    {
        _trains[(link, false)] = new TrainWindows(sprintersPerHour, sprintersPerHour, sprintersPerHour);
        _assumed.Add(link);
    }

    public IEnumerable<string[]> Rows(DerivationPaths paths, IReadOnlyList<RailLink> links)
    {
        var freight = CsvTable.Read(Path.Combine(paths.Facts, "rail-freight-paths.csv"));
        foreach (var link in links)
        {
            foreach (var (category, intercity) in new[] { ("intercity", true), ("sprinter", false) })
            {
                var trains = _trains.GetValueOrDefault((link.Id, intercity));
                if (!trains.Any) continue;
                foreach (var day in RailHours.Days)
                {
                    yield return Row(link.Id, category, day, _hours.Passenger(day, trains),
                        _assumed.Contains(link.Id) ? "" : RailHours.Provenance(day));
                }
            }

            var row = freight.LastOrDefault(row => row["match"] == "line" && link.Line.StartsWith(row["value"], StringComparison.Ordinal))
                ?? freight.Single(row => row["match"] == "class" && row["value"] == link.Class);
            if (!link.Freight) continue;
            var level = row["trains_per_year"] is { Length: > 0 } perYear
                ? _hours.FreightPerHour(RailPoint.Number(perYear)) : RailPoint.Number(row["trains_per_h"]);
            var origin = row["source"].Length > 0 ? $"level=derived@{row["source"]};shape=assumed@rail-assumptions" : "";
            foreach (var day in RailHours.Days) yield return Row(link.Id, "freight", day, _hours.Freight(day, level), origin);
        }
    }

    private static string[] Row(string link, string category, string day, IEnumerable<double> trains, string provenance) =>
    [
        link, category, day, "trains-per-h",
        .. trains.Select(count => count.ToString("0.##", CultureInfo.InvariantCulture)),
        provenance,
    ];

    private static IEnumerable<(string From, string To)> Legs(
        TrainSeries train, Dictionary<string, string> byCode, List<RailPoint> borders, FastestWays ways)
    {
        for (var i = 0; i < train.Stops.Count; i++)
        {
            var stop = train.Stops[i];
            if (!stop.Dutch || !byCode.TryGetValue(stop.Code, out var node)) continue;
            var next = Enumerable.Range(i + 1, train.Stops.Count - i - 1)
                .FirstOrDefault(j => train.Stops[j].Dutch && byCode.ContainsKey(train.Stops[j].Code), -1);
            if (next > 0 && train.Stops.Skip(i + 1).Take(next - i - 1).All(between => between.Dutch))
                yield return (node, byCode[train.Stops[next].Code]);
            foreach (var j in new[] { i - 1, i + 1 })
            {
                if (j < 0 || j >= train.Stops.Count || train.Stops[j] is not { Dutch: false, At: { } abroad }) continue;
                var border = borders
                    .Select(point => (point.Id, Cost: ways.Between(node, point.Id).Hours
                        + (point.At.Point.DistanceTo(abroad) / 1000 / AbroadKmh)))
                    .MinBy(candidate => candidate.Cost);
                if (!double.IsInfinity(border.Cost)) yield return (node, border.Id);
            }
        }
    }

    // The samples of one section's open line beside which the other section runs on the same line; where the line has
    // more tracks than the section as a whole, the trunk is not what limits it.
    private static HashSet<int> Shared(RailLink section, SectionProfile profile, SectionProfile other)
    {
        if (!profile.LengthByGeocode.Keys.Any(other.LengthByGeocode.ContainsKey)) return [];
        return [.. Enumerable.Range(0, profile.Samples.Count).Where(i =>
        {
            var here = profile.Samples[i];
            return here.Tracks <= section.Tracks && Geocodes.IsOpenLine(here.Geocode)
                && other.Samples.Any(there => there.Geocode == here.Geocode && there.Point.DistanceTo(here.Point) < SharedM);
        })];
    }
}
