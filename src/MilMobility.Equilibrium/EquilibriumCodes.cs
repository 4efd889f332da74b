namespace MilMobility.Equilibrium;

/// <summary>The codes of diagnostics about traffic assignment, stable for ever.</summary>
public static class EquilibriumCodes
{
    public const string NodeOutOfRange = "EQU001";
    public const string LinkInvalid = "EQU002";
    public const string DuplicateLink = "EQU003";
    public const string SelfLoop = "EQU004";
    public const string ClassInvalid = "EQU005";
    public const string TripInvalid = "EQU006";
    public const string TripsWithinZone = "EQU007";
    public const string NoConnection = "EQU008";
    public const string NegativeCost = "EQU009";
    public const string UnknownLink = "EQU010";
    public const string ZonesDiffer = "EQU011";

    /// <summary>Every code with what it means, in order.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        (NodeOutOfRange, "a link begins or ends at a node that does not exist, or the counts of nodes and zones do not fit"),
        (LinkInvalid, "a link's capacity, free-flow time, b, power, length or toll is not one that has a travel time"),
        (DuplicateLink, "two links have the same ends; the first holds"),
        (SelfLoop, "a link ends where it starts; it is left out"),
        (ClassInvalid, "a class of vehicles has a value that is not allowed"),
        (TripInvalid, "trips are between zones that do not exist, or their number is not one"),
        (TripsWithinZone, "trips stay within their zone; they are on no link and left out"),
        (NoConnection, "no open path leads from a zone to another that trips ask for"),
        (NegativeCost, "toll or distance weight make the cost of a link negative, or there is no such weight"),
        (UnknownLink, "a link to be changed does not exist, or the change is not one"),
        (ZonesDiffer, "the trip table has other zones than the network"),
    ];
}
