using System.Buffers.Binary;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>
/// Reads the index (.shx) in step with the shapes and reports where they disagree. The shapes stand on their own, so a
/// disagreement is a warning. Source: ESRI Shapefile Technical Description, 1998.
/// </summary>
internal sealed class ShxReader
{
    private const int EntryBytes = 8;

    private readonly ByteSource _source;
    private readonly string _file;
    private readonly DiagnosticBag _bag;

    private ShxReader(ByteSource source, string file, DiagnosticBag bag) => (_source, _file, _bag) = (source, file, bag);

    public static ShxReader? Open(Stream stream, string file, DiagnosticBag bag)
    {
        var source = new ByteSource(stream);
        return ShpReader.ReadHeader(source, file, bag) is null ? null : new ShxReader(source, file, bag);
    }

    /// <summary>Compares the next entry with the shape just read.</summary>
    public void Compare(ShpReader shape)
    {
        var at = _source.Position;
        var entry = _source.Read(EntryBytes);
        if (entry.Length < EntryBytes)
        {
            Report(at, $"the index ends before record {shape.Record}");
            return;
        }

        var offset = 2L * BinaryPrimitives.ReadInt32BigEndian(entry);
        var bytes = 2L * BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
        if (offset != shape.RecordOffset || bytes != shape.RecordBytes)
            Report(at, $"record {shape.Record} at byte {offset} with {bytes} bytes; "
                    + $"it is at byte {shape.RecordOffset} with {shape.RecordBytes}");
    }

    /// <summary>Reports what is left over after the last shape.</summary>
    public void CompareEnd()
    {
        if (!_source.Peek(1).IsEmpty) Report(_source.Position, "the index has more records than there are shapes");
    }

    private void Report(long at, string what) => _bag.Warning(ShapefileCodes.IndexMismatch, _file, 0, $"byte {at}: {what}");
}
