namespace MilMobility.Planning.Checking;

/// <summary>
/// Names of the rules that <see cref="PlanChecker"/> tries, as they stand in <c>Violation.Rule</c> and
/// <c>CheckReport.RulesChecked</c>; the numbers are those of MODEL.md.
/// </summary>
public static class CheckRule
{
    /// <summary>The plan is of this scenario: name, start, horizon.</summary>
    public const string Header = "header";
    /// <summary>14: every required vehicle stands in exactly one serial, planned or unmoved.</summary>
    public const string Coverage = "coverage";
    /// <summary>A serial says what its movement says.</summary>
    public const string Serial = "serial";
    /// <summary>The footprints follow from the loads.</summary>
    public const string Footprint = "footprint";
    /// <summary>Steps are contiguous, connected, legal at both ends, and of the links' modes and directions.</summary>
    public const string Steps = "steps";
    /// <summary>Moves and transfers last as long as they must.</summary>
    public const string RunningTime = "running-time";
    /// <summary>1: every limit of every link.</summary>
    public const string Limits = "limits";
    /// <summary>2: where a serial may hold.</summary>
    public const string Holding = "holding";
    /// <summary>3: transfers start after the tail's arrival.</summary>
    public const string AfterTail = "after-tail";
    /// <summary>4: serials on one arc follow each other apart.</summary>
    public const string Separation = "separation";
    /// <summary>5: opposite directions on a single track or road are wholly apart.</summary>
    public const string SingleTrack = "single-track";
    /// <summary>6: lockages in progress.</summary>
    public const string Locks = "locks";
    /// <summary>7: amounts held at a node.</summary>
    public const string HoldCapacity = "hold-capacity";
    /// <summary>8: positions, and discharge within the berth window.</summary>
    public const string Transfers = "transfers";
    /// <summary>8: ships at a port.</summary>
    public const string Berths = "berths";
    /// <summary>9: assets tasked, and the leg within the block.</summary>
    public const string Pools = "pools";
    /// <summary>10: march between halts.</summary>
    public const string Halts = "halts";
    /// <summary>11: closures and curfews.</summary>
    public const string Windows = "windows";
    /// <summary>12: rate use against the civil floor.</summary>
    public const string Rate = "rate";
    /// <summary>13: ready time, finish, horizon, hard due time.</summary>
    public const string ReadyAndHorizon = "ready-and-horizon";
    /// <summary>15: trains take no forbidden turn and stand where they reverse.</summary>
    public const string Turns = "turns";
    /// <summary>16: hours in which serials may be on a link.</summary>
    public const string NightWindows = "night-windows";
    /// <summary>17: headways stated for links.</summary>
    public const string Headways = "headways";
    /// <summary>18: what enters a corridor in a period.</summary>
    public const string Caps = "caps";
    /// <summary>19: what waits at a place.</summary>
    public const string Staging = "staging";
    /// <summary>22: how long staging keeps a serial, and until when.</summary>
    public const string StagingTimes = "staging-times";
    /// <summary>20: civil traffic that stays protected, from the civil profiles.</summary>
    public const string CivilFloors = "civil-floors";
    /// <summary>21: steps of the rail ladder that are taken.</summary>
    public const string RailPriority = "rail-priority";
    /// <summary>Every term of the objective, of the plan and of each serial.</summary>
    public const string Objective = "objective";
    /// <summary>The bound is not above the objective.</summary>
    public const string Bound = "bound";

    /// <summary>All names, in the order in which they are tried.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Header, Coverage, Serial, Footprint, Steps, RunningTime, Limits, Holding, AfterTail, Separation, SingleTrack, Locks,
        HoldCapacity, Transfers, Berths, Pools, Halts, Windows, Rate, ReadyAndHorizon, Turns, NightWindows, Headways,
        Caps, Staging, StagingTimes, CivilFloors, RailPriority, Objective, Bound,
    ];
}
