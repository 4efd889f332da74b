namespace MilMobility.Exchange.Sources.Gtfs;

/// <summary>A station of a timetable: the parent of its platforms.</summary>
public sealed record TimetableStation(string Id, string Name, double? Lat, double? Lon);

/// <summary>
/// Trains from one station to the next one where they call, by the hour they leave it: 24 counts, local time; what leaves after
/// midnight of the service day counts in the hour it leaves.
/// </summary>
/// <param name="Category"><c>intercity</c> or <c>sprinter</c>, as civil profiles have them.</param>
public sealed record SectionTrains(string From, string To, string Category, IReadOnlyList<int> Hours)
{
    public int Total => Hours.Sum();
}

/// <summary>The trains of a service day.</summary>
/// <param name="Trips">Rail trips that run on the day and were counted.</param>
/// <param name="StopTimes">Rows of stop_times.txt that belong to them.</param>
/// <param name="Stations">The stations named in the sections, by id.</param>
/// <param name="Sections">Ordered by from, to and category.</param>
public sealed record DayTrains(
    DateOnly Date, int Trips, int StopTimes, IReadOnlyDictionary<string, TimetableStation> Stations,
    IReadOnlyList<SectionTrains> Sections);
