namespace MilMobility.Exchange.Formats;

/// <summary>
/// A stream read forward in pieces whose sizes the stream itself states. No size is believed: the buffer grows only as bytes
/// arrive, to at most twice what has been read, so a lie in a length field costs no memory. Not thread-safe.
/// </summary>
internal sealed class ByteSource(Stream stream)
{
    private const int BufferBytesMin = 1 << 14;

    private byte[] _buffer = new byte[BufferBytesMin];
    private int _start;
    private int _end;

    /// <summary>Offset of the next unread byte from where the reading began.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes in the whole stream, where it can say.</summary>
    public long? Length { get; } = stream.CanSeek ? stream.Length - stream.Position : null;

    /// <summary>Why the stream could not be read to its end; null if it ended as it should.</summary>
    public string? Failure { get; private set; }

    /// <summary>The next bytes, fewer only at the end of the stream. The span is valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(int count)
    {
        var span = Peek(count);
        _start += span.Length;
        Position += span.Length;
        return span;
    }

    /// <summary>As <see cref="Read"/>, but the bytes stay unread.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && Fill(count))
        {
            // Each filling brings what the stream has at hand.
        }

        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    private bool Fill(int wanted)
    {
        if (Failure is not null) return false;
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(Math.Max(wanted, BufferBytesMin), 2L * _buffer.Length));
        try
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read > 0;
        }
        catch (IOException e)
        {
            Failure = e.Message;
            return false;
        }
    }
}
