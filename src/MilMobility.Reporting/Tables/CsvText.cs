using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Tables;

/// <summary>
/// Rows to CSV as RFC 4180 has it: comma, LF, quoted where needed; a text that a spreadsheet would run as a formula gets a leading
/// apostrophe.
/// </summary>
public static class CsvText
{
    /// <summary>Rows, headings first, with the marking as last column; a table without rows gets one that holds it alone.</summary>
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows, ClassificationMarking marking)
    {
        var (word, all) = (Formats.Marking(marking), rows.ToList());
        if (all.Count == 1) all.Add([.. all[0].Select(_ => "")]);
        return Of(all.Select((row, i) => (IReadOnlyList<string>)[.. row, i == 0 ? "marking" : word]));
    }

    /// <summary>Rows of no run, so of no marking.</summary>
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
