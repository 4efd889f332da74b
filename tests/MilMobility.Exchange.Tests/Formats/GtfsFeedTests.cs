using System.IO.Compression;
using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Gtfs;

namespace MilMobility.Exchange.Tests.Formats;

public sealed class GtfsFeedTests : IDisposable
{
    private readonly SmallFeed _feed = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public void Files_are_read_with_quotes_byte_order_mark_and_columns_in_any_order()
    {
        using var feed = Open(_feed.Folder);
        var (stops, routes) = (new List<GtfsStop>(), new List<GtfsRoute>());
        feed.ReadStops(stops.Add);
        feed.ReadRoutes(routes.Add);

        Assert.Empty(_bag.ToList());
        Assert.Equal(new GtfsStop("a", "Alpha, \"Centraal\"", 52.0, 5.0, 1, "", ""), stops[0]);
        Assert.Equal(new GtfsStop("a1", "Alpha", null, null, 0, "a", "4b"), stops[1]);
        Assert.Equal(["Intercity", "Sprinter", "Bus 1"], routes.Select(r => r.LongName));
        Assert.Equal([true, true, false], routes.Select(r => r.IsRail));
    }

    [Fact]
    public void Times_beyond_midnight_keep_counting_and_unwanted_trips_are_passed_over()
    {
        using var feed = Open(_feed.Folder);
        var times = new List<GtfsStopTime>();
        feed.ReadStopTimes(trip => trip == "night", times.Add);

        Assert.Empty(_bag.ToList());
        // 23:50:00, 24:10:05 and 25:00:00.
        Assert.Equal([85_800, 87_005, 90_000], times.Select(t => t.DepartureSeconds));
        Assert.Equal(["a1", "b", "c"], times.Select(t => t.Stop));
    }

    [Fact]
    public void A_zip_file_holds_the_same_feed()
    {
        var zip = Path.Combine(_feed.Folder, "feed.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            foreach (var file in Directory.EnumerateFiles(_feed.Folder, "*.txt"))
                archive.CreateEntryFromFile(file, Path.GetFileName(file));
        }

        using var feed = Open(zip);
        var trips = new List<GtfsTrip>();
        feed.ReadTrips(trips.Add);
        Assert.Equal(["ic1", "ic2", "sp1", "night", "sat", "bus"], trips.Select(t => t.Id));
        Assert.Empty(_bag.ToList());
    }

    [Fact]
    public void A_calendar_says_on_which_days_a_service_runs()
    {
        using var feed = Open(_feed.Folder);
        var calendars = new List<GtfsCalendar>();
        feed.ReadCalendar(calendars.Add);
        // Weekdays of January 2026; 1 January is a Thursday, 3 a Saturday, 1 February past the end.
        var weekdays = calendars.Single(c => c.Service == "wk");
        Assert.Equal(
            [true, true, false, false],
            new[] { (1, 1), (1, 2), (1, 3), (2, 2) }.Select(d => weekdays.Runs(new DateOnly(2026, d.Item1, d.Item2))));
    }

    [Theory]
    [InlineData("stop_times.txt", "23:50:00", "23:5x:00", "GTF005", 9)]
    [InlineData("stop_times.txt", "23:50:00", "23:60:00", "GTF005", 9)]
    [InlineData("stop_times.txt", "25:00:00", "250:00:00", "GTF005", 11)]
    [InlineData("stops.txt", "52.1", "152.1", "GTF005", 4)]
    [InlineData("stops.txt", "stop_id", "stop", "GTF003", 1)]
    [InlineData("stops.txt", "stop_name", "stop_id", "GTF003", 1)]
    [InlineData("routes.txt", "\"Intercity\",2", "Inter\"city,2", "GTF004", 2)]
    [InlineData("routes.txt", "\"Intercity\",2", "Intercity,3000", "GTF006", 2)]
    [InlineData("calendar.txt", "20260131", "20260132", "GTF005", 2)]
    public void A_fault_is_reported_with_its_file_and_line(string file, string old, string replacement, string code, int line)
    {
        _feed.Replace(file, old, replacement);
        using var feed = Open(_feed.Folder);
        feed.ReadStops(_ => { });
        feed.ReadRoutes(_ => { });
        feed.ReadCalendar(_ => { });
        feed.ReadStopTimes(_ => true, _ => { });

        var found = Assert.Single(_bag.ToList());
        Assert.Equal((code, Path.Combine(_feed.Folder, file), line), (found.Code, found.File, found.Line));
    }

