using System.IO.Compression;
using Google.Protobuf;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.OsmPbf.Wire;

namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>
/// Unpacks blobs, raw or zlib, into a buffer that the next one overwrites. It grows only as unpacked bytes arrive and never
/// beyond the format's limit, whatever size the blob states. Not thread-safe.
/// </summary>
internal sealed class BlobUnpacker(string file, DiagnosticBag bag)
{
    /// <summary>The format's limit for an unpacked blob, bytes.</summary>
    public const int UnpackedBytesMax = 32 << 20;

    private const int BufferBytesMin = 1 << 16;

    private byte[] _buffer = new byte[BufferBytesMin];

    /// <summary>Content of a packed blob; null after a report. Valid until the next call.</summary>
    /// <param name="packed">The Blob message.</param>
    /// <param name="offset">Its offset in the file, for reports.</param>
    public ReadOnlyMemory<byte>? Unpack(ReadOnlySpan<byte> packed, long offset)
    {
        Blob blob;
        try
        {
            blob = Blob.Parser.ParseFrom(packed);
        }
        catch (InvalidProtocolBufferException e)
        {
            return Refuse(OsmCodes.BadBlob, offset, $"not a blob: {OneLine(e.Message)}");
        }

        switch (blob.DataCase)
        {
            case Blob.DataOneofCase.Raw when blob.Raw.Length <= UnpackedBytesMax:
                return blob.Raw.Memory;
            case Blob.DataOneofCase.ZlibData:
                return Inflate(blob, offset);
            case Blob.DataOneofCase.Raw:
                return Refuse(OsmCodes.BadBlob, offset, $"{blob.Raw.Length} bytes; must be at most {UnpackedBytesMax}");
            case Blob.DataOneofCase.None:
                return Refuse(OsmCodes.BadBlob, offset, "the blob is empty");
            default:
                return Refuse(OsmCodes.PackingUnsupported, offset,
                    $"packed as {blob.DataCase}; must be raw or zlib, as every tool can write it");
        }
    }

    private ReadOnlyMemory<byte>? Inflate(Blob blob, long offset)
    {
        if (!blob.HasRawSize || blob.RawSize is < 0 or > UnpackedBytesMax)
            return Refuse(OsmCodes.BadBlob, offset,
                $"raw_size {(blob.HasRawSize ? blob.RawSize : "is missing")}; must be 0 to {UnpackedBytesMax}");
        var length = 0;
        try
        {
            using var packed = new MemoryStream(blob.ZlibData.ToByteArray(), writable: false);
            using var inflated = new ZLibStream(packed, CompressionMode.Decompress);
            // One byte more than stated, so that a blob that holds more is noticed.
            while (length <= blob.RawSize)
            {
                if (length == _buffer.Length) Array.Resize(ref _buffer, Math.Min(2 * length, UnpackedBytesMax + 1));
                var read = inflated.Read(_buffer, length, Math.Min(_buffer.Length, blob.RawSize + 1) - length);
                if (read == 0) break;
                length += read;
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Refuse(OsmCodes.BadBlob, offset, $"not zlib data: {OneLine(e.Message)}");
        }

        return length == blob.RawSize
            ? _buffer.AsMemory(0, length)
            : Refuse(OsmCodes.BadBlob, offset,
                $"unpacks to {(length > blob.RawSize ? "more" : $"{length} bytes")}; raw_size is {blob.RawSize}");
    }

    private ReadOnlyMemory<byte>? Refuse(string code, long offset, string what)
    {
        bag.Error(code, file, 0, $"byte {offset}: {what}");
        return null;
    }

    /// <summary>A library's message without its line breaks.</summary>
    internal static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
