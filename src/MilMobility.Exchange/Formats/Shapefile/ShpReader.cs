using System.Buffers.Binary;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>
/// Reads the shapes of a .shp file one after the other: null shapes, points, polylines and polygons; Z and M are passed over.
/// The current shape stands in two arrays that the next one overwrites, so nothing is allocated per record and memory is that
/// of the largest shape. Every size the file states is checked against the file before it is used; a shape that contradicts
/// itself is reported with its byte offset and passed over, a record length that cannot be ends the reading. Never throws for
/// what the file holds. Not thread-safe.
/// Source: ESRI Shapefile Technical Description, an ESRI White Paper, July 1998.
/// </summary>
public sealed class ShpReader
{
    /// <summary>Longest record that is read, bytes: four million vertices.</summary>
    public const int RecordBytesMax = 1 << 26;

    internal const int HeaderBytes = 100;
    internal const int RecordHeaderBytes = 8;
    private const int FileCode = 9994;
    private const int Version = 1000;
    private const int PartsOffset = 44;
    private const int PointBytes = 16;

    private readonly ByteSource _source;
    private readonly DiagnosticBag _bag;
    private readonly string _file;
    private int[] _parts = new int[16];
    private ShapePoint[] _points = new ShapePoint[256];
    private int _partCount;
    private int _pointCount;
    private bool _ended;

    private ShpReader(ByteSource source, string file, DiagnosticBag bag, ShapeType type)
    {
        _source = source;
        _file = file;
        _bag = bag;
        FileType = type;
    }

    /// <summary>The type that every shape of the file has that is not null.</summary>
    public ShapeType FileType { get; }

    /// <summary>Type of the current shape: <see cref="FileType"/>, or null for a record without geometry.</summary>
    public ShapeType Type { get; private set; }

    /// <summary>Place of the current record in the file, 1-based; the attributes' record of the same place belongs to it.</summary>
    public int Record { get; private set; }

    /// <summary>Offset of the current record's header, bytes.</summary>
    public long RecordOffset { get; private set; }

    /// <summary>Length of the current record without its header, bytes.</summary>
    public int RecordBytes { get; private set; }

    /// <summary>False where the current shape was reported and is empty for that reason.</summary>
    public bool IsSound { get; private set; }

    /// <summary>Index of each part's first point; empty for points and null shapes.</summary>
    public ReadOnlySpan<int> Parts => _parts.AsSpan(0, _partCount);

    /// <summary>The vertices of all parts, one for a point, none for a null shape.</summary>
    public ReadOnlySpan<ShapePoint> Points => _points.AsSpan(0, _pointCount);

    /// <summary>The vertices of one part.</summary>
    public ReadOnlySpan<ShapePoint> Part(int part) =>
        Points[_parts[part]..(part + 1 < _partCount ? _parts[part + 1] : _pointCount)];

    /// <summary>Reads the header; null if this is not a shapefile of shapes that are read, which has been reported.</summary>
    /// <param name="stream">Stays open; must stand at the file's first byte.</param>
    /// <param name="file">Name for diagnostics.</param>
    /// <param name="bag">Takes the findings.</param>
    public static ShpReader? Open(Stream stream, string file, DiagnosticBag bag)
    {
        var source = new ByteSource(stream);
        if (ReadHeader(source, file, bag) is not { } type) return null;
        if (Enum.IsDefined((ShapeType)type)) return new ShpReader(source, file, bag, (ShapeType)type);
        bag.Error(ShapefileCodes.TypeUnsupported, file, 0,
            $"byte 32: shape type {type}; must be a point, polyline or polygon (1, 3, 5, +10, +20)");
        return null;
    }

