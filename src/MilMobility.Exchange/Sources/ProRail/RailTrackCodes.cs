namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>The codes of diagnostics on ProRail's track model, stable for ever.</summary>
public static class RailTrackCodes
{
    public const string FileMissing = "RLT001";
    public const string FileUnreadable = "RLT002";
    public const string ColumnMissing = "RLT003";
    public const string FieldCount = "RLT004";
    public const string BadNumber = "RLT005";
    public const string OutOfRange = "RLT006";
    public const string UnknownValue = "RLT007";
    public const string DuplicateTrack = "RLT008";
    public const string UnknownTrack = "RLT009";
    public const string TooLong = "RLT010";
    public const string TooManyRows = "RLT011";
    public const string TooManyErrors = "RLT012";
    public const string ShapeMismatch = "RLT013";
    public const string NothingToPlan = "RLT014";
    public const string ZoneWithoutTrack = "RLT015";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FileMissing, "a file of the track model does not exist"),
        (FileUnreadable, "a file cannot be read"),
        (ColumnMissing, "a table is empty or lacks a column"),
        (FieldCount, "a row has too few or too many fields"),
        (BadNumber, "a value is not a number with a decimal comma"),
        (OutOfRange, "a number is outside what is allowed"),
        (UnknownValue, "a value is not one of those allowed"),
        (DuplicateTrack, "a track stands twice"),
        (UnknownTrack, "a row refers to a track that does not exist"),
        (TooLong, "a line is longer than any row of these tables; the rest of the file is not read"),
        (TooManyRows, "a table has more rows than are read"),
        (TooManyErrors, "a file has so many errors that the rest of it is not read"),
        (ShapeMismatch, "the shapes are not those of the tracks"),
        (NothingToPlan, "no station, yard, siding or border could be found, or no way between two of them"),
        (ZoneWithoutTrack, "an area has no track to put a node on; it is left out"),
    ];
}
