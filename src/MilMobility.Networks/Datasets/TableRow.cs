using System.Globalization;
using MilMobility.Domain.Sentences;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// One row of a table, read by column name into canonical units. A faulty value is reported with the row's subject, the value found
/// and what is allowed, and a harmless stand-in is returned, so that one reading finds every fault.
/// </summary>
internal sealed class TableRow(
    TableSchema table, IReadOnlyDictionary<string, int> columnOf, string[] fields, int line, FileDiagnostics diagnostics)
{
    private const int IdCharsMax = 120;
    private const int TextCharsMax = 400;

    public int Line { get; } = line;

    public string File => diagnostics.File;

    /// <summary>What the row is about, for messages: <c>link 'a15-k12'</c>.</summary>
    private string Subject => $"{table.Noun} {FileDiagnostics.Quote(Raw(table.Columns[0]))}";

    /// <summary>The field as written, without blanks around it; empty if it is longer than a text may be.</summary>
    public string Text(string column)
    {
        var value = Raw(column);
        if (value.Length <= TextCharsMax) return value;
        Error(NetworkCodes.OutOfRange, $"{column} has {value.Length} characters; must be at most {TextCharsMax}");
        return "";
    }

    /// <summary>The field without blanks around it; empty where the file has no such column, as an overlay may not.</summary>
    public string Raw(string column) => columnOf.TryGetValue(column, out var at) ? fields[at].Trim() : "";

    public string RequiredText(string column)
    {
        var value = Text(column);
        if (value.Length == 0) Error(NetworkCodes.Required, $"{column} is empty; must have a value");
        return value;
    }

    /// <summary>An id of the form <c>[a-z0-9]+(-[a-z0-9]+)*</c>.</summary>
    public string Id(string column)
    {
        var value = Raw(column);
        if (!IsId(value))
        {
            Error(NetworkCodes.BadId,
                $"{column} = {FileDiagnostics.Quote(value)}; must be lower-case letters and digits joined by '-', "
                + $"at most {IdCharsMax} characters");
        }

        return value;
    }

    /// <summary>A whole number; <paramref name="min"/> if it is faulty.</summary>
    public int Integer(string column, int min, int max) => OptionalInteger(column, min, max, required: true) ?? min;

    public int? OptionalInteger(string column, int min, int max, bool required = false)
    {
        var value = Raw(column);
        if (value.Length == 0)
        {
            if (required) Error(NetworkCodes.Required, $"{column} is empty; must be a whole number from {min} to {max}");
            return null;
        }

        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Error(NetworkCodes.BadNumber,
                $"{column} = {FileDiagnostics.Quote(value)}; must be a whole number from {min} to {max}");
            return null;
        }

        if (number >= min && number <= max) return number;
        Error(NetworkCodes.OutOfRange, $"{column} = {number}; must be from {min} to {max}");
        return null;
    }

    /// <summary>
    /// A limit in the table's unit, times <paramref name="scale"/>, rounded down so that it never promises more than is known;
    /// null where there is none.
    /// </summary>
    public int? Limit(string column, int scale, decimal max)
    {
        if (Decimal(column, 0, max, required: false, aboveZero: true) is not { } number) return null;
        return (int)Math.Floor(number * scale);
    }

    /// <summary>A required decimal number, rounded to a whole one of at least 1 (lengths, speeds).</summary>
    public int Rounded(string column, decimal max) =>
        Math.Max(1, (int)Math.Round(Decimal(column, 0, max, required: true, aboveZero: true) ?? 1, MidpointRounding.AwayFromZero));

    public decimal? Decimal(string column, decimal min, decimal max, bool required, bool aboveZero = false)
    {
        var value = Raw(column);
        var allowed = aboveZero ? $"must be > 0 and at most {max}" : $"must be from {min} to {max}";
        if (!required) allowed += ", or empty";
        if (value.Length == 0)
        {
            if (required) Error(NetworkCodes.Required, $"{column} is empty; {allowed}");
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out var number))
        {
            Error(NetworkCodes.BadNumber, $"{column} = {FileDiagnostics.Quote(value)} is not a number; {allowed}");
            return null;
        }

        if (number >= min && number <= max && (number > 0 || !aboveZero)) return number;
        Error(NetworkCodes.OutOfRange, $"{column} = {FileDiagnostics.Quote(value)}; {allowed}");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; null if empty and not required, or faulty.</summary>
    public bool? Boolean(string column, bool required)
    {
        var value = Raw(column);
        if (value is "true" or "false") return value == "true";
        if (value.Length > 0 || required)
            Error(NetworkCodes.UnknownValue, $"{column} = {FileDiagnostics.Quote(value)}; must be true or false");
        return null;
    }

    /// <summary>One of the values allowed; the first of them if it is faulty, empty if it is empty and may be.</summary>
    public string OneOf(string column, IReadOnlyCollection<string> allowed, bool required = true)
    {
        var value = Raw(column);
        if (allowed.Contains(value) || (!required && value.Length == 0)) return value;
        Error(NetworkCodes.UnknownValue,
            $"{column} = {FileDiagnostics.Quote(value)}; must be one of {string.Join(", ", allowed)}"
            + (required ? "" : ", or empty"));
        return allowed.First();
    }

    /// <summary>A named value, or null if the field is empty or faulty.</summary>
    public T? Named<T>(string column, IReadOnlyDictionary<string, T> names) where T : struct
    {
        var value = Raw(column);
        if (value.Length == 0) return null;
        if (names.TryGetValue(value, out var known)) return known;
        Error(NetworkCodes.UnknownValue,
            $"{column} = {FileDiagnostics.Quote(value)}; must be one of {string.Join(", ", names.Keys)}, or empty");
        return null;
    }

    public void Error(string code, string message) => diagnostics.Error(code, Line, $"{Subject}: {message}");

    /// <summary>A warning whose message names the row as <c>row</c>.</summary>
    public void Warning(string code, string message, params (string Name, Phrase Value)[] values) =>
        diagnostics.Warning(code, Line, Sentence.Of(message, [("row", Subject), .. values]));

    private static bool IsId(string value)
    {
        if (value.Length is 0 or > IdCharsMax || value[0] == '-' || value[^1] == '-') return false;
        if (value.Contains("--", StringComparison.Ordinal)) return false;
        return value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }
}
