namespace MilMobility.Exchange.Sources.Vild;

/// <summary>Codes of findings on VILD files, stable for ever.</summary>
public static class VildCodes
{
    public const string Unreadable = "VLD001";
    public const string NoPosition = "VLD002";
    public const string DuplicatePoint = "VLD003";
    public const string FarJunction = "VLD004";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (Unreadable, "a VILD file cannot be read, or a record of it"),
        (NoPosition, "a point has no position in the shapefile and is left out"),
        (DuplicatePoint, "a location number stands twice; the first counts"),
        (FarJunction, "a junction joins points too far apart to be one; the link is left out"),
    ];
}
