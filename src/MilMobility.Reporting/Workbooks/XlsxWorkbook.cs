using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Workbooks;

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Its heading, with the unit.</param>
/// <param name="Width">Width in characters.</param>
public sealed record XlsxColumn(string Heading, int Width = 14);

/// <summary>A sheet: text, whole numbers, fractions, moments (local, without offset) and empty cells.</summary>
/// <param name="Name">At most 31 characters.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Cells by column: string, int, long, double, DateTimeOffset or null.</param>
public sealed record XlsxSheet(string Name, IReadOnlyList<XlsxColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>
/// Writes sheets as an Office Open XML workbook (ECMA-376): typed cells, headings that stay in view and filter, the marking at the head
/// and foot of every printed page. Texts are texts, never formulas. The same sheets give the same bytes. Thread-safe; no state.
/// </summary>
public static class XlsxWorkbook
{
    private const uint HeadingStyle = 1;
    private const uint MomentStyle = 2;
    private const uint FractionStyle = 3;

    /// <summary>The earliest moment that a ZIP entry can have: the bytes do not tell when they were made.</summary>
    private static readonly DateTimeOffset s_entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] ToBytes(IReadOnlyList<XlsxSheet> sheets, ClassificationMarking marking)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            // Given names instead of the library's random ones: the bytes depend on the sheets alone.
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var list = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>($"sheet{i + 1}");
                Write(part, sheets[i], MilMobility.Reporting.Text.Formats.Marking(marking));
                list.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = $"sheet{i + 1}" });
            }

            workbook.Workbook = new Workbook(list);
        }

        return WithFixedTimes(stream);
    }

    private static void Write(WorksheetPart part, XlsxSheet sheet, string marking)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((c, i) => new Column
        {
            Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, [.. sheet.Columns.Select(c => (object?)c.Heading)], HeadingStyle);
        var rows = 1;
        foreach (var row in sheet.Rows)
        {
            WriteRow(writer, row, 0);
            rows++;
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName(sheet.Columns.Count)}{rows}" });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.75, Bottom = 0.75, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToHeight = 0 });
        var escaped = marking.Replace("&", "&&", StringComparison.Ordinal);
        writer.WriteElement(new HeaderFooter(
            new OddHeader($"&C&\"-,Bold\"{escaped}"), new OddFooter($"&L&A&C&\"-,Bold\"{escaped}&R&P / &N")));
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in cells) writer.WriteElement(CellOf(value, style));
        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value, uint style) => value switch
    {
        null => new Cell(),
        string text => new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Allowed(text))
        {
            Space = SpaceProcessingModeValues.Preserve,
        }))
        {
            DataType = CellValues.InlineString, StyleIndex = style,
        },
        int whole => Number(whole.ToString(CultureInfo.InvariantCulture), style),
        long whole => Number(whole.ToString(CultureInfo.InvariantCulture), style),
        double fraction => Number(fraction.ToString("R", CultureInfo.InvariantCulture), FractionStyle),
        DateTimeOffset moment => Number(moment.DateTime.ToOADate().ToString("R", CultureInfo.InvariantCulture), MomentStyle),
        _ => throw new ArgumentException($"a cell cannot hold a {value.GetType().Name}", nameof(value)),
    };

    private static Cell Number(string text, uint style) => new(new CellValue(text)) { DataType = CellValues.Number, StyleIndex = style };

    /// <summary>Without the control characters that XML cannot hold.</summary>
    private static string Allowed(string text) =>
        text.All(c => c >= ' ' || c is '\t' or '\n') ? text : string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n'));

    /// <summary>Name of the last of so many columns: 1 is A, 27 is AA.</summary>
    private static string ColumnName(int count)
    {
        var name = "";
        for (var n = count; n > 0; n = (n - 1) / 26) name = (char)('A' + ((n - 1) % 26)) + name;
        return name;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\\-mm\\-dd hh:mm:ss" }) { Count = 1 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }))
        { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true })
        { Count = 4 });

    private static byte[] WithFixedTimes(MemoryStream made)
    {
        made.Position = 0;
        using var result = new MemoryStream();
        using (var from = new ZipArchive(made, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = s_entryTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return result.ToArray();
    }
}
