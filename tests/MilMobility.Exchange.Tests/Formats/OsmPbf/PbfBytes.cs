using System.IO.Compression;
using System.Text;
using MilMobility.Exchange.Tests.Formats.Shapefile;

namespace MilMobility.Exchange.Tests.Formats.OsmPbf;

/// <summary>
/// OSM PBF files made byte by byte from the protobuf wire format and the field numbers of the PBF page of the OSM wiki, sharing no
/// code with the reader or its generated messages.
/// </summary>
internal static class PbfBytes
{
    /// <summary>A file: its frames one after the other.</summary>
    public static byte[] File(params byte[][] frames) => [.. frames.SelectMany(f => f)];

    public static byte[] Header(params string[] features) =>
        Frame("OSMHeader", Raw([.. features.SelectMany(f => Bytes(4, Encoding.UTF8.GetBytes(f)))]));

    public static byte[] DefaultHeader => Header("OsmSchema-V0.6", "DenseNodes");

    public static byte[] Frame(string type, byte[] blob)
    {
        byte[] header = [.. Bytes(1, Encoding.UTF8.GetBytes(type)), .. Varint(3, blob.Length)];
        return [.. ShapefileBytes.Big(header.Length), .. header, .. blob];
    }

    public static byte[] Raw(byte[] content) => [.. Bytes(1, content), .. Varint(2, content.Length)];

    public static byte[] Zlib(byte[] content, int? statedBytes = null)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        return [.. Varint(2, statedBytes ?? content.Length), .. Bytes(3, packed.ToArray())];
    }

    /// <summary>A PrimitiveBlock with text 0 empty, as the format wants it.</summary>
    public static byte[] Block(string[] texts, params byte[][] groups) =>
    [
        .. Bytes(1, [.. Bytes(1, []), .. texts.SelectMany(t => Bytes(1, Encoding.UTF8.GetBytes(t)))]),
        .. groups.SelectMany(g => Bytes(2, g)),
    ];

    public static byte[] Node(long id, long lat, long lon, int[] keys, int[] values) =>
        Bytes(1, [.. Signed(1, id), .. Packed(2, keys), .. Packed(3, values), .. Signed(8, lat), .. Signed(9, lon)]);

    /// <summary>Dense nodes; the lists are differences, as they stand in the file.</summary>
    public static byte[] Dense(long[] ids, long[] lats, long[] lons, params int[] keysAndValues) =>
        Bytes(2, [.. PackedSigned(1, ids), .. PackedSigned(8, lats), .. PackedSigned(9, lons), .. Packed(10, keysAndValues)]);

    public static byte[] Way(long id, long[] differences, int[] keys, int[] values) =>
        Bytes(3, [.. Varint(1, id), .. Packed(2, keys), .. Packed(3, values), .. PackedSigned(8, differences)]);

    public static byte[] Relation(long id, int[] roles, long[] differences, int[] types, int[] keys, int[] values) =>
        Bytes(4, [.. Varint(1, id), .. Packed(2, keys), .. Packed(3, values), .. Packed(8, roles), .. PackedSigned(9, differences),
            .. Packed(10, types)]);

    public static byte[] Varint(int field, long value) => [.. Number((ulong)(field << 3)), .. Number((ulong)value)];

    public static byte[] Signed(int field, long value) => [.. Number((ulong)(field << 3)), .. Number(ZigZag(value))];

    public static byte[] Bytes(int field, byte[] content) =>
        [.. Number((ulong)((field << 3) | 2)), .. Number((ulong)content.Length), .. content];

    private static byte[] Packed(int field, int[] values) =>
        values.Length == 0 ? [] : Bytes(field, [.. values.SelectMany(v => Number((ulong)(long)v))]);

    private static byte[] PackedSigned(int field, long[] values) => Bytes(field, [.. values.SelectMany(v => Number(ZigZag(v)))]);

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static byte[] Number(ulong value)
    {
        var bytes = new List<byte>(10);
        for (; value > 127; value >>= 7) bytes.Add((byte)(value | 128));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
