namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>The codes of OSM PBF diagnostics, stable for ever. OSM0nn are about the file; what its tags mean is OSM1nn
/// (OsmTagCodes).</summary>
public static class OsmCodes
{
    public const string FileUnreadable = "OSM001";
    public const string NotPbf = "OSM002";
    public const string Truncated = "OSM003";
    public const string BadBlobHeader = "OSM004";
    public const string BadBlob = "OSM005";
    public const string PackingUnsupported = "OSM006";
    public const string FeatureUnsupported = "OSM007";
    public const string BadMessage = "OSM008";
    public const string TooManyElements = "OSM009";
    public const string BadGranularity = "OSM010";
    public const string CountsDiffer = "OSM011";
    public const string BadString = "OSM012";
    public const string BadCoordinate = "OSM013";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FileUnreadable, "the file does not exist or cannot be read"),
        (NotPbf, "the file does not start with an OSMHeader blob"),
        (Truncated, "the file ends within a blob"),
        (BadBlobHeader, "a blob's header is invalid or states an impossible size; the rest of the file is not read"),
        (BadBlob, "a blob cannot be unpacked"),
        (PackingUnsupported, "a blob is packed by another method than zlib"),
        (FeatureUnsupported, "the file requires a feature that is not known"),
        (BadMessage, "a block is not the message it should be"),
        (TooManyElements, "a block has more elements or texts than any program writes"),
        (BadGranularity, "a block's granularity is not positive"),
        (CountsDiffer, "lists that belong together differ in length"),
        (BadString, "a text is named that the block does not have"),
        (BadCoordinate, "a node does not lie on the Earth"),
    ];
}
