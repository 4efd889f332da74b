using System.Globalization;
using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.Tntp;

/// <summary>
/// The lines of a TNTP file: metadata tags first where there are any, then rows; comments (<c>~</c>) and blank lines are passed over.
/// Lines, rows and errors have limits. Not thread-safe.
/// </summary>
internal sealed class TntpLines(Stream stream, string file, DiagnosticBag bag, CancellationToken cancellation) : IDisposable
{
    public const int LineCharsMax = 65_536;
    public const int RowsMax = 20_000_000;
    private const int ErrorsMax = 1_000;
    private const int ValueCharsMax = 200;
    private const int TagsMax = 100;
    private const int RowsBetweenCancellationChecks = 1_024;
    private const string EndTag = "END OF METADATA";

    private static readonly char[] Blanks = [' ', '\t', '\r', ';', ','];

    private readonly BoundedLineReader _reader = new(
        new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true), LineCharsMax);

    private readonly FileDiagnostics _diagnostics = new(file, bag);
    private int _rows;

    public int Line { get; private set; }

    /// <summary>The tags and their values; empty for a file without, whose first line is then a row.</summary>
    public Dictionary<string, string> ReadMetadata()
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (NextLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '~') continue;
            var close = text.IndexOf('>', StringComparison.Ordinal);
            if (text[0] != '<' || close < 0)
            {
                Error(TntpCodes.MetadataInvalid, $"{FileDiagnostics.Quote(text)} stands before <{EndTag}>; must be a tag");
                return tags;
            }

            var name = text[1..close].Trim();
            if (name.Equals(EndTag, StringComparison.OrdinalIgnoreCase)) return tags;
            if (tags.Count >= TagsMax)
            {
                Error(TntpCodes.MetadataInvalid, $"more than {TagsMax} metadata tags");
                return tags;
            }

            var value = text[(close + 1)..].Trim();
            tags[name] = value.Length > ValueCharsMax ? value[..ValueCharsMax] : value;
        }

        Error(TntpCodes.MetadataInvalid, $"the file ends without <{EndTag}>");
        return tags;
    }

    /// <summary>The next row as written; null at the end, or when reading stops for a reason that is reported.</summary>
    public string? NextText()
    {
        while (NextLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '~') continue;
            if (_diagnostics.ErrorCount >= ErrorsMax)
            {
                Error(TntpCodes.TooManyErrors, $"{_diagnostics.ErrorCount} errors so far; reading stops here");
                return null;
            }

            if (++_rows <= RowsMax) return text;
            Error(TntpCodes.TooManyRows, $"more than {RowsMax} rows; reading stops here");
            return null;
        }

        return null;
    }

    /// <summary>The next row's fields, without the semicolon that ends it.</summary>
    public string[]? NextFields() => NextText()?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number of a tag; null and a finding where it is missing or not in the range.</summary>
    public int? Whole(Dictionary<string, string> tags, string name, int min, int max, bool required)
    {
        if (!tags.TryGetValue(name, out var text))
        {
            if (required) Error(TntpCodes.MetadataMissing, $"the tag <{name}> is missing; must be a whole number from {min} to {max}");
            return null;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        Error(TntpCodes.MetadataInvalid, $"<{name}> = {FileDiagnostics.Quote(text)}; must be a whole number from {min} to {max}");
        return null;
    }

    public bool TryWhole(string name, string text, int min, int max, out int value)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            // Some files write node numbers and types as reals, such as 1.0.
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
                || real != Math.Floor(real) || Math.Abs(real) > int.MaxValue)
            {
                Error(TntpCodes.BadNumber, $"{name} = {FileDiagnostics.Quote(text)}; must be a whole number from {min} to {max}");
                return false;
            }

            value = (int)real;
        }

        if (value >= min && value <= max) return true;
        Error(TntpCodes.OutOfRange, $"{name} = {value}; must be a whole number from {min} to {max}");
        return false;
    }

    public bool TryReal(string name, string text, double min, out double value)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            Error(TntpCodes.BadNumber, $"{name} = {FileDiagnostics.Quote(text)}; must be a number");
            return false;
        }

        if (value >= min) return true;
        Error(TntpCodes.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{name} = {value}; must be at least {min}"));
        return false;
    }

    public void Error(string code, string message) => _diagnostics.Error(code, Line, message);

    public void Warning(string code, string message) => _diagnostics.Warning(code, Line, message);

    public void Dispose() => _reader.Dispose();

    private string? NextLine()
    {
        if (Line % RowsBetweenCancellationChecks == 0) cancellation.ThrowIfCancellationRequested();
        try
        {
            var line = _reader.ReadLine();
            if (line is not null) Line++;
            return line;
        }
        catch (LineTooLongException)
        {
            Line++;
            Error(TntpCodes.TooLong, $"the line is longer than {LineCharsMax} characters; reading stops here");
            return null;
        }
    }
}
