using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MilMobility.Reporting.Tables;

/// <summary>
/// Rows to CSV as RFC 4180 has it: comma, LF, quoted where needed; a text that a spreadsheet would run as a formula gets a leading
/// apostrophe.
/// </summary>
public static class CsvText
{
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(false)) { NewLine = "\n" })
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\n",
            InjectionOptions = InjectionOptions.Escape,
            InjectionEscapeCharacter = '\'',
            InjectionCharacters = ['=', '@', '\t', '\r'],
        }))
        {
            foreach (var row in rows)
            {
                foreach (var field in row) csv.WriteField(Safe(field));
                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>CsvHelper would escape negative numbers too; here a leading sign counts only before what is no number.</summary>
    private static string Safe(string field) =>
        field is ['+' or '-', ..] && !decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? $"'{field}" : field;
}
