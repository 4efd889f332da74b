using System.Text.Json;

namespace MilMobility.Exchange.Formats.GeoJson;

/// <summary>
/// Cuts a GeoJSON document into features: the bytes of each object in the top-level array <c>features</c>; or, for a document that is
/// itself a feature or geometry, its own bytes. A sliding buffer holds one value at a time. Not thread-safe.
/// </summary>
internal sealed class FeatureCutter(Stream stream, CancellationToken cancellation)
{
    private const int BufferBytesFirst = 1 << 16;

    private byte[] _buffer = new byte[BufferBytesFirst];
    private int _start;
    private int _end;
    private bool _atEnd;
    private bool _begun;
    private bool _inFeatures;
    private bool _done;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = GeoJsonReader.DepthMax });

    private string _type = "";
    private bool _sawFeatures;

    /// <summary>Line ends before the value in hand.</summary>
    public long LinesBefore { get; private set; }

    /// <summary>Bytes held, whatever the document's size.</summary>
    public int BufferBytes => _buffer.Length;

    public bool HasForeignReferenceSystem { get; private set; }

    /// <summary>Known once all features are cut.</summary>
    public bool IsGeoJson => _sawFeatures ? _type == "FeatureCollection" : IsSingle;

    private bool IsSingle { get; set; }

    /// <summary>The next feature's JSON; null at the end.</summary>
    /// <exception cref="JsonException">The document is not valid JSON.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        cancellation.ThrowIfCancellationRequested();
        if (_done) return null;
        if (!_begun) Begin();
        while (true)
        {
            if (TryStep(out var feature)) return feature;
            if (_done) return null;
        }
    }

    private void Begin()
    {
        _begun = true;
        while (_end < 3 && !_atEnd) Fill();
        // A byte order mark is not JSON, but RFC 8259 section 8.1 lets readers pass over it.
        if (_end >= 3 && _buffer.AsSpan(0, 3).SequenceEqual((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) _start = 3;
    }

    /// <summary>
    /// Reads the next token or value; true with a feature's bytes, or with null when the document ends. Works on whole values, so that
    /// a value cut by the buffer's end is read again with more bytes.
    /// </summary>
    private bool TryStep(out ReadOnlyMemory<byte>? feature)
    {
        feature = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _atEnd, _state);
        if (!reader.Read())
        {
            if (_atEnd) _done = true;
            else Fill();
            return false;
        }

        if (_inFeatures) return StepInFeatures(ref reader, out feature);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                Accept(ref reader);
                return false;
            case JsonTokenType.PropertyName:
                return StepMember(ref reader, out feature);
            case JsonTokenType.EndObject:
                Accept(ref reader);
                return false;
            default:
                // A document that is an array or a scalar: no GeoJSON; whatever follows must still be JSON.
                if (TrySkipValue(ref reader)) Accept(ref reader);
                return false;
        }
    }

    private bool StepMember(ref Utf8JsonReader reader, out ReadOnlyMemory<byte>? feature)
    {
        feature = null;
        var isFeatures = reader.ValueTextEquals("features");
        var isType = reader.ValueTextEquals("type");
        var isForeign = reader.ValueTextEquals("crs");
        var isSingle = reader.ValueTextEquals("geometry") || reader.ValueTextEquals("coordinates");
        if (isSingle && !_sawFeatures && _type != "FeatureCollection") return WholeDocument(out feature);
        if (!reader.Read())
        {
            Fill();
            return false;
        }

        if (isFeatures && reader.TokenType == JsonTokenType.StartArray)
        {
            _sawFeatures = _inFeatures = true;
            Accept(ref reader);
            return false;
        }

        if (!TrySkipValue(ref reader)) return false;
        if (isType && reader.TokenType == JsonTokenType.String) _type = reader.GetString()!;
        HasForeignReferenceSystem |= isForeign;
        Accept(ref reader);
        return false;
    }

    private bool StepInFeatures(ref Utf8JsonReader reader, out ReadOnlyMemory<byte>? feature)
    {
        feature = null;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _inFeatures = false;
            Accept(ref reader);
            return false;
        }

        var from = _start + (int)reader.TokenStartIndex;
        if (!TrySkipValue(ref reader)) return false;
        var length = (int)(reader.BytesConsumed - (from - _start));
        feature = _buffer.AsMemory(from, length);
        Accept(ref reader);
        return true;
    }

    /// <summary>The document is one feature or geometry: all of it is read at once, up to the bound.</summary>
    private bool WholeDocument(out ReadOnlyMemory<byte>? feature)
    {
        while (!_atEnd) Fill();
        // What was accepted so far stands before the buffer's start only if the buffer slid; it never does before a feature.
        feature = _buffer.AsMemory(0, _end);
        if (_buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) feature = _buffer.AsMemory(3, _end - 3);
        IsSingle = true;
        _done = true;
        return true;
    }

    /// <summary>Moves past the value the reader stands on; false when it is not all there yet, after more bytes were fetched.</summary>
    private bool TrySkipValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return true;
        if (reader.TrySkip()) return true;
        Fill();
        return false;
    }

    private void Accept(ref Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
    }

    /// <summary>Fetches more bytes; what was accepted is given up once features are cut, and the buffer grows up to the bound.</summary>
    private void Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        if (_sawFeatures && _start > 0)
        {
            LinesBefore += _buffer.AsSpan(0, _start).Count((byte)'\n');
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= GeoJsonReader.FeatureBytesMax) throw new FeatureTooLargeException();
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, GeoJsonReader.FeatureBytesMax));
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
    }
}
