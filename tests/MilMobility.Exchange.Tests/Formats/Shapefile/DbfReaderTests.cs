using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Shapefile;
using MilMobility.Exchange.Tests.Fuzz;

namespace MilMobility.Exchange.Tests.Formats.Shapefile;

public sealed class DbfReaderTests
{
    private static readonly (string, char, int, int)[] Fields =
        [("NAME", 'C', 8, 0), ("KM", 'N', 6, 2), ("F", 'F', 6, 3), ("OK", 'L', 1, 0), ("SINCE", 'D', 8, 0)];

    private static readonly byte[] Table = ShapefileBytes.Dbf(
        Fields, [" ", "Zandkr.", "17.86", "  -1.5", "T", "20171101"], ["*", "é", "******", "", "?", ""],
            [" ", "", "12", "1e2", "n", "00000000"]);

    [Fact]
    public void Every_type_is_read_and_blanks_are_null()
    {
        var (rows, found) = Read(Table);
        Assert.Empty(found);
        Assert.Equal(
        [
            "1 'Zandkr.' 17.86 - -1.5 True 2017-11-01",
            "2x 'é' - - - - -",
            "3 '' 12 12 100 False -",
        ], rows);
    }

    [Fact]
    public void Texts_are_decoded_by_their_code_page()
    {
        var utf8 = ShapefileBytes.Dbf(Encoding.UTF8, [("NAME", 'C', 8, 0)], [" ", "Súdwest"]);
        using var stream = new MemoryStream(utf8);
        var bag = new DiagnosticBag();
        var reader = DbfReader.Open(stream, "f.dbf", CodePage.Of("UTF-8\r\n", "f.cpg", bag), bag)!;
        Assert.True(reader.Read());
        Assert.Equal("Súdwest", reader.Text(0));
    }

    [Theory]
    [InlineData(null, "iso-8859-1")]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("65001", "utf-8")]
    [InlineData("ANSI 1252", "windows-1252")]
    [InlineData("1252", "windows-1252")]
    [InlineData("CP850", "ibm850")]
    [InlineData("ISO-8859-15", "iso-8859-15")]
    [InlineData("88591", "iso-8859-1")]
    [InlineData("ISO 88591", "iso-8859-1")]
    public void A_code_page_is_known_by_the_names_that_writers_use(string? cpg, string encoding)
    {
        var bag = new DiagnosticBag();
        Assert.Equal(encoding, CodePage.Of(cpg, "f.cpg", bag).WebName);
        Assert.Empty(bag.ToList());
    }

    [Fact]
    public void An_unknown_code_page_is_a_warning_and_Latin_1()
    {
        var bag = new DiagnosticBag();
        Assert.Equal("iso-8859-1", CodePage.Of("KLINGON", "f.cpg", bag).WebName);
        Assert.Equal("SHP107 f.cpg warning: 'KLINGON'; read as Latin-1", Assert.Single(bag.ToList()).ToString());
    }

    [Fact]
    public void A_value_of_another_type_is_reported_with_its_offset_and_is_null()
    {
        var (rows, found) = Read(ShapefileBytes.Dbf(Fields, [" ", "x", "1,5", "NaN", "X", "20171301"]));
        Assert.Equal("1 'x' - - - - -", Assert.Single(rows));
        // 32 + 5 * 32 + 1 bytes of header, the flag and 8 bytes of NAME come first: 202.
        Assert.Equal("SHP105 f.dbf byte 202, record 1: field 'KM' = '1,5'; must be a number, or blank", found[0].ToString());
        Assert.Equal(5, found.Count);
        Assert.Contains(found, d =>
            d.Message.EndsWith("field 'SINCE' = '20171301'; must be a date YYYYMMDD, or blank", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_of_a_type_that_is_not_read_is_a_warning_and_empty()
    {
        var (_, found) = Read(ShapefileBytes.Dbf([("MEMO", 'M', 10, 0)], [" ", "0000000001"]));
        var warning = Assert.Single(found);
        Assert.Equal((ShapefileCodes.FieldUnsupported, Severity.Warning), (warning.Code, warning.Severity));
    }

    [Fact]
    public void A_table_cut_anywhere_is_an_error_and_keeps_the_records_before()
    {
        const int header = 32 + (5 * 32) + 1;
        const int record = 1 + 8 + 6 + 6 + 1 + 8;
        // Without its last byte, the end mark, the table is whole.
        for (var length = 0; length < Table.Length - 1; length++)
        {
            var (rows, found) = Read(Table[..length]);
            Assert.Equal(Math.Max(0, (length - header) / record), rows.Count);
            Assert.Contains(found, d => d.Severity == Severity.Error);
        }
    }

    [Theory]
    [InlineData(0, 0x04, "SHP101")] // dBase 7
    [InlineData(8, 0x40, "SHP102")] // a header of 64 bytes ends within the fields
    [InlineData(10, 0x05, "SHP102")] // records of 5 bytes
    [InlineData(4, 0x04, "SHP104")] // one record more than there is
    public void A_header_that_contradicts_the_file_is_refused(int at, byte value, string code)
    {
        var spoilt = (byte[])Table.Clone();
        spoilt[at] = value;
        Assert.Contains(Read(spoilt).Found, d => d.Code == code && d.Severity == Severity.Error);
    }

    [Fact]
    public void Mutants_of_a_table_never_break_the_reader()
    {
        byte[][] corpus = [Table, ShapefileBytes.Dbf([("ID", 'N', 9, 0)], [" ", "1"], [" ", "2"])];
        var report = Fuzzing.Run(corpus, (input, cancellation) =>
            ReadUntil(input, cancellation).Found, new FuzzLimits(1_000_000), seed: 42);
        Assert.InRange(report.Refused, report.Inputs / 10, report.Inputs);
        Assert.Contains(ShapefileCodes.BadHeader, report.FirstCodes.Keys);
    }

    private static (List<string> Rows, IReadOnlyList<Diagnostic> Found) Read(byte[] file) =>
        ReadUntil(file, TestContext.Current.CancellationToken);

    private static (List<string> Rows, IReadOnlyList<Diagnostic> Found) ReadUntil(byte[] file, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var rows = new List<string>();
        using var stream = new MemoryStream(file);
        if (DbfReader.Open(stream, "f.dbf", Encoding.Latin1, bag) is not { } reader) return (rows, bag.ToList());
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = new StringBuilder($"{reader.Record}{(reader.IsDeleted ? "x" : "")}");
            for (var i = 0; i < reader.Fields.Count; i++) row.Append(' ').Append(Value(reader, i));
            rows.Add(row.ToString());
        }

        return (rows, bag.ToList());
    }

    private static string Value(DbfReader reader, int field) => reader.Fields[field].Type switch
    {
        'C' => $"'{reader.Text(field)}'",
        'N' => $"{Or(reader.Number(field))}" + (reader.Fields[field].Name == "KM" ? " " + Or(Whole(reader, field)) : ""),
        'F' => Or(reader.Number(field)),
        'L' => Or(reader.Logical(field)),
        'D' => reader.Date(field)?.ToString("yyyy-MM-dd") ?? "-",
        _ => reader.Text(field),
    };

    // Asked for only where the number is whole, so that a fraction is not reported as a second error.
    private static long? Whole(DbfReader reader, int field) =>
        reader.Number(field) is { } number && Math.Floor(number) == number ? reader.Integer(field) : null;

    private static string Or<T>(T? value) where T : struct => value?.ToString() ?? "-";
}
