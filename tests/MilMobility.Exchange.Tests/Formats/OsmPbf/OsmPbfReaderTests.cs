using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.OsmPbf;
using MilMobility.Exchange.Tests.Fuzz;
using static MilMobility.Exchange.Tests.Formats.OsmPbf.PbfBytes;

namespace MilMobility.Exchange.Tests.Formats.OsmPbf;

public sealed class OsmPbfReaderTests
{
    // Texts by index: 1 highway, 2 motorway, 3 name, 4 Súdwest, 5 via, 6 type, 7 restriction.
    private static readonly string[] Texts = ["highway", "motorway", "name", "Súdwest", "via", "type", "restriction"];

    // 52.1 N 5.2 E in steps of the default granularity of 100 nanodegrees; the second node lies one step north and two west.
    private static readonly byte[] DenseGroup = Dense([10, 5], [521_000_000, 1], [52_000_000, -2], 3, 4, 1, 2, 0, 0);

    private static readonly byte[] Elements = Block(Texts, DenseGroup,
        [.. Way(100, [10, 5, -5], [1], [2]), .. Way(101, [], [], [])],
        Relation(7, [0, 5, 0], [100, -85, 86], [1, 0, 1], [6], [7]),
        Node(-3, -900_000_000, 1_800_000_000, [3], [4]));

    private static readonly string[] Expected =
    [
        "node 10 52.1 5.2 name=Súdwest highway=motorway",
        "node 15 52.1000001 5.1999998",
        "way 100 [10 15 10] highway=motorway",
        "way 101 []",
        "relation 7 [Ways 100 ''] [Nodes 15 'via'] [Ways 101 ''] type=restriction",
        "node -3 -90 180 name=Súdwest",
    ];

    [Fact]
    public void All_kinds_of_elements_are_read_in_their_order_from_raw_and_from_packed_blobs()
    {
        foreach (var blob in (byte[][])[Raw(Elements), Zlib(Elements)])
        {
            var (elements, found) = Read(File(DefaultHeader, Frame("OSMData", blob)));
            Assert.Empty(found);
            Assert.Equal(Expected, elements);
        }
    }

    [Fact]
    public void Granularity_and_offsets_place_the_nodes()
    {
        // latitude = 1e-9 * (offset + granularity * lat) = 1e-9 * (50,000,000,000 + 1000 * 2,100,000) = 52.1; likewise 5.2.
        byte[] block = [.. Block([], Dense([1], [2_100_000], [-4_800_000])), .. Varint(17, 1_000), .. Varint(19, 50_000_000_000),
            .. Varint(20, 10_000_000_000)];
        var (elements, found) = Read(File(DefaultHeader, Frame("OSMData", Zlib(block))));
        Assert.Empty(found);
        Assert.Equal(["node 1 52.1 5.2"], elements);
    }

    [Fact]
    public void Dense_nodes_without_any_tags_may_leave_their_list_out()
    {
        var (elements, found) = Read(File(DefaultHeader, Frame("OSMData", Raw(Block([], Dense([1, 1], [0, 0], [0, 0]))))));
        Assert.Empty(found);
        Assert.Equal(["node 1 0 0", "node 2 0 0"], elements);
    }

    [Fact]
    public void Only_the_kinds_that_are_wanted_are_visited()
    {
        var (elements, _) = Read(File(DefaultHeader, Frame("OSMData", Raw(Elements))), OsmKinds.Ways);
        Assert.Equal(Expected.Where(e => e.StartsWith("way", StringComparison.Ordinal)), elements);
    }

    [Fact]
    public void Blobs_of_unknown_types_are_passed_over_and_unknown_required_features_are_refused()
    {
        var (elements, found) = Read(File(DefaultHeader, Frame("Fancy", Raw([1, 2, 3])), Frame("OSMData", Raw(Elements))));
        Assert.Empty(found);
        Assert.Equal(6, elements.Count);

        (elements, found) = Read(File(Header("OsmSchema-V0.6", "HistoricalInformation"), Frame("OSMData", Raw(Elements))));
        Assert.Empty(elements);
        Assert.Equal(
            "OSM007 f.pbf byte 0: required feature 'HistoricalInformation'; known are OsmSchema-V0.6, DenseNodes", Assert.Single(found)
                .ToString());
    }

