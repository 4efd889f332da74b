using System.Text;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>
/// Reads a shapefile on disk: the shapes (.shp) in step with their attributes (.dbf, texts as .cpg says or Latin-1), compared
/// with the index (.shx) on the way; the latter three are optional. <see cref="Read"/> moves both to the next record.
/// Errors are in the bag; a missing or unreadable .shp is null at <see cref="Open"/>. Not thread-safe.
/// </summary>
public sealed class ShapefileReader : IDisposable
{
    /// <summary>Longest .cpg file that is read, characters: it holds one name.</summary>
    private const int CodePageCharsMax = 64;

    private readonly List<Stream> _streams;
    private readonly ShxReader? _index;
    private readonly DiagnosticBag _bag;
    private readonly string _file;
    private bool _ended;

    private ShapefileReader(ShpReader shapes, DbfReader? attributes, ShxReader? index, List<Stream> streams, string file, DiagnosticBag bag)
    {
        (Shape, Attributes) = (shapes, attributes);
        (_index, _streams, _file, _bag) = (index, streams, file, bag);
    }

    /// <summary>The current shape.</summary>
    public ShpReader Shape { get; }

    /// <summary>The current shape's attributes; null if there is no readable .dbf.</summary>
    public DbfReader? Attributes { get; }

    /// <summary>Opens the files of one shapefile; null if its shapes cannot be read, which has been reported.</summary>
    /// <param name="path">Of the .shp file; the others lie beside it.</param>
    /// <param name="bag">Takes the findings.</param>
    public static ShapefileReader? Open(string path, DiagnosticBag bag)
    {
        var streams = new List<Stream>();
        var shapes = OpenFile(path, streams, bag, optional: false) is { } shp ? ShpReader.Open(shp, path, bag) : null;
        if (shapes is null)
        {
            streams.ForEach(s => s.Dispose());
            return null;
        }

        var shxPath = Path.ChangeExtension(path, ".shx");
        var index = OpenFile(shxPath, streams, bag, optional: true) is { } shx ? ShxReader.Open(shx, shxPath, bag) : null;
        return new ShapefileReader(shapes, OpenAttributes(path, streams, bag), index, streams, path, bag);
    }

    /// <summary>Goes to the next shape and its attributes; false after the last shape.</summary>
    public bool Read()
    {
        if (_ended) return false;
        if (!Shape.Read()) return End();
        _index?.Compare(Shape);
        if (Attributes is null || Attributes.Read()) return true;
        // What has no attributes has no meaning here; the .dbf's end decides.
        _bag.Error(ShapefileCodes.CountMismatch, _file, 0,
            $"record {Shape.Record} has no attributes: the table ends after {Attributes.Record}");
        _ended = true;
        return false;
    }

    public void Dispose() => _streams.ForEach(s => s.Dispose());

    private bool End()
    {
        _ended = true;
        _index?.CompareEnd();
        if (Attributes is not null && Attributes.StatedCount > Shape.Record)
            _bag.Error(ShapefileCodes.CountMismatch, _file, 0,
                $"{Attributes.StatedCount} attribute records; there are {Shape.Record} shapes");
        return false;
    }

    private static DbfReader? OpenAttributes(string path, List<Stream> streams, DiagnosticBag bag)
    {
        var dbfPath = Path.ChangeExtension(path, ".dbf");
        if (OpenFile(dbfPath, streams, bag, optional: true) is not { } dbf) return null;
        var cpgPath = Path.ChangeExtension(path, ".cpg");
        string? cpg = null;
        if (OpenFile(cpgPath, streams, bag, optional: true) is { } stream)
            cpg = Encoding.Latin1.GetString(new ByteSource(stream).Read(CodePageCharsMax));
        return DbfReader.Open(dbf, dbfPath, CodePage.Of(cpg, cpgPath, bag), bag);
    }

    private static FileStream? OpenFile(string path, List<Stream> streams, DiagnosticBag bag, bool optional)
    {
        if (optional && !File.Exists(path)) return null;
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16,
                FileOptions.SequentialScan);
            streams.Add(stream);
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bag.Error(ShapefileCodes.FileUnreadable, path, 0, e.Message);
            return null;
        }
    }
}
