using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.Gtfs;

/// <summary>
/// Streams one file of a feed: CSV with a header, columns in any order, further columns passed over, UTF-8 with or without a byte
/// order mark. One row in memory at a time; lines, fields, rows and errors have limits. Static.
/// </summary>
internal static class GtfsTableReader
{
    public const int LineCharsMax = 65_536;
    public const int FieldCharsMax = 16_384;
    public const int RowsMax = 200_000_000;
    private const int ErrorsMax = 1_000;
    private const int RowsBetweenCancellationChecks = 4_096;

    /// <summary>False when the file could not be read to its end.</summary>
    /// <param name="columns">The columns that are used; the first <paramref name="requiredCount"/> of them must be there.</param>
    public static bool Read(
        Stream stream, FileDiagnostics diagnostics, IReadOnlyList<string> columns, int requiredCount, Action<GtfsRow> onRow,
        CancellationToken cancellation)
    {
        var badField = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = FieldCharsMax,
            BadDataFound = _ => badField = true,
            MissingFieldFound = null,
            BufferSize = 1 << 16,
        };
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 1 << 16);
        using var bounded = new BoundedLineReader(text, LineCharsMax);
        using var parser = new CsvParser(bounded, configuration);
        try
        {
            if (!parser.Read())
            {
                diagnostics.Error(GtfsCodes.ColumnMissing, 1, "the file is empty; it must have a header row");
                return false;
            }

            if (FieldOf(parser, columns, requiredCount, diagnostics) is not { } fieldOf) return false;
            var row = new GtfsRow(parser, fieldOf, columns, diagnostics, () => badField);
            for (long rows = 0; parser.Read(); rows++)
            {
                if (rows % RowsBetweenCancellationChecks == 0) cancellation.ThrowIfCancellationRequested();
                if (IsFull(rows, parser.RawRow, diagnostics)) return false;
                badField = false;
                if (parser.Count > 1 || parser[0].Length > 0) onRow(row);
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Error(GtfsCodes.NotUtf8, parser.RawRow, "the file is not UTF-8 from about this line on");
        }
        catch (LineTooLongException exception)
        {
            diagnostics.Error(GtfsCodes.TooLong, exception.Line, $"the line is longer than {LineCharsMax} characters; reading stops here");
        }
        catch (MaxFieldSizeException)
        {
            diagnostics.Error(
                GtfsCodes.TooLong, parser.RawRow, $"a field is longer than {FieldCharsMax} characters; reading stops here");
        }
        catch (InvalidDataException exception)
        {
            diagnostics.Error(GtfsCodes.FeedMissing, parser.RawRow,
                $"the ZIP file is damaged here: {FileDiagnostics.Quote(exception.Message)}");
        }

        return false;
    }

    private static bool IsFull(long rows, int line, FileDiagnostics diagnostics)
    {
        if (rows >= RowsMax)
            diagnostics.Error(GtfsCodes.TooManyRows, line, $"more than {RowsMax} rows; reading stops here");
        else if (diagnostics.ErrorCount >= ErrorsMax)
            diagnostics.Error(GtfsCodes.TooManyErrors, line, $"{diagnostics.ErrorCount} errors so far; reading stops here");
        else
            return false;
        return true;
    }

    /// <summary>Where each column stands in the file, -1 if it does not; null when a required one is missing.</summary>
    private static int[]? FieldOf(CsvParser parser, IReadOnlyList<string> columns, int requiredCount, FileDiagnostics diagnostics)
    {
        var header = new string[parser.Count];
        for (var i = 0; i < header.Length; i++) header[i] = parser[i].Trim().TrimStart('\uFEFF');
        var fieldOf = new int[columns.Count];
        var valid = true;
        for (var column = 0; column < fieldOf.Length; column++)
        {
            fieldOf[column] = Array.IndexOf(header, columns[column]);
            if (fieldOf[column] < 0 && column < requiredCount)
            {
                diagnostics.Error(GtfsCodes.ColumnMissing, 1, $"column '{columns[column]}' is missing");
                valid = false;
            }
            else if (fieldOf[column] != Array.LastIndexOf(header, columns[column]))
            {
                diagnostics.Error(GtfsCodes.ColumnMissing, 1, $"column '{columns[column]}' stands twice");
                valid = false;
            }
        }

        return valid ? fieldOf : null;
    }
}
