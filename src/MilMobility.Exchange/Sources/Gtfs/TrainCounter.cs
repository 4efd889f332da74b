using System.Runtime.InteropServices;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Gtfs;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Gtfs;

/// <summary>
/// Counts the passenger trains of a service day per pair of consecutive stations and hour. Files are read in the order in which each
/// narrows the next: rail routes, services of the day, their trips, and of stop_times.txt only the rows of those trips, 20 bytes each;
/// a national feed of 15 million rows leaves some 200,000. O(bytes of the feed + n log n of the rows kept). Not thread-safe.
/// </summary>
public sealed class TrainCounter
{
    private const int HoursPerDay = 24;
    private const int SecondsPerHour = 3_600;
    private const int Unknown = -1;

    /// <summary>Rows kept of one day's trains; the Netherlands have some 200,000.</summary>
    private const int CallsMax = 20_000_000;

    private readonly GtfsFeed _feed;
    private readonly string _path;
    private readonly DateOnly _date;
    private readonly DiagnosticBag _bag;
    private readonly List<(string Id, string Category)> _trips = [];
    private readonly List<string> _stopIds = [];
    private readonly Dictionary<string, int> _stopIndex = new(StringComparer.Ordinal);
    private readonly List<Call> _calls = [];

    private TrainCounter(GtfsFeed feed, string path, DateOnly date, DiagnosticBag bag) =>
        (_feed, _path, _date, _bag) = (feed, path, date, bag);

    /// <summary>The day's trains; null and findings where the feed cannot be used.</summary>
    public static DayTrains? Count(GtfsFeed feed, string path, DateOnly date, DiagnosticBag bag) =>
        new TrainCounter(feed, path, date, bag).Count();

