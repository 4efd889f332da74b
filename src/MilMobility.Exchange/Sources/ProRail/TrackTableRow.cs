using System.Globalization;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// One row of a table of the track model, with its fields read by column. One object serves all rows of a table: what is kept of a
/// row must be copied. A value that cannot be read is reported and makes the row faulty. Not thread-safe.
/// </summary>
internal sealed class TrackTableRow(string file, IReadOnlyList<string> columns, Severity faults, DiagnosticBag diagnostics)
{
    private const int FieldsMax = 64;
    private const int ExcerptCharsMax = 60;

    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "" };

    private readonly Range[] _ranges = new Range[FieldsMax + 1];
    private readonly int[] _columnAt = new int[columns.Count];
    private readonly char[] _text = new char[TrackTable.LineCharsMax];
    private int _fieldCount;
    private int _line;
    private bool _isFaulty;

    public int FaultCount { get; private set; }

    public int Line => _line;

    public string File => file;

    /// <summary>False if a value of the row could not be read.</summary>
    public bool IsWhole => !_isFaulty;

    public bool ReadHeader(ReadOnlySpan<char> header)
    {
        _line = 1;
        _fieldCount = header.Split(_ranges, ';');
        if (_fieldCount > FieldsMax)
        {
            diagnostics.Error(RailTrackCodes.FieldCount, file, 1, $"the header has more than {FieldsMax} fields");
            return false;
        }

        for (var c = 0; c < columns.Count; c++)
        {
            _columnAt[c] = -1;
            for (var f = 0; f < _fieldCount; f++)
                if (header[_ranges[f]].Trim().SequenceEqual(columns[c])) _columnAt[c] = f;
            if (_columnAt[c] >= 0) continue;
            diagnostics.Error(RailTrackCodes.ColumnMissing, file, 1, $"column '{columns[c]}' is missing");
        }

        return !_columnAt.Contains(-1);
    }

    /// <summary>Takes the next line; false, reported, if it has not as many fields as the header.</summary>
    public bool Take(ReadOnlySpan<char> line, int number)
    {
        (_line, _isFaulty) = (number, false);
        line.CopyTo(_text);
        var count = line.Split(_ranges, ';');
        if (count == _fieldCount) return true;
        Fault(RailTrackCodes.FieldCount, $"the row has {count} fields; must have {_fieldCount} as the header");
        return false;
    }

    public ReadOnlySpan<char> Field(int column) => _text.AsSpan(_ranges[_columnAt[column]]).Trim();

    /// <summary>A text that must not be empty.</summary>
    public string Required(int column)
    {
        var value = Field(column);
        if (value.IsEmpty) Fault(RailTrackCodes.UnknownValue, $"{columns[column]} is empty; must name something");
        return value.ToString();
    }

    /// <summary>A number with a decimal comma within bounds; the lower bound if it cannot be read.</summary>
    public double Number(int column, double min, double max)
    {
        var value = Field(column);
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!double.TryParse(value, styles, DecimalComma, out var number) || !double.IsFinite(number))
            return Refuse(RailTrackCodes.BadNumber, column, "must be a number with a decimal comma", min);
        if (number >= min && number <= max) return number;
        return Refuse(RailTrackCodes.OutOfRange, column, $"must be within {min}-{max}", min);
    }

    /// <summary>A direction along a track: <c>0-100</c> with its kilometres (true) or <c>100-0</c> against them.</summary>
    public bool Forward(int column)
    {
        var value = Field(column);
        if (value is "0-100") return true;
        return !(value is "100-0") && Refuse(RailTrackCodes.UnknownValue, column, "must be 0-100 or 100-0", fallback: false);
    }

    /// <summary>The three digits at the start of a geocode such as <c>950_a</c>; empty where the column is.</summary>
    public string Geocode(int column)
    {
        var value = Field(column);
        if (value.IsEmpty) return "";
        if (value.Length >= 3 && !value[..3].ContainsAnyExceptInRange('0', '9')) return value[..3].ToString();
        return Refuse(RailTrackCodes.UnknownValue, column, "must start with three digits", "");
    }

    /// <summary>Reports the row, which is left out.</summary>
    public void Fault(string code, string message)
    {
        _isFaulty = true;
        FaultCount++;
        diagnostics.Add(new Diagnostic(code, faults, file, _line, message));
    }

    public static string Quote(ReadOnlySpan<char> value)
    {
        var text = value.Length > ExcerptCharsMax ? $"{value[..ExcerptCharsMax]}..." : value.ToString();
        return $"'{string.Concat(text.Select(c => char.IsControl(c) ? '?' : c))}'";
    }

    private T Refuse<T>(string code, int column, string allowed, T fallback)
    {
        Fault(code, $"{columns[column]} = {Quote(Field(column))}; {allowed}");
        return fallback;
    }
}
