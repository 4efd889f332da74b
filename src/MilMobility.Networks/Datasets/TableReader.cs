using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// Streams one CSV table (RFC 4180, UTF-8, header row) row by row. Whatever the file holds, memory stays bounded: lines, fields,
/// rows and errors have limits, and a file that exceeds one is reported and not read further.
/// </summary>
internal static class TableReader
{
    /// <summary>Longest line; the longest link shapes take some thousand characters.</summary>
    public const int LineCharsMax = 65_536;
    public const int FieldCharsMax = 32_768;
    public const int RowsMax = 2_000_000;
    /// <summary>Errors after which the rest of a file is not read.</summary>
    public const int ErrorsMax = 1_000;

    private const int RowsBetweenCancellationChecks = 1_024;

    /// <returns>False when the table could not be read to its end, so that references to its rows mean nothing.</returns>
    public static bool Read(
        Stream stream, TableSchema schema, FileDiagnostics diagnostics, Action<TableRow> onRow,
        CancellationToken cancellation)
    {
        var badField = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = FieldCharsMax,
            BadDataFound = _ => badField = true,
            MissingFieldFound = null,
        };
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var bounded = new BoundedLineReader(text, LineCharsMax);
        using var parser = new CsvParser(bounded, configuration);
        try
        {
            if (!parser.Read())
            {
                diagnostics.Error(NetworkCodes.ColumnMissing, 1, "the file is empty; it must have a header row");
                return false;
            }

            if (ReadHeader(parser, schema, diagnostics) is not { } columnOf) return false;
            return ReadRows(parser, schema, columnOf, diagnostics, onRow, () => TakeFlag(ref badField), cancellation);
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Error(NetworkCodes.NotUtf8, parser.RawRow, "the file is not UTF-8 from about this line on");
        }
        catch (LineTooLongException exception)
        {
            diagnostics.Error(
                NetworkCodes.TooLong, exception.Line, $"the line is longer than {LineCharsMax} characters; reading stops here");
        }
        catch (MaxFieldSizeException)
        {
            diagnostics.Error(
                NetworkCodes.TooLong, parser.RawRow, $"a field is longer than {FieldCharsMax} characters; reading stops here");
        }

        return false;
    }

    private static bool ReadRows(
        CsvParser parser, TableSchema schema, Dictionary<string, int> columnOf, FileDiagnostics diagnostics,
        Action<TableRow> onRow, Func<bool> takeBadField, CancellationToken cancellation)
    {
        for (var row = 0; parser.Read(); row++)
        {
            if (row % RowsBetweenCancellationChecks == 0) cancellation.ThrowIfCancellationRequested();
            if (row >= RowsMax)
            {
                diagnostics.Error(NetworkCodes.TooManyRows, parser.RawRow, $"more than {RowsMax} rows; reading stops here");
                return false;
            }

            ReadRow(parser, schema, columnOf, diagnostics, onRow, takeBadField);
            if (diagnostics.ErrorCount < ErrorsMax) continue;
            diagnostics.Error(
                NetworkCodes.TooManyErrors, parser.RawRow, $"{diagnostics.ErrorCount} errors so far; reading stops here");
            return false;
        }

        return true;
    }

    private static void ReadRow(
        CsvParser parser, TableSchema schema, Dictionary<string, int> columnOf, FileDiagnostics diagnostics,
        Action<TableRow> onRow, Func<bool> takeBadField)
    {
        if (parser.Count != columnOf.Count)
        {
            diagnostics.Error(
                NetworkCodes.BadCsv, parser.RawRow, $"the row has {parser.Count} fields; must be {columnOf.Count} as in the header");
            return;
        }

        var fields = new string[parser.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = parser[i];
        if (takeBadField())
            diagnostics.Error(NetworkCodes.BadCsv, parser.RawRow, "a quote stands inside a field that is not quoted");
        else
            onRow(new TableRow(schema, columnOf, fields, parser.RawRow, diagnostics));
    }

    private static bool TakeFlag(ref bool flag)
    {
        var taken = flag;
        flag = false;
        return taken;
    }

    /// <summary>Position of each column, or null when one is missing or one is too many.</summary>
    private static Dictionary<string, int>? ReadHeader(CsvParser parser, TableSchema schema, FileDiagnostics diagnostics)
    {
        var columnOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var valid = true;
        for (var i = 0; i < parser.Count; i++)
        {
            var column = parser[i];
            if (schema.Columns.Contains(column) && columnOf.TryAdd(column, i)) continue;
            var fault = columnOf.ContainsKey(column) ? "stands twice" : "is unknown";
            diagnostics.Error(
                NetworkCodes.ColumnUnknown, 1,
                $"column {FileDiagnostics.Quote(column)} {fault}; table '{schema.Name}' has {string.Join(", ", schema.Columns)}");
            valid = false;
            if (diagnostics.ErrorCount >= ErrorsMax) return null;
        }

        foreach (var column in schema.RequiredColumns.Where(c => !columnOf.ContainsKey(c)))
        {
            diagnostics.Error(NetworkCodes.ColumnMissing, 1, $"column '{column}' is missing");
            valid = false;
        }

        return valid ? columnOf : null;
    }
}
