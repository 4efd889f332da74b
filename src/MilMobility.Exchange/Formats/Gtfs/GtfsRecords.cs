namespace MilMobility.Exchange.Formats.Gtfs;

/// <summary>A row of agency.txt.</summary>
public sealed record GtfsAgency(string Id, string Name, string TimeZone);

/// <summary>A row of stops.txt; the position may be absent for entrances and nodes.</summary>
/// <param name="LocationType">0 stop or platform, 1 station, 2 entrance, 3 generic node, 4 boarding area.</param>
/// <param name="Parent">Id of the station it belongs to; empty if none.</param>
public sealed record GtfsStop(string Id, string Name, double? Lat, double? Lon, int LocationType, string Parent, string PlatformCode);

/// <summary>A row of routes.txt.</summary>
/// <param name="Type">0-12, or 100-1702 of the extended types.</param>
public sealed record GtfsRoute(string Id, string Agency, string ShortName, string LongName, int Type)
{
    /// <summary>Rail, also by the extended types 100-117; not metro, tram, funicular or replacement bus.</summary>
    public bool IsRail => Type is 2 or (>= 100 and <= 117);
}

/// <summary>A row of trips.txt.</summary>
public sealed record GtfsTrip(string Id, string Route, string Service, string ShortName, string Headsign, string Shape);

/// <summary>A row of stop_times.txt; times are seconds after noon minus 12 h of the service day and may exceed 86,400.</summary>
public readonly record struct GtfsStopTime(string Trip, string Stop, int Sequence, int? ArrivalSeconds, int? DepartureSeconds, int Line);

/// <summary>A row of calendar.txt.</summary>
public sealed record GtfsCalendar(string Service, IReadOnlySet<DayOfWeek> Days, DateOnly Start, DateOnly End)
{
    public bool Runs(DateOnly date) => date >= Start && date <= End && Days.Contains(date.DayOfWeek);
}

/// <summary>A row of calendar_dates.txt.</summary>
/// <param name="Added">True: the service runs on the date in addition; false: it does not.</param>
public readonly record struct GtfsCalendarDate(string Service, DateOnly Date, bool Added);

/// <summary>A row of shapes.txt.</summary>
public readonly record struct GtfsShapePoint(string Shape, double Lat, double Lon, int Sequence);