    [Fact]
    public void A_file_that_does_not_start_with_a_header_is_refused()
    {
        Assert.Equal(OsmCodes.NotPbf, Assert.Single(Read([]).Found).Code);
        Assert.Equal(OsmCodes.NotPbf, Assert.Single(Read(Frame("OSMData", Raw(Elements))).Found).Code);
        Assert.Equal(OsmCodes.BadBlobHeader, Assert.Single(Read("<?xml version"u8.ToArray()).Found).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_537)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_blob_header_beyond_64_KiB_is_refused(int bytes)
    {
        var (_, found) = Read([.. Shapefile.ShapefileBytes.Big(bytes), .. new byte[100]]);
        Assert.Equal($"OSM004 f.pbf byte 0: a blob header of {bytes} bytes; must be 1 to 65536", Assert.Single(found).ToString());
    }

    [Theory]
    [InlineData((32 << 20) + 1)]
    [InlineData(-1)]
    public void A_blob_beyond_32_MiB_is_refused(int bytes)
    {
        byte[] header = [.. Bytes(1, "OSMHeader"u8.ToArray()), .. Varint(3, bytes)];
        var (_, found) = Read([.. Shapefile.ShapefileBytes.Big(header.Length), .. header, .. new byte[100]]);
        Assert.Equal($"OSM004 f.pbf byte 0: a blob of {bytes} bytes; must be 0 to 33554432", Assert.Single(found).ToString());
    }

    [Fact]
    public void A_blob_that_unpacks_to_another_size_than_stated_or_is_packed_otherwise_is_refused()
    {
        Assert.Equal(OsmCodes.BadBlob, Single(Zlib(Elements, Elements.Length - 1)).Code);
        Assert.Equal(OsmCodes.BadBlob, Single(Zlib(Elements, Elements.Length + 1)).Code);
        Assert.Equal(OsmCodes.BadBlob, Single(Zlib(Elements, int.MaxValue)).Code);
        Assert.Equal(OsmCodes.BadBlob, Single(Bytes(3, [1, 2, 3])).Code); // raw_size is missing
        Assert.Equal(OsmCodes.BadBlob, Single([.. Varint(2, 10), .. Bytes(3, [1, 2, 3])]).Code); // not zlib
        Assert.Equal(OsmCodes.BadBlob, Single([]).Code);
        Assert.Equal(OsmCodes.PackingUnsupported, Single([.. Varint(2, 10), .. Bytes(4, [1, 2, 3])]).Code); // lzma
        Assert.Equal(OsmCodes.PackingUnsupported, Single([.. Varint(2, 10), .. Bytes(7, [1, 2, 3])]).Code); // zstd
    }

    [Fact]
    public void A_bomb_of_zeros_costs_no_more_than_it_may_state()
    {
        var bomb = Zlib(new byte[100_000_000], statedBytes: 1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(OsmCodes.BadBlob, Single(bomb).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Fact]
    public void A_block_that_claims_millions_of_empty_elements_is_refused_before_they_are_made()
    {
        // Two bytes each: tag of an empty node.
        var many = Enumerable.Repeat((byte[])[.. Bytes(1, [])], BlockSize.MessagesMax + 1).SelectMany(b => b).ToArray();
        Assert.Equal(OsmCodes.TooManyElements, Single(Zlib(Block([], many))).Code);
    }

    [Fact]
    public void Lists_that_do_not_fit_together_are_refused_with_the_element()
    {
        Assert.Equal(OsmCodes.CountsDiffer, SingleOf(Block(Texts, Dense([1, 1], [0], [0, 0]))).Code);
        Assert.Equal(OsmCodes.CountsDiffer, SingleOf(Block(Texts, Way(1, [1], [1, 2], [1]))).Code);
        Assert.Equal(OsmCodes.CountsDiffer, SingleOf(Block(Texts, Relation(1, [0], [1, 1], [0, 0], [], []))).Code);
        Assert.Equal(OsmCodes.CountsDiffer, SingleOf(Block(Texts, Dense([1, 1], [0, 0], [0, 0], 1, 2, 0)))
            .Code); // one list of tags for two
        Assert.Equal(OsmCodes.CountsDiffer, SingleOf(Block(Texts, Dense([1], [0], [0], 1, 2, 0, 0))).Code); // two for one
        Assert.Equal(OsmCodes.CountsDiffer, SingleOf(Block(Texts, Dense([1], [0], [0], 1))).Code);
        Assert.EndsWith("way 1: text 8; the block has 8", SingleOf(Block(Texts, Way(1, [1], [8], [1]))).Message, StringComparison.Ordinal);
        Assert.Equal(OsmCodes.BadString, SingleOf(Block(Texts, Way(1, [1], [-1], [1]))).Code);
        Assert.Equal(OsmCodes.BadString, SingleOf(Block(Texts, Dense([1], [0], [0], 9, 1, 0))).Code);
        Assert.Equal(OsmCodes.BadCoordinate, SingleOf(Block(Texts, Dense([1], [900_000_001], [0]))).Code);
        Assert.Equal(OsmCodes.BadCoordinate, SingleOf(Block(Texts, Node(1, 0, long.MinValue, [], []))).Code);
        Assert.Equal(OsmCodes.BadGranularity, SingleOf([.. Block(Texts), .. Varint(17, 0)]).Code);
        Assert.Equal(OsmCodes.BadMessage, SingleOf([0xFF, 0xFF]).Code);
    }

    [Fact]
    public void An_error_in_one_block_leaves_the_others_readable()
    {
        var (elements, found) = Read(File(DefaultHeader, Frame("OSMData", Raw([0xFF])), Frame("OSMData", Raw(Elements))));
        Assert.Equal(6, elements.Count);
        Assert.Equal($"byte {DefaultHeader.Length}:", Assert.Single(found).Message[..$"byte {DefaultHeader.Length}:".Length]);
    }

    [Fact]
    public void A_file_cut_anywhere_is_an_error()
    {
        var first = DefaultHeader;
        var file = File(first, Frame("OSMData", Zlib(Elements)));
        for (var length = 1; length < file.Length; length++)
        {
            var (elements, found) = Read(file[..length]);
            Assert.Empty(elements);
            // At the border of two frames nothing tells that there were more.
            Assert.Equal(length != first.Length, found.Any(d => d.Severity == Severity.Error));
        }
    }

    [Fact]
    public void What_the_writer_writes_the_reader_reads()
    {
        using var stream = new MemoryStream();
        using (var writer = new OsmPbfWriter(stream))
        {
            for (var i = 0; i < 10_000; i++) writer.AddNode(i - 20, 50 + (i * 1e-5), 5 - (i * 1e-5), ("ref", $"{i}"));
            writer.AddWay(5, [1, 3, 2], ("highway", "primary"));
            writer.AddNode(99_999, 51, 4);
        }

        var (elements, found) = Read(stream.ToArray());
        Assert.Empty(found);
        Assert.Equal(10_002, elements.Count);
        Assert.Equal("node 9979 50.09999 4.90001 ref=9999", elements[9_999]);
        Assert.Equal(["way 5 [1 3 2] highway=primary", "node 99999 51 4"], elements[10_000..]);
    }

    [Fact]
    public void Mutants_of_a_file_never_break_the_reader()
    {
        byte[][] corpus =
        [
            File(DefaultHeader, Frame("OSMData", Raw(Elements))),
            File(DefaultHeader, Frame("OSMData", Zlib(Elements))),
            File(DefaultHeader, Frame("OSMData", Raw(Block(Texts, DenseGroup))),
                Frame("OSMData", Raw(Block(Texts, Way(1, [1, 2], [1], [2]))))),
        ];
        var report = Fuzzing.Run(corpus, (input, cancellation) =>
            ReadUntil(input, cancellation).Found, new FuzzLimits(2_000_000), seed: 43);
        Assert.InRange(report.Refused, report.Inputs / 10, report.Inputs);
        Assert.Contains(OsmCodes.CountsDiffer, report.FirstCodes.Keys);
    }

    private static Diagnostic SingleOf(byte[] block) => Single(Raw(block));

    /// <summary>The one finding about a blob, which no element survives.</summary>
    private static Diagnostic Single(byte[] blob)
    {
        var (elements, found) = Read(File(DefaultHeader, Frame("OSMData", blob)));
        Assert.InRange(elements.Count, 0, 1);
        return Assert.Single(found);
    }

    private static (List<string> Elements, IReadOnlyList<Diagnostic> Found) Read(byte[] file, OsmKinds wanted = (OsmKinds)7) =>
        ReadUntil(file, TestContext.Current.CancellationToken, wanted);

    private static (List<string> Elements, IReadOnlyList<Diagnostic> Found) ReadUntil(
        byte[] file, CancellationToken cancellation, OsmKinds wanted = (OsmKinds)7)
    {
        var bag = new DiagnosticBag();
        var visitor = new Listing(wanted);
        using var stream = new MemoryStream(file);
        if (OsmPbfReader.Open(stream, "f.pbf", bag) is not { } reader) return ([], bag.ToList());
        while (reader.ReadBlock(visitor, cancellation)) Assert.InRange(reader.FractionRead, 0, 1);
        return (visitor.Elements, bag.ToList());
    }

    private sealed class Listing(OsmKinds wanted) : IOsmVisitor
    {
        public List<string> Elements { get; } = [];

        public OsmKinds Wanted => wanted;

        public void Node(long id, double lat, double lon, in OsmTags tags) =>
            Elements.Add($"node {id} {lat:0.#######} {lon:0.#######}{Text(tags)}");

        public void Way(long id, ReadOnlySpan<long> nodes, in OsmTags tags) =>
            Elements.Add($"way {id} [{string.Join(' ', nodes.ToArray())}]{Text(tags)}");

        public void Relation(long id, ReadOnlySpan<OsmMember> members, in OsmTags tags) => Elements.Add(
            $"relation {id} {string.Join(' ', members.ToArray().Select(m => $"[{m.Kind} {m.Id} '{m.Role}']"))}{Text(tags)}");

        private static string Text(in OsmTags tags)
        {
            var text = "";
            for (var i = 0; i < tags.Count; i++) text += $" {tags.At(i).Key}={tags.At(i).Value}";
            return text;
        }
    }
}
