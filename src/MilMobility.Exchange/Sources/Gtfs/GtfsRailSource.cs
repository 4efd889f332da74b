using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.Gtfs;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Gtfs;

/// <summary>
/// Civil passenger trains from a timetable (GTFS), as profiles of the rail links that other sources put into the draft before: trains
/// per hour and direction, the mean of both directions, per link and category, for the kind of day that the service date is. Each pair
/// of consecutive stations is laid over the shortest path between their nodes; a pair without one is reported. Times are local.
/// </summary>
/// <param name="path">Feed: a folder or a ZIP file.</param>
/// <param name="date">Service date; choose an ordinary one of its kind of day.</param>
/// <param name="source">The feed as datapackage.json is to list it.</param>
public sealed class GtfsRailSource(string path, DateOnly date, DraftSource source) : INetworkSource
{
    private const int HoursPerDay = 24;

    public string Name => "gtfs";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        context.Report("gtfs: timetable", 0);
        using var feed = GtfsFeed.Open(path, context.Diagnostics, context.Cancellation);
        if (feed is null || TrainCounter.Count(feed, path, date, context.Diagnostics) is not { } day) return;
        context.Report("gtfs: sections", 0.8);
        var loads = Load(draft, day, context);
        var origin = new RowOrigin(new Provenance(Quality.Derived, draft.AddSource(source)));
        foreach (var ((link, category), hours) in loads.OrderBy(l => l.Key.Link).ThenBy(l => l.Key.Category, StringComparer.Ordinal))
        {
            draft.Profiles.Add(new DraftProfile
            {
                Mode = TransportMode.Rail,
                Scope = new CivilScope.Link(link),
                Category = category,
                DayType = date.DayOfWeek switch
                {
                    DayOfWeek.Saturday => "saturday", DayOfWeek.Sunday => "sunday", _ => "weekday",
                },
                Unit = "trains-per-h",
                Hours = [.. hours.Select(h => h / 2.0)],
                Origin = origin,
            });
        }

        context.Report("gtfs: sections", 1);
    }

    /// <summary>Trains of both directions per link, category and hour.</summary>
    private Dictionary<(int Link, string Category), int[]> Load(NetworkDraft draft, DayTrains day, ImportContext context)
    {
        var sections = new RailSections(draft);
        var nodeOf = day.Stations.ToDictionary(s => s.Key, s => sections.Nearest(s.Value), StringComparer.Ordinal);
        foreach (var station in day.Stations.Values.Where(s => nodeOf[s.Id] is null))
        {
            context.Diagnostics.Warning(GtfsCodes.Unusable, path, 0,
                $"station {FileDiagnostics.Quote(station.Name)} has no rail node within {RailSections.StationMetresMax:0} m; "
                + "its trains are not counted there");
        }

        var loads = new Dictionary<(int, string), int[]>();
        var paths = new Dictionary<(int, int), List<int>?>();
        foreach (var section in day.Sections)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (nodeOf[section.From] is not { } from || nodeOf[section.To] is not { } to || from == to) continue;
            if (!paths.TryGetValue((from, to), out var route)) paths[(from, to)] = route = sections.Path(from, to);
            if (route is null)
            {
                context.Diagnostics.Warning(GtfsCodes.Unusable, path, 0,
                    $"no fair path by rail from {FileDiagnostics.Quote(day.Stations[section.From].Name)} "
                    + $"to {FileDiagnostics.Quote(day.Stations[section.To].Name)}; "
                    + $"{section.Total} {section.Category} trains are not counted");
                continue;
            }

            foreach (var link in route)
            {
                if (!loads.TryGetValue((link, section.Category), out var hours))
                    loads[(link, section.Category)] = hours = new int[HoursPerDay];
                for (var h = 0; h < HoursPerDay; h++) hours[h] += section.Hours[h];
            }
        }

        return loads;
    }
}
