using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Scenarios;

/// <summary>
/// What society asks of the movement beyond the limits of roads and tracks (requirement rows C03, C05): each is a hard rule that
/// only ever forbids, so that a scenario with one more lever never has a cheaper plan.
/// </summary>
public sealed record PolicyLevers
{
    public static PolicyLevers None { get; } = new();

    public IReadOnlyList<NightWindow> NightWindows { get; init; } = [];

    public IReadOnlyList<StatedHeadway> Headways { get; init; } = [];

    public IReadOnlyList<EntryCap> Caps { get; init; } = [];

    public IReadOnlyList<StagingLimit> Staging { get; init; } = [];
}

/// <summary>Links on which no serial may be outside the hours; of several windows on one link all hold.</summary>
/// <param name="Where">Links meant.</param>
/// <param name="Words">Them in words, for messages.</param>
/// <param name="Hours">Local hours in which serials may be there; any of them will do.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record NightWindow(PatchSelection Where, Sentence Words, IReadOnlyList<DailyHours> Hours, int Line);

/// <summary>Least time between the tail of a serial and the head of the next on a link; the mode's own headway is the least.</summary>
/// <param name="Where">Links meant; by road and rail.</param>
/// <param name="Words">Them in words, for messages.</param>
/// <param name="Seconds">Headway.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record StatedHeadway(PatchSelection Where, Sentence Words, int Seconds, int Line);

/// <summary>
/// Most that may enter the links meant, such as a corridor, in a clock hour or a local day. A serial enters with its first move over one
/// of them, and counts once.
/// </summary>
/// <param name="Where">Links meant.</param>
/// <param name="Words">Them in words, for messages.</param>
/// <param name="Most">Vehicles or serials.</param>
/// <param name="InVehicles">True for vehicles, false for serials.</param>
/// <param name="Per">Period.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record EntryCap(PatchSelection Where, Sentence Words, int Most, bool InVehicles, CapPeriod Per, int Line)
{
    /// <summary>What a serial of so many vehicles counts for.</summary>
    public int AmountOf(int vehicles) => InVehicles ? vehicles : 1;
}

/// <summary>Period of a cap.</summary>
public enum CapPeriod { Hour, Day }

/// <summary>
/// Most that may wait at places at a time, whatever room they have; each number holds at the nodes whose room is stated in its unit.
/// And how
/// long: what is staged there (comes by a transfer, or holds) stays so long at least, and nothing holds beyond the latest call-forward.
/// </summary>
/// <param name="At">Nodes and places; empty: all of the kinds.</param>
/// <param name="Kinds">Kinds of facility; empty: all.</param>
/// <param name="Vehicles">Vehicles, or null.</param>
/// <param name="LaneMetres">Lane metres, or null.</param>
/// <param name="Tracks">Trains, or null.</param>
/// <param name="Berths">Vessels, or null.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record StagingLimit(
    IReadOnlyList<string> At, IReadOnlyList<string> Kinds, int? Vehicles, int? LaneMetres, int? Tracks, int? Berths, int Line)
{
    /// <summary>Least stay of what is staged, seconds; 0 for none.</summary>
    public int StayMinSeconds { get; init; }

    /// <summary>Latest call-forward: no hold ends later, seconds; null for none.</summary>
    public int? CallForwardBySeconds { get; init; }
}

/// <summary>
/// The protected minimum of civil traffic for a vital sector (requirement rows C03, C10) on a selection of links and locks: a hard
/// rule. Where several floors meet, the regime's own among them, the strictest holds; they are not added up.
/// </summary>
/// <param name="Sector">Vital sector for which it is stated.</param>
/// <param name="Mode">Mode whose traffic it protects.</param>
/// <param name="Where">Links meant; by water the locks named, or those at either end of a link meant.</param>
/// <param name="Words">They in words, for messages.</param>
/// <param name="FromSeconds">Start of its window.</param>
/// <param name="ToSeconds">End of its window, exclusive.</param>
/// <param name="Daily">Hours of the day within the window; null: all.</param>
/// <param name="Percent">Share of the civil demand of the hour, or null.</param>
/// <param name="UnitsPerHour">Pcu, trains or lockages per hour (and direction, but at locks) kept free for civil use, or null.</param>
/// <param name="Basis">Where the floor is agreed, as the author states it.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record CivilFloor(
    VitalSector Sector, Units.TransportMode Mode, PatchSelection Where, Sentence Words, int FromSeconds, int ToSeconds, DailyHours? Daily,
    int? Percent, int? UnitsPerHour, string Basis, int Line);

/// <summary>Vital sectors as the policy documents name them (requirement row C10).</summary>
public enum VitalSector { Energy, Transport, WaterManagement, Chemicals, Telecom, FoodAndWater, Health }

/// <summary>How far military trains go before civil ones (requirement rows C07, E06); null levers as they are named.</summary>
public enum RailPriority
{
    /// <summary>Residual paths only.</summary>
    Off,

    /// <summary>By agreement: freight is retimed or diverted.</summary>
    AdHoc,

    /// <summary>Every step of the ladder, passenger trains too; only where an emergency regime says so.</summary>
    UrgentPreEmption,
}