    /// <summary>Header of a .shp or .shx file: its shape type, or null after a report.</summary>
    internal static int? ReadHeader(ByteSource source, string file, DiagnosticBag bag)
    {
        var header = source.Read(HeaderBytes);
        if (header.Length < HeaderBytes || BinaryPrimitives.ReadInt32BigEndian(header) != FileCode)
        {
            var found = source.Failure ?? (header.Length < HeaderBytes ? $"{header.Length} bytes" : "another file code");
            bag.Error(ShapefileCodes.NotAShapefile, file, 0,
                $"byte 0: {found}; must be a header of {HeaderBytes} bytes that starts with {FileCode}");
            return null;
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(header[28..]);
        if (version != Version) bag.Warning(ShapefileCodes.VersionUnknown, file, 0, $"byte 28: version {version}; must be {Version}");
        var stated = 2L * BinaryPrimitives.ReadInt32BigEndian(header[24..]);
        if (source.Length is { } length && stated != length)
            bag.Warning(ShapefileCodes.LengthMismatch, file, 0, $"byte 24: {stated} bytes stated; the file has {length}");
        return BinaryPrimitives.ReadInt32LittleEndian(header[32..]);
    }

    /// <summary>Goes to the next record; false at the end of the file or after a record whose end cannot be known.</summary>
    public bool Read()
    {
        if (_ended) return false;
        RecordOffset = _source.Position;
        var header = _source.Read(RecordHeaderBytes);
        if (header.Length == 0 && _source.Failure is null) return End();
        if (header.Length < RecordHeaderBytes) return EndTruncated(RecordHeaderBytes, header.Length);
        Record++;
        var number = BinaryPrimitives.ReadInt32BigEndian(header);
        var bytes = 2L * BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        if (number != Record) _bag.Warning(ShapefileCodes.BadRecordNumber, _file, 0,
            $"{Place(0)}: record number {number}; must be {Record}");
        if (bytes is < 4 or > RecordBytesMax)
        {
            _bag.Error(ShapefileCodes.BadRecordLength, _file, 0, $"{Place(4)}: length {bytes} bytes; must be 4 to {RecordBytesMax}");
            return End();
        }

        RecordBytes = (int)bytes;
        var content = _source.Read(RecordBytes);
        if (content.Length < RecordBytes) return EndTruncated(RecordBytes, content.Length);
        _partCount = _pointCount = 0;
        Type = ShapeType.Null;
        IsSound = Decode(content);
        if (!IsSound) _partCount = _pointCount = 0;
        return true;
    }

    private bool Decode(ReadOnlySpan<byte> content)
    {
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        if (type == (int)ShapeType.Null) return true;
        if (type != (int)FileType)
            return Refuse(ShapefileCodes.BadRecordType, 0, $"shape type {type}; must be {(int)FileType} as in the header, or 0");
        Type = FileType;
        return (type % 10) == (int)ShapeType.Point ? DecodePoint(content) : DecodeLines(content);
    }

    private bool DecodePoint(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 + PointBytes)
            return Refuse(ShapefileCodes.BadShape, 0, $"{content.Length} bytes; a point has {4 + PointBytes}");
        return DecodePoints(content, 4, 1);
    }

    private bool DecodeLines(ReadOnlySpan<byte> content)
    {
        if (content.Length < PartsOffset)
            return Refuse(ShapefileCodes.BadShape, 0, $"{content.Length} bytes; a line or polygon has at least {PartsOffset}");
        var partCount = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        var pointCount = BinaryPrimitives.ReadInt32LittleEndian(content[40..]);
        if (partCount < 0 || pointCount < 0 || PartsOffset + (4L * partCount) + ((long)PointBytes * pointCount) > content.Length)
            return Refuse(ShapefileCodes.BadShape, 36, $"{partCount} parts and {pointCount} points do not fit {content.Length} bytes");
        if ((partCount == 0) != (pointCount == 0))
            return Refuse(ShapefileCodes.BadShape, 36, $"{partCount} parts with {pointCount} points");
        if (_parts.Length < partCount) _parts = new int[Math.Max(partCount, 2 * _parts.Length)];
        for (var i = 0; i < partCount; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(content[(PartsOffset + (4 * i))..]);
            var floor = i == 0 ? 0 : _parts[i - 1] + 1;
            if (start < floor || start >= pointCount || (i == 0 && start != 0))
                return Refuse(ShapefileCodes.BadShape, PartsOffset + (4 * i),
                    $"part {i + 1} starts at point {start}; must be {(i == 0 ? "0" : $"{floor} to {pointCount - 1}")}");
            _parts[i] = start;
        }

        _partCount = partCount;
        return DecodePoints(content, PartsOffset + (4 * partCount), pointCount);
    }

    private bool DecodePoints(ReadOnlySpan<byte> content, int offset, int count)
    {
        if (_points.Length < count) _points = new ShapePoint[Math.Max(count, 2 * _points.Length)];
        for (var i = 0; i < count; i++, offset += PointBytes)
        {
            var x = BinaryPrimitives.ReadDoubleLittleEndian(content[offset..]);
            var y = BinaryPrimitives.ReadDoubleLittleEndian(content[(offset + 8)..]);
            if (!double.IsFinite(x) || !double.IsFinite(y))
                return Refuse(ShapefileCodes.BadCoordinate, offset, $"point {i + 1} is ({x}, {y}); must be finite");
            _points[i] = new ShapePoint(x, y);
        }

        _pointCount = count;
        return true;
    }

    private bool Refuse(string code, int offset, string what)
    {
        _bag.Error(code, _file, 0, $"{Place(RecordHeaderBytes + offset)}: {what}");
        return false;
    }

    private bool EndTruncated(int wanted, int found)
    {
        _bag.Error(ShapefileCodes.Truncated, _file, 0,
            $"{Place(0)}: {_source.Failure ?? $"the file ends after {found} of {wanted} bytes"}");
        return End();
    }

    private bool End()
    {
        _ended = true;
        _partCount = _pointCount = 0;
        return false;
    }

    private string Place(int offset) => $"byte {RecordOffset + offset}, record {Record}";
}
