namespace MilMobility.Exchange.Formats.GeoJson;

/// <summary>The codes of diagnostics about GeoJSON files, stable for ever.</summary>
public static class GeoJsonCodes
{
    public const string FileMissing = "GEO001";
    public const string NotJson = "GEO002";
    public const string NotGeoJson = "GEO003";
    public const string BadGeometry = "GEO004";
    public const string BadPosition = "GEO005";
    public const string TooLong = "GEO006";
    public const string TooManyFeatures = "GEO007";
    public const string TooManyErrors = "GEO008";
    public const string UnknownGeometry = "GEO009";
    public const string ReferenceSystem = "GEO010";
    public const string Unusable = "GEO011";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FileMissing, "the file does not exist or cannot be read"),
        (NotJson, "the file is not valid JSON; the rest of it is not read"),
        (NotGeoJson, "the document is no GeoJSON object, or a feature lacks what it must have"),
        (BadGeometry, "a geometry's coordinates do not suit its type"),
        (BadPosition, "a position is outside longitude -180 to 180 and latitude -90 to 90"),
        (TooLong, "a feature is larger than is read; the rest of the file is not read"),
        (TooManyFeatures, "there are more features than are read"),
        (TooManyErrors, "there are so many errors that the rest of the file is not read"),
        (UnknownGeometry, "a geometry is of a type that is not used; its feature has no shape"),
        (ReferenceSystem, "the file names a reference system that RFC 7946 does not know; degrees WGS84 are expected"),
        (Unusable, "a feature cannot become part of a network and is left out"),
    ];
}
