using System.Text;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Streams a table of the track model row by row: Latin-1, fields between semicolons, a header row, no quotes (ProRail's exports
/// have none; a quote is a character like any other). Whatever the file holds, memory stays bounded: lines, rows and errors have
/// limits, and a file that exceeds one is reported and not read further. Static; safe to call from any thread.
/// </summary>
internal static class TrackTable
{
    /// <summary>Longest line, characters; ProRail's longest rows have some 300.</summary>
    public const int LineCharsMax = 4_096;
    public const int RowsMax = 2_000_000;
    /// <summary>Errors after which the rest of a file is not read.</summary>
    public const int ErrorsMax = 1_000;

    private const int BufferChars = 16_384;
    private const int RowsBetweenCancellationChecks = 1_024;

    /// <param name="stream">The table.</param>
    /// <param name="file">Its path, as the user would recognise it.</param>
    /// <param name="columns">Columns that are read; others may stand and are passed over.</param>
    /// <param name="faults">How bad a row is that cannot be read: an error where its loss would change routes.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="onRow">Hears of each row that has as many fields as the header.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static void Read(
        Stream stream, string file, IReadOnlyList<string> columns, Severity faults, DiagnosticBag diagnostics,
        Action<TrackTableRow> onRow, CancellationToken cancellation)
    {
        using var text = new StreamReader(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, BufferChars);
        var lines = new LineBuffer(text, LineCharsMax);
        var row = new TrackTableRow(file, columns, faults, diagnostics);
        if (!lines.Next())
        {
            diagnostics.Error(RailTrackCodes.ColumnMissing, file, 1, "the table is empty; it must have a header row");
            return;
        }

        if (!lines.IsTooLong && !row.ReadHeader(lines.Line)) return;
        while (!lines.IsTooLong && lines.Next() && !lines.IsTooLong)
        {
            if (lines.Number % RowsBetweenCancellationChecks == 0) cancellation.ThrowIfCancellationRequested();
            if (lines.Number - 1 > RowsMax)
            {
                diagnostics.Error(RailTrackCodes.TooManyRows, file, lines.Number, $"the table has more than {RowsMax} rows");
                return;
            }

            if (lines.Line.IsEmpty) continue;
            if (row.Take(lines.Line, lines.Number)) onRow(row);
            if (row.FaultCount < ErrorsMax) continue;
            diagnostics.Error(
                RailTrackCodes.TooManyErrors, file, lines.Number, $"{ErrorsMax} faults; the rest of the table is not read");
            return;
        }

        if (!lines.IsTooLong) return;
        diagnostics.Error(
            RailTrackCodes.TooLong, file, lines.Number,
            $"the line has more than {LineCharsMax} characters; the rest of the table is not read");
    }

    /// <summary>Lines of a text in one buffer that never grows.</summary>
    private sealed class LineBuffer(TextReader text, int charsMax)
    {
        private readonly char[] _buffer = new char[Math.Max(BufferChars, 2 * charsMax)];
        private int _start;
        private int _end;
        private int _lineStart;
        private int _lineLength;
        private bool _ended;

        public int Number { get; private set; }

        public bool IsTooLong { get; private set; }

        public ReadOnlySpan<char> Line => _buffer.AsSpan(_lineStart, _lineLength);

        public bool Next()
        {
            while (true)
            {
                var rest = _buffer.AsSpan(_start, _end - _start);
                var end = rest.IndexOf('\n');
                if (end < 0 && !_ended && rest.Length <= charsMax)
                {
                    Fill();
                    continue;
                }

                if (end < 0 && rest.IsEmpty) return false;
                Number++;
                (_lineStart, _lineLength) = (_start, end < 0 ? rest.Length : end);
                _start += end < 0 ? rest.Length : end + 1;
                if (_lineLength > 0 && _buffer[_lineStart + _lineLength - 1] == '\r') _lineLength--;
                IsTooLong = _lineLength > charsMax;
                return true;
            }
        }

        private void Fill()
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = text.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _ended = read == 0;
        }
    }
}
