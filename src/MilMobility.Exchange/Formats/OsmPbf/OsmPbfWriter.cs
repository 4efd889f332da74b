using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using MilMobility.Exchange.Formats.OsmPbf.Wire;

namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>
/// Writes an OSM PBF file of dense nodes and ways, zlib-packed, 8,000 elements a block, in the order they are given: enough for
/// extracts and test data. <see cref="Dispose"/> writes the last block; the stream stays open. Not thread-safe.
/// </summary>
public sealed class OsmPbfWriter : IDisposable
{
    private const int ElementsPerBlock = 8_000;
    private const double StepsPerDegree = 1e7;

    private readonly Stream _stream;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private PrimitiveBlock _block = NewBlock();
    private int _count;
    private (long Id, long Lat, long Lon) _last;

    public OsmPbfWriter(Stream stream)
    {
        _stream = stream;
        var header = new HeaderBlock { Writingprogram = "milmob" };
        header.RequiredFeatures.Add("OsmSchema-V0.6");
        header.RequiredFeatures.Add("DenseNodes");
        WriteFrame("OSMHeader", header.ToByteArray());
    }

    public void AddNode(long id, double lat, double lon, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        var dense = Group(g => g.Dense is not null, () => new PrimitiveGroup { Dense = new DenseNodes() }).Dense;
        var now = (Id: id, Lat: (long)Math.Round(lat * StepsPerDegree), Lon: (long)Math.Round(lon * StepsPerDegree));
        dense.Id.Add(now.Id - _last.Id);
        dense.Lat.Add(now.Lat - _last.Lat);
        dense.Lon.Add(now.Lon - _last.Lon);
        _last = now;
        foreach (var (key, value) in tags)
        {
            dense.KeysVals.Add(Text(key));
            dense.KeysVals.Add(Text(value));
        }

        dense.KeysVals.Add(0);
    }

    public void AddWay(long id, ReadOnlySpan<long> nodes, params ReadOnlySpan<(string Key, string Value)> tags)
    {
        var group = Group(g => g.Dense is null, () => new PrimitiveGroup());
        var way = new Way { Id = id };
        foreach (var (key, value) in tags)
        {
            way.Keys.Add((uint)Text(key));
            way.Vals.Add((uint)Text(value));
        }

        var last = 0L;
        foreach (var node in nodes)
        {
            way.Refs.Add(node - last);
            last = node;
        }

        group.Ways.Add(way);
    }

    public void Dispose()
    {
        if (_count > 0) WriteBlock();
    }

    /// <summary>The group of the right kind, in a new block where the last one is full; a group holds one kind of elements.</summary>
    private PrimitiveGroup Group(Predicate<PrimitiveGroup> fits, Func<PrimitiveGroup> make)
    {
        if (_count == ElementsPerBlock) WriteBlock();
        _count++;
        var groups = _block.Primitivegroup;
        if (groups.Count > 0 && fits(groups[^1])) return groups[^1];
        groups.Add(make());
        _last = default;
        return groups[^1];
    }

    private int Text(string text)
    {
        if (_texts.TryGetValue(text, out var index)) return index;
        _block.Stringtable.S.Add(ByteString.CopyFromUtf8(text));
        return _texts[text] = _block.Stringtable.S.Count - 1;
    }

    private void WriteBlock()
    {
        WriteFrame("OSMData", _block.ToByteArray());
        _block = NewBlock();
        _texts.Clear();
        (_count, _last) = (0, default);
    }

    private void WriteFrame(string type, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(content);
        var blob = new Blob { RawSize = content.Length, ZlibData = ByteString.CopyFrom(packed.GetBuffer().AsSpan(0, (int)packed.Length)) };
        var bytes = blob.ToByteArray();
        var header = new BlobHeader { Type = type, Datasize = bytes.Length }.ToByteArray();
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        _stream.Write(length);
        _stream.Write(header);
        _stream.Write(bytes);
    }

    // Text 0 is reserved: it ends the tags of a dense node.
    private static PrimitiveBlock NewBlock() => new() { Stringtable = new StringTable { S = { ByteString.Empty } } };
}
