using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MilMobility.Scenarios.Requirements;

/// <summary>
/// Splits one line of a CSV table by CsvHelper (RFC 4180). A line is a row: a quoted field ends on its line, so that one broken
/// quote spoils one row and not the rest of the file.
/// </summary>
internal static class CsvRow
{
    /// <summary>Longest line, characters.</summary>
    public const int LengthMax = 10_000;

    /// <summary>The fields, trimmed; null if the line's quotes are broken.</summary>
    public static string[]? Split(string line, char delimiter)
    {
        if (line.Count(c => c == '"') % 2 != 0) return null;
        var bad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BufferSize = Math.Max(64, line.Length + 1),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => bad = true,
        };
        using var parser = new CsvParser(new StringReader(line), configuration);
        if (!parser.Read()) return [];
        var fields = parser.Record;
        return bad ? null : fields;
    }

    /// <summary>The delimiter of a header line: whichever of ; and , stands more often outside quotes.</summary>
    public static char DelimiterOf(string header)
    {
        int semicolons = 0, commas = 0;
        var quoted = false;
        foreach (var c in header)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == ';') semicolons++;
            else if (!quoted && c == ',') commas++;
        }

        return semicolons > commas ? ';' : ',';
    }
}
