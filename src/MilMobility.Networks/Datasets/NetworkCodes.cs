namespace MilMobility.Networks.Datasets;

/// <summary>
/// The codes of network diagnostics, stable for ever: NET0nn files and tables, NET1nn values and references, NET2nn patches and
/// curfews, NET3nn findings of `network check`, NET4nn overlays. <see cref="ToMarkdown"/> prints the table for the manual.
/// </summary>
public static class NetworkCodes
{
    public const string FolderMissing = "NET001";
    public const string PackageMissing = "NET002";
    public const string PackageInvalid = "NET003";
    public const string TableNotInPackage = "NET004";
    public const string FileMissing = "NET005";
    public const string FileUnreadable = "NET006";
    public const string NotUtf8 = "NET007";
    public const string TooLong = "NET008";
    public const string TooManyErrors = "NET009";
    public const string ColumnMissing = "NET010";
    public const string ColumnUnknown = "NET011";
    public const string BadCsv = "NET012";
    public const string TooManyRows = "NET013";
    public const string MarkingUnknown = "NET014";
    public const string MarkingRefused = "NET407";
    public const string TableUnknown = "NET015";
    public const string FieldMismatch = "NET016";

    public const string BadId = "NET101";
    public const string DuplicateId = "NET102";
    public const string Required = "NET103";
    public const string BadNumber = "NET104";
    public const string OutOfRange = "NET105";
    public const string UnknownValue = "NET106";
    public const string BadList = "NET107";
    public const string BadProvenance = "NET108";
    public const string UnknownSource = "NET109";
    public const string UnknownNode = "NET110";
    public const string WrongMode = "NET111";
    public const string UnknownPlace = "NET112";
    public const string SelfLink = "NET113";
    public const string HoldUnits = "NET114";
    public const string SharedPositions = "NET115";
    public const string SecondLock = "NET116";
    public const string LockNotComplete = "NET117";
    public const string NoProvenance = "NET118";
    public const string TurnLinks = "NET119";
    public const string TurnMinutes = "NET120";
    public const string StructureLink = "NET121";

    public const string PatchTarget = "NET201";
    public const string PatchWindow = "NET202";
    public const string PatchValue = "NET203";
    public const string PatchMode = "NET204";
    public const string PatchWithoutEffect = "NET205";
    public const string CurfewHours = "NET206";
    public const string CurfewWithoutLinks = "NET207";
    public const string PatchLoosens = "NET208";
    public const string PatchContradicts = "NET209";
    public const string PatchOverlaps = "NET210";
    public const string PatchAmbiguous = "NET211";
    public const string LeverWithoutEffect = "NET212";

    public const string NotConnected = "NET301";
    public const string NotStronglyConnected = "NET302";
    public const string DeadEnd = "NET303";
    public const string TooShort = "NET304";
    public const string TooWinding = "NET305";
    public const string Speed = "NET306";
    public const string Capacity = "NET307";
    public const string CapacityPerLane = "NET308";
    public const string LockWithoutFacility = "NET309";
    public const string PlaceSpread = "NET310";
    public const string HoldCapacity = "NET311";
    public const string TunnelCategory = "NET312";
    public const string CivilScope = "NET313";
    public const string CivilMissing = "NET314";
    public const string EmptyMode = "NET315";
    public const string CorridorReference = "NET316";
    public const string TransferModes = "NET317";
    public const string Tracks = "NET318";
    public const string ParallelLinks = "NET319";

