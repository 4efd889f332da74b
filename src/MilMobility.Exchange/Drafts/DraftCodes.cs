namespace MilMobility.Exchange.Drafts;

/// <summary>
/// Codes of findings on drafts, stable for ever: NDR0nn writing, NDR1nn tidying and contraction, NDR2nn merging, NDR3nn the import
/// as a whole.
/// </summary>
public static class DraftCodes
{
    public const string DuplicateId = "NDR001";
    public const string OutputExists = "NDR002";
    public const string OutputUnwritable = "NDR003";

    public const string PartsDropped = "NDR101";
    public const string DeadEnds = "NDR102";

    public const string NoMatch = "NDR201";
    public const string CloseRunnerUp = "NDR202";
    public const string FarMatch = "NDR203";
    public const string SiteMoved = "NDR204";

    public const string NothingToImport = "NDR301";
    public const string InputMissing = "NDR302";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (DuplicateId, "two nodes or two links that were read have one id"),
        (OutputExists, "the output folder holds something else than a dataset, and is left alone"),
        (OutputUnwritable, "the output folder cannot be written"),
        (PartsDropped, "parts that are not joined to the main part of a mode are left out"),
        (DeadEnds, "nodes at which a road, line or fairway ends are marked as ends"),
        (NoMatch, "a site finds no node of a mode near enough"),
        (CloseRunnerUp, "two nodes suit a site about equally well"),
        (FarMatch, "the node that a site is joined to is far from it"),
        (SiteMoved, "something of a site cannot be kept at full detail"),
        (NothingToImport, "no source is named"),
        (InputMissing, "a source's file or folder does not exist"),
    ];
}
