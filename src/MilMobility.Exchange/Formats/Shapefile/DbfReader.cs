using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>A field of a dBase table.</summary>
/// <param name="Name">At most ten characters, as the file has it.</param>
/// <param name="Type">C text, N and F number, L logical, D date; others are not read.</param>
/// <param name="Offset">Offset of its first byte in a record, whose byte 0 is the deletion flag.</param>
/// <param name="Bytes">Its width in every record.</param>
public readonly record struct DbfField(string Name, char Type, int Offset, int Bytes);

/// <summary>
/// Reads the records of a dBase III or IV table (.dbf) one after the other, fields of type C, N, F, L and D. A value is decoded
/// when it is asked for; blank and overflown (<c>***</c>) numbers, blank dates and unknown logicals are null. A value that is not
/// of its field's type is null and reported. Memory is that of one record, at most 64 KiB. Never throws for what the file
/// holds. Not thread-safe.
/// Source: dBase III and IV table file structure, as the Library of Congress describes it (fdd000325 and fdd000326).
/// </summary>
public sealed class DbfReader
{
    private const int HeaderBytes = 32;
    private const int FieldBytes = 32;
    private const int NameBytes = 11;
    private const byte HeaderEnd = 0x0D;
    private const byte FileEnd = 0x1A;
    private const string TypesRead = "CNFLD";

    private readonly ByteSource _source;
    private readonly Encoding _encoding;
    private readonly string _file;
    private readonly DiagnosticBag _bag;
    private readonly byte[] _record;
    private long _recordOffset;
    private bool _ended;

    private DbfReader(ByteSource source, string file, Encoding encoding, DiagnosticBag bag, List<DbfField> fields,
        int recordBytes, long count)
    {
        (_source, _file, _encoding, _bag) = (source, file, encoding, bag);
        _record = new byte[recordBytes];
        (Fields, StatedCount) = (fields, count);
    }

    public IReadOnlyList<DbfField> Fields { get; }

    /// <summary>Number of records as the header states it; reading stops there.</summary>
    public long StatedCount { get; }

    /// <summary>Place of the current record in the file, 1-based.</summary>
    public int Record { get; private set; }

    /// <summary>True if the current record is marked as deleted; it still counts as one.</summary>
    public bool IsDeleted { get; private set; }

    /// <summary>Reads the header; null if this is not a table that can be read, which has been reported.</summary>
    /// <param name="stream">Stays open; must stand at the file's first byte.</param>
    /// <param name="file">Name for diagnostics.</param>
    /// <param name="encoding">Of its texts: from the .cpg file, or Latin-1.</param>
    /// <param name="bag">Takes the findings.</param>
    public static DbfReader? Open(Stream stream, string file, Encoding encoding, DiagnosticBag bag)
    {
        var source = new ByteSource(stream);
        var header = source.Read(HeaderBytes);
        // The low three bits are the version: 3 for dBase III and IV; dBase 7 has another header.
        if (header.Length < HeaderBytes || (header[0] & 7) != 3)
        {
            var found = source.Failure ?? (header.Length < HeaderBytes ? $"{header.Length} bytes" : $"version 0x{header[0]:X2}");
            bag.Error(ShapefileCodes.NotATable, file, 0, $"byte 0: {found}; must be a dBase III or IV header of {HeaderBytes} bytes");
            return null;
        }

        var count = (long)BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        int headerBytes = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        int recordBytes = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
        if (ReadFields(source, file, bag, headerBytes, recordBytes) is not { } fields) return null;
        return new DbfReader(source, file, encoding, bag, fields, recordBytes, count);
    }