    public const string OverlayMissing = "NET401";
    public const string OverlayTable = "NET402";
    public const string OverlayStands = "NET403";
    public const string OverlayUnmet = "NET404";
    public const string OverlayEmpty = "NET405";
    public const string OverlayInRepository = "NET406";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (FolderMissing, "the dataset folder does not exist"),
        (PackageMissing, "the folder has no datapackage.json"),
        (PackageInvalid, "datapackage.json is not valid, or lacks something"),
        (TableNotInPackage, "a table of the format is not among the package's resources"),
        (FileMissing, "a table's file does not exist"),
        (FileUnreadable, "a file cannot be read"),
        (NotUtf8, "a file is not UTF-8"),
        (TooLong, "a line or a field is longer than any table needs; the rest of the file is not read"),
        (TooManyErrors, "a file has so many errors that the rest of it is not read"),
        (ColumnMissing, "a table lacks a column"),
        (ColumnUnknown, "a table has a column that the format does not know, or one twice"),
        (BadCsv, "a row is not valid CSV, or has too few or too many fields"),
        (TooManyRows, "a table has more rows than are read"),
        (MarkingUnknown, "the marking is unknown and counts as the most restrictive one"),
        (TableUnknown, "the package has a resource that the format does not know; it is not read"),
        (FieldMismatch, "the package's fields are not the table's columns"),
        (BadId, "an id is malformed"),
        (DuplicateId, "an id is used twice"),
        (Required, "a required value is empty"),
        (BadNumber, "a value is not a number"),
        (OutOfRange, "a number is outside what is allowed"),
        (UnknownValue, "a value is not one of those allowed"),
        (BadList, "a list (shape, chambers) is malformed"),
        (BadProvenance, "a provenance is malformed"),
        (UnknownSource, "a provenance names a source that the package does not list"),
        (UnknownNode, "a row refers to a node that does not exist"),
        (WrongMode, "a row joins or names nodes of the wrong mode"),
        (UnknownPlace, "a row refers to a place that its nodes do not carry"),
        (SelfLink, "a link ends where it starts"),
        (HoldUnits, "a hold capacity and its unit do not go together"),
        (SharedPositions, "transfers of one place and kind state different positions"),
        (SecondLock, "a node has more than one lock"),
        (LockNotComplete, "a lock lacks chambers or a cycle time"),
        (NoProvenance, "values of a column state no provenance and count as assumed"),
        (TurnLinks, "a rail turn names links that do not meet at its node"),
        (TurnMinutes, "a rail turn's kind and its minutes do not go together"),
        (StructureLink, "a rail structure names no rail link"),
        (PatchTarget, "a patch names what the dataset does not have"),
        (PatchWindow, "a patch's window is empty"),
        (PatchValue, "a patch's value is outside what is allowed"),
        (PatchMode, "a patch's effect does not suit the mode"),
        (PatchWithoutEffect, "a patch changes nothing"),
        (CurfewHours, "a curfew's hours are not within one day, in order"),
        (CurfewWithoutLinks, "a curfew meets no link"),
        (PatchLoosens, "a patch would loosen a limit and does not say so"),
        (PatchContradicts, "two patches state one limit or lock differently at the same time"),
        (PatchOverlaps, "two factors on one thing overlap; the smaller holds"),
        (PatchAmbiguous, "a part of a name is of several locks"),
        (LeverWithoutEffect, "a policy lever changes nothing"),
        (NotConnected, "a mode falls into several parts"),
        (NotStronglyConnected, "a node cannot be left or reached because of one-way links"),
        (DeadEnd, "a road, line or fairway ends where none should"),
        (TooShort, "a link is shorter than the great circle between its ends"),
        (TooWinding, "a link is over 1.6 times the great circle and gives no reason"),
        (Speed, "a speed is not plausible"),
        (Capacity, "a capacity is not plausible"),
        (CapacityPerLane, "a capacity per lane is not plausible"),
        (LockWithoutFacility, "a lock node has no complete lock facility, or a lock stands at another node"),
        (PlaceSpread, "the nodes of one place lie too far apart"),
        (HoldCapacity, "a hold capacity is not positive"),
        (TunnelCategory, "a tunnel has no category, or a category stands without a tunnel"),
        (CivilScope, "a civil profile's scope does not exist"),
        (CivilMissing, "a link or lock has no civil profile for a kind of day"),
        (EmptyMode, "a mode has no links"),
        (CorridorReference, "a corridor refers to something that does not exist"),
        (TransferModes, "a transfer joins nodes of the wrong modes"),
        (Tracks, "a running line has more tracks than any has"),
        (ParallelLinks, "two links of one name join the same nodes"),
        (OverlayMissing, "an overlay folder does not exist"),
        (OverlayTable, "an overlay has a CSV file that is no table of the format"),
        (OverlayStands, "an overlay adds a row that the dataset has"),
        (OverlayUnmet, "an overlay changes a row that the dataset does not have"),
        (OverlayEmpty, "an overlay has no rows"),
        (OverlayInRepository, "a marked overlay lies in a version-controlled folder"),
        (MarkingRefused, "the marking is above what this build accepts"),
    ];

    /// <summary>The codes as a Markdown table.</summary>
    public static string ToMarkdown() =>
        "| code | meaning |\n|---|---|\n" + string.Concat(All.Select(c => $"| {c.Code} | {c.Meaning} |\n"));
}
