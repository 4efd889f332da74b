namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>Codes of findings on fairway files (NWB-Vaarwegen, FIS), stable for ever.</summary>
public static class FairwayCodes
{
    public const string Unreadable = "FWY001";
    public const string BadSection = "FWY002";
    public const string FisUnreadable = "FWY003";
    public const string BadFisEdge = "FWY004";
    public const string SeaLanes = "FWY005";
    public const string StructureOffFairway = "FWY006";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (Unreadable, "a fairway file cannot be read, or lacks an attribute"),
        (BadSection, "a fairway section has no junctions or no line, and is left out"),
        (FisUnreadable, "a FIS file cannot be read"),
        (BadFisEdge, "a FIS edge has no line or no ends, and is left out"),
        (SeaLanes, "shipping lanes at sea are left out"),
        (StructureOffFairway, "a lock or bridge lies at no fairway and is left out"),
    ];
}
