namespace MilMobility.Exchange.Sources.Osm;

/// <summary>The codes of diagnostics about what OSM tags mean, stable for ever; those about the file are OSM0nn (OsmCodes).</summary>
public static class OsmTagCodes
{
    public const string BadValue = "OSM101";
    public const string MissingNodes = "OSM102";
    public const string TurnRestrictions = "OSM103";
    public const string ClosedToHeavyVehicles = "OSM104";
    public const string OtherTrackGauge = "OSM105";
    public const string LockWithoutSize = "OSM106";
    public const string NothingFound = "OSM107";
    public const string TooManyReferences = "OSM108";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (BadValue, "a tag's value is not understood and counts as absent"),
        (MissingNodes, "a way refers to nodes that the file does not have; it is cut there"),
        (TurnRestrictions, "turn restrictions were read that a network of links cannot hold"),
        (ClosedToHeavyVehicles, "a road is closed to heavy goods vehicles and left out"),
        (OtherTrackGauge, "a track has another gauge than 1435 mm and is left out"),
        (LockWithoutSize, "a lock states no length or width; it is a plain link"),
        (NothingFound, "the file has no road, railway or waterway that is read"),
        (TooManyReferences, "the file's ways have more nodes than are read"),
    ];
}
