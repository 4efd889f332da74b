using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources;

/// <summary>
/// Streams a CSV file of records with a header row (UTF-8), of which a source wants some columns. A fault is reported under the
/// code of the source that reads, with its line; memory is that of one record. Not thread-safe.
/// </summary>
internal sealed class RecordTable : IDisposable
{
    private const int FieldCharsMax = 1 << 20;

    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columnOf;
    private readonly DiagnosticBag _bag;
    private readonly string _file;
    private readonly string _code;
    private string[] _fields = [];

    private RecordTable(CsvParser parser, Dictionary<string, int> columnOf, string file, string code, DiagnosticBag bag) =>
        (_parser, _columnOf, _file, _code, _bag) = (parser, columnOf, file, code, bag);

    public int Line => _parser.RawRow;

    /// <summary>Opens the file; null if it cannot be read or lacks a column, which has been reported.</summary>
    public static RecordTable? Open(string path, IReadOnlyCollection<string> columns, string code, DiagnosticBag bag)
    {
        StreamReader reader;
        try
        {
            reader = new StreamReader(path, new UTF8Encoding(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error(code, path, 0, fault.Message);
            return null;
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = FieldCharsMax, BadDataFound = null, MissingFieldFound = null,
        };
        var parser = new CsvParser(reader, configuration);
        string[] header;
        try
        {
            header = parser.Read() ? parser.Record! : [];
        }
        catch (Exception fault) when (fault is IOException or CsvHelperException)
        {
            bag.Error(code, path, 1, $"the header cannot be read: {FirstLine(fault)}");
            parser.Dispose();
            return null;
        }

        var columnOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++) columnOf.TryAdd(header[i].Trim(), i);
        var missing = columns.Where(c => !columnOf.ContainsKey(c)).ToList();
        if (missing.Count == 0) return new RecordTable(parser, columnOf, path, code, bag);
        bag.Error(code, path, 1, $"the header lacks {string.Join(", ", missing)}; must have {string.Join(", ", columns)}");
        parser.Dispose();
        return null;
    }

    /// <summary>Goes to the next record; false at the end, or where the file cannot be read on.</summary>
    public bool Read()
    {
        try
        {
            if (!_parser.Read()) return false;
            _fields = _parser.Record!;
            return true;
        }
        catch (Exception fault) when (fault is IOException or CsvHelperException)
        {
            _bag.Error(_code, _file, _parser.RawRow, $"the record cannot be read, nor what follows: {FirstLine(fault)}");
            return false;
        }
    }

    /// <summary>A column's text; empty where the record has too few fields.</summary>
    public string Text(string column) => _columnOf[column] is var i && i < _fields.Length ? _fields[i].Trim() : "";

    /// <summary>A whole number; 0 and a diagnostic where it is none.</summary>
    public int Integer(string column)
    {
        var text = Text(column);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        _bag.Error(_code, _file, Line, $"{column} = {FileDiagnostics.Quote(text)}; must be a whole number");
        return 0;
    }

    /// <summary>A decimal number, or null where the field is empty or, with a diagnostic, no number.</summary>
    public double? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        _bag.Error(_code, _file, Line, $"{column} = {FileDiagnostics.Quote(text)}; must be a number");
        return null;
    }

    public void Dispose() => _parser.Dispose();

    private static string FirstLine(Exception fault) => FileDiagnostics.Quote(fault.Message.Split('\n')[0].TrimEnd());
}
