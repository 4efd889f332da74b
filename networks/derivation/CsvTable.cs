using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MilMobility.Derivation;

/// <summary>Writes and reads the tables of the derivation: RFC 4180, UTF-8, LF, header row.</summary>
public static class CsvTable
{
    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var csv = new CsvWriter(writer, configuration);
        foreach (var field in header) csv.WriteField(field);
        csv.NextRecord();
        foreach (var row in rows)
        {
            if (row.Count != header.Count)
                throw new InvalidOperationException($"{path}: row '{row[0]}' has {row.Count} fields, not {header.Count}");
            foreach (var field in row) csv.WriteField(field);
            csv.NextRecord();
        }
    }

    /// <summary>Reads a table whole, as one dictionary a row.</summary>
    public static List<Dictionary<string, string>> Read(string path, string delimiter = ",", string encoding = "utf-8")
    {
        using var reader = new StreamReader(path, System.Text.Encoding.GetEncoding(encoding));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            MissingFieldFound = null,
        };
        using var csv = new CsvReader(reader, configuration);
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord ?? throw new InvalidDataException($"{path} is empty");
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, i) in header.Select((name, i) => (name, i))) row[name] = csv.GetField(i) ?? "";
            rows.Add(row);
        }

        return rows;
    }
}
