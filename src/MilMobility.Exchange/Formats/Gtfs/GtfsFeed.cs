using System.IO.Compression;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.Gtfs;

/// <summary>
/// A GTFS Schedule feed (gtfs.org reference, revision of 2024) in a folder or a ZIP file, read file by file, row by row: nothing is
/// held here, so that stop_times.txt may have any size. Faults are collected, coded (<see cref="GtfsCodes"/>), with file and line.
/// Every method reads its file anew; a file that is absent and may be has no rows. Not thread-safe.
/// </summary>
public sealed class GtfsFeed : IDisposable
{
    private readonly string _path;
    private readonly ZipArchive? _zip;
    private readonly DiagnosticBag _bag;
    private readonly CancellationToken _cancellation;

    private GtfsFeed(string path, ZipArchive? zip, DiagnosticBag bag, CancellationToken cancellation) =>
        (_path, _zip, _bag, _cancellation) = (path, zip, bag, cancellation);

    /// <summary>The feed, or null and a finding where there is none.</summary>
    public static GtfsFeed? Open(string path, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) return new GtfsFeed(path, null, bag, cancellation);
        if (!File.Exists(path))
        {
            bag.Error(GtfsCodes.FeedMissing, path, 0, "does not exist; must be a folder or a ZIP file with agency.txt, stops.txt, ...");
            return null;
        }

        try
        {
            return Open(path, File.OpenRead(path), bag, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bag.Error(GtfsCodes.FeedMissing, path, 0, $"cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>The feed in a ZIP stream, which it closes.</summary>
    internal static GtfsFeed? Open(string path, Stream stream, DiagnosticBag bag, CancellationToken cancellation)
    {
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            // The directory is read only when it is asked for; asked for here, a damaged one is refused here.
            _ = zip.Entries.Count;
            return new GtfsFeed(path, zip, bag, cancellation);
        }
        catch (InvalidDataException exception)
        {
            stream.Dispose();
            bag.Error(GtfsCodes.FeedMissing, path, 0, $"is no ZIP file: {FileDiagnostics.Quote(exception.Message)}");
            return null;
        }
    }

    public void Dispose() => _zip?.Dispose();

    /// <summary>Whether the feed has a file.</summary>
    public bool Has(string file) =>
        _zip is null ? File.Exists(Path.Combine(_path, file)) : _zip.GetEntry(file) is not null;

    public bool ReadAgencies(Action<GtfsAgency> onRow) => Read(
        "agency.txt", ["agency_name", "agency_timezone", "agency_id"], 2, isRequired: true,
        row => onRow(new GtfsAgency(row.Text(2), row.Required(0), row.Required(1))));

    public bool ReadStops(Action<GtfsStop> onRow) => Read(
        "stops.txt", ["stop_id", "stop_name", "stop_lat", "stop_lon", "location_type", "parent_station", "platform_code"], 1,
        isRequired: true,
        row =>
        {
            var id = row.Required(0);
            if (row.Whole(4, 0, 4, 0) is not { } type || id.Length == 0) return;
            onRow(new GtfsStop(id, row.Text(1), row.Degrees(2, 90), row.Degrees(3, 180), type, row.Text(5), row.Text(6)));
        });

    public bool ReadRoutes(Action<GtfsRoute> onRow) => Read(
        "routes.txt", ["route_id", "route_type", "agency_id", "route_short_name", "route_long_name"], 2, isRequired: true,
        row =>
        {
            var id = row.Required(0);
            if (row.Whole(1, 0, 1_702) is { } type && id.Length > 0)
                onRow(new GtfsRoute(id, row.Text(2), row.Text(3), row.Text(4), type));
        });

    public bool ReadTrips(Action<GtfsTrip> onRow) => Read(
        "trips.txt", ["route_id", "service_id", "trip_id", "trip_short_name", "trip_headsign", "shape_id"], 3, isRequired: true,
        row =>
        {
            var (route, service, id) = (row.Required(0), row.Required(1), row.Required(2));
            if (route.Length > 0 && service.Length > 0 && id.Length > 0)
                onRow(new GtfsTrip(id, route, service, row.Text(3), row.Text(4), row.Text(5)));
        });

    /// <summary>Stop times of the trips that are wanted; of the others only the trip's id is looked at.</summary>
    public bool ReadStopTimes(Func<string, bool> isWanted, Action<GtfsStopTime> onRow) => Read(
        "stop_times.txt", ["trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time"], 3, isRequired: true,
        row =>
        {
            var trip = row.Text(0);
            if (!isWanted(trip) || !row.IsSound()) return;
            var isFaulty = false;
            var (arrival, departure) = (row.Time(3, ref isFaulty), row.Time(4, ref isFaulty));
            var stop = row.Required(1);
            if (row.Whole(2, 0, int.MaxValue) is { } sequence && stop.Length > 0 && !isFaulty)
                onRow(new GtfsStopTime(trip, stop, sequence, arrival, departure, row.Line));
        }, checksRows: true);

    public bool ReadCalendar(Action<GtfsCalendar> onRow) => Read(
        "calendar.txt",
        ["service_id", "start_date", "end_date", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"], 10,
        isRequired: false,
        row =>
        {
            var days = new HashSet<DayOfWeek>();
            foreach (var day in Enum.GetValues<DayOfWeek>())
            {
                if (row.Whole(3 + (int)day, 0, 1) is not { } runs) return;
                if (runs == 1) days.Add(day);
            }

            var service = row.Required(0);
            if (service.Length > 0 && row.Date(1) is { } start && row.Date(2) is { } end)
                onRow(new GtfsCalendar(service, days, start, end));
        });

    public bool ReadCalendarDates(Action<GtfsCalendarDate> onRow) => Read(
        "calendar_dates.txt", ["service_id", "date", "exception_type"], 3, isRequired: false,
        row =>
        {
            var service = row.Required(0);
            if (service.Length > 0 && row.Date(1) is { } date && row.Whole(2, 1, 2) is { } type)
                onRow(new GtfsCalendarDate(service, date, type == 1));
        });

    public bool ReadShapes(Action<GtfsShapePoint> onRow) => Read(
        "shapes.txt", ["shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence"], 4, isRequired: false,
        row =>
        {
            var shape = row.Required(0);
            if (row.Degrees(1, 90) is { } lat && row.Degrees(2, 180) is { } lon && row.Whole(3, 0, int.MaxValue) is { } sequence)
                onRow(new GtfsShapePoint(shape, lat, lon, sequence));
        });

    private bool Read(
        string file, IReadOnlyList<string> columns, int requiredCount, bool isRequired, Action<GtfsRow> onRow, bool checksRows = false)
    {
        var diagnostics = new FileDiagnostics(_zip is null ? Path.Combine(_path, file) : $"{_path}!{file}", _bag);
        if (!Has(file))
        {
            if (!isRequired) return true;
            diagnostics.Error(GtfsCodes.FileMissing, 0, "the feed must have this file");
            return false;
        }

        try
        {
            using var stream = _zip is null ? File.OpenRead(Path.Combine(_path, file)) : _zip.GetEntry(file)!.Open();
            return GtfsTableReader.Read(
                stream, diagnostics, columns, requiredCount,
                checksRows ? onRow : row => { if (row.IsSound()) onRow(row); }, _cancellation);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            diagnostics.Error(GtfsCodes.FeedMissing, 0, $"cannot be read: {FileDiagnostics.Quote(exception.Message)}");
            return false;
        }
    }
}
