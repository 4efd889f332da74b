using System.Buffers.Binary;
using System.Text;

namespace MilMobility.Exchange.Tests.Formats.Shapefile;

/// <summary>Shapefiles made byte by byte as the ESRI description and dBase III state them; no code of the readers.</summary>
internal static class ShapefileBytes
{
    /// <summary>A .shp: header and one record per content.</summary>
    public static byte[] Shp(int type, params byte[][] contents)
    {
        var body = contents.SelectMany((c, i) => (byte[])[.. Big(i + 1), .. Big(c.Length / 2), .. c]).ToArray();
        return [.. Header(type, 100 + body.Length), .. body];
    }

    /// <summary>The .shx of the same contents.</summary>
    public static byte[] Shx(int type, params byte[][] contents)
    {
        var entries = new List<byte>();
        var offset = 100;
        foreach (var content in contents)
        {
            entries.AddRange([.. Big(offset / 2), .. Big(content.Length / 2)]);
            offset += 8 + content.Length;
        }

        return [.. Header(type, 100 + entries.Count), .. entries];
    }

    public static byte[] Header(int type, int fileBytes) =>
        [.. Big(9994), .. new byte[20], .. Big(fileBytes / 2), .. Little(1000), .. Little(type), .. new byte[64]];

    public static byte[] Null() => Little(0);

    public static byte[] Point(int type, double x, double y, int extraDoubles = 0) =>
        [.. Little(type), .. Double(x), .. Double(y), .. new byte[8 * extraDoubles]];

    /// <summary>A polyline or polygon; the Z and M parts are given as a number of bytes after the points.</summary>
    public static byte[] Lines(int type, int[] parts, (double X, double Y)[] points, int extraBytes = 0) =>
    [
        .. Little(type), .. new byte[32], .. Little(parts.Length), .. Little(points.Length), .. parts.SelectMany(Little),
        .. points.SelectMany(p => (byte[])[.. Double(p.X), .. Double(p.Y)]), .. new byte[extraBytes],
    ];

    /// <summary>A dBase III table; every record is its flag and values, padded to the fields' widths.</summary>
    public static byte[] Dbf((string Name, char Type, int Width, int Decimals)[] fields, params string[][] records) =>
        Dbf(Encoding.Latin1, fields, records);

    public static byte[] Dbf(Encoding encoding, (string Name, char Type, int Width, int Decimals)[] fields, params string[][] records)
    {
        var width = 1 + fields.Sum(f => f.Width);
        var header = new byte[32];
        header[0] = 3;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), records.Length);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(8), (short)(33 + (32 * fields.Length)));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(10), (short)width);
        var descriptors = fields.SelectMany(f =>
        {
            var field = new byte[32];
            Encoding.ASCII.GetBytes(f.Name, field);
            field[11] = (byte)f.Type;
            field[16] = (byte)f.Width;
            field[17] = (byte)f.Decimals;
            return field;
        });
        var rows = records.SelectMany(record => record.SelectMany((value, i) =>
        {
            // Value 0 is the deletion flag.
            var bytes = encoding.GetBytes(value);
            var padded = Enumerable.Repeat((byte)' ', i == 0 ? 1 : fields[i - 1].Width).ToArray();
            bytes.CopyTo(padded, 0);
            return padded;
        }));
        return [.. header, .. descriptors, 0x0D, .. rows, 0x1A];
    }

    public static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Double(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }
}
