using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Shapefile;
using MilMobility.Exchange.Tests.Fuzz;

namespace MilMobility.Exchange.Tests.Formats.Shapefile;

public sealed class ShpReaderTests
{
    private static readonly byte[] TwoParts =
        ShapefileBytes.Lines(3, [0, 2], [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(11, 2)]
    [InlineData(21, 1)]
    public void Points_are_read_as_XY_whatever_else_they_carry(int type, int extraDoubles)
    {
        var (shapes, found) = Read(ShapefileBytes.Shp(type, ShapefileBytes.Point(type, 4.5, 52.25, extraDoubles), ShapefileBytes.Null()));
        Assert.Empty(found);
        Assert.Equal(["1 (4.5 52.25)", "2 null"], shapes);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(5, 0)]
    [InlineData(13, 112)] // Z range and 5 Z, M range and 5 M, 8 bytes each.
    [InlineData(15, 56)] // The M part is optional.
    [InlineData(23, 56)]
    [InlineData(25, 0)]
    public void Lines_and_polygons_are_read_part_by_part(int type, int extraBytes)
    {
        var line = ShapefileBytes.Lines(type, [0, 2], [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)], extraBytes);
        var (shapes, found) = Read(ShapefileBytes.Shp(type, line, ShapefileBytes.Null(), line));
        Assert.Empty(found);
        Assert.Equal(["1 [(1 2) (3 4)] [(5 6) (7 8) (9 10)]", "2 null", "3 [(1 2) (3 4)] [(5 6) (7 8) (9 10)]"], shapes);
    }

    [Fact]
    public void A_shape_of_another_type_is_refused_with_its_offset_and_the_next_is_read()
    {
        var (shapes, found) = Read(ShapefileBytes.Shp(3, ShapefileBytes.Point(1, 1, 2), TwoParts));
        Assert.Equal("SHP009 f.shp byte 108, record 1: shape type 1; must be 3 as in the header, or 0", Assert.Single(found).ToString());
        Assert.Equal(2, shapes.Count);
    }

