namespace MilMobility.Exchange.Formats.Gtfs;

/// <summary>The codes of diagnostics about GTFS feeds, stable for ever.</summary>
public static class GtfsCodes
{
    public const string FeedMissing = "GTF001";
    public const string FileMissing = "GTF002";
    public const string ColumnMissing = "GTF003";
    public const string BadCsv = "GTF004";
    public const string BadValue = "GTF005";
    public const string OutOfRange = "GTF006";
    public const string UnknownReference = "GTF007";
    public const string DuplicateId = "GTF008";
    public const string TooLong = "GTF009";
    public const string TooManyRows = "GTF010";
    public const string TooManyErrors = "GTF011";
    public const string NotUtf8 = "GTF012";
    public const string NoService = "GTF013";
    public const string TimesRunBack = "GTF014";
    public const string Unusable = "GTF015";
    public const string NotRead = "GTF016";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FeedMissing, "the feed is neither a folder nor a readable ZIP file"),
        (FileMissing, "a file that the feed must have is missing"),
        (ColumnMissing, "a file lacks a column that it must have, or has one twice"),
        (BadCsv, "a row is not valid CSV"),
        (BadValue, "a value is empty where it must not be, or no number, time or date"),
        (OutOfRange, "a number is outside what is allowed"),
        (UnknownReference, "a row refers to something that the feed does not have"),
        (DuplicateId, "an id is used twice; the first holds"),
        (TooLong, "a line or field is longer than any row; the rest of the file is not read"),
        (TooManyRows, "a file has more rows than are read"),
        (TooManyErrors, "a file has so many errors that the rest of it is not read"),
        (NotUtf8, "a file is not UTF-8; the rest of it is not read"),
        (NoService, "no train runs on the date asked for"),
        (TimesRunBack, "a trip's times or stops are not in order; the trip is left out"),
        (Unusable, "a train's section has no counterpart in the network"),
        (NotRead, "the feed has a file whose meaning is not used"),
    ];
}
