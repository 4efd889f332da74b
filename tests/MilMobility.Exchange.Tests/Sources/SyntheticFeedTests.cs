using System.Globalization;
using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Gtfs;
using MilMobility.Exchange.Sources.Gtfs;

namespace MilMobility.Exchange.Tests.Sources;

/// <summary>
/// A feed as a national one is made: mostly buses, of which nothing may be kept. The environment variable MILMOBILITY_GTFS_ROWS names
/// another number of rows of stop_times.txt, for a measurement of time and memory; the test then writes them to its output.
/// </summary>
public sealed class SyntheticFeedTests(ITestOutputHelper output)
{
    private const int RowsDefault = 40_000;
    private const int CallsPerTrip = 20;

    /// <summary>Every so many trips one is a train.</summary>
    private const int TripsPerTrain = 50;

    [Fact]
    public void Of_a_large_feed_only_the_days_trains_are_kept()
    {
        var rows = int.TryParse(Environment.GetEnvironmentVariable("MILMOBILITY_GTFS_ROWS"), out var wanted) ? wanted : RowsDefault;
        var trips = rows / CallsPerTrip;
        var folder = Directory.CreateTempSubdirectory("milmob-gtfs-large-").FullName;
        try
        {
            Write(folder, trips);
            var bag = new DiagnosticBag();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var start = System.Diagnostics.Stopwatch.StartNew();
            using var feed = GtfsFeed.Open(folder, bag, TestContext.Current.CancellationToken);
            var day = TrainCounter.Count(feed!, folder, new DateOnly(2026, 1, 5), bag);
            var seconds = start.Elapsed.TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{trips * CallsPerTrip} rows in {seconds:0.0} s, {trips * CallsPerTrip / seconds:0} rows/s; "
                + $"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.0} MB held, "
                + $"peak working set {Environment.WorkingSet / 1e6:0} MB"));

            Assert.Empty(bag.ToList());
            var trains = (trips + TripsPerTrain - 1) / TripsPerTrain;
            Assert.Equal((trains, trains * CallsPerTrip), (day!.Trips, day.StopTimes));
            Assert.Equal(trains * (CallsPerTrip - 1), day.Sections.Sum(s => s.Total));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, int trips)
    {
        void File(string name, Action<StreamWriter> write)
        {
            using var writer = new StreamWriter(Path.Combine(folder, name), false, new UTF8Encoding(false), 1 << 16);
            write(writer);
        }

        File("routes.txt", w => w.Write("route_id,agency_id,route_short_name,route_type\ntrain,x,Sprinter,2\nbus,x,Bus,3\n"));
        File("calendar_dates.txt", w => w.Write("service_id,date,exception_type\ndaily,20260105,1\n"));
        File("stops.txt", w =>
        {
            w.Write("stop_id,stop_name,stop_lat,stop_lon\n");
            for (var i = 0; i < CallsPerTrip; i++) w.Write(string.Create(CultureInfo.InvariantCulture, $"s{i},Stop {i},52.{i:00},5.0\n"));
        });
        File("trips.txt", w =>
        {
            w.Write("route_id,service_id,trip_id,trip_headsign\n");
            for (var i = 0; i < trips; i++) w.Write($"{(i % TripsPerTrain == 0 ? "train" : "bus")},daily,{100_000_000 + i},Somewhere\n");
        });
        File("stop_times.txt", w =>
        {
            w.Write("trip_id,stop_sequence,stop_id,stop_headsign,arrival_time,departure_time,pickup_type,drop_off_type,shape_dist\n");
            for (var i = 0; i < trips; i++)
            {
                for (var c = 0; c < CallsPerTrip; c++)
                {
                    var (hour, minute) = (5 + (i % 18), c * 3 % 60);
                    w.Write($"{100_000_000 + i},{c},s{c},,{hour:00}:{minute:00}:00,{hour:00}:{minute:00}:30,0,0,{c * 1_000}\n");
                }
            }
        });
    }
}
