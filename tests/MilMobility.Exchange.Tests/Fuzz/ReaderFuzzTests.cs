using System.IO.Compression;
using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.GeoJson;
using MilMobility.Exchange.Formats.Gtfs;
using MilMobility.Exchange.Formats.Tntp;
using MilMobility.Exchange.Sources.Gtfs;
using MilMobility.Exchange.Tests.Formats;

namespace MilMobility.Exchange.Tests.Fuzz;

/// <summary>TNTP, GeoJSON and GTFS under spoiled inputs: whatever stands in a file, reading ends with findings.</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private const string Network =
        "<NUMBER OF ZONES> 2\t\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 3\n<END OF METADATA>\t\n\n~\tinit\t;\n"
        + "\t1\t3\t25900.20064\t6\t6\t0.15\t4\t0\t0\t1\t;\n"
        + "\t3\t4\t1\t1.0833333\t1.0e+00\t0.0E+00\t0\t0\t0\t9\t;\n4 2 49.18 5 5 1 1 6 0 1\n";

    private const string Trips =
        "<NUMBER OF ZONES> 3\n<TOTAL OD FLOW>   14.5\n<END OF METADATA>\n\n"
        + "Origin \t1 \n 1 : 0.0; 2 : 6.0; 3 : 0.5 ; \nOrigin 3\n 1 : 8 ;\n";

    private const string Collection =
        "{\"type\":\"FeatureCollection\",\"crs\":null,\"features\":[{\"type\":\"Feature\",\"id\":7,\"geometry\":{\"type\":\"LineString\","
        + "\"coordinates\":[[5.1,52.0],[5.2,52.1,3]]},\"properties\":{\"a\":\"\\u00e9\",\"b\":{\"c\":[1,2]},\"d\":1e3}},"
        + "{\"type\":\"Feature\","
        + "\"properties\":null,\"geometry\":{\"type\":\"MultiPoint\",\"coordinates\":[[5,52],[6,53]]}}]}";

    private static readonly FuzzLimits Limits = new(AllocatedBytesMax: 4_000_000);

    [Fact]
    public void Spoiled_networks_and_trip_tables_are_read_or_refused()
    {
        Report(Fuzzing.Run([Bytes(Network)], (input, cancellation) => Findings(bag =>
            TntpReader.ReadNetwork(new MemoryStream(input), "net", bag, cancellation)), Limits, seed: 41));
        Report(Fuzzing.Run([Bytes(Trips)], (input, cancellation) => Findings(bag =>
            TntpReader.ReadTrips(new MemoryStream(input), "trips", bag, cancellation)), Limits, seed: 42));
    }

    [Fact]
    public void Spoiled_flows_and_positions_are_read_or_refused()
    {
        Report(Fuzzing.Run([Bytes("From \tTo \tVolume \tCost \n1 \t2 \t4494.65 \t6.0008 \n2 \t1 \t0 \t1e-8\n")],
            (input, cancellation) => Findings(bag => TntpReader.ReadFlows(new MemoryStream(input), "flow", bag, cancellation)),
            Limits, seed: 43));
        Report(Fuzzing.Run([Bytes("Node\tX\tY\t;\n1\t-96.77041974\t43.61282792\t;\n2\t-96.7\t43.6;\n")],
            (input, cancellation) => Findings(bag => TntpReader.ReadNodes(new MemoryStream(input), "node", bag, cancellation)),
            Limits, seed: 44));
    }

    [Fact]
    public void Spoiled_GeoJson_is_read_or_refused() => Report(Fuzzing.Run(
        [
            Bytes(Collection), Bytes("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[5,52]},\"properties\":{}}"),
            Bytes("{\"coordinates\":[[[5,52],[6,53]]],\"type\":\"MultiLineString\"}"),
        ],
        (input, cancellation) => Findings(bag => GeoJsonReader.Read(new MemoryStream(input), "file", bag, Touch, cancellation)),
        Limits, seed: 45));

    [Fact]
    public void Spoiled_feeds_are_read_or_refused()
    {
        using var small = new SmallFeed();
        Report(Fuzzing.Run(
            [Zip(small.Folder, CompressionLevel.NoCompression), Zip(small.Folder, CompressionLevel.Fastest)],
            (input, cancellation) => Findings(bag =>
            {
                using var feed = GtfsFeed.Open("feed.zip", new MemoryStream(input), bag, cancellation);
                if (feed is null) return;
                TrainCounter.Count(feed, "feed.zip", new DateOnly(2026, 1, 5), bag);
                feed.ReadAgencies(_ => { });
                feed.ReadShapes(_ => { });
            }),
            Limits with { AllocatedBytesMax = 16_000_000 }, seed: 46));
    }

    [Theory]
    [InlineData("stop_times.txt", 47)]
    [InlineData("stops.txt", 48)]
    [InlineData("calendar_dates.txt", 49)]
    public void Spoiled_files_of_a_sound_feed_are_read_or_refused(string file, int seed)
    {
        using var small = new SmallFeed();
        var sound = File.ReadAllBytes(Path.Combine(small.Folder, file));
        Report(Fuzzing.Run(
            [sound],
            (input, cancellation) => Findings(bag =>
            {
                using var feed = GtfsFeed.Open(
                    "feed.zip", new MemoryStream(Zip(small.Folder, CompressionLevel.NoCompression, file, input)), bag, cancellation);
                Assert.NotNull(feed);
                TrainCounter.Count(feed, "feed.zip", new DateOnly(2026, 1, 5), bag);
            }),
            Limits with { AllocatedBytesMax = 16_000_000 }, seed));
    }

    private void Report(FuzzReport report) => output.WriteLine(
        $"{report.Inputs} inputs, {report.Refused} refused, at most {report.AllocatedBytesWorst} bytes; "
        + string.Join(", ", report.FirstCodes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}")));

    /// <summary>What a source does with a feature must not throw either.</summary>
    private static void Touch(GeoJsonFeature feature)
    {
        Assert.All(feature.Properties.Keys, key => Assert.NotNull(feature.Text(key)));
        Assert.All(feature.Parts, part => Assert.NotEmpty(part));
    }

    private static IReadOnlyList<Diagnostic> Findings(Action<DiagnosticBag> read)
    {
        var bag = new DiagnosticBag();
        read(bag);
        return bag.ToList();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The feed of a folder as a ZIP file, one of its files with other content.</summary>
    private static byte[] Zip(string folder, CompressionLevel level, string other = "", byte[]? content = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            {
                using var entry = archive.CreateEntry(Path.GetFileName(file), level).Open();
                entry.Write(Path.GetFileName(file) == other ? content! : File.ReadAllBytes(file));
            }
        }

        return stream.ToArray();
    }
}
