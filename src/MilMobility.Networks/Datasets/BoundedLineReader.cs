namespace MilMobility.Networks.Datasets;

/// <summary>
/// Passes text through and stops at a line that is longer than any table needs, so that a file without line ends, whatever its
/// size, cannot fill memory. Throws <see cref="LineTooLongException"/>. Not thread-safe.
/// </summary>
internal sealed class BoundedLineReader(TextReader inner, int lineCharsMax) : TextReader
{
    private int _line = 1;
    private int _chars;

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        var character = inner.Read();
        if (character >= 0) Count((char)character);
        return character;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = inner.Read(buffer);
        foreach (var character in buffer[..read]) Count(character);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Count(char character)
    {
        if (character == '\n')
        {
            _line++;
            _chars = 0;
        }
        else if (++_chars > lineCharsMax)
        {
            throw new LineTooLongException(_line);
        }
    }
}

/// <summary>A line is longer than the bound.</summary>
internal sealed class LineTooLongException(int line) : IOException($"line {line} is too long")
{
    public int Line { get; } = line;
}
