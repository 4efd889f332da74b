using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.Gtfs;
using MilMobility.Exchange.Sources.Gtfs;
using MilMobility.Exchange.Tests.Formats;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Tests.Sources;

/// <summary>
/// The small feed: a -- b -- c. On a weekday ic1 leaves a at 8:00 for c, ic2 at 8:59:59; sp1 leaves c at 7:30 and passes b, by
/// interpolation, at 8:00; night leaves a at 23:50 and b at 24:10:05, which is 0:10:05.
/// </summary>
public sealed class TrainCounterTests : IDisposable
{
    private readonly SmallFeed _feed = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public void Trains_of_a_weekday_are_counted_per_section_category_and_hour()
    {
        var day = Count(new DateOnly(2026, 1, 5));

        Assert.Empty(_bag.ToList());
        Assert.NotNull(day);
        Assert.Equal((4, 10), (day.Trips, day.StopTimes));
        Assert.Equal(
            [
                "a>b sprinter 23:1", "a>c intercity 8:2", "b>a sprinter 8:1", "b>c sprinter 0:1", "c>b sprinter 7:1",
            ],
            day.Sections.Select(Text));
        Assert.Equal(("Alpha, \"Centraal\"", 52.0), (day.Stations["a"].Name, day.Stations["a"].Lat));
    }

    [Fact]
    public void An_exception_of_the_calendar_takes_one_service_out_and_another_in()
    {
        // Tuesday 6 January runs as a Saturday.
        var day = Count(new DateOnly(2026, 1, 6));
        Assert.Equal(["a>c intercity 10:1"], day!.Sections.Select(Text));
    }

    [Fact]
    public void A_date_without_trains_is_refused()
    {
        Assert.Null(Count(new DateOnly(2026, 2, 2)));
        Assert.Equal("GTF013", Assert.Single(_bag.ToList()).Code);
    }

    [Fact]
    public void A_trip_whose_times_run_back_is_left_out_and_reported()
    {
        _feed.Replace("stop_times.txt", "08:20:00,08:22:00", "07:20:00,07:22:00");
        var day = Count(new DateOnly(2026, 1, 5));
        Assert.Contains("a>c intercity 8:1", day!.Sections.Select(Text));
        Assert.Equal("GTF014", Assert.Single(_bag.ToList()).Code);
    }

    [Fact]
    public void Rows_of_a_trip_may_stand_apart_and_in_any_order()
    {
        var path = Path.Combine(_feed.Folder, "stop_times.txt");
        var lines = File.ReadAllLines(path);
        var before = Count(new DateOnly(2026, 1, 5))!.Sections.Select(Text).ToList();
        File.WriteAllLines(path, [lines[0], .. lines[1..].OrderBy(l => l.Length).ThenBy(l => l, StringComparer.Ordinal).Reverse()]);
        Assert.Equal(before, Count(new DateOnly(2026, 1, 5))!.Sections.Select(Text));
    }

    [Fact]
    public void A_stop_that_the_feed_lacks_is_an_error()
    {
        _feed.Replace("stops.txt", ",b,Bravo", ",bb,Bravo");
        Assert.Null(Count(new DateOnly(2026, 1, 5)));
        Assert.Equal("GTF007", Assert.Single(_bag.ToList()).Code);
    }

    [Fact]
    public void The_links_between_two_stations_get_the_mean_of_both_directions()
    {
        // Nodes at a, b and c, and one halfway between b and c that no train calls at: links ab, bh, hc, and a long way round b - c.
        var draft = new NetworkDraft();
        var source = new DraftSource("tracks", "Tracks", "", "2026", "CC0-1.0");
        var origin = new Provenance(Quality.Measured, draft.AddSource(source));
        int Node(double lat, double lon) =>
            draft.AddNode(new DraftNode { Mode = TransportMode.Rail, Lat = lat, Lon = lon, Origin = origin });
        int Link(int from, int to, double metres) => draft.AddLink(new DraftLink
        {
            From = from, To = to, Mode = TransportMode.Rail, Class = "main", LengthMetres = metres, SpeedKmh = 130, LengthOrigin = origin,
            SpeedOrigin = origin,
        });
        var (a, b, half, c) = (Node(52.0, 5.001), Node(52.1, 5.2), Node(52.15, 5.3), Node(52.2, 5.4));
        var (ab, hb, hc, _) = (Link(a, b, 17_700), Link(half, b, 8_800), Link(half, c, 8_800), Link(b, c, 21_000));

        new GtfsRailSource(_feed.Folder, new DateOnly(2026, 1, 5), source with { Name = "gtfs" })
            .ReadInto(draft, new ImportContext(_bag, TestContext.Current.CancellationToken));

        Assert.Empty(_bag.ToList());
        // Over ab: two intercities at 8; sprinters at 23 out and at 8 back. Halves, since a profile is per direction.
        Assert.Equal(
            [
                (ab, "intercity", "8:1"), (ab, "sprinter", "8:0.5 23:0.5"), (hb, "intercity", "8:1"), (hb, "sprinter", "0:0.5 7:0.5"),
                (hc, "intercity", "8:1"), (hc, "sprinter", "0:0.5 7:0.5"),
            ],
            draft.Profiles.Select(p => (((CivilScope.Link)p.Scope).Index, p.Category, Hours(p.Hours))));
        Assert.All(draft.Profiles, p => Assert.Equal(("weekday", "trains-per-h"), (p.DayType, p.Unit)));
    }

    private DayTrains? Count(DateOnly date)
    {
        using var feed = GtfsFeed.Open(_feed.Folder, _bag, TestContext.Current.CancellationToken);
        return TrainCounter.Count(feed!, _feed.Folder, date, _bag);
    }

    private static string Text(SectionTrains s) => $"{s.From}>{s.To} {s.Category} {Hours([.. s.Hours.Select(h => (double)h)])}";

    private static string Hours(IReadOnlyList<double> hours) => string.Join(' ', hours
        .Select((count, hour) => (count, hour)).Where(h => h.count > 0)
        .Select(h => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{h.hour}:{h.count}")));
}