    private DayTrains? Count()
    {
        if (!ReadTrips() | _bag.HasErrors) return null;
        if (_trips.Count == 0)
        {
            _bag.Error(GtfsCodes.NoService, _path, 0,
                $"no rail trip runs on {_date:yyyy-MM-dd}; must be a date within the feed's calendar");
            return null;
        }

        if (_feed.Has("frequencies.txt"))
            _bag.Warning(GtfsCodes.NotRead, _path, 0, "frequencies.txt is not used: a trip that it repeats counts once");
        ReadCalls();
        var stationOf = ReadStations(out var stations);
        if (_bag.HasErrors) return null;
        var sections = new Dictionary<(string From, string To, string Category), int[]>();
        var counted = 0;
        var calls = CollectionsMarshal.AsSpan(_calls);
        calls.Sort((a, b) => a.Trip != b.Trip ? a.Trip.CompareTo(b.Trip) : a.Sequence.CompareTo(b.Sequence));
        for (var start = 0; start < calls.Length;)
        {
            var end = start + 1;
            while (end < calls.Length && calls[end].Trip == calls[start].Trip) end++;
            if (CountTrip(calls[start..end], stationOf, sections)) counted++;
            start = end;
        }

        var used = sections.Keys.SelectMany(k => new[] { k.From, k.To }).ToHashSet(StringComparer.Ordinal);
        return new DayTrains(
            _date, counted, _calls.Count, stations.Where(s => used.Contains(s.Key))
                .ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal),
            [
                .. sections.Select(s => new SectionTrains(s.Key.From, s.Key.To, s.Key.Category, s.Value))
                    .OrderBy(s => s.From, StringComparer.Ordinal).ThenBy(s => s.To, StringComparer.Ordinal)
                    .ThenBy(s => s.Category, StringComparer.Ordinal),
            ]);
    }

    private bool ReadTrips()
    {
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        var services = new HashSet<string>(StringComparer.Ordinal);
        if (!_feed.Has("calendar.txt") && !_feed.Has("calendar_dates.txt"))
        {
            _bag.Error(GtfsCodes.FileMissing, _path, 0, "the feed must have calendar.txt or calendar_dates.txt");
            return false;
        }

        return _feed.ReadRoutes(r => { if (r.IsRail) categories[r.Id] = Category(r); })
            & _feed.ReadCalendar(c => { if (c.Runs(_date)) services.Add(c.Service); })
            & _feed.ReadCalendarDates(d =>
            {
                if (d.Date != _date) return;
                if (d.Added) services.Add(d.Service);
                else services.Remove(d.Service);
            })
            & _feed.ReadTrips(t =>
            {
                if (services.Contains(t.Service) && categories.TryGetValue(t.Route, out var category)) _trips.Add((t.Id, category));
            });
    }

    /// <summary>Sprinters and stopping trains by their name; every other passenger train counts as intercity.</summary>
    private static string Category(GtfsRoute route)
    {
        var name = $"{route.ShortName} {route.LongName}";
        string[] local = ["sprinter", "stoptrein", "regionaltrain", "stopping", "local", "regionalbahn"];
        return route.Type == 106 || local.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "sprinter" : "intercity";
    }

    private void ReadCalls()
    {
        var tripIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _trips.Count; i++)
        {
            if (!tripIndex.TryAdd(_trips[i].Id, i))
                _bag.Warning(GtfsCodes.DuplicateId, _path, 0, $"trip {FileDiagnostics.Quote(_trips[i].Id)} stands twice; the first holds");
        }

        _feed.ReadStopTimes(tripIndex.ContainsKey, time =>
        {
            if (_calls.Count >= CallsMax)
            {
                _bag.Error(GtfsCodes.TooManyRows, _path, 0, $"the day's trains have more than {CallsMax} calls; further ones are not read");
                return;
            }

            if (!_stopIndex.TryGetValue(time.Stop, out var stop))
            {
                stop = _stopIndex[time.Stop] = _stopIds.Count;
                _stopIds.Add(time.Stop);
            }

            _calls.Add(new Call(
                tripIndex[time.Trip], time.Sequence, stop, time.ArrivalSeconds ?? Unknown,
                    time.DepartureSeconds ?? time.ArrivalSeconds ?? Unknown));
        });
    }

    /// <summary>Per stop index the id of its station: its parent, or itself.</summary>
    private string[] ReadStations(out Dictionary<string, TimetableStation> stations)
    {
        var stops = new Dictionary<string, GtfsStop>(StringComparer.Ordinal);
        _feed.ReadStops(stop =>
        {
            if (!stops.TryAdd(stop.Id, stop))
                _bag.Warning(GtfsCodes.DuplicateId, _path, 0, $"stop {FileDiagnostics.Quote(stop.Id)} stands twice; the first holds");
        });
        stations = new Dictionary<string, TimetableStation>(StringComparer.Ordinal);
        var stationOf = new string[_stopIds.Count];
        for (var i = 0; i < stationOf.Length; i++)
        {
            if (!stops.TryGetValue(_stopIds[i], out var stop))
            {
                _bag.Error(GtfsCodes.UnknownReference, _path, 0,
                    $"stop_times.txt names stop {FileDiagnostics.Quote(_stopIds[i])}, which stops.txt lacks");
                stationOf[i] = "";
                continue;
            }

            // A platform's parent is its station, which has none; a boarding area's parent is a platform.
            var station = stop.Parent.Length > 0 && stops.TryGetValue(stop.Parent, out var parent) ? parent : stop;
            stationOf[i] = station.Id;
            stations[station.Id] = new TimetableStation(station.Id, station.Name, station.Lat ?? stop.Lat, station.Lon ?? stop.Lon);
        }

        return stationOf;
    }

    private bool CountTrip(Span<Call> calls, string[] stationOf, Dictionary<(string From, string To, string Category), int[]> sections)
    {
        var (id, category) = _trips[calls[0].Trip];
        var departures = new int[calls.Length];
        if (!FillTimes(calls, departures))
        {
            _bag.Warning(GtfsCodes.TimesRunBack, _path, 0,
                $"trip {FileDiagnostics.Quote(id)} has times that run back, are missing at its ends, or a stop number twice; "
                + "it is left out");
            return false;
        }

        for (var i = 0; i + 1 < calls.Length; i++)
        {
            var (from, to) = (stationOf[calls[i].Stop], stationOf[calls[i + 1].Stop]);
            if (from == to) continue;
            ref var hours = ref CollectionsMarshal.GetValueRefOrAddDefault(sections, (from, to, category), out _);
            hours ??= new int[HoursPerDay];
            hours[departures[i] / SecondsPerHour % HoursPerDay]++;
        }

        return true;
    }

    /// <summary>
    /// Departure at every call; where a feed gives none, linear between the neighbours that have one, as its reference says for stops
    /// that are no timepoints. False when times run back or the ends have none.
    /// </summary>
    private static bool FillTimes(Span<Call> calls, int[] departures)
    {
        if (calls[0].Departure == Unknown || calls[^1].Departure == Unknown) return false;
        var known = 0;
        departures[0] = calls[0].Departure;
        for (var i = 1; i < calls.Length; i++)
        {
            if (calls[i].Sequence == calls[i - 1].Sequence) return false;
            if (calls[i].Departure == Unknown) continue;
            var arrival = calls[i].Arrival == Unknown ? calls[i].Departure : calls[i].Arrival;
            if (arrival < departures[known] || calls[i].Departure < arrival) return false;
            for (var k = known + 1; k < i; k++)
                departures[k] = departures[known] + ((arrival - departures[known]) * (k - known) / (i - known));
            departures[i] = calls[i].Departure;
            known = i;
        }

        return true;
    }

    /// <summary>A call of a trip at a stop; 20 bytes.</summary>
    private readonly record struct Call(int Trip, int Sequence, int Stop, int Arrival, int Departure);
}
