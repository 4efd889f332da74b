using System.Buffers.Binary;
using Google.Protobuf;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.OsmPbf.Wire;

namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>
/// Reads an OSM PBF file block by block, in the order of the file: nodes (dense or not), ways and relations go to a visitor.
/// One block is in memory at a time; the format's limits (64 KiB a blob header, 32 MiB a blob, packed or not) and one on a
/// block's elements are checked before memory is taken. Errors have the blob's byte offset; a block that cannot be decoded is
/// passed over, a frame that cannot be ends the reading. Never throws for what the file holds. Not thread-safe.
/// Source: https://wiki.openstreetmap.org/wiki/PBF_Format.
/// </summary>
public sealed class OsmPbfReader
{
    /// <summary>The format's limit for a blob header, bytes.</summary>
    public const int HeaderBytesMax = 64 << 10;

    /// <summary>The format's limit for a blob, bytes.</summary>
    public const int BlobBytesMax = 32 << 20;

    private const string HeaderType = "OSMHeader";
    private const string DataType = "OSMData";

    private static readonly string[] FeaturesKnown = ["OsmSchema-V0.6", "DenseNodes"];

    private readonly ByteSource _source;
    private readonly DiagnosticBag _bag;
    private readonly string _file;
    private readonly BlobUnpacker _unpacker;
    private readonly OsmBlock _block;
    private long _blobOffset;
    private bool _ended;

    private OsmPbfReader(Stream stream, string file, DiagnosticBag bag)
    {
        (_source, _file, _bag) = (new ByteSource(stream), file, bag);
        (_unpacker, _block) = (new BlobUnpacker(file, bag), new OsmBlock(file, bag));
    }

    public OsmHeader Header { get; private set; } = new([], [], "", null);

    /// <summary>Share of the file that has been read, 0-1; 0 where the length is unknown.</summary>
    public double FractionRead => _source.Length is > 0 and var length ? (double)_source.Position / length : 0;

    /// <summary>Reads the header; null if this is not an OSM PBF file that can be read, which has been reported.</summary>
    /// <param name="stream">Stays open; must stand at the file's first byte.</param>
    /// <param name="file">Name for diagnostics.</param>
    /// <param name="bag">Takes the findings.</param>
    public static OsmPbfReader? Open(Stream stream, string file, DiagnosticBag bag)
    {
        var reader = new OsmPbfReader(stream, file, bag);
        var type = reader.NextFrame(out var blob);
        if (type == HeaderType) return reader._unpacker.Unpack(blob,
            reader._blobOffset) is { } content && reader.ReadHeader(content) ? reader : null;
        if (type is not null || !bag.HasErrors)
            reader.Report(OsmCodes.NotPbf, $"the first blob is {(type is null ? "missing" : Excerpt.Quote(type))}; must be {HeaderType}");
        return null;
    }

    /// <summary>Visits the elements of the next blocks up to one that holds any; false at the end of the file.</summary>
    public bool ReadBlock(IOsmVisitor visitor, CancellationToken cancellation)
    {
        while (!_ended)
        {
            cancellation.ThrowIfCancellationRequested();
            var type = NextFrame(out var blob);
            if (type is null) return false;
            // Blobs of other types may come with later versions of the format and are to be passed over.
            if (type != DataType || _unpacker.Unpack(blob, _blobOffset) is not { } content) continue;
            if (Decode(content) is not { } block) continue;
            _block.Visit(block, _blobOffset, visitor, cancellation);
            return true;
        }

        return false;
    }

    /// <summary>Type and packed content of the next frame; null at the end, or after a report.</summary>
    private string? NextFrame(out ReadOnlySpan<byte> blob)
    {
        blob = default;
        _blobOffset = _source.Position;
        var lengthBytes = _source.Read(4);
        if (lengthBytes.Length == 0 && _source.Failure is null) return End();
        if (lengthBytes.Length < 4) return EndTruncated(4, lengthBytes.Length);
        var headerBytes = BinaryPrimitives.ReadInt32BigEndian(lengthBytes);
        if (headerBytes is <= 0 or > HeaderBytesMax)
        {
            Report(OsmCodes.BadBlobHeader, $"a blob header of {headerBytes} bytes; must be 1 to {HeaderBytesMax}");
            return End();
        }

        var bytes = _source.Read(headerBytes);
        if (bytes.Length < headerBytes) return EndTruncated(headerBytes, bytes.Length);
        BlobHeader header;
        try
        {
            header = BlobHeader.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            Report(OsmCodes.BadBlobHeader, $"not a blob header: {BlobUnpacker.OneLine(e.Message)}");
            return End();
        }

        if (!header.HasDatasize || header.Datasize is < 0 or > BlobBytesMax)
        {
            Report(OsmCodes.BadBlobHeader,
                $"a blob of {(header.HasDatasize ? header.Datasize : "unstated")} bytes; must be 0 to {BlobBytesMax}");
            return End();
        }

        blob = _source.Read(header.Datasize);
        return blob.Length < header.Datasize ? EndTruncated(header.Datasize, blob.Length) : header.Type;
    }

    private bool ReadHeader(ReadOnlyMemory<byte> content)
    {
        HeaderBlock header;
        try
        {
            header = HeaderBlock.Parser.ParseFrom(content.Span);
        }
        catch (InvalidProtocolBufferException e)
        {
            Report(OsmCodes.BadMessage, $"not a header block: {BlobUnpacker.OneLine(e.Message)}");
            return false;
        }

        var unknown = header.RequiredFeatures.Except(FeaturesKnown, StringComparer.Ordinal).ToList();
        foreach (var feature in unknown)
            Report(OsmCodes.FeatureUnsupported, $"required feature {Excerpt.Quote(feature)}; known are {string.Join(", ", FeaturesKnown)}");
        // Seconds outside the calendar say nothing.
        var seconds = header.OsmosisReplicationTimestamp;
        DateTimeOffset? timestamp = seconds is > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        Header = new OsmHeader([.. header.RequiredFeatures], [.. header.OptionalFeatures], header.Writingprogram, timestamp);
        return unknown.Count == 0;
    }

    private PrimitiveBlock? Decode(ReadOnlyMemory<byte> content)
    {
        try
        {
            var messages = BlockSize.CountMessages(content);
            if (messages > BlockSize.MessagesMax)
            {
                Report(OsmCodes.TooManyElements, $"more than {BlockSize.MessagesMax} texts and elements in one block");
                return null;
            }

            var block = PrimitiveBlock.Parser.ParseFrom(content.Span);
            if (block.Stringtable is not null) return block;
            Report(OsmCodes.BadMessage, "a block of elements without a string table");
        }
        catch (InvalidProtocolBufferException e)
        {
            Report(OsmCodes.BadMessage, $"not a block of elements: {BlobUnpacker.OneLine(e.Message)}");
        }

        return null;
    }

    private string? EndTruncated(int wanted, int found)
    {
        Report(OsmCodes.Truncated, _source.Failure ?? $"the file ends after {found} of {wanted} bytes");
        return End();
    }

    private string? End()
    {
        _ended = true;
        return null;
    }

    private void Report(string code, string what) => _bag.Error(code, _file, 0, $"byte {_blobOffset}: {what}");
}
