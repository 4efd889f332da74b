namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>The codes of shapefile diagnostics, stable for ever: SHP0nn geometry (.shp, .shx), SHP1nn attributes (.dbf, .cpg).</summary>
public static class ShapefileCodes
{
    public const string FileUnreadable = "SHP001";
    public const string NotAShapefile = "SHP002";
    public const string VersionUnknown = "SHP003";
    public const string TypeUnsupported = "SHP004";
    public const string LengthMismatch = "SHP005";
    public const string Truncated = "SHP006";
    public const string BadRecordLength = "SHP007";
    public const string BadRecordNumber = "SHP008";
    public const string BadRecordType = "SHP009";
    public const string BadShape = "SHP010";
    public const string BadCoordinate = "SHP011";
    public const string IndexMismatch = "SHP012";

    public const string NotATable = "SHP101";
    public const string BadHeader = "SHP102";
    public const string FieldUnsupported = "SHP103";
    public const string TableTruncated = "SHP104";
    public const string BadValue = "SHP105";
    public const string CountMismatch = "SHP106";
    public const string CodePageUnknown = "SHP107";
    public const string BadDeletionFlag = "SHP108";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FileUnreadable, "a file does not exist or cannot be read"),
        (NotAShapefile, "the file does not start as a shapefile or index does"),
        (VersionUnknown, "the version is not 1000; the file is read all the same"),
        (TypeUnsupported, "the shapes are neither points, lines nor polygons"),
        (LengthMismatch, "the length in the header is not the file's"),
        (Truncated, "the file ends within a record"),
        (BadRecordLength, "a record's length is impossible; the rest of the file is not read"),
        (BadRecordNumber, "the records are not numbered 1, 2, 3, ..."),
        (BadRecordType, "a record's shape is of another type than the file's"),
        (BadShape, "a shape's numbers of parts and points do not fit its record"),
        (BadCoordinate, "a coordinate is not a finite number"),
        (IndexMismatch, "the index (.shx) does not agree with the shapes"),
        (NotATable, "the attributes are not a dBase III or IV table"),
        (BadHeader, "the table's header contradicts itself"),
        (FieldUnsupported, "a field is of a type that is not read; its values count as empty"),
        (TableTruncated, "the table ends before its last record"),
        (BadValue, "a value is not of its field's type and counts as empty"),
        (CountMismatch, "there are not as many attribute records as shapes"),
        (CodePageUnknown, "the code page (.cpg) is unknown; texts are read as Latin-1"),
        (BadDeletionFlag, "a record starts with neither a blank nor an asterisk"),
    ];
}