    private static List<DbfField>? ReadFields(ByteSource source, string file, DiagnosticBag bag, int headerBytes, int recordBytes)
    {
        var fields = new List<DbfField>();
        var offset = 1;
        while (source.Peek(1) is [not HeaderEnd])
        {
            var at = source.Position;
            var field = source.Read(FieldBytes);
            if (field.Length < FieldBytes || source.Position > headerBytes)
            {
                bag.Error(ShapefileCodes.BadHeader, file, 0,
                    $"byte {at}: the field list does not end within the header of {headerBytes} bytes");
                return null;
            }

            var nameBytes = field[..NameBytes];
            var name = Encoding.Latin1.GetString(nameBytes[..(nameBytes.IndexOf((byte)0) is >= 0 and var end ? end : NameBytes)]).Trim();
            var type = (char)field[11];
            if (!TypesRead.Contains(type))
                bag.Warning(ShapefileCodes.FieldUnsupported, file, 0,
                    $"byte {at}: field {Excerpt.Quote(name)} has type {Excerpt.Quote(type.ToString())}; only C, N, F, L and D are read");
            fields.Add(new DbfField(name, type, offset, field[16]));
            offset += field[16];
        }

        if (source.Read(1).Length == 0 || fields.Count == 0 || offset != recordBytes || source.Position > headerBytes)
        {
            bag.Error(ShapefileCodes.BadHeader, file, 0,
                $"byte {source.Position}: {fields.Count} fields of {offset - 1} bytes; "
                + $"the header states records of {recordBytes} with the flag");
            return null;
        }

        // Some writers pad the header; the records start where it says.
        source.Read((int)(headerBytes - source.Position));
        return fields;
    }

    /// <summary>Index of a field by its name, in any case; -1 if there is none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>Goes to the next record; false after the last one, or where the file ends before it.</summary>
    public bool Read()
    {
        if (_ended) return false;
        _recordOffset = _source.Position;
        if (Record >= StatedCount) return End();
        var record = _source.Read(_record.Length);
        if (record.Length < _record.Length || record[0] == FileEnd)
        {
            _bag.Error(ShapefileCodes.TableTruncated, _file, 0,
                $"byte {_recordOffset}: {_source.Failure ?? $"the table ends after {Record} records"}; the header states {StatedCount}");
            return End();
        }

        record.CopyTo(_record);
        Record++;
        IsDeleted = _record[0] == '*';
        if (!IsDeleted && _record[0] != ' ')
            _bag.Warning(ShapefileCodes.BadDeletionFlag, _file, 0,
                $"byte {_recordOffset}, record {Record}: flag 0x{_record[0]:X2}; must be blank or '*'");
        return true;
    }

    /// <summary>A value as text without the blanks and zero bytes around it; for every type that is read.</summary>
    public string Text(int field)
    {
        var bytes = Trimmed(field);
        return bytes.IsEmpty ? "" : _encoding.GetString(bytes);
    }

    /// <summary>A value of a field of type N or F.</summary>
    public double? Number(int field)
    {
        var bytes = Trimmed(field);
        if (bytes.IsEmpty || bytes[0] == '*') return null;
        if (double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture,
            out var number) && double.IsFinite(number)) return number;
        Report(field, "a number");
        return null;
    }

    /// <summary>A value of a field of type N or F without decimals.</summary>
    public long? Integer(int field)
    {
        var bytes = Trimmed(field);
        if (bytes.IsEmpty || bytes[0] == '*') return null;
        if (long.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return integer;
        if (double.TryParse(bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1e15 && Math.Floor(number) == number) return (long)number;
        Report(field, "a whole number");
        return null;
    }

    /// <summary>A value of a field of type L.</summary>
    public bool? Logical(int field)
    {
        var bytes = Trimmed(field);
        if (bytes.IsEmpty || bytes is [(byte)'?']) return null;
        if (bytes is [(byte)'T' or (byte)'t' or (byte)'Y' or (byte)'y']) return true;
        if (bytes is [(byte)'F' or (byte)'f' or (byte)'N' or (byte)'n']) return false;
        Report(field, "T, F, Y, N or ?");
        return null;
    }

    /// <summary>A value of a field of type D.</summary>
    public DateOnly? Date(int field)
    {
        var bytes = Trimmed(field);
        if (bytes.IsEmpty || bytes.IndexOfAnyExcept((byte)'0') < 0) return null;
        if (DateOnly.TryParseExact(Encoding.Latin1.GetString(bytes), "yyyyMMdd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date))
            return date;
        Report(field, "a date YYYYMMDD");
        return null;
    }

    private ReadOnlySpan<byte> Trimmed(int field)
    {
        var (_, type, offset, bytes) = Fields[field];
        return TypesRead.Contains(type) ? _record.AsSpan(offset, bytes).Trim(" \0"u8) : [];
    }

    private void Report(int field, string allowed) =>
        _bag.Error(ShapefileCodes.BadValue, _file, 0, $"byte {_recordOffset + Fields[field].Offset}, record {Record}: "
            + $"field {Excerpt.Quote(Fields[field].Name)} = {Excerpt.Quote(Text(field))}; must be {allowed}, or blank");

    private bool End()
    {
        _ended = true;
        return false;
    }
}
