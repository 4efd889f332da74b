using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Exchange.Tests.Sources.ProRail;

public sealed class TrackRecordTests
{
    private const string TrackHeader =
        "ID;SPOORTAK_IDENTIFICATIE;GEOCODE_BEGIN;NAAM_GEOCODE_BEGIN;GEOCODE_EIND;NAAM_GEOCODE_EIND;LENGTE_GEOM\n";

    private const string JointHeader = "SPOORTAK_IDENTIFICATIE;RICHTING;SPOORTAK_ASL;PERCENT_ASL;RICHTING_ASL\n";

    private static readonly byte[][] Corpus =
    [
        Latin1(JointHeader + "553_219BqV_21.3;0-100;553_219BR_21.3;10,525784;0-100\n517_35BqV_69.1;100-0;517_41AL_69.0;31,6;100-0\n"),
        Latin1(JointHeader.TrimEnd() + "\r\na;0-100;b;0;0-100\r\na;100-0;b;100;0-100"),
    ];

    [Fact]
    public void A_track_is_read_with_its_decimal_comma_and_its_accents()
    {
        var (records, found) = Tracks(TrackHeader + "7;751_339V;751;Mari\u00EBnberg;025;Ommen;5,839\n");
        Assert.Empty(found);
        // 5,839 km is 5,839 m, and Latin-1 byte EB is e with a diaeresis.
        Assert.Equal([new TrackRecord("751_339V", "751", "Mari\u00EBnberg", "025", "Ommen", 5_839)], records);
    }

    [Fact]
    public void Columns_are_found_by_name_whatever_their_order()
    {
        var records = new List<JointRecord>();
        var bag = new DiagnosticBag();
        using var stream = new MemoryStream(Latin1(
            "PERCENT_ASL;RICHTING_ASL;SPOORTAK_ASL;RICHTING;SPOORTAK_IDENTIFICATIE\n25;100-0;b;0-100;a\n"));
        TrackRecordReaders.Joints(stream, "topo.csv", bag, records.Add, CancellationToken.None);
        Assert.Equal([new JointRecord("a", AtEnd: true, "b", 0.25, OntoForward: false)], records);
    }

    [Theory]
    [InlineData("1;t;100;A;100;A\n", "RLT004 tracks.csv:2 the row has 6 fields; must have 7 as the header")]
    [InlineData("1;t;100;A;100;A;5.8\n", "RLT005 tracks.csv:2 LENGTE_GEOM = '5.8'; must be a number with a decimal comma")]
    [InlineData("1;t;100;A;100;A;-1\n", "RLT006 tracks.csv:2 LENGTE_GEOM = '-1'; must be within 0-1000")]
    [InlineData("1;t;1x;A;100;A;1\n", "RLT007 tracks.csv:2 GEOCODE_BEGIN = '1x'; must start with three digits")]
    [InlineData("1;;100;A;100;A;1\n", "RLT007 tracks.csv:2 SPOORTAK_IDENTIFICATIE is empty; must name something")]
    public void A_row_that_cannot_be_read_is_left_out_and_says_where_and_what_is_allowed(string row, string expected)
    {
        var (records, found) = Tracks(TrackHeader + row + "2;u;100;A;100;A;1\n");
        Assert.Equal(expected, Assert.Single(found).ToString());
        Assert.Equal("u", Assert.Single(records).Id);
    }

    [Fact]
    public void A_missing_column_is_reported_once_and_no_row_is_read()
    {
        var (records, found) = Tracks("ID;SPOORTAK_IDENTIFICATIE\n1;t\n2;u\n");
        Assert.Empty(records);
        Assert.All(found, d => Assert.Equal(RailTrackCodes.ColumnMissing, d.Code));
        Assert.Equal(5, found.Count);
    }

    [Fact]
    public void An_unknown_speed_is_no_fault_and_no_speed()
    {
        var records = new List<SpeedRecord>();
        var bag = new DiagnosticBag();
        using var stream = new MemoryStream(Latin1(
            "SPOORTAK_IDENTIFICATIE;SPOORTAK_LRS_VAN;SPOORTAK_LRS_TOT;LOKALE_SNELHEID\na;0;1,114;125\na;1,114;2;onbekend\n"));
        TrackRecordReaders.Speeds(stream, "speeds.csv", bag, records.Add, CancellationToken.None);
        Assert.Empty(bag.ToList());
        Assert.Equal([new SpeedRecord("a", 0, 1_114, 125), new SpeedRecord("a", 1_114, 2_000, null)], records);
    }

    [Fact]
    public void A_line_longer_than_any_row_ends_the_reading()
    {
        var (records, found) = Tracks(TrackHeader + "1;t;100;A;100;A;1\n" + new string('x', 50_000) + "\n2;u;100;A;100;A;1\n");
        Assert.Single(records);
        Assert.Equal((RailTrackCodes.TooLong, 3), (Assert.Single(found).Code, found[0].Line));
    }

    [Fact]
    public void Many_faults_are_listed_five_times_and_counted()
    {
        var (_, found) = Tracks(TrackHeader + string.Concat(Enumerable.Repeat("1;t;100;A;100;A;x\n", 900)));
        Assert.Equal(6, found.Count);
        Assert.Contains("895 more", found[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_mutant_of_a_table_crashes_hangs_or_fills_memory()
    {
        var report = Fuzz.Fuzzing.Run(Corpus, ReadJoints, new Fuzz.FuzzLimits(AllocatedBytesMax: 2_000_000), seed: 4_001);
        Assert.True(report.Refused > report.Inputs / 10, $"only {report.Refused} of {report.Inputs} mutants were refused");
    }

    private static IReadOnlyList<Diagnostic> ReadJoints(byte[] input, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        using var stream = new MemoryStream(input);
        TrackRecordReaders.Joints(stream, "topo.csv", bag, _ => { }, cancellation);
        return bag.ToList();
    }

    private static (List<TrackRecord> Records, IReadOnlyList<Diagnostic> Found) Tracks(string table)
    {
        var records = new List<TrackRecord>();
        var bag = new DiagnosticBag();
        using var stream = new MemoryStream(Latin1(table));
        TrackRecordReaders.Tracks(stream, "tracks.csv", bag, records.Add, CancellationToken.None);
        return (records, bag.ToList());
    }

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
