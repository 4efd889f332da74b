using System.Globalization;
using CsvHelper;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.Gtfs;

/// <summary>
/// The row a table reader stands on, by the place of a column in the table's list. One object serves all rows of a file, and a field
/// becomes a string only when it is asked for.
/// </summary>
internal sealed class GtfsRow(
    CsvParser parser, int[] fieldOf, IReadOnlyList<string> columns, FileDiagnostics diagnostics, Func<bool> takeBadField)
{
    private const int HoursMax = 240;

    public int Line => parser.RawRow;

    /// <summary>The field without blanks around it; empty if the file lacks the column or the row is too short.</summary>
    public string Text(int column)
    {
        var field = fieldOf[column];
        return field < 0 || field >= parser.Count ? "" : parser[field].Trim();
    }

    /// <summary>
    /// Whether the fields that are used are valid CSV; reports the row if not. The parser looks at a field's quotes only when the field
    /// is asked for, so a handler that decides by one field first need not pay for the others.
    /// </summary>
    public bool IsSound()
    {
        for (var column = 0; column < fieldOf.Length; column++) Text(column);
        if (!takeBadField()) return true;
        diagnostics.Error(GtfsCodes.BadCsv, Line, "a quote stands inside a field that is not quoted");
        return false;
    }

    public string Required(int column)
    {
        var text = Text(column);
        if (text.Length == 0) Error(GtfsCodes.BadValue, column, text, "must have a value");
        return text;
    }

    public int? Whole(int column, int min, int max, int? standard = null)
    {
        var text = Text(column);
        if (text.Length == 0 && standard is not null) return standard;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            Error(GtfsCodes.BadValue, column, text, $"must be a whole number from {min} to {max}");
            return null;
        }

        if (value >= min && value <= max) return value;
        Error(GtfsCodes.OutOfRange, column, text, $"must be a whole number from {min} to {max}");
        return null;
    }

    /// <summary>Degrees; null if empty, or faulty and reported.</summary>
    public double? Degrees(int column, double max)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= max) return value;
        Error(GtfsCodes.BadValue, column, text, $"must be degrees from -{max} to {max}");
        return null;
    }

    /// <summary>A date as YYYYMMDD.</summary>
    public DateOnly? Date(int column)
    {
        var text = Text(column);
        if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Error(GtfsCodes.BadValue, column, text, "must be a date as YYYYMMDD");
        return null;
    }

    /// <summary>A time as H:MM:SS or HH:MM:SS, hours beyond 24 allowed, in seconds; null if empty, or faulty and reported.</summary>
    public int? Time(int column, ref bool isFaulty)
    {
        var text = Text(column).AsSpan();
        if (text.Length == 0) return null;
        var first = text.IndexOf(':');
        if (first is > 0 and <= 3 && text.Length == first + 6 && text[first + 3] == ':'
            && IsDigits(text[..first], out var hours) && hours < HoursMax
            && IsDigits(text.Slice(first + 1, 2), out var minutes) && minutes < 60
            && IsDigits(text.Slice(first + 4, 2), out var seconds) && seconds < 60)
            return (hours * 3_600) + (minutes * 60) + seconds;
        Error(GtfsCodes.BadValue, column, text.ToString(), $"must be a time as HH:MM:SS, below {HoursMax} hours");
        isFaulty = true;
        return null;
    }

    public void Error(string code, int column, string text, string allowed) =>
        diagnostics.Error(code, Line, $"{columns[column]} = {FileDiagnostics.Quote(text)}; {allowed}");

    private static bool IsDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