    [Fact]
    public void Files_that_are_optional_may_be_missing_and_others_may_not()
    {
        foreach (var file in new[] { "calendar.txt", "trips.txt" }) File.Delete(Path.Combine(_feed.Folder, file));
        using var feed = Open(_feed.Folder);
        Assert.True(feed.ReadCalendar(_ => Assert.Fail("no rows")));
        Assert.True(feed.ReadShapes(_ => Assert.Fail("no rows")));
        Assert.False(feed.ReadTrips(_ => Assert.Fail("no rows")));
        Assert.Equal("GTF002", Assert.Single(_bag.ToList()).Code);
    }

    [Theory]
    [InlineData("no-such-feed")]
    [InlineData("stops.txt")]
    public void What_is_neither_a_folder_nor_a_zip_file_is_refused(string name)
    {
        Assert.Null(GtfsFeed.Open(Path.Combine(_feed.Folder, name), _bag, TestContext.Current.CancellationToken));
        Assert.Equal("GTF001", Assert.Single(_bag.ToList()).Code);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_not_read_on()
    {
        File.WriteAllBytes(Path.Combine(_feed.Folder, "stops.txt"), [.. "stop_id\n"u8, 0xC3, 0x28, (byte)'\n']);
        using var feed = Open(_feed.Folder);
        Assert.False(feed.ReadStops(_ => { }));
        Assert.Equal("GTF012", Assert.Single(_bag.ToList()).Code);
    }

    private GtfsFeed Open(string path)
    {
        var feed = GtfsFeed.Open(path, _bag, TestContext.Current.CancellationToken);
        Assert.NotNull(feed);
        return feed;
    }
}

/// <summary>
/// Three stations in a row, a - b - c, 20 km apart; three trains by day, one that ends after midnight, one on Saturday, and a bus.
/// </summary>
internal sealed class SmallFeed : IDisposable
{
    public SmallFeed()
    {
        Write("agency.txt", "agency_id,agency_name,agency_url,agency_timezone\nns,NS,http://ns.nl,Europe/Amsterdam\n");
        Write("stops.txt", "\uFEFFstop_lat,stop_lon,stop_id,stop_name,location_type,parent_station,platform_code\r\n"
            + "52.0,5.0,a,\"Alpha, \"\"Centraal\"\"\",1,,\r\n,,a1,Alpha,0,a,4b\r\n52.1,5.2,b,Bravo,,,\r\n52.2,5.4,c,Charlie,,,\r\n");
        Write("routes.txt", "route_id,route_long_name,route_type\nic,\"Intercity\",2\nsp,Sprinter,100\nbus,Bus 1,3\n");
        Write("trips.txt", "trip_id,route_id,service_id\nic1,ic,wk\nic2,ic,wk\nsp1,sp,wk\nnight,sp,wk\nsat,ic,sat\nbus,bus,wk\n");
        Write("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
            + "ic1,8:00:00,08:00:00,a1,1\nic1,08:20:00,08:22:00,c,7\n"
            + "ic2,08:59:59,08:59:59,a1,1\nic2,09:20:00,09:20:00,c,2\n"
            + "sp1,07:30:00,07:30:00,c,1\nsp1,,,b,2\nsp1,08:30:00,08:30:00,a1,3\n"
            + "night,23:50:00,23:50:00,a1,1\nnight,24:10:00,24:10:05,b,2\nnight,25:00:00,25:00:00,c,3\n"
            + "sat,10:00:00,10:00:00,a1,1\nsat,10:30:00,10:30:00,c,2\nbus,08:00:00,08:00:00,a1,1\nbus,09:00:00,09:00:00,c,2\n");
        Write("calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
            + "wk,1,1,1,1,1,0,0,20260101,20260131\nsat,0,0,0,0,0,1,0,20260101,20260131\n");
        Write("calendar_dates.txt", "service_id,date,exception_type\nwk,20260106,2\nsat,20260106,1\n");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("milmob-gtfs-").FullName;

    public void Replace(string file, string old, string replacement)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' must occur in {file}");
        Write(file, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text, new UTF8Encoding(false));
}