    [Theory]
    [InlineData(36, -1, "SHP010 f.shp byte 144, record 1: -1 parts and 5 points do not fit 132 bytes")]
    [InlineData(36, 0x7FFFFFFF, "SHP010 f.shp byte 144, record 1: 2147483647 parts and 5 points do not fit 132 bytes")]
    [InlineData(40, 0x7FFFFFFF, "SHP010 f.shp byte 144, record 1: 2 parts and 2147483647 points do not fit 132 bytes")]
    [InlineData(36, 0, "SHP010 f.shp byte 144, record 1: 0 parts with 5 points")]
    [InlineData(44, 1, "SHP010 f.shp byte 152, record 1: part 1 starts at point 1; must be 0")]
    [InlineData(48, 5, "SHP010 f.shp byte 156, record 1: part 2 starts at point 5; must be 1 to 4")]
    [InlineData(48, 0, "SHP010 f.shp byte 156, record 1: part 2 starts at point 0; must be 1 to 4")]
    public void Counts_that_contradict_the_record_are_refused_with_their_offset(int at, int value, string message)
    {
        var spoilt = (byte[])TwoParts.Clone();
        ShapefileBytes.Little(value).CopyTo(spoilt, at);
        var (shapes, found) = Read(ShapefileBytes.Shp(3, spoilt, TwoParts));
        Assert.Equal(message, Assert.Single(found).ToString());
        Assert.Equal(["1 bad", "2 [(1 2) (3 4)] [(5 6) (7 8) (9 10)]"], shapes);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_coordinate_that_is_no_number_is_refused(double y)
    {
        var (_, found) = Read(ShapefileBytes.Shp(1, ShapefileBytes.Point(1, 0, y)));
        Assert.Equal(ShapefileCodes.BadCoordinate, Assert.Single(found).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-2)]
    [InlineData(0x7FFFFFFF)]
    public void A_record_length_that_cannot_be_ends_the_reading(int words)
    {
        var file = ShapefileBytes.Shp(1, ShapefileBytes.Point(1, 1, 2), ShapefileBytes.Point(1, 3, 4));
        ShapefileBytes.Big(words).CopyTo(file, 104);
        var (shapes, found) = Read(file);
        Assert.Empty(shapes);
        Assert.StartsWith("SHP007 f.shp byte 104, record 1: length ", Assert.Single(found).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_is_an_error_and_keeps_the_records_before()
    {
        var file = ShapefileBytes.Shp(3, TwoParts, TwoParts);
        for (var length = 0; length < file.Length; length++)
        {
            var (shapes, found) = Read(file[..length]);
            var whole = length < 100 + 140 ? 0 : 1;
            Assert.Equal(whole, shapes.Count);
            var atBoundary = length is 100 or 240;
            Assert.Equal(!atBoundary, found.Any(d => d.Severity == Severity.Error));
            // At a record's boundary only the stated length tells.
            if (length >= 100) Assert.Contains(found, d => d.Code == ShapefileCodes.LengthMismatch);
        }
    }

    [Fact]
    public void What_is_no_shapefile_or_holds_other_shapes_is_refused_at_the_header()
    {
        Assert.Equal(ShapefileCodes.NotAShapefile, Assert.Single(Read("PK not a shapefile"u8.ToArray()).Found).Code);
        Assert.Equal(ShapefileCodes.NotAShapefile, Assert.Single(Read(new byte[200]).Found).Code);
        Assert.Equal(ShapefileCodes.TypeUnsupported, Assert.Single(Read(ShapefileBytes.Shp(8)).Found).Code);
        Assert.Equal(ShapefileCodes.TypeUnsupported, Assert.Single(Read(ShapefileBytes.Shp(31)).Found).Code);
    }

    [Fact]
    public void Findings_are_capped_so_that_a_broken_file_stays_readable()
    {
        var bad = ShapefileBytes.Point(1, double.NaN, 0);
        var (shapes, found) = Read(ShapefileBytes.Shp(1, [.. Enumerable.Repeat(bad, 1_000)]));
        Assert.Equal(1_000, shapes.Count);
        Assert.Equal(6, found.Count);
        Assert.Equal("... and 995 more of this kind", found[^1].Message);
    }

    [Fact]
    public void Mutants_of_shapes_never_break_the_reader()
    {
        byte[][] corpus =
        [
            ShapefileBytes.Shp(3, TwoParts, ShapefileBytes.Null(), TwoParts),
            ShapefileBytes.Shp(15, ShapefileBytes.Lines(15, [0], [(1, 2), (3, 4), (1, 2)], 40)),
            ShapefileBytes.Shp(11, ShapefileBytes.Point(11, 1, 2, 2), ShapefileBytes.Point(11, 3, 4, 2)),
        ];
        var report = Fuzzing.Run(corpus, (input, cancellation) => ReadUntil(input, cancellation).Found, new FuzzLimits(400_000), seed: 41);
        Assert.InRange(report.Refused, report.Inputs / 10, report.Inputs);
        Assert.Contains(ShapefileCodes.BadShape, report.FirstCodes.Keys);
    }

    private static (List<string> Shapes, IReadOnlyList<Diagnostic> Found) Read(byte[] file) =>
        ReadUntil(file, TestContext.Current.CancellationToken);

    private static (List<string> Shapes, IReadOnlyList<Diagnostic> Found) ReadUntil(byte[] file, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var shapes = new List<string>();
        using var stream = new MemoryStream(file);
        if (ShpReader.Open(stream, "f.shp", bag) is not { } reader) return (shapes, bag.ToList());
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            shapes.Add($"{reader.Record} {Text(reader)}");
        }

        return (shapes, bag.ToList());
    }

    private static string Text(ShpReader shape)
    {
        if (!shape.IsSound) return "bad";
        if (shape.Type == ShapeType.Null) return "null";
        if (shape.Parts.IsEmpty) return Points(shape.Points);
        var parts = new List<string>();
        for (var i = 0; i < shape.Parts.Length; i++) parts.Add($"[{Points(shape.Part(i))}]");
        return string.Join(' ', parts);
    }

    private static string Points(ReadOnlySpan<ShapePoint> points) =>
        string.Join(' ', points.ToArray().Select(p => $"({p.X} {p.Y})"));
}
