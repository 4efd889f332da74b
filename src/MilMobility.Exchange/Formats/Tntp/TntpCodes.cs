namespace MilMobility.Exchange.Formats.Tntp;

/// <summary>The codes of diagnostics about TNTP files, stable for ever.</summary>
public static class TntpCodes
{
    public const string FileMissing = "TNT001";
    public const string MetadataMissing = "TNT002";
    public const string MetadataInvalid = "TNT003";
    public const string BadRow = "TNT004";
    public const string BadNumber = "TNT005";
    public const string OutOfRange = "TNT006";
    public const string TotalDiffers = "TNT007";
    public const string DuplicateLink = "TNT008";
    public const string TooLong = "TNT009";
    public const string TooManyRows = "TNT010";
    public const string TooManyErrors = "TNT011";
    public const string DuplicateNode = "TNT012";
    public const string Unusable = "TNT013";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FileMissing, "the file does not exist or cannot be read"),
        (MetadataMissing, "a metadata tag that the file must have is missing"),
        (MetadataInvalid, "a metadata tag has a value that is not allowed, or the metadata does not end"),
        (BadRow, "a row has too few fields, or text where none belongs"),
        (BadNumber, "a value is not a number"),
        (OutOfRange, "a number is outside what is allowed"),
        (TotalDiffers, "the rows do not add up to what the metadata says"),
        (DuplicateLink, "a link stands twice; the first holds"),
        (TooLong, "a line is longer than any row; the rest of the file is not read"),
        (TooManyRows, "there are more rows than are read"),
        (TooManyErrors, "there are so many errors that the rest of the file is not read"),
        (DuplicateNode, "a node stands twice; the first holds"),
        (Unusable, "a link cannot become a link of a dataset and is left out"),
    ];
}
